import { covers, isArea } from "../../model/vendor/countries.ts";
import type { Location } from "../../model/vendor/vendor-document.ts";
import type { GuessRule } from "../guess-rules.ts";
import { bounded, hasMark } from "../phrases.ts";
import { isCountryAlone, isLocal, isStateAlone, isStateBeside, orCityOfUs } from "./place-beside.ts";
import { type Chain, chains, isNarrow } from "./place-chains.ts";
import type { Level } from "./place-index.ts";
import { type Item, type KindWord, tokensOf } from "./place-tokens.ts";

/** A place that a text names. `instead` are the other countries and areas that it may be. */
export type Place = {
  country: string;
  detail?: string;
  kind: Location["kind"];
  from: string;
  rule: GuessRule;
  sure: boolean;
  instead: readonly string[];
};

/** `rest` is what was not understood: with any, no place is sure. */
export type Places = { places: readonly Place[]; rest: readonly string[] };

export type PlaceContext = {
  /** The column holds codes of countries, so that "CA" is Canada and no state. */
  codesAreCountries?: boolean;
  /** What places are for, as the header says. */
  kind?: Location["kind"];
};

// "US 2023" may be since when, or until.
const YEAR = /(?<![\p{L}\p{N}-])20[1-3]\d(?![\p{L}\p{N}])/u;

const FLAG = /\p{RI}{2}/gu;

/** The code of a country that a flag is written by. */
const codeOf = (flag: string): string =>
  String.fromCharCode(...Array.from(flag, (letter) => (letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65));

// As countries are abbreviated on plates and envelopes: "D, A, CH". In small letters these are words.
const LONE_LETTERS = /(?<![\p{L}\p{N}.'’-])\p{Lu}(?![\p{L}\p{N}.:'’-]| Coruña)/gu;

/** Longer texts are prose: what lies behind is not looked at, and said to be not understood. */
const MOST = 600;

/**
 * The places that a cell names, as ISO codes and areas of UN M49. Every word is either understood or in `rest`. Unsure is
 * what may be another place, what names the whole world, and all of a text with a rest. Flags are read where no words are; beside
 * words they are in the rest if these do not say the same.
 */
export function placesIn(text: string, { codesAreCountries = false, kind = "processing" }: PlaceContext = {}): Places {
  const { read, left } = bounded(text, MOST);
  const flags = read.match(FLAG) ?? [];
  if (flags.length > 0 && !/[\p{L}\p{N}]/u.test(text))
    return placesIn(flags.map(codeOf).join("; "), { codesAreCountries: true, kind });
  const { items: named, kinds, rest: unknown } = tokensOf(read);
  const items = named.map((item, at) => orCityOfUs(item, named[at + 1]));
  const resolved = chains(
    codesAreCountries ? items.map((item, at) => (isStateBeside(items, at) ? item : countriesOnly(item))) : items,
  );
  const countries = resolved.flatMap(({ candidates }) => candidates.map(({ country }) => country));
  const isSaid = (code: string) => countries.some((country) => covers(code, country) || covers(country, code));
  const rest = [
    ...unknown,
    ...(read.match(LONE_LETTERS) ?? []).filter((letter) => !unknown.includes(letter)),
    ...flags.filter((flag) => !isSaid(codeOf(flag))),
  ];
  const isWhole = rest.length === 0 && left.length === 0 && !hasMark(read) && !YEAR.test(read);
  const areAllOfAKind = resolved.every(({ part, head }) => kindsFor(kinds, part, head).length === 1);
  const sure = isWhole && (kinds.length === 0 || areAllOfAKind);
  const places = resolved.flatMap((chain) => placesOf(chain, kindsFor(kinds, chain.part, chain.head)[0] ?? kind, sure));
  return { places: distinct(places), rest: [...rest, ...left] };
}

/** Whether a text names places, and nothing that is not understood. */
export const isOnlyPlaces = (text: string): boolean => {
  const { places, rest } = placesIn(text);
  return places.length > 0 && rest.length === 0;
};

/**
 * Whether a column's cells that are nothing but codes have one that only countries have, and none that only states have: then its
 * other codes are countries' as well. "US" does not tell: states stand beside it.
 */
export function areCountryCodes(texts: readonly string[]): boolean {
  const codes = texts.flatMap((text) => {
    const { items, rest } = tokensOf(text.slice(0, MOST));
    return rest.length === 0 && items.every(({ isCode }) => isCode) ? items : [];
  });
  const isOfCountry = ({ candidates }: Item) => isCountryAlone(candidates) && candidates[0]?.country !== "US";
  return codes.some(isOfCountry) && !codes.some(isStateAlone);
}

const countriesOnly = (item: Item): Item => {
  const countries = item.candidates.filter(({ level }) => level !== "state");
  const isMeant = item.isCode && countries.length > 0;
  return {
    ...item,
    ...(isMeant && { candidates: countries, isDoubtful: false }),
    inside: isLocal(item) ? item.inside : item.inside.map(countriesOnly),
  };
};

function placesOf(chain: Chain, kind: Location["kind"], isUnderstood: boolean): Place[] {
  const { candidates, names, isGroup, beside } = chain;
  const from = names.map(({ said }) => said).join(", ");
  const details = [...new Set(names.filter((name) => isNarrow(chain, name)).map(({ said }) => said))];
  const made = isGroup ? candidates : candidates.slice(0, 1);
  return made.map(({ country, level }) => {
    const others = isGroup
      ? []
      : [...new Set([...candidates.map((each) => each.country), ...beside])].filter((each) => each !== country);
    const detail = isGroup ? from : level === "country" && candidates.length > 1 ? "" : details.join(", ");
    return {
      country,
      ...(detail !== "" && !(isArea(country) && level !== "area") && { detail }),
      kind,
      from,
      rule: names.some(({ isDenied }) => isDenied) ? "excluded" : ruleOf(level, names[0]),
      sure: isUnderstood && others.length === 0 && !isGroup && !chain.isUnclear && level !== "world",
      instead: others,
    };
  });
}

function ruleOf(level: Level, name: Item | undefined): GuessRule {
  if (level === "cloud") return "place-by-cloud-region";
  if (level === "city") return "place-by-city";
  if (level === "state") return "place-by-state";
  if (level === "area") return "area";
  if (level === "world") return "world";
  return name?.isCode ? "place-by-code" : "place-by-name";
}

const kindsFor = (kinds: readonly KindWord[], part: number, head: Item): Location["kind"][] => {
  const own = kinds.filter(({ of }) => of === head);
  return (own.length > 0 ? own : kinds.filter((each) => each.of === null && each.part === part)).map(
    ({ kind }) => kind,
  );
};

/** None twice; the EEA holds the EU. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  const hasEea = places.some(({ country, detail }) => country === "EEA" && detail === undefined);
  return places.filter((place) => {
    if (hasEea && place.country === "EU" && place.detail === undefined) return false;
    const key = JSON.stringify([place.country, place.detail, place.kind]);
    return !seen.has(key) && seen.add(key);
  });
}
