import type { Candidate, Level } from "./place-index.ts";
import { TERRITORIES } from "./place-regions.ts";
import type { Item } from "./place-tokens.ts";

/**
 * "Dublin, Ohio", "London, Canada", "Lebanon, NH": a place beside a state or country that it is not known in. "Hong Kong, China"
 * may be one place or two.
 */
export function isOddBeside(last: Pick<Item, "candidates"> & { names: readonly Item[] }, item: Item): boolean {
  const [name, ...others] = last.names;
  if (!name || others.length > 0) return false;
  const has = (candidates: readonly Candidate[], ...levels: Level[]) =>
    candidates.some(({ level }) => levels.includes(level));
  if (has(last.candidates, "city") && has(item.candidates, "state", "country")) return true;
  if (has(last.candidates, "country") && !name.isCode && isState(item)) return true;
  return last.candidates.some(({ country }) =>
    item.candidates.some((each) => TERRITORIES[each.country]?.includes(country)),
  );
}

/** What is a state's name alone, or the code of one. */
const isState = ({ candidates, isCode }: Item): boolean =>
  isCode ? candidates.some(({ level }) => level === "state") : candidates.every(({ level }) => level === "state");
