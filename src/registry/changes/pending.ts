import type { OutlinedChange, RecordedChange } from "../../model/change/change-set.ts";
import { type Dated, newestAnnounced } from "../../model/change/history.ts";
import { type IsoDate, latest } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";

/** The announced change that a draft builds on, and the day it takes effect: the draft cannot come before it. */
export type Pending = { changeSet: number; vendor: string; effectiveOn: IsoDate };

/** The latest of those a draft's changes build on. Takes all changes of each vendor. */
export function latestPending(
  history: readonly Dated<OutlinedChange>[],
  changes: readonly RecordedChange[],
): Pending | null {
  let last: Pending | null = null;
  for (const { vendorId, vendor } of changes) {
    const newest = newestAnnounced(history, vendorId);
    // Where that one waits for approvals beyond its date, so will this one.
    const effectiveOn = newest && (newest.effectiveOn ?? newest.set.effectiveOn);
    if (newest && effectiveOn && (last === null || effectiveOn > last.effectiveOn)) {
      last = { changeSet: newest.changeSet, vendor: vendor.slug, effectiveOn };
    }
  }
  return last;
}

/** The day from which a set may hold: not before its notice periods end, nor before what it builds on. */
export const notBefore = (date: IsoDate, pending: Pending | null): IsoDate =>
  pending === null ? date : latest(date, pending.effectiveOn);

/** Refuses earlier-than-pending-change, with the day from which all of it may hold. */
export function refuseBeforePending(pending: Pending | null, effectiveOn: IsoDate): void {
  if (pending === null || pending.effectiveOn <= effectiveOn) return;
  const { changeSet, vendor, effectiveOn: earliest } = pending;
  throw new Refusal(
    "earlier-than-pending-change",
    `Change set ${changeSet} changes "${vendor}" on ${earliest}: this one cannot come before it.`,
    {
      errors: [{ pointer: "/effectiveOn", detail: `must be ${earliest} or later` }],
      members: { vendor, earliest },
    },
  );
}
