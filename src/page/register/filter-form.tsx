import type { IsoDate } from "../../model/values/dates.ts";
import { wordsFor } from "../../words/index.ts";
import { href, type RegisterFrame } from "../frame/frame.ts";
import type { Filters } from "./listed.ts";

type Props = { frame: RegisterFrame; filters: Filters; at: IsoDate | null };

/** Narrows the list, or shows that of another date: a plain form that makes an address worth keeping. */
export function FilterForm({ frame, filters, at }: Props) {
  const { locale, lang, register } = frame;
  const words = wordsFor(locale).page.filters;
  const { products, hostingRegions } = register.organisation;
  const isNarrowed = at !== null || Object.values(filters).some(Boolean);
  return (
    <search>
      <form method="get" action="/" class="filters" aria-label={words.label}>
        <p class="field wide">
          <label for="q">{words.q}</label>
          <input id="q" name="q" type="search" value={filters.q} placeholder={words.qHint} maxlength={200} />
        </p>
        <Choice name="product" label={words.product} options={products} chosen={filters.product} any={words.any} />
        <Choice name="region" label={words.region} options={hostingRegions} chosen={filters.region} any={words.any} />
        <p class="field">
          <label for="at">{words.at}</label>
          <input id="at" name="at" type="date" value={at ?? undefined} />
        </p>
        {lang && <input type="hidden" name="lang" value={lang} />}
        <p class="field actions">
          <button type="submit" class="quiet">
            {words.show}
          </button>
          {isNarrowed && <a href={href(frame, "/")}>{words.clear}</a>}
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
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option value={option.key} selected={option.key === chosen}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  );
}
