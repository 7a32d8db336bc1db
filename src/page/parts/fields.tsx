import type { Child, PropsWithChildren } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

type Attributes = JSX.IntrinsicElements["input"] & JSX.IntrinsicElements["textarea"] & JSX.IntrinsicElements["select"];

type FieldProps = Omit<Attributes, "id" | "children"> & {
  name: string;
  label: string;
  as?: "input" | "textarea" | "select";
  wide?: boolean;
  hint?: { id: string; text: string };
  /** What is wrong with what was sent. */
  wrong?: string | undefined;
};

/** A control with its label; its hint, and what is wrong with what was sent, are read out with it. */
export function Field(props: PropsWithChildren<FieldProps>) {
  const { name, label, as: Control = "input", wide, hint, wrong, autofocus, children, ...attributes } = props;
  const describedBy = [hint?.id, wrong && wrongId(name)].filter(Boolean).join(" ");
  return (
    <p class={wide ? "field wide" : "field"}>
      <label for={name}>{label}</label>
      <Control
        id={name}
        name={name}
        {...attributes}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={describedBy || undefined}
        autofocus={autofocus}
      >
        {children}
      </Control>
      {hint && (
        <span class="hint" id={hint.id}>
          {hint.text}
        </span>
      )}
      <Wrong name={name} text={wrong} />
    </p>
  );
}

type ChoicesProps = {
  name: string;
  label: string;
  type: "radio" | "checkbox";
  options: readonly { value: string; text: Child }[];
  chosen: readonly string[];
  required?: boolean;
  hint?: string;
  wrong?: string | undefined;
};

/** One or some of several, all in sight. */
export function Choices({ name, label, type, options, chosen, required, hint, wrong }: ChoicesProps) {
  return (
    <fieldset class="choices" aria-describedby={wrong && wrongId(name)}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {options.map(({ value, text }) => (
        <label>
          <input type={type} name={name} value={value} required={required} checked={chosen.includes(value)} /> {text}
        </label>
      ))}
      <Wrong name={name} text={wrong} />
    </fieldset>
  );
}

const wrongId = (name: string) => `${name}-wrong`;

function Wrong({ name, text }: { name: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <span class="wrong" id={wrongId(name)}>
      {text}
    </span>
  );
}
