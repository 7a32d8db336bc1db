import type { z } from "@hono/zod-openapi";
import { type IsoDate, latest } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import type { VendorDocument } from "../vendor/vendor-document.ts";
import type { ChangeSetRow, DatedState, RecordedChange } from "./change-set.ts";

/** What the dates of a vendor's changes follow from. */
export type Datable = Pick<
  RecordedChange,
  "vendorId" | "plannedOn" | "postponedTo" | "awaitsApproval" | "releasedOn" | "withdrawn"
> & {
  set: Pick<ChangeSetRow, "state" | "publishedAs" | "effectiveOn">;
};

/** With the first day it is in force; null where there is none: of a draft, withdrawn, or not approved yet. */
export type Dated<Change> = Change & { effectiveOn: IsoDate | null };
export type DatedChange = Dated<RecordedChange>;

/** A vendor in force, and the change set that made it what it is. */
export type Entry = { slug: string; document: VendorDocument; changeSet: number; effectiveOn: IsoDate };

/**
 * The list on a date: per vendor, the last change of a set announced (and not withdrawn) and in force on that date.
 * Sets come into force by date, and on one date in the order in which they were announced.
 */
export function listOn(history: readonly RecordedChange[], date: IsoDate): Entry[] {
  const last = new Map<string, OnDay>();
  for (const each of inForceOrder(history)) {
    if (each.effectiveOn > date) break;
    last.set(each.change.vendor.slug, each);
  }
  return [...last.values()]
    .flatMap(({ change: { vendor, after, set }, effectiveOn }) =>
      after ? [{ slug: vendor.slug, document: after, changeSet: set.number, effectiveOn }] : [],
    )
    .sort((a, b) => compare(a.document.name, b.document.name) || compare(a.slug, b.slug));
}

/** The day a change is meant to take effect: the one it was postponed to, else its own, else its set's; null of a draft without one. */
export const plannedFor = ({ postponedTo, plannedOn, set }: Datable): IsoDate | null =>
  postponedTo ?? plannedOn ?? set.effectiveOn;

/**
 * Every change with the day it takes effect: the one it is planned for, or the later day from which it no longer waits for
 * approvals; and never before the change of the same vendor that was announced before it, on which it builds. Takes
 * all changes of each vendor.
 */
export const dated = <Change extends Datable>(history: readonly Change[]): Dated<Change>[] =>
  withDays(history, daysOf(history));

function withDays<Change extends Datable>(changes: readonly Change[], days: readonly Day<Change>[]): Dated<Change>[] {
  const asked = new Set(changes);
  const found = new Map<Change, IsoDate | null>();
  for (const { change, effectiveOn } of days) if (asked.has(change)) found.set(change, effectiveOn);
  return changes.map((change) => ({ ...change, effectiveOn: found.get(change) ?? null }));
}

/** An announced change, and the first day it is in force. */
type Day<Change> = { change: Change; effectiveOn: IsoDate | null };

/** In the order in which the changes were announced. */
function daysOf<Change extends Datable>(history: readonly Change[]): Day<Change>[] {
  const newest = new Map<string, IsoDate | null>();
  return announcedOrder(history).map((change) => {
    const before = newest.get(change.vendorId);
    const own = ownDate(change);
    const effectiveOn = before === undefined ? own : own && before && latest(own, before);
    newest.set(change.vendorId, effectiveOn);
    return { change, effectiveOn };
  });
}

function ownDate(change: Datable): IsoDate | null {
  const planned = plannedFor(change);
  if (!change.awaitsApproval) return planned;
  return planned && change.releasedOn && latest(planned, change.releasedOn);
}

/** Changes of announced sets that were not withdrawn, in the order in which those were announced. */
function announcedOrder<Change extends Datable>(history: readonly Change[]): Change[] {
  return history
    .filter(({ set, withdrawn }) => set.state === "announced" && !withdrawn)
    .sort((a, b) => (a.set.publishedAs ?? 0) - (b.set.publishedAs ?? 0));
}

/**
 * Works something out once for each history. The published one is read by every page, and another one is another array;
 * none is written to.
 */
