import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { Field } from "../parts/fields.tsx";
import { SECTIONS } from "../shell/sections.ts";
import { href, type RegisterView } from "../shell/view.ts";
import type { Asked } from "./asked.ts";
import { isNarrowed, type Option, type Options } from "./filters.ts";

type Props = { view: RegisterView; asked: Asked; options: Options };

/** Narrows the list, or shows that of another date: a plain form that makes an address worth keeping. */
export function FilterForm({ view, asked, options }: Props) {
  const { locale, lang } = view;
  const words = wordsFor(locale).page.filters;
  const { at, filters, sort, isOpen } = asked;
  const { q, ...chosen } = filters;
  const labels = labelsIn(locale);
  return (
    <search>
      <form method="get" action={`/#${SECTIONS.list}`} class="filters" aria-label={words.label}>
        <Field
          class="wide"
          name="q"
          label={words.q}
          type="search"
          value={q}
          placeholder={words.qHint}
          maxlength={200}
        />
        <p class="field actions">
          <button type="submit" class="quiet">
            {words.show}
          </button>
          {(at !== null || isNarrowed(filters)) && <a href={href(view, "/")}>{words.clear}</a>}
        </p>
        <details class="choosing" open={at !== null || isNarrowed(chosen)}>
          <summary>{words.more}</summary>
          <div class="chosen">
            {(Object.keys(labels) as (keyof Options)[]).map((name) => (
              <Choice name={name} label={labels[name]} options={options[name]} chosen={chosen[name]} any={words.any} />
            ))}
            <Field name="at" label={words.at} type="date" value={at ?? undefined} />
          </div>
        </details>
        {sort !== "category" && <input type="hidden" name="sort" value={sort} />}
        {isOpen && <input type="hidden" name="print" value="details" />}
        {lang && <input type="hidden" name="lang" value={lang} />}
      </form>
    </search>
  );
}

function labelsIn(locale: Locale): Record<keyof Options, string> {
  const { page, terms } = wordsFor(locale);
  const { country, product, region } = page.filters;
  return { category: terms.fields.category, country, product, region };
}

/** That what was asked for is no choice there is, so that nobody takes the whole list for what they asked for. */
export function UnknownFilters({ of, locale }: { of: readonly [keyof Options, string][]; locale: Locale }) {
  const { page, terms } = wordsFor(locale);
  const labels = labelsIn(locale);
  return (
    <>
      {of.map(([filter, value]) => (
        <p class="notice" role="status" dir="auto">
          {terms.explained(`${labels[filter]} ${page.list.quoted(value)}`, page.filters.unknown)}
        </p>
      ))}
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly Option[];
  chosen: string | undefined;
  any: string;
};

function Choice({ name, label, options, chosen, any }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <Field as="select" name={name} label={label}>
      <option value="">{any}</option>
      {options.map((option) => (
        <option value={option.key} selected={option.key === chosen}>
          {option.name}
        </option>
      ))}
    </Field>
  );
}
