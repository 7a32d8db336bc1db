import { covers, isArea } from "../../model/vendor/countries.ts";
import { isOddBeside, isStateOrCountry } from "./place-beside.ts";
import { type Candidate, LEVELS, type Level } from "./place-index.ts";
import type { Item } from "./place-tokens.ts";

/** One place as it is being put together: names that lie within each other, the narrowest first. */
export type Chain = {
  candidates: readonly Candidate[];
  /** Of the widest name that was taken into it. */
  widest: Level;
  names: Item[];
  isGroup: boolean;
  isUnclear: boolean;
  /** What stands beside it is of these, in which it does not lie: it may be a namesake there. */
  beside: readonly string[];
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
    isUnclear: item.isDoubtful || item.isDenied,
    beside: [],
    part: item.part,
    head,
  };
}

export function chains(items: readonly Item[], head?: Item): Chain[] {
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
      const chain = begin(item, head ?? item);
      out.push(chain);
      if (last && item.parted !== "strong" && isOddBeside(last, item)) contradict(last, chain);
    }
    const bracketed = inBrackets(out.at(-1) ?? begin(item), item);
    out.splice(out.length - 1, 1, ...bracketed);
  });
  return out;
}

/** None is sure, and each may be a namesake in the country of another. */
function contradict(...all: Chain[]): void {
  const countries = all.map(({ candidates }) => candidates.flatMap(({ country }) => (isArea(country) ? [] : country)));
  all.forEach((chain, at) => {
    chain.isUnclear = true;
    if (countries[at]?.length) chain.beside = [...chain.beside, ...countries.toSpliced(at, 1).flat()];
  });
}

/** A name that follows a chain without a strong sign, taken into it: what it lies in, or what lies in it. */
function join(last: Chain, item: Item, isAlone: boolean, items: readonly Item[]): Chain | null {
  if (last.isGroup || item.isGroup || isStateOrCountry(last, item)) return null;
  if (item.isDenied || last.names.some(({ isDenied }) => isDenied)) return null;
  const isSame = last.candidates.length === 1 && item.candidates.some((each) => isEqual(each, last.candidates[0]));
  if (isSame && (item.isCode || last.names.some(({ said }) => said.toLowerCase() === item.said.toLowerCase())))
    return { ...last, names: [...last.names, item] };
  const inner = within(last.candidates, item.candidates);
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
  if (item.inside.some(({ isDenied }) => isDenied)) return [{ ...chain, isUnclear: true }, ...inside];
  const [only] = item.inside;
  if (only && item.inside.length === 1 && isStateOrCountry(chain, only)) {
    contradict(chain, ...inside);
    return [chain, ...inside];
  }
  const isPartOf = (part: Chain) =>
    part.candidates.length === 1 && within(part.candidates, chain.candidates).length > 0;
  if (inside.every((part) => isPartOf(part))) {
    const own = chain.names.filter((name) => isNarrow(chain, name));
    return inside.map((part) => ({ ...part, names: [...own, ...part.names], part: chain.part }));
  }
  const outer = inside.flatMap(({ candidates }) => candidates);
  const inner = within(chain.candidates, outer);
  if (inner.length > 0 && inside.length === 1)
    return [{ ...chain, candidates: inner, names: [...chain.names, ...inside.flatMap(({ names }) => names)] }];
  const [part] = inside;
  const same = chain.candidates.filter((own) => part?.candidates.some((each) => isEqual(each, own)));
  if (
    part &&
    inside.length === 1 &&
    same.length === 1 &&
    Math.min(chain.candidates.length, part.candidates.length) === 1
  )
    return [{ ...chain, candidates: same, names: [...chain.names, ...part.names] }];
  contradict(chain, ...inside);
  return [chain, ...inside];
}

/** Whether a name is of a part of the country that a place is put together to be. */
export const isNarrow = (chain: Chain, { candidates }: Item): boolean =>
  candidates.some(
    ({ country, level }) =>
      height(level) < height("country") &&
      chain.candidates.some((each) => covers(each.country, country) || covers(country, each.country)),
  );