export function onceForHistory<Made>(
  make: (history: readonly RecordedChange[]) => Made,
): (history: readonly RecordedChange[]) => Made {
  const made = new WeakMap<readonly RecordedChange[], { made: Made }>();
  return (history) => {
    const before = made.get(history);
    if (before) return before.made;
    const now = make(history);
    made.set(history, { made: now });
    return now;
  };
}

/** A long history is put in order once. */
const knownDays = onceForHistory((history): readonly Day<RecordedChange>[] => daysOf(history));

/** Some changes of a whole history with their days, as `dated` says. */
export const datedAmong = (changes: readonly RecordedChange[], history: readonly RecordedChange[]): DatedChange[] =>
  withDays(changes, knownDays(history));

type OnDay = Day<RecordedChange> & { effectiveOn: IsoDate };

/** Announced changes in the order in which they come, or came, into force; without those that wait for approvals. */
export const inForceOrder = onceForHistory((history): readonly OnDay[] =>
  knownDays(history)
    .filter((each): each is OnDay => each.effectiveOn !== null)
    .sort((a, b) => compare(a.effectiveOn, b.effectiveOn)),
);

/** The date of the earliest list there is a record of; null when nothing was announced. */
export function recordedFrom(history: readonly RecordedChange[]): IsoDate | null {
  return inForceOrder(history)[0]?.effectiveOn ?? null;
}

type ComingChange = RecordedChange & {
  /** The day it takes effect; as planned while it waits for approvals, which may be over. */
  effectiveOn: IsoDate;
  awaitsApproval: boolean;
};

/** What is announced and not in force on a date, soonest first. */
export function comingAfter(history: readonly RecordedChange[], date: IsoDate): ComingChange[] {
  return knownDays(history)
    .filter((each) => !isInForce(each, date))
    .flatMap(({ change, effectiveOn: day }) => {
      const effectiveOn = day ?? plannedFor(change);
      return effectiveOn === null ? [] : [{ ...change, effectiveOn, awaitsApproval: day === null }];
    })
    .sort((a, b) => compare(a.effectiveOn, b.effectiveOn));
}

/** The newest announced change of a vendor, in force or still to come. */
export function newestAnnounced<Change extends Datable>(
  history: readonly Change[],
  vendorId: string,
): Change | undefined {
  return announcedOrder(history)
    .filter((change) => change.vendorId === vendorId)
    .at(-1);
}

export const VendorStatus = explained({
  draft: "in a draft alone",
  upcoming: "announced, and not on the list yet",
  active: "on the list",
  leaving: "on the list, and announced to leave it",
  removed: "no longer on the list",
}).openapi("VendorStatus");
export type VendorStatus = z.infer<typeof VendorStatus>;

/** What a vendor is on a date, from its own changes. */
export function statusOn(history: readonly RecordedChange[], today: IsoDate): VendorStatus {
  const inForce = inForceOrder(history).findLast(({ effectiveOn }) => effectiveOn <= today)?.change;
  const isComing = comingAfter(history, today).length > 0;
  if (inForce?.after) return isComing && announcedOrder(history).at(-1)?.kind === "removed" ? "leaving" : "active";
  if (isComing) return "upcoming";
  return inForce || history.every(({ set }) => set.state !== "draft") ? "removed" : "draft";
}

/** Takes the set's own changes: all of them that were not withdrawn have to be in force for the set to be. */
export function stateOn(
  set: ChangeSetRow,
  changes: readonly Dated<Pick<RecordedChange, "withdrawn">>[],
  today: IsoDate,
): DatedState {
  const isEffective = set.state === "announced" && !changes.some((change) => isToCome(change, today));
  return isEffective ? "effective" : set.state;
}

export const isInForce = ({ effectiveOn }: Dated<object>, on: IsoDate): boolean =>
  effectiveOn !== null && effectiveOn <= on;

/** Of an announced set: neither in force nor withdrawn. */
export const isToCome = (change: Dated<Pick<RecordedChange, "withdrawn">>, on: IsoDate): boolean =>
  !change.withdrawn && !isInForce(change, on);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
