import { z } from "@hono/zod-openapi";
import { slugify } from "../model/values/text.ts";
import type { VendorDocument } from "../model/vendor/vendor-document.ts";
import { type Known, type Matched, matchVendors } from "./match.ts";
import { own, type PlanEntry, type Planned, type Planning, readEntry, removalOf } from "./plan-entry.ts";
import type { VendorReading } from "./reading.ts";

export type PlanInput = Planning & { readings: readonly VendorReading[]; known: readonly Known[] };

/**
 * What would become of the list, were it as a file says: the vendors of the file in its order, then those of the list that
 * it does not have. Pure: the same file, list and answers give the same plan.
 */
export function makePlan({ readings, whole, known, answers, check }: PlanInput): PlanEntry[] {
  const keyed = withKeys(readings);
  const chosen = keyed.map(({ key }) => own(answers.vendors, key)?.slug);
  const matched = matchVendors(readings, known, chosen);
  const bySlug = new Map(known.map((each) => [each.slug, each]));
  const read = keyed.map(({ key, reading }, at) => {
    const { match, asked } = matched[at] ?? NOBODY;
    const vendor = match ? bySlug.get(match.slug) : undefined;
    return readEntry({ key, reading, match, asked, vendor, whole, answers, check });
  });
  const met = new Set(matched.flatMap(({ match, asked }) => [match, ...asked].flatMap((each) => each?.slug ?? [])));
  const keys = keyMaker(read.map(({ key }) => key));
  // Where no vendor was read, what the columns are is still to be said: that takes nobody off the list.
  const missing = (readings.length === 0 && !whole ? [] : known)
    .filter(({ slug, newest, inForce }) => newest && (whole || inForce) && !met.has(slug))
    .map((vendor) => removalOf(vendor, keys(vendor.slug), answers));
  return [...read, ...missing];
}

const NOBODY: Matched = { match: null, asked: [] };

/** Each reading with its key: its slug, else made of its name. */
function withKeys(readings: readonly VendorReading[]): { key: string; reading: VendorReading }[] {
  const keys = keyMaker([]);
  return readings.map((reading) => {
    const { slug, name } = reading.document;
    return { key: keys(slug ?? (slugify(name) || "vendor")), reading };
  });
}

/** Makes keys that are each used once. */
function keyMaker(used: readonly string[]): (wish: string) => string {
  const taken = new Map<string, number>(used.map((key) => [key, 1]));
  return (wish) => {
    for (;;) {
      const count = (taken.get(wish) ?? 0) + 1;
      taken.set(wish, count);
      const key = count === 1 ? wish : `${wish}-${count}`;
      if (count === 1) return key;
      if (!taken.has(key)) {
        taken.set(key, 1);
        return key;
      }
    }
  };
}

/** How many vendors there are of each. */
export function totalsOf(entries: readonly Pick<PlanEntry, "what">[]): Record<Planned, number> {
  const totals = { add: 0, change: 0, remove: 0, same: 0, unsure: 0 };
  for (const { what } of entries) totals[what] += 1;
  return totals;
}

/** How many vendors somebody says may be removed. */
export const AllowedRemovals = z.int().min(0).max(100_000);

/** Beyond this part of the list, removing takes somebody who says how many. */
const UNASKED = 1 / 5;

/** Of the vendors that a plan removes: how many, the list they are of, and the categories that are left empty. */
export function removalsOf(entries: readonly PlanEntry[]) {
  const listed = entries.filter(({ before }) => before !== null);
  const gone = listed.filter(({ what }) => what === "remove");
  const stay = new Set(listed.filter(({ what }) => what !== "remove").flatMap(({ before }) => categoriesOf(before)));
  const emptied = new Set(gone.flatMap(({ before }) => categoriesOf(before)).filter((each) => !stay.has(each)));
  return {
    count: gone.length,
    listed: listed.length,
    categories: [...emptied],
    mustBeAllowed: gone.length > listed.length * UNASKED || emptied.size > 0,
  };
}

const categoriesOf = (document: VendorDocument | null): string[] =>
  document?.services.flatMap(({ category }) => category ?? []) ?? [];
