import type { changeSets, changes, vendors } from "../db/schema.ts";
import type { IsoDate } from "./dates.ts";
import type { VendorDocument } from "./vendor-document.ts";

export type ChangeSetRow = typeof changeSets.$inferSelect;

/** One vendor's change with the set it belongs to. */
export type RecordedChange = {
  vendor: typeof vendors.$inferSelect;
  set: ChangeSetRow;
} & typeof changes.$inferSelect;

/** A vendor in force, and the change set that made it what it is. */
export type Entry = { slug: string; document: VendorDocument; changeSet: number; effectiveOn: IsoDate };

/**
 * The list on a date: per vendor, the last change of a set announced (and not withdrawn) and in force on that date.
 * Sets come into force by date, and on one date in the order in which they were announced.
 */
export function listOn(history: readonly RecordedChange[], date: IsoDate): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { vendor, after, set, effectiveOn } of inForceOrder(history)) {
    if (effectiveOn > date) break;
    if (after) entries.set(vendor.slug, { slug: vendor.slug, document: after, changeSet: set.number, effectiveOn });
    else entries.delete(vendor.slug);
  }
  return [...entries.values()].sort((a, b) => compare(a.document.name, b.document.name) || compare(a.slug, b.slug));
}

/** Announced changes in the order in which they come, or came, into force. */
export function inForceOrder(history: readonly RecordedChange[]): (RecordedChange & { effectiveOn: IsoDate })[] {
  return history
    .flatMap((change) => {
      const { state, effectiveOn } = change.set;
      return state === "announced" && effectiveOn !== null ? [{ ...change, effectiveOn }] : [];
    })
    .sort((a, b) => compare(a.effectiveOn, b.effectiveOn) || (a.set.publishedAs ?? 0) - (b.set.publishedAs ?? 0));
}

/** The newest announced change of a vendor, in force or still to come. */
export function newestAnnounced(history: readonly RecordedChange[], vendorId: string) {
  return inForceOrder(history)
    .filter((change) => change.vendorId === vendorId)
    .at(-1);
}

export type VendorStatus = "draft" | "upcoming" | "active" | "leaving" | "removed";

/** What a vendor is on a date, from its own changes. */
export function statusOn(history: readonly RecordedChange[], today: IsoDate): VendorStatus {
  const announced = inForceOrder(history);
  const inForce = announced.filter(({ effectiveOn }) => effectiveOn <= today).at(-1);
  const coming = announced.filter(({ effectiveOn }) => effectiveOn > today);
  if (inForce?.after) return coming.at(-1)?.kind === "removed" ? "leaving" : "active";
  if (coming.length > 0) return "upcoming";
  return inForce || history.every(({ set }) => set.state !== "draft") ? "removed" : "draft";
}

/** Whether a set's changes are in force on a date: `effective` is a fact of the calendar, not a stored state. */
export function stateOn(set: ChangeSetRow, today: IsoDate): "draft" | "announced" | "effective" | "withdrawn" {
  if (set.state === "announced" && set.effectiveOn !== null && set.effectiveOn <= today) return "effective";
  return set.state;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
