import { foldName } from "../values/text.ts";
import type { Ground } from "./grounds.ts";
import { type Measure, type Reach, without } from "./reach.ts";

/**
 * What the organisation has, and where data goes from it: whether any of its regimes sees a transfer to a place. Without
 * them, what is weighed may be new to somebody who is not known, and any place a third country.
 */
export type Setting = { products: string[]; hostingRegions: string[]; seesTransfer: (place: string) => boolean };
export const UNKNOWN_SETTING: Setting = { products: [], hostingRegions: [], seesTransfer: () => true };

/** Under which a field is weighed. */
export type Circumstances = Pick<Setting, "seesTransfer"> & {
  /** The vendor's country of establishment, as it will be; the last one that was stated, where none will be. */
  establishedIn: string | undefined;
  measure: Measure;
  /** The customers that both versions are for: to them, what is elsewhere now is new. */
  both: Reach;
  /** Those it will be for, and was not; and those it was for, and will not be. */
  gained: Reach;
  lost: Reach;
};

/** What speaks for the weight of a field that differs, by its value before and after; `owner` is the vendor or service. */
export type Weighs<Value, Owner = unknown> = (
  before: Value,
  after: Value,
  owner: { before: Owner; after: Owner },
  circumstances: Circumstances,
) => Ground[];

/** Words, links and contacts: nobody is told. */
export const editorial: Weighs<unknown> = () => [];

/** Any difference counts, by what the value is now. */
export const changed =
  <Value>(ground: (now: Value) => Ground): Weighs<Value> =>
  (_, after) => [ground(after)];

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

/** Keys that narrow where a service is used: none are all, and all of them named are none. */
export const scope =
  (of: "products" | "hostingRegions"): Weighs<string[]> =>
  (before, after, _owner, { measure, gained, lost }) => {
    const [was, is] = [measure.of({ [of]: before }), measure.of({ [of]: after })];
    const isWider = gained !== 0n && without(is, was) !== 0n;
    const isNarrower = lost !== 0n && without(was, is) !== 0n;
    if (isWider) return [{ code: isNarrower ? "scope-replaced" : "scope-wider", of, only: measure.said(gained) }];
    return isNarrower ? [{ code: "scope-narrower", of, only: measure.said(lost) }] : [];
  };

/** Whatever the rules of any part find. */
export const anyPart =
  <Items, Owner>(parts: Record<string, Weighs<Items, Owner>>): Weighs<Items, Owner> =>
  (before, after, owner, circumstances) =>
    [...new Set(Object.values(parts))].flatMap((weighs) => weighs(before, after, owner, circumstances));
