import type { Weight } from "../change/change-set.ts";

/** How much a difference concerns customers, and why. */
export type Ground = { weight: Weight; reason: string };

/** What a field that differs weighs, by its value before and after; `owner` is the vendor or service it is of. */
export type Weighs<Value, Owner = unknown> = (
  before: Value,
  after: Value,
  owner: { before: Owner; after: Owner },
) => Ground[];

export const material = (reason: string): Ground => ({ weight: "material", reason });
export const informative = (reason: string): Ground => ({ weight: "informative", reason });

/** Words, links and contacts: nobody is told. */
export const editorial: Weighs<unknown> = () => [];

/** Any difference counts, by what the value is now. */
export const changed =
  <Value>(ground: (now: Value) => Ground): Weighs<Value> =>
  (_, after) => [ground(after)];

/** What is gained counts apart from what is lost; order and repetition do not. `names` says what counts as the same. */
export const gainsAndLosses =
  <Value>(
    names: (value: Value) => string[],
    grounds: {
      gained: (name: string, before: string[]) => Ground;
      lost: (name: string, after: string[]) => Ground;
    },
  ): Weighs<Value> =>
  (before, after) => {
    const [old, now] = [names(before), names(after)];
    return [
      ...now.filter((each) => !old.includes(each)).map((each) => grounds.gained(each, old)),
      ...old.filter((each) => !now.includes(each)).map((each) => grounds.lost(each, now)),
    ];
  };

/** Keys that narrow where a service is used. No keys means all of them, so from some to none is wider. */
export const scope =
  (what: string): Weighs<string[]> =>
  (before, after) => {
    const isWithin = (some: string[], others: string[]) =>
      others.length === 0 || (some.length > 0 && some.every((key) => others.includes(key)));
    return [
      ...(isWithin(after, before) ? [] : [material(`wider ${what}`)]),
      ...(isWithin(before, after) ? [] : [informative(`narrower ${what}`)]),
    ];
  };

/** Whatever the rules of any part find. */
export const anyPart =
  <Items>(parts: Record<string, Weighs<Items>>): Weighs<Items> =>
  (before, after, owner) =>
    [...new Set(Object.values(parts))].flatMap((weighs) => weighs(before, after, owner));
