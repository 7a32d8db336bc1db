import { COLUMN_FIELDS, type ColumnField } from "../guess-rules.ts";
import { foldPhrase, Phrases, wordsOf } from "../phrases.ts";
import { CITY, COUNTRY_OR_PLACE, HARMLESS_IN_HEADER, HEADERS, STATE } from "./header-words.ts";

/** What a header says that its column is. `isCountry`: where a vendor sits, or where it processes. */
export type HeaderMeant = { fields: readonly ColumnField[]; sure: boolean; isCountry: boolean };

const NOT_KNOWN: HeaderMeant = { fields: [], sure: false, isCountry: false };
const COUNTRY: HeaderMeant = { fields: ["locations"], sure: false, isCountry: true };

const HEADER_TEXTS = COLUMN_FIELDS.flatMap((field) =>
  HEADERS[field].split("|").map((each): [string, ColumnField] => [plain(each), field]),
);
const headers = new Phrases<ColumnField>(HEADER_TEXTS);
const countries = new Set(COUNTRY_OR_PLACE.split("|").map(foldPhrase));
const cities = new Set(CITY.split("|").map(foldPhrase));
const states = new Set(STATE.split("|").map(foldPhrase));
const harmless = new Set(HARMLESS_IN_HEADER.split("|").map(foldPhrase));

/** Of the words for one, the longest first that lists write apart, with a hyphen or in one. */
function plain(header: string): string {
  const words = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/\(s\)/gi, "s");
  return foldPhrase(words)
    .replace(/\bsub (sub )?(processor|contractor|processing)/g, "sub$2")
    .replace(/\bthird ?parties\b/g, "third party")
    .replace(/\bthirdt party\b/g, "third party");
}

const JOINED = /[/|,;&+()\n]| (?:and|or|und|oder|et|ou|y|o|e|en|of|och|eller) /iu;

/** What "location country" is of, if its last word is one of these: "location". */
const before = (header: string, last: ReadonlySet<string>): string | undefined => {
  const words = plain(header).split(" ");
  return last.has(words.at(-1) ?? "") ? words.slice(0, -1).join(" ") : undefined;
};

/** Of what a header says the country, the city or the state: nothing, where it is "Country" alone; of any other, undefined. */
export const countryOf = (header: string): string | undefined => before(header, countries);
export const cityOf = (header: string): string | undefined => before(header, cities);
export const stateOf = (header: string): string | undefined =>
  states.has(plain(header)) ? "" : before(header, states);

/** Fields that a column of several holds as well: what is read for them is looked for in its cells anyhow. */
const HOLDS: Partial<Record<ColumnField, readonly ColumnField[]>> = {
  name: ["legalName", "service", "country", "address"],
  locations: ["safeguards", "country"],
  safeguards: ["legalBasis"],
  purpose: ["nature", "service", "category"],
  link: ["website", "privacyPolicyUrl", "dpaUrl", "note"],
  website: ["link"],
  contact: ["address"],
};

/** What a header means: as a whole, else by its parts ("Location / Transfer mechanism"), else by words that it has in it. */
export function headerMeant(header: string): HeaderMeant {
  const text = header.slice(0, 200);
  if (/^\s*[#№]\s*$/.test(text)) return { ...NOT_KNOWN, fields: ["nothing"], sure: true };
  const whole = plain(text);
  if (countries.has(whole)) return COUNTRY;
  const exact = headers.get(whole) ?? headers.get(withoutHarmless(whole));
  if (exact) return { fields: [exact], sure: true, isCountry: false };
  const parts = text
    .split(JOINED)
    .map(plain)
    .filter((part) => part !== "");
  const of = countryOf(parts[0] ?? "");
  if (of !== undefined && parts.length === 2 && of === cityOf(parts[1] ?? ""))
    return of === "" ? COUNTRY : headerMeant(of);
  const named = parts.map((part) => headers.get(part) ?? headers.get(withoutHarmless(part)));
  if (named.length > 1 && named[0] && named.some((each) => each)) {
    const fields = [...new Set(named.filter((each) => each !== undefined))];
    const [first, ...others] = fields;
    const isWhole = named.every((each) => each !== undefined);
    const sure = isWhole && first !== undefined && others.every((each) => HOLDS[first]?.includes(each));
    return { fields, sure, isCountry: false };
  }
  const misspelt = HEADER_TEXTS.find(([each]) => isNearly(each, whole));
  if (misspelt) return { fields: [misspelt[1]], sure: false, isCountry: false };
  const within = headers.in(whole).filter(({ text: said }) => said.length > 3);
  const longestFirst = within.toSorted((a, b) => b.text.length - a.text.length).map(({ value }) => value);
  return { fields: [...new Set(longestFirst)], sure: false, isCountry: false };
}

const withoutHarmless = (folded: string): string =>
  wordsOf(folded)
    .map((word) => word.folded)
    .filter((word) => !harmless.has(word))
    .join(" ");

/** Whether two texts of some length differ by one letter at most: one more, one less, or another. */
function isNearly(one: string, other: string): boolean {
  if (one.length < 7 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [restOfOne, restOfOther] = [one.slice(at), other.slice(at)];
  return (
    restOfOne.slice(1) === restOfOther.slice(1) ||
    restOfOne.slice(1) === restOfOther ||
    restOfOne === restOfOther.slice(1)
  );
}
