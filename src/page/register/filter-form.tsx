import type { IsoDate } from "../../model/values/dates.ts";
import { wordsFor } from "../../words/index.ts";
import { Field } from "../parts/fields.tsx";
import { href, type RegisterView } from "../shell/view.ts";
import type { Filters } from "./listed.ts";

type Props = { view: RegisterView; filters: Filters; at: IsoDate | null };

/** Narrows the list, or shows that of another date: a plain form that makes an address worth keeping. */
export function FilterForm({ view, filters, at }: Props) {
  const { locale, lang, register } = view;
  const words = wordsFor(locale).page.filters;
  const { products, hostingRegions } = register.organisation;
  const isNarrowed = at !== null || Object.values(filters).some(Boolean);
  return (
    <search>
      <form method="get" action="/" class="filters" aria-label={words.label}>
        <Field
          class="wide"
          name="q"
          label={words.q}
          type="search"
          value={filters.q}
          placeholder={words.qHint}
          maxlength={200}
        />
        <Choice name="product" label={words.product} options={products} chosen={filters.product} any={words.any} />
        <Choice name="region" label={words.region} options={hostingRegions} chosen={filters.region} any={words.any} />
        <Field name="at" label={words.at} type="date" value={at ?? undefined} />
        {lang && <input type="hidden" name="lang" value={lang} />}
        <p class="field actions">
          <button type="submit" class="quiet">
            {words.show}
          </button>
          {isNarrowed && <a href={href(view, "/")}>{words.clear}</a>}
        </p>
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: { key: string; name: string }[];
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
