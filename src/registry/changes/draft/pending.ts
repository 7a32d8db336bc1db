import type { OutlinedChange, RecordedChange } from "../../../model/change/change-set.ts";
import { type Dated, newestAnnounced, plannedFor } from "../../../model/change/history.ts";
import type { AnnouncementTerms } from "../../../model/change/terms.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { Refusal } from "../../../model/values/refusal.ts";

/** The announced change that a draft builds on, and the day it takes effect: the draft cannot come before it. */
export type Pending = { changeSet: number; vendor: string; effectiveOn: IsoDate; awaitsApproval: boolean };

/** Those that a draft's changes build on, each with its day. Takes all changes of each vendor. */
export const pendingOf = (
  history: readonly Dated<OutlinedChange>[],
  changes: readonly RecordedChange[],
): readonly Pending[] =>
  changes.flatMap(({ vendorId, vendor }) => {
    const newest = newestAnnounced(history, vendorId);
    // Where that one waits for approvals beyond its date, so will this one.
    const effectiveOn = newest && (newest.effectiveOn ?? plannedFor(newest));
    if (!newest || !effectiveOn) return [];
    return {
      changeSet: newest.changeSet,
      vendor: vendor.slug,
      effectiveOn,
      awaitsApproval: newest.effectiveOn === null,
    };
  });

/** The day of each, by the vendor's slug. */
export const daysOf = (pending: readonly Pending[]): ReadonlyMap<string, IsoDate> =>
  new Map(pending.map(({ vendor, effectiveOn }) => [vendor, effectiveOn]));

/** Refuses earlier-than-pending-change, with the day from which all of the set may hold. */
export function refuseBeforePending(
  pending: readonly Pending[],
  { changes, earliestEffectiveOn: earliest }: AnnouncementTerms,
): void {
  const days = new Map(changes.map((change) => [change.vendor, change.effectiveOn]));
  const isBefore = ({ vendor, effectiveOn }: Pending) => (days.get(vendor) ?? effectiveOn) < effectiveOn;
  const [first] = pending.filter(isBefore).sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1));
  if (!first) return;
  const { changeSet, vendor, effectiveOn } = first;
  throw new Refusal(
    "earlier-than-pending-change",
    `Change set ${changeSet} changes "${vendor}" on ${effectiveOn}: this one cannot come before it.`,
    {
      errors: [{ pointer: "/effectiveOn", detail: `must be ${effectiveOn} or later` }],
      members: { vendor, earliest },
    },
  );
}
