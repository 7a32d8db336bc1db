import { covers, isArea } from "../../model/vendor/countries.ts";
import type { Location } from "../../model/vendor/vendor-document.ts";
import type { GuessRule } from "../guess-rules.ts";
import { bounded, hasMark } from "../phrases.ts";
import { isCountryAlone, isLocal, isOddBeside, isStateBeside } from "./place-beside.ts";
import { type Candidate, LEVELS, type Level } from "./place-index.ts";
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

// As countries are abbreviated on plates and envelopes: "D, A, CH". In small letters these are words.
const LONE_LETTERS = /(?<![\p{L}\p{N}.'’-])\p{Lu}(?![\p{L}\p{N}.:'’-]| Coruña)/gu;

/** Longer texts are prose: what lies behind is not looked at, and said to be not understood. */
const MOST = 600;

/**
 * The places that a cell names, as ISO codes and areas of UN M49. Every word is either understood or in `rest`. Unsure is
 * what may be another place, what names the whole world, and all of a text with a rest.
 */
export function placesIn(text: string, { codesAreCountries = false, kind = "processing" }: PlaceContext = {}): Places {
  const { read, left } = bounded(text, MOST);
  const { items, kinds, rest: unknown } = tokensOf(read);
  const rest = [...unknown, ...(read.match(LONE_LETTERS) ?? []).filter((letter) => !unknown.includes(letter))];
  const resolved = chains(
    codesAreCountries ? items.map((item, at) => (isStateBeside(items, at) ? item : countriesOnly(item))) : items,
  );
  const isWhole = rest.length === 0 && left.length === 0 && !hasMark(read) && !YEAR.test(read);
  const areAllOfAKind = resolved.every(({ part, head }) => kindsFor(kinds, part, head).length === 1);
  const sure = isWhole && (kinds.length === 0 || areAllOfAKind);
  const places = resolved.flatMap((chain) => placesOf(chain, kindsFor(kinds, chain.part, chain.head)[0] ?? kind, sure));
  return { places: distinct(places), rest: [...rest, ...left] };
}

/**
 * Whether a cell is nothing but codes, one of which only countries have: then the column's other codes are countries' as well.
 * "US" does not tell: states stand beside it.
 */
export const isCountryCode = (text: string): boolean => {
  const { items, rest } = tokensOf(text.slice(0, MOST));
  const [item] = items;
  return rest.length === 0 && items.length > 0 && item !== undefined && items.every(({ isCode }) => isCode)
    ? items.some(({ candidates }) => isCountryAlone(candidates) && candidates[0]?.country !== "US")
    : false;
};

const countriesOnly = (item: Item): Item => {
  const countries = item.candidates.filter(({ level }) => level !== "state");
  const isMeant = item.isCode && countries.length > 0;
  return {
    ...item,
    ...(isMeant && { candidates: countries, isDoubtful: false }),
    inside: isLocal(item) ? item.inside : item.inside.map(countriesOnly),
  };
};

/** One place as it is being put together: names that lie within each other, the narrowest first. */
type Chain = {
  candidates: readonly Candidate[];
  /** Of the widest name that was taken into it. */
  widest: Level;
  names: Item[];
  isGroup: boolean;
  isUnclear: boolean;
  part: number;
  /** The name of the top level that it belongs to. */
  head: Item;
};

const height = (level: Level) => LEVELS.indexOf(level);

const lies = (inner: Candidate, outer: Candidate): boolean =>
  height(inner.level) < height(outer.level) && covers(outer.country, inner.country) && outer.level !== "world";

const within = (inner: readonly Candidate[], outer: readonly Candidate[]): Candidate[] =>
  inner.filter((one) => outer.some((other) => lies(one, other)));

function begin(item: Item, head = item): Chain {
  const [first] = item.candidates;
  return {
    candidates: item.candidates,
    widest: first?.level ?? "country",
    names: [item],
    isGroup: item.isGroup,
    isUnclear: item.isDoubtful,
    part: item.part,
    head,
  };
}

function chains(items: readonly Item[], head?: Item): Chain[] {
  const out: Chain[] = [];
  // Whether the last chain stands alone between strong signs so far: "Armenia, Georgia, USA" says nothing of a state.
  let isAlone = true;
  items.forEach((item, index) => {
    const last = out.at(-1);
    const joins =
      item.parted === "strong" || last === undefined || index === 0 ? null : join(last, item, isAlone, items);
    if (joins) out[out.length - 1] = joins;
    else {
      isAlone = item.parted === "strong" || index === 0;
      if (last && item.parted !== "strong" && isOddBeside(last, item)) last.isUnclear = true;
      const chain = begin(item, head ?? item);
      if (last && item.parted !== "strong" && isOddBeside(last, item)) chain.isUnclear = true;
      out.push(chain);
    }
    const bracketed = inBrackets(out.at(-1) ?? begin(item), item);
    out.splice(out.length - 1, 1, ...bracketed);
  });
  return out;
}

