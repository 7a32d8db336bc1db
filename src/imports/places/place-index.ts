import { LOCALES } from "../../model/values/text.ts";
import { COUNTRIES_AND_AREAS, isArea } from "../../model/vendor/countries.ts";
import type { Location } from "../../model/vendor/vendor-document.ts";
import { foldPhrase, Phrases } from "../phrases.ts";
import { CITIES, CITIES_TWICE } from "./place-cities.ts";
import { ALIASES, CAPITALS, CAPITALS_TOO, GROUPS, OFFICIAL, SEVERAL } from "./place-names.ts";
import { CLOUD_REGIONS, STATES, US_STATES, US_STATES_TOO } from "./place-regions.ts";
import { DENIALS, HARMLESS, KIND_WORDS } from "./place-words.ts";

/** How much of the earth a name is of, from the narrowest. */
export const LEVELS = ["cloud", "city", "state", "country", "area", "world"] as const;
export type Level = (typeof LEVELS)[number];

/** What a name may mean: the country or area it is, or lies in. */
export type Candidate = { country: string; level: Level };

export type PlaceWord =
  | { is: "place"; candidates: readonly Candidate[]; isCode: boolean }
  /** All of these, as "Benelux". */
  | { is: "group"; countries: readonly string[] }
  | { is: "kind"; kind: Location["kind"] }
  /** What follows is not meant, as behind "not in" and "except". */
  | { is: "denial" }
  | { is: "harmless" };

/** Languages besides the product's, in which lists have been seen to name countries. */
const OTHER_LANGUAGES = ["da", "nb", "fi", "pl", "pt", "cs", "ko", "ja", "zh"];

// "IO" and the like are words, forms of company, continents or "not applicable" more often than they are codes.
const DOUBTFUL = new Set("AI TV PM AM VC IO CC NO IS TO SO PR NA SA AS AG SL EC BV SEE".split(" "));

export type PlaceIndex = {
  names: Phrases<PlaceWord>;
  /** Names with commas and brackets in them. */
  official: Phrases<PlaceWord>;
  /** By what is written in capitals. */
  codes: ReadonlyMap<string, readonly Candidate[]>;
  /** Codes that alone may be something else. */
  doubtful: ReadonlySet<string>;
};

let made: PlaceIndex | undefined;

/** The index of all names of places, made when it is first asked for. */
export function placeIndex(): PlaceIndex {
  made ??= { names: makeNames(), official: makeOfficial(), codes: makeCodes(), doubtful: DOUBTFUL };
  return made;
}

const ofCountry = (code: string): Candidate => ({
  country: code,
  level: code === "001" ? "world" : isArea(code) ? "area" : "country",
});

function makeNames(): Phrases<PlaceWord> {
  const candidates = new Map<string, Candidate[]>();
  const addFolded = (phrase: string, ...more: Candidate[]) => {
    const known = candidates.get(phrase) ?? [];
    const isNew = ({ country }: Candidate) => !known.some((each) => each.country === country);
    if (phrase !== "") candidates.set(phrase, [...known, ...more.filter(isNew)]);
  };
  const add = (name: string, ...more: Candidate[]) => addFolded(foldPhrase(name), ...more);
  const addAll = (table: Readonly<Record<string, string>>, level: Level) => {
    for (const [country, names] of Object.entries(table)) {
      for (const name of names.split("|")) add(name, { country, level });
    }
  };
  for (const [code, names] of Object.entries(ALIASES)) for (const name of names.split("|")) add(name, ofCountry(code));
  for (const [name, codes] of Object.entries(SEVERAL)) add(name, ...codes.map(ofCountry));
  for (const languages of [LOCALES, OTHER_LANGUAGES]) {
    // What names above say is not theirs to say otherwise.
    const before = new Set(candidates.keys());
    for (const locale of languages) {
      for (const [phrase, code] of namesIn(locale)) if (!before.has(phrase)) addFolded(phrase, ofCountry(code));
    }
  }
  for (const state of US_STATES.split("|")) add(state.slice(3), { country: "US", level: "state" });
  for (const state of US_STATES_TOO.split("|")) add(state, { country: "US", level: "state" });
  addAll(STATES, "state");
  for (const [name, codes] of Object.entries(CITIES_TWICE)) {
    add(name, ...codes.map((country): Candidate => ({ country, level: "city" })));
  }
  addAll(CITIES, "city");
  addAll(CLOUD_REGIONS, "cloud");

  const names = new Phrases<PlaceWord>();
  for (const word of HARMLESS) names.add(word, { is: "harmless" });
  for (const word of DENIALS) names.add(word, { is: "denial" });
  for (const [kind, words] of Object.entries(KIND_WORDS)) {
    for (const word of words.split("|")) names.add(word, { is: "kind", kind: kind as Location["kind"] });
  }
  for (const [phrase, means] of candidates) names.addFolded(phrase, { is: "place", candidates: means, isCode: false });
  for (const [name, countries] of Object.entries(GROUPS)) names.add(name, { is: "group", countries });
  return names;
}

const makeOfficial = (): Phrases<PlaceWord> =>
  new Phrases(
    Object.entries(OFFICIAL).flatMap(([country, names]) =>
      names
        .split("|")
        .map((name): [string, PlaceWord] => [
          name,
          { is: "place", candidates: [{ country, level: "country" }], isCode: false },
        ]),
    ),
  );

/** Names of countries and areas in a language, compared, as they are written in full and short, and without brackets. */
function namesIn(locale: string): Map<string, string> {
  const named = new Map<string, string>();
  for (const style of ["long", "short"] as const) {
    const names = new Intl.DisplayNames([locale], { type: "region", style, fallback: "none" });
    // `Intl` takes no code of three letters.
    for (const code of COUNTRIES_AND_AREAS) if (code !== "EEA") named.set(names.of(code) ?? "", code);
  }
  const folded = new Map<string, string>();
  for (const [name, code] of named) {
    const plain = name.replace(/ \([^)]*\)$/, "");
    const spelt = new Set([name, plain, plain.replace(" & ", " and ")]);
    for (const phrase of [...spelt].map(foldPhrase)) if (!isShort(phrase)) folded.set(phrase, code);
  }
  return folded;
}

/** Short names of two or three letters are codes, which other languages use for other countries. */
const isShort = (phrase: string): boolean => /^[a-z ]*$/.test(phrase) && phrase.replaceAll(" ", "").length <= 3;

function makeCodes(): Map<string, Candidate[]> {
  const codes = new Map<string, Candidate[]>();
  for (const code of COUNTRIES_AND_AREAS.filter((each) => /^[A-Z]/.test(each))) codes.set(code, [ofCountry(code)]);
  for (const [code, capitals] of Object.entries(CAPITALS)) {
    for (const each of capitals.split(" ")) codes.set(each, [ofCountry(code)]);
  }
  const add = (code: string, candidate: Candidate) => codes.set(code, [...(codes.get(code) ?? []), candidate]);
  for (const [code, country] of Object.entries(CAPITALS_TOO)) add(code, ofCountry(country));
  for (const state of US_STATES.split("|")) add(state.slice(0, 2), { country: "US", level: "state" });
  return codes;
}
