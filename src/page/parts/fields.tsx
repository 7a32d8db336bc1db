import type { PropsWithChildren } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

type Labelled = {
  name: string;
  label: string;
  /** What is wrong with what was sent. */
  wrong?: string | undefined;
};
type Attributes = JSX.IntrinsicElements["input"] & JSX.IntrinsicElements["textarea"];
type FieldProps = Attributes &
  Labelled & { as?: "textarea" | "select"; hint?: { id: string; text: string } | undefined };

/** A control with its label; its hint, and what is wrong with what was sent, are read out with it. */
export function Field({ as, name, label, hint, wrong, class: more, autofocus, ...attributes }: FieldProps) {
  const Control = as ?? "input";
  const describedBy = [hint?.id, wrong && wrongId(name)].filter(Boolean).join(" ");
  return (
    <p class={more ? `field ${more}` : "field"}>
      <label for={name}>{label}</label>
      <Control
        id={name}
        name={name}
        {...attributes}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={describedBy || undefined}
        autofocus={autofocus}
      />
      {hint && (
        <span class="hint" id={hint.id}>
          {hint.text}
        </span>
      )}
      <Wrong name={name} text={wrong} />
    </p>
  );
}

/** Several choices under one label, all in sight. */
export function Choices({ name, label, wrong, children }: PropsWithChildren<Labelled>) {
  return (
    <fieldset class="choices" aria-describedby={wrong && wrongId(name)}>
      <legend>{label}</legend>
      {children}
      <Wrong name={name} text={wrong} />
    </fieldset>
  );
}

const wrongId = (name: string) => `${name}-wrong`;

/** What is wrong with what was sent. */
export function Wrong({ name, text }: { name: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <span class="wrong" id={wrongId(name)}>
      {text}
    </span>
  );
}
