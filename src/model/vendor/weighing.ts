import { foldName } from "../values/text.ts";
import type { Ground } from "./grounds.ts";

/** What speaks for the weight of a field that differs, by its value before and after; `owner` is the vendor or service. */
export type Weighs<Value, Owner = unknown> = (
  before: Value,
  after: Value,
  owner: { before: Owner; after: Owner },
) => Ground[];

/** Words, links and contacts: nobody is told. */
export const editorial: Weighs<unknown> = () => [];

/** Any difference counts, by what the value is now. */
export const changed =
  <Value>(ground: (now: Value) => Ground): Weighs<Value> =>
  (_, after) => [ground(after)];

/** What some have that others have not. */
export const beyond = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((each) => !others.includes(each));

/** The names that some have and others have not, however those are written. */
export function namesBeyond(some: readonly string[] = [], others: readonly string[] = []): string[] {
  const known = new Set(others.map(foldName));
  return some.filter((name) => !known.has(foldName(name)));
}

/** What is gained counts apart from what is lost; order, repetition, case and blanks do not. */
export const gainsAndLosses =
  (of: "data-category" | "data-subjects"): Weighs<string[]> =>
  (before, after) => [
    ...namesBeyond(after, before).map((name): Ground => ({ code: `${of}-added`, name })),
    ...namesBeyond(before, after).map((name): Ground => ({ code: `${of}-removed`, name })),
  ];

/** Keys that narrow where a service is used. No keys means all of them, so from some to none is wider. */
export const scope =
  (of: "products" | "hostingRegions"): Weighs<string[]> =>
  (before, after) => {
    const isWithin = (some: string[], others: string[]) =>
      others.length === 0 || (some.length > 0 && beyond(some, others).length === 0);
    if (isWithin(before, after)) return isWithin(after, before) ? [] : [{ code: "scope-wider", of }];
    return [{ code: isWithin(after, before) ? "scope-narrower" : "scope-replaced", of }];
  };

/** Whatever the rules of any part find. */
export const anyPart =
  <Items>(parts: Record<string, Weighs<Items>>): Weighs<Items> =>
  (before, after, owner) =>
    [...new Set(Object.values(parts))].flatMap((weighs) => weighs(before, after, owner));
