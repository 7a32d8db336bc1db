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

/** What is one country, whatever stands beside it. */
export const isCountryAlone = ([first, ...others]: readonly Candidate[]): boolean =>
  others.length === 0 && first?.level === "country";

/** "San Francisco, CA", "CA, USA": what may be a state's code even where codes are countries. "CA, US" is two of these. */
export function isStateBeside(items: readonly Item[], at: number): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  const isIn = before && isLocal(before) && item?.parted !== "strong";
  const isOf = after && after.parted !== "strong" && after.said !== "US" && isOfStates(after);
  return Boolean(isIn || isOf);
}

/** A name of a city or state. */
export const isLocal = ({ candidates, isCode }: Item): boolean =>
  !isCode && candidates.some(({ level }) => level === "city" || level === "state");

const isOfStates = ({ candidates }: Item): boolean => isCountryAlone(candidates) && candidates[0]?.country === "US";
