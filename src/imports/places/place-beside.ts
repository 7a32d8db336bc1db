import { foldPhrase } from "../phrases.ts";
import type { Candidate, Level } from "./place-index.ts";
import { TERRITORIES, US_STATES } from "./place-regions.ts";
import type { Item } from "./place-tokens.ts";

/** A place as far as it is put together: what it may be, and by which names. */
type SoFar = { candidates: readonly Candidate[]; names: readonly Item[] };

/**
 * "Dublin, Ohio", "Washington, UK", "Ireland - Frankfurt", "Lebanon, NH": a place beside a state or country that it is not known
 * in. "Hong Kong, China" may be one place or two.
 */
export function isOddBeside(last: SoFar, item: Item): boolean {
  const [name, ...others] = last.names;
  if (!name || others.length > 0 || [name, item].some(({ isGroup, isDenied }) => isGroup || isDenied)) return false;
  const isShared = last.candidates.some(({ country }) => item.candidates.some((each) => each.country === country));
  if (!isShared && isPart(name) && has(item.candidates, "state", "country")) return true;
  if (!isShared && has(last.candidates, "country") && (item.isCode ? isState(item) && !name.isCode : isPart(item)))
    return true;
  return last.candidates.some(({ country }) =>
    item.candidates.some((each) => TERRITORIES[each.country]?.includes(country)),
  );
}

/**
 * "DE (US)", "USA - CA", "Texas, CA": a code that is a state's as well as a country's, beside the code of the United States or a state
 * of which it is not the code. A city before it tells: "San Francisco, CA, USA".
 */
export function isStateOrCountry({ names }: SoFar, item: Item): boolean {
  const [name, ...others] = names;
  if (!name || others.length > 0) return false;
  const isEither = ({ candidates, isCode }: Item) => isCode && has(candidates, "country") && has(candidates, "state");
  const isOfAnother = isStateOfUs(name) && !OWN_CODES.has(`${foldPhrase(item.said)} ${foldPhrase(name.said)}`);
  const isUsCode = (each: Item) => each.isCode && isOfStates(each);
  return (isEither(name) && isUsCode(item)) || (isEither(item) && (isUsCode(name) || isOfAnother));
}

/** "ca california". */
const OWN_CODES = new Set(US_STATES.split("|").map(foldPhrase));

const has = (candidates: readonly Candidate[], ...levels: Level[]) =>
  candidates.some(({ level }) => levels.includes(level));

/** A city or state, which does not say of what country, as "IT-MI" does. */
const isPart = (item: Item): boolean =>
  !(item.isCode && item.said.includes("-")) &&
  item.candidates.every(({ level }) => level === "state" || level === "city");

const isStateOfUs = ({ candidates, isCode }: Item): boolean =>
  !isCode && candidates.every(({ country, level }) => country === "US" && level === "state");

/** What is a state's name alone, or the code of one. */
const isState = ({ candidates, isCode }: Item): boolean =>
  isCode ? has(candidates, "state") : candidates.every(({ level }) => level === "state");

/** Places of Canada that are cities of the United States as well. */
const CITIES_OF_US = new Set(["Ontario", "Victoria"].map(foldPhrase));

/** "Ontario, CA", "Victoria (CA)": a city of California where Canada's code behind it may be that state's. */
export function orCityOfUs(item: Item, next: Item | undefined): Item {
  if (!CITIES_OF_US.has(foldPhrase(item.said))) return item;
  const behind = [...(next && next.parted !== "strong" ? [next] : []), ...item.inside];
  const isCa = ({ candidates }: Item) => has(candidates, "state") && candidates.some(({ country }) => country === "CA");
  if (!behind.some((each) => each.isCode && isCa(each))) return item;
  return { ...item, candidates: [...item.candidates, { country: "US", level: "city" }] };
}

/** What is one country, whatever stands beside it. */
export const isCountryAlone = ([first, ...others]: readonly Candidate[]): boolean =>
  others.length === 0 && first?.level === "country";

/**
 * "San Francisco, CA", "Poland, ME", "CA, USA", "AR, US", "CA, NY": what may be a state's code even where codes are countries. Of
 * three codes or more, "US" is one of a list.
 */
export function isStateBeside(items: readonly Item[], at: number): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  const isOfUs = (each: Item) => isOfStates(each) && (each.said !== "US" || items.length === 2);
  const isIn = before && item?.parted !== "strong" && (!before.isCode || isOfUs(before) || isStateAlone(before));
  const isOf = after && after.parted !== "strong" && (isOfUs(after) || isStateAlone(after));
  return Boolean(isIn || isOf);
}

/** "NY", which is no country's code. */
export const isStateAlone = ({ candidates, isCode }: Item): boolean =>
  isCode && !has(candidates, "country") && has(candidates, "state");

/** A name of a city or state. */
export const isLocal = ({ candidates, isCode }: Item): boolean => !isCode && has(candidates, "city", "state");

const isOfStates = ({ candidates }: Item): boolean => isCountryAlone(candidates) && candidates[0]?.country === "US";
