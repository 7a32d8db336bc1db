import { isIsoDate } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import { Field } from "../../page/parts/fields.tsx";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type FieldOf, Group, hinted, labelled, wrongIn } from "./field.tsx";
import { isSaid, labelOf } from "./form-state.ts";
import { type Values, valueIn } from "./values.ts";

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
  const value = valueIn(form.values, name);
  return (
    <Field
      {...attributes}
      name={name}
      // What is no number, or no date, is to come back as it was typed.
      type={type === "number" || (type === "date" && isTyped(value)) ? "text" : type}
      inputmode={type === "number" ? "numeric" : undefined}
      label={labelled({ form, name, label })}
      value={value}
      required={required}
      autocomplete={attributes.autocomplete ?? "off"}
      class={short || type === "date" || type === "number" ? "short" : undefined}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name, (value) => (isIsoDate(value) ? formatDate(value, form.locale) : value))}
    />
  );
}

/** Whether a date was typed as no date input gives it: such an input would show nothing. */
const isTyped = (value: string): boolean => value !== "" && !isIsoDate(value);

/** Text of several lines. */
export function Prose({
  form,
  name,
  label,
  hint,
  required,
  rows = 3,
  maxlength = 4000,
}: FieldOf & { rows?: number; maxlength?: number | undefined }) {
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
  const lines = (form.values[name] ?? []).flatMap((value) => value.split("\n")).filter((line) => line.trim() !== "");
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

/** Days, each on a line of its own, as people write them; another may be picked beside them, and joins them when it is sent. */
export function Days(props: FieldOf & { rows?: number }) {
  const { form, name } = props;
  const { kit } = wordsFor(form.locale).screens;
  return (
    <div class="days">
      <Lines
        hint={kit.datesHint}
        {...props}
        shown={(value) => (isIsoDate(value) ? formatDate(value, form.locale) : value)}
      />
      {!form.readOnly && (
        <p class="field short">
          <label for={`${name}-picked`}>{kit.anotherDay}</label>
          <input type="date" id={`${name}-picked`} name={name} autocomplete="off" />
        </p>
      )}
    </div>
  );
}

type TextsProps = FieldOf & { locales: readonly Locale[]; rows?: number; maxlength?: number };

/** A text in each language that the organisation writes, its own first, and in each that it is stored in. */
export function Texts({ form, name, label, hint, required, locales, rows = 3, maxlength }: TextsProps) {
  const called = label ?? labelOf(form, name);
  const isStored = (each: Locale) => valueIn(form.values, `${name}.${each}`) !== "";
  const shown = [...locales, ...LOCALES.filter((each) => !locales.includes(each) && isStored(each))];
  const values = { ...form.values, ...inFirst(form.values, name, shown[0]) };
  const stored = form.stored && { ...form.stored, ...inFirst(form.stored, name, shown[0]) };
  const asTexts = { ...form, values, stored };
  if (shown.length === 1) {
    return (
      <Prose
        form={asTexts}
        name={`${name}.${shown[0]}`}
        label={called}
        hint={hint}
        required={required}
        rows={rows}
        maxlength={maxlength}
      />
    );
  }
  return (
    <Group form={form} name={name} label={called} hint={hint} wrong={form.wrong[name]}>
      <div class="side-by-side">
        {shown.map((each) => (
          // Where languages are ticked in the same form, the style hides those that are not.
          <div class={isSaid(asTexts, [`${name}.${each}`]) ? undefined : `written-${each}`}>
            <Prose
              form={asTexts}
              name={`${name}.${each}`}
              label={LANGUAGES[each].name}
              rows={rows}
              maxlength={maxlength}
            />
          </div>
        ))}
      </div>
    </Group>
  );
}

/**
 * A text in the organisation's own language, as most write it; the others that it writes are folded away until something is
 * said in them. `name.own` says which language the first field is in, for `typed.texts`.
 */
export function OwnTexts({ form, name, label, hint, required, locales, rows = 3, maxlength }: TextsProps) {
  const called = label ?? labelOf(form, name);
  const [own, ...more] = locales;
  const isSaidIn = (each: Locale) => isSaid(form, [`${name}.${each}`]);
  const others = [...more, ...LOCALES.filter((each) => !locales.includes(each) && isSaidIn(each))];
  const inOwn = <Value,>(by: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> => {
    const value = by[name] ?? by[`${name}.${own}`];
    return value === undefined ? by : { ...by, [name]: value };
  };
  const { values, wrong, stored } = form;
  const main = { ...form, values: inOwn(values), wrong: inOwn(wrong), stored: stored && inOwn(stored) };
  const texts = { rows, maxlength };
  const first = <Prose form={main} name={name} label={called} hint={hint} required={required} {...texts} />;
  if (own === undefined || others.length === 0) return first;
  const { otherLanguages, inLanguage } = wordsFor(form.locale).screens.kit;
  return (
    <>
      {first}
      <input type="hidden" name={`${name}.own`} value={own} />
      <details open={others.some(isSaidIn)}>
        <summary>{otherLanguages(called)}</summary>
        <div class="stack">
          {others.map((each) => (
            <Prose form={form} name={`${name}.${each}`} label={inLanguage(called, LANGUAGES[each].name)} {...texts} />
          ))}
        </div>
      </details>
    </>
  );
}

/** A text without a language stands in the field of the first. */
const inFirst = (values: Values, name: string, first: Locale | undefined) =>
  values[name] && first ? { [`${name}.${first}`]: values[name] } : {};
