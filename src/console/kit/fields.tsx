import type { PropsWithChildren } from "hono/jsx";
import { isIsoDate } from "../../model/values/dates.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import { Field, Wrong } from "../../page/parts/fields.tsx";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { type FormState, labelOf } from "./form-state.ts";
import { isSame, type Values, valueIn } from "./values.ts";

/** What every field takes: its form, and its name in it, which is its place in the document. */
export type FieldOf = {
  form: FormState;
  name: string;
  /** Instead of what the form calls it. */
  label?: string | undefined;
  hint?: string | undefined;
  required?: boolean | undefined;
};

type TextProps = FieldOf & {
  type?: "text" | "email" | "url" | "date" | "number" | "tel" | "search";
  maxlength?: number;
  autocomplete?: string;
  list?: string;
  /** As wide as what is typed into it. */
  short?: boolean;
};

/** A line of text, an address, a date or a number. */
export function Text({ form, name, label, hint, required, short, type = "text", ...attributes }: TextProps) {
  return (
    <Field
      {...attributes}
      name={name}
      // What is no number is to come back as it was typed.
      type={type === "number" ? "text" : type}
      inputmode={type === "number" ? "numeric" : undefined}
      label={labelled({ form, name, label })}
      value={valueIn(form.values, name)}
      required={required}
      autocomplete={attributes.autocomplete ?? "off"}
      class={short || type === "date" || type === "number" ? "short" : undefined}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name, (value) => (isIsoDate(value) ? formatDate(value, form.locale) : value))}
    />
  );
}

/** Text of several lines. */
export function Prose({
  form,
  name,
  label,
  hint,
  required,
  rows = 3,
  maxlength = 4000,
}: FieldOf & { rows?: number; maxlength?: number }) {
  return (
    <Field
      as="textarea"
      name={name}
      rows={rows}
      maxlength={maxlength}
      required={required}
      label={labelled({ form, name, label })}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name)}
    >
      {valueIn(form.values, name)}
    </Field>
  );
}

type LinesProps = FieldOf & {
  rows?: number;
  /** How what is stored is shown, such as a date. */
  shown?: (value: string) => string;
};

/** Several short things, each on a line of its own. */
export function Lines({ form, name, label, hint, rows = 4, shown = (value) => value }: LinesProps) {
  const lines = (form.values[name] ?? []).flatMap((value) => value.split("\n"));
  return (
    <Field
      as="textarea"
      name={name}
      rows={rows}
      label={labelled({ form, name, label })}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name, shown)}
    >
      {lines.map(shown).join("\n")}
    </Field>
  );
}

/** Days, each on a line of its own, as people write them. */
export const Days = (props: FieldOf & { rows?: number }) => (
  <Lines
    hint={wordsFor(props.form.locale).screens.kit.datesHint}
    {...props}
    shown={(value) => (isIsoDate(value) ? formatDate(value, props.form.locale) : value)}
  />
);

/** What is offered: its value, and what it is called. */
export type Options = readonly (readonly [value: string, label: string])[];

/** One of several, in a list that opens. With `blank`, nothing may be chosen, which is called that. */
export function Pick({
  form,
  name,
  label,
  hint,
  required,
  options,
  blank,
}: FieldOf & { options: Options; blank?: string | undefined }) {
  const chosen = valueIn(form.values, name);
  // What is stored and no longer offered stays as it is until something else is chosen.
  const offered =
    chosen === "" || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen] as const];
  return (
    <Field
      as="select"
      name={name}
      required={required}
      label={labelled({ form, name, label })}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name, calledIn(options))}
    >
      {blank !== undefined && <option value="">{blank}</option>}
      {offered.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </Field>
  );
}

/** A box to tick. */
export function Check({ form, name, label, hint }: FieldOf) {
  const { yes, no } = wordsFor(form.locale).screens.kit;
  const wrong = wrongIn(form, name, (value) => (value === "" ? no : yes));
  return (
    <p class="check">
      <label>
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={valueIn(form.values, name) !== ""}
          aria-describedby={[hint && hintId(name), wrong && `${name}-wrong`].filter(Boolean).join(" ") || undefined}
        />
        {label ?? labelOf(form, name)}
      </label>
      {hint && (
        <span class="hint" id={hintId(name)}>
          {hint}
        </span>
      )}
      <Wrong name={name} text={wrong} />
    </p>
  );
}

/** Several of several, all in sight. */
export function Checks({ form, name, label, hint, options }: FieldOf & { options: Options }) {
  const chosen = form.values[name] ?? [];
  const wrong = wrongIn(form, name, calledIn(options));
  return (
    <Group form={form} name={name} label={label} hint={hint} wrong={wrong}>
      <div class="options">
        {options.map(([value, text]) => (
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            {text}
          </label>
        ))}
      </div>
    </Group>
  );
}

/** One of a few, all in sight. */
export function Radios({ form, name, label, hint, options }: FieldOf & { options: Options }) {
  const chosen = valueIn(form.values, name);
  return (
    <Group form={form} name={name} label={label} hint={hint} wrong={wrongIn(form, name, calledIn(options))}>
      <div class="options">
        {options.map(([value, text]) => (
          <label>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            {text}
          </label>
        ))}
      </div>
    </Group>
  );
}

type TextsProps = FieldOf & { locales: readonly Locale[]; rows?: number };

/** A text in each language that the organisation writes, and in each that it is stored in. */
export function Texts({ form, name, label, hint, required, locales, rows = 3 }: TextsProps) {
  const called = label ?? labelOf(form, name);
  const shown = LOCALES.filter((each) => locales.includes(each) || valueIn(form.values, `${name}.${each}`) !== "");
  const values = { ...form.values, ...inFirst(form.values, name, shown[0]) };
  const stored = form.stored && { ...form.stored, ...inFirst(form.stored, name, shown[0]) };
  const asTexts = { ...form, values, stored };
  if (shown.length === 1) {
    return (
      <Prose form={asTexts} name={`${name}.${shown[0]}`} label={called} hint={hint} required={required} rows={rows} />
    );
  }
  return (
    <Group form={form} name={name} label={called} hint={hint} wrong={form.wrong[name]}>
      <div class="side-by-side">
        {shown.map((each) => (
          <Prose form={asTexts} name={`${name}.${each}`} label={wordsFor(each).terms.language} rows={rows} />
        ))}
      </div>
    </Group>
  );
}

/** A text without a language stands in the field of the first. */
const inFirst = (values: Values, name: string, first: Locale | undefined) =>
  values[name] && first ? { [`${name}.${first}`]: values[name] } : {};

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

const labelled = ({ form, name, label }: FieldOf): string => label ?? labelOf(form, name);

const hintId = (name: string) => `${name}-hint`;
const hinted = (name: string, text: string | undefined) => (text ? { id: hintId(name), text } : undefined);

const calledIn = (options: Options) => (value: string) => options.find(([each]) => each === value)?.[1] ?? value;

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
