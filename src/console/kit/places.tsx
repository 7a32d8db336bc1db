import { type ConsoleLocale, LOCALES } from "../../model/values/text.ts";
import { COUNTRIES_AND_AREAS, Country } from "../../model/vendor/countries.ts";
import { formatCountry, inOrderOf } from "../../words/index.ts";
import type { FieldOf } from "./field.tsx";
import { Lines, Text } from "./fields.tsx";
import type { FormState } from "./form-state.ts";
import { valueIn } from "./values.ts";

const known = new Set(COUNTRIES_AND_AREAS);
const isCountry = (code: string) => Country.safeParse(code).success;

/** Names without what differs from one hand to another: case, accents, marks, "the". */
const folded = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replace(/^(the|les|la|le|l)(?=.{5})/u, "");

/** What people write besides the names. */
const ALSO: Record<string, string> = {
  usa: "US",
  unitedstatesofamerica: "US",
  uk: "GB",
  greatbritain: "GB",
  england: "GB",
  korea: "KR",
  republicofkorea: "KR",
  czechrepublic: "CZ",
  holland: "NL",
  hongkong: "HK",
  eu: "EU",
  eea: "EEA",
};

/** The code of a country or area by its name, in any language; made when it is first asked for. */
let codes: Map<string, string> | undefined;
const codesByName = (): Map<string, string> => {
  codes ??= new Map([
    // A country before an area of the same name.
    ...[...COUNTRIES_AND_AREAS]
      .sort((a, b) => Number(isCountry(a)) - Number(isCountry(b)))
      .flatMap((code) => LOCALES.map((locale) => [folded(formatCountry(code, locale)), code] as const)),
    ...Object.entries(ALSO),
  ]);
  return codes;
};

/** A country or area as it was typed, by its name in any language or its code; what is neither stays as it is. */
export function placeTyped(text: string): string;
export function placeTyped(text: string | undefined): string | undefined;
export function placeTyped(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const tidy = text.trim();
  return known.has(tidy.toUpperCase()) ? tidy.toUpperCase() : (codesByName().get(folded(tidy)) ?? tidy);
}

const shownIn = (locale: ConsoleLocale) => (value: string) => (known.has(value) ? formatCountry(value, locale) : value);

/** One place, by its name. A page with such fields has `PlaceNames` once, or for countries alone `CountryNames`. */
export function Place({ form, name, countriesOnly = false, ...props }: FieldOf & { countriesOnly?: boolean }) {
  const shown = shownIn(form.locale);
  const values = { ...form.values, [name]: [shown(valueIn(form.values, name))] };
  const stored = form.stored && { ...form.stored, [name]: [shown(valueIn(form.stored, name))] };
  const named: FormState = { ...form, values, stored };
  return <Text {...props} form={named} name={name} list={countriesOnly ? "country-names" : "place-names"} />;
}

/** Several places, each on a line of its own. */
export const Places = (props: FieldOf & { rows?: number }) => <Lines {...props} shown={shownIn(props.form.locale)} />;

/** The names that fields of a country offer, once on a page. */
export const CountryNames = ({ locale }: { locale: ConsoleLocale }) => (
  <Names id="country-names" lists={[COUNTRIES]} locale={locale} />
);

/** The names that fields of a place offer, once on a page: countries, then areas such as the European Union. */
export const PlaceNames = ({ locale }: { locale: ConsoleLocale }) => (
  <Names id="place-names" lists={[COUNTRIES, AREAS]} locale={locale} />
);

const COUNTRIES = COUNTRIES_AND_AREAS.filter(isCountry);
const AREAS = COUNTRIES_AND_AREAS.filter((code) => !isCountry(code));

const Names = ({ id, lists, locale }: { id: string; lists: readonly string[][]; locale: ConsoleLocale }) => (
  <datalist id={id}>
    {lists.flatMap((codes) =>
      codes
        .map((code) => formatCountry(code, locale))
        .sort(inOrderOf(locale))
        .map((name) => <option value={name} />),
    )}
  </datalist>
);
