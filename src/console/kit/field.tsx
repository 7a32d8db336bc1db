import type { PropsWithChildren } from "hono/jsx";
import { Wrong } from "../../page/parts/fields.tsx";
import { formatList, wordsFor } from "../../words/index.ts";
import { type FormState, labelOf } from "./form-state.ts";
import { isSame } from "./values.ts";

/** What every field takes: its form, and its name in it, which is its place in the document. */
export type FieldOf = {
  form: FormState;
  name: string;
  /** Instead of what the form calls it. */
  label?: string | undefined;
  hint?: string | undefined;
  required?: boolean | undefined;
};

/** Fields that belong together under one label. */
export function Group({
  form,
  name,
  label,
  hint,
  wrong,
  children,
}: PropsWithChildren<FieldOf & { wrong?: string | undefined }>) {
  return (
    <fieldset
      class="choices"
      id={name}
      tabindex={-1}
      aria-describedby={[hint && hintId(name), wrong && `${name}-wrong`].filter(Boolean).join(" ") || undefined}
    >
      <legend>{labelled({ form, name, label })}</legend>
      {hint && (
        <p class="hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      {children}
      <Wrong name={name} text={wrong} />
    </fieldset>
  );
}

/** What a field is called. */
export const labelled = ({ form, name, label }: FieldOf): string => label ?? labelOf(form, name);

export const hintId = (name: string) => `${name}-hint`;
export const hinted = (name: string, text: string | undefined) => (text ? { id: hintId(name), text } : undefined);

/** What is to be said beside a field: what is wrong with it, or what somebody else has saved in it meanwhile. */
export function wrongIn(
  { locale, wrong, values, stored }: FormState,
  name: string,
  called: (value: string) => string = (value) => value,
): string | undefined {
  if (wrong[name] !== undefined) return wrong[name];
  const [inLine] = Object.entries(wrong).filter(
    ([each]) => each.startsWith(`${name}.`) && /\.\d+$/.test(each) && each.lastIndexOf(".") === name.length,
  );
  if (inLine) return wordsFor(locale).screens.kit.inLine(Number(inLine[0].slice(name.length + 1)) + 1, inLine[1]);
  if (!stored || isSame(values, stored, name)) return undefined;
  const { now, empty } = wordsFor(locale).screens.kit.meanwhile;
  return now(formatList((stored[name] ?? []).map(called), locale) || empty);
}