/** A name that follows a chain without a strong sign, taken into it: what it lies in, or what lies in it. */
function join(last: Chain, item: Item, isAlone: boolean, items: readonly Item[]): Chain | null {
  if (last.isGroup || item.isGroup) return null;
  const isSame = last.candidates.length === 1 && item.candidates.some((each) => isEqual(each, last.candidates[0]));
  if (isSame && (item.isCode || last.names.some(({ said }) => said.toLowerCase() === item.said.toLowerCase())))
    return { ...last, names: [...last.names, item] };
  const inner = within(last.candidates, item.candidates);
  // "CA, US" may be two countries.
  const areCodes = item.isCode && last.names.every(({ isCode }) => isCode) && last.candidates.length > 1;
  if (areCodes && item.parted === "comma") return null;
  if (inner.length > 0) {
    // "Germany, EU, US" lists three; "Germany, EU" is one in the other.
    const isList =
      item.parted === "comma" &&
      item.candidates.some(({ level }) => level === "area") &&
      items.length > last.names.length + 1;
    if (isList || (last.candidates.length > 1 && !isAlone)) return null;
    const widest = item.candidates.find((outer) => inner.some((one) => lies(one, outer)))?.level ?? last.widest;
    return { ...last, candidates: inner, widest, names: [...last.names, item] };
  }
  const narrowed = within(item.candidates, last.candidates);
  const isArea = last.candidates.some(({ level }) => level === "area");
  if (narrowed.length === 0 || last.names.length > 1) return null;
  if (item.parted === "comma" && (isArea || item.candidates.length > 1)) return null;
  return { ...last, candidates: narrowed, names: [item, ...last.names] };
}

const isEqual = (one: Candidate, other: Candidate | undefined) =>
  one.country === other?.country && (one.level === other.level || (one.level === "state" && other.level === "city"));

/** What stands in brackets narrows a name, or says in what it lies; else both are places, and neither is sure. */
function inBrackets(chain: Chain, item: Item): Chain[] {
  if (item.inside.length === 0) return [chain];
  const inside = chains(item.inside, chain.head);
  const isPartOf = (part: Chain) =>
    part.candidates.length === 1 && within(part.candidates, chain.candidates).length > 0;
  const isSame = (part: Chain) =>
    part.candidates.some(({ country }) => chain.candidates.some((each) => each.country === country));
  if (inside.every((part) => isPartOf(part))) {
    const own = chain.names.filter((name) => isNarrow(chain, name));
    return inside.map((part) => ({ ...part, names: [...own, ...part.names], part: chain.part }));
  }
  const outer = inside.flatMap(({ candidates }) => candidates);
  const inner = within(chain.candidates, outer);
  if (inner.length > 0 && inside.length === 1)
    return [{ ...chain, candidates: inner, names: [...chain.names, ...inside.flatMap(({ names }) => names)] }];
  if (inside.length === 1 && inside.every(isSame) && chain.candidates.length === 1) {
    const [part] = inside;
    return [{ ...chain, names: [...chain.names, ...(part?.names ?? [])] }];
  }
  return [chain, ...inside].map((each) => ({ ...each, isUnclear: true }));
}

const isNarrow = (chain: Chain, { candidates }: Item): boolean =>
  candidates.some(
    ({ country, level }) =>
      height(level) < height("country") &&
      chain.candidates.some((each) => covers(each.country, country) || covers(country, each.country)),
  );

function placesOf(chain: Chain, kind: Location["kind"], isUnderstood: boolean): Place[] {
  const { candidates, names, isGroup } = chain;
  const from = names.map(({ said }) => said).join(", ");
  const details = [...new Set(names.filter((name) => isNarrow(chain, name)).map(({ said }) => said))];
  const made = isGroup ? candidates : candidates.slice(0, 1);
  return made.map(({ country, level }) => {
    const others = isGroup
      ? []
      : [...new Set(candidates.map((each) => each.country))].filter((each) => each !== country);
    const detail = isGroup ? from : level === "country" && others.length > 0 ? "" : details.join(", ");
    return {
      country,
      ...(detail !== "" && !(isArea(country) && level !== "area") && { detail }),
      kind,
      from,
      rule: ruleOf(level, names[0]),
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
