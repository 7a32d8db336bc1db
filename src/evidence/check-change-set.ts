import type { Postponement } from "../model/change/change-set.ts";
import { type Stating, waitsForCustomers } from "../model/change/terms.ts";
import type { ConcernedCustomer } from "../model/people/customer-document.ts";
import { canonicalJson } from "../model/values/hash.ts";
import { announcedDigest, concernedDigest, idsDigest, instant } from "./chain.ts";
import { type Comparison, firstDifference } from "./fault.ts";
import type { LogContents, LoggedSet } from "./log-contents.ts";
import type { BuiltOn, Concerned, PublicSet, SetRecord, StoredSet } from "./records.ts";

/** What can be wrong with a change set that was announced, and with whom it concerned. Null: nothing. */

export function changeSetFault(set: SetRecord, logged: LoggedSet): string | null {
  const { announced, withdrawn, left } = logged;
  if (!announced) return "the audit log does not say that it was announced";
  return firstDifference([
    [left ?? announced.document, announcedDigest(set), "it is not what was announced"],
    [announced.approvedBy, set.approvedBy, "it was approved by somebody else"],
    [announced.approvedAt, instant(set.approvedAt), "it was approved at another time"],
    [announced.authors, set.authors, "it was written by somebody else"],
    ...set.changes.flatMap((change) => releaseComparisons(change, logged)),
    ...postponementComparisons(set, logged),
    [withdrawn === null, set.withdrawnAt === null, "the audit log says otherwise of its withdrawal"],
    [withdrawn?.at, instant(set.withdrawnAt), "it was withdrawn at another time"],
    [withdrawn?.reason, set.withdrawnReason, "it was withdrawn for another reason"],
    [
      [...(withdrawn?.changes ?? [])].sort(),
      set.changes.flatMap((change) => (change.withdrawn ? change.vendor : [])).sort(),
      "other changes of it were withdrawn than the audit log says",
    ],
    ...(set.stored ? storedComparisons(set, set.stored, logged) : []),
  ]);
}

/** The changes of a set that wait for customers, by slug. */
export const waitingOf = ({ changes, ...stating }: Pick<PublicSet, "changes"> & Stating): string[] =>
  changes.flatMap(({ vendor, weight }) => (waitsForCustomers({ ...stating, weight }) ? vendor : []));

/** Whether a customer is concerned by one of these changes of its set, by slug. */
export const isConcernedBy = ({ changes }: Pick<ConcernedCustomer, "changes">, slugs: readonly string[]): boolean =>
  changes === null ? slugs.length > 0 : changes.some((slug) => slugs.includes(slug));

/** Whether a customer had a say: a change that brings it nothing new gives it no last day. */
export const hasSay = ({ lastDayToObjectOn }: Pick<ConcernedCustomer, "lastDayToObjectOn">): boolean =>
  lastDayToObjectOn !== null;

/** A change is released as the newest entry about it says. */
function releaseComparisons(
  { vendor, releasedOn, releasedReason }: SetRecord["changes"][number],
  { releases }: LoggedSet,
): Comparison[] {
  const released = releases.findLast(({ changes }) => changes === null || changes.includes(vendor));
  const isHeld = released === undefined || released.on === null;
  return [
    [isHeld ? null : released.on, releasedOn, "the audit log says otherwise of when it was released"],
    [isHeld ? null : released.reason, releasedReason, "it was released for another reason"],
  ];
}

/** What was put off, and until when one may object, is as the log says. */
function postponementComparisons(set: SetRecord, { postponements }: LoggedSet): Comparison[] {
  const said = (
    each: Pick<Postponement, "effectiveOn" | "lastDayToObjectOn" | "reason" | "changes">,
    at: string | null,
  ) => ({
    at,
    effectiveOn: each.effectiveOn,
    lastDayToObjectOn: each.lastDayToObjectOn,
    reason: each.reason,
    changes: each.changes,
  });
  const logged = postponements.map((each) => said(each, each.at));
  const here = set.postponements.map((each) => said(each, instant(each.at)));
  const extended = postponements.findLast(({ lastDayToObjectOn: until }) => until !== null)?.lastDayToObjectOn;
  const until = "it can be objected to until another day than the audit log says";
  return [
    [logged, here, "the audit log says otherwise of what was postponed, to when and why"],
    [extended, set.objectionExtendedTo, until],
  ];
}

/** The last day to object that a postponement of what concerns a customer, or its release, gave it; null where none did. */
function extensionOf(customer: Concerned, { postponements, moved }: LoggedSet): string | null {
  const { lastDayToObjectOn: own, since } = customer;
  const isLater = ({ at }: { at: string }) => own !== null && at >= (instant(since) ?? "");
  const theirs = postponements.filter((each) => isLater(each) && isConcernedBy(customer, each.changes));
  const untilEffect = [...theirs, ...moved.filter(isLater)].flatMap((each) => each.untilEffect ?? []);
  const days = [
    ...theirs.flatMap(({ lastDayToObjectOn: day }) => day ?? []),
    ...untilEffect.filter((each) => termsOf(each) === termsOf(customer)).map((each) => each.lastDayToObjectOn),
  ];
  return (
    days
      .filter((day) => day > (own ?? day))
      .sort()
      .at(-1) ?? null
  );
}

/** By what a postponement moves the last day of a customer who may object until so many days before the effect. */
const termsOf = ({
  changes,
  objectUntilEffect,
  timeZone,
}: Pick<Concerned, "changes" | "objectUntilEffect" | "timeZone">) =>
  canonicalJson([changes, objectUntilEffect, timeZone]);

/** What only a database has of a set follows from the rest. */
function storedComparisons(
  set: SetRecord,
  stored: StoredSet,
  { announced, withdrawn, releases, postponements }: LoggedSet,
): Comparison[] {
  const { state, awaiting, postponed, version } = stored;
  const postponedTo = (slug: string) => postponements.findLast(({ changes }) => changes.includes(slug))?.effectiveOn;
  const known = withdrawn && withdrawn.changes === null ? "withdrawn" : "announced";
  const waiting = waitingOf(set);
  const asked = set.customers.filter((each) => each.authorisation === "specific" && hasSay(each));
  const suspending = set.customers.filter((each) => each.onObjection === "suspends" && hasSay(each));
  const wasHeld = (slug: string) =>
    releases.some(({ on, changes }) => on === null && (changes === null || changes.includes(slug)));
  // Before that was recorded, everything waited where any of a set did.
  const isPerChange = announced !== null && "waits" in announced;
  const waits = (isPerChange && announced.waits) || [];
  const approvals = set.changes.flatMap(({ vendor }): Comparison[] => {
    if (!isPerChange && !waiting.includes(vendor)) return [];
    // Whom a newcomer replaces waits with it, and is announced or held so: before that was, it went by itself.
    const goesAlone = waiting.includes(vendor) || !(waits.includes(vendor) || wasHeld(vendor));
    const newcomer = goesAlone ? undefined : set.changes.find(({ replaces }) => replaces === vendor);
    const heeded = newcomer ? [vendor, newcomer.vendor] : [vendor];
    // An objection that suspends may have held it, as the log says.
    if (suspending.some((customer) => isConcernedBy(customer, heeded)) && wasHeld(vendor)) return [];
    const awaits = heeded.some(
      (slug) => waiting.includes(slug) && asked.some((customer) => isConcernedBy(customer, [slug])),
    );
    const says = awaits
      ? "it says that it takes nobody's approval"
      : "it says that it takes approvals, and it takes none";
    return [[awaits, awaiting.includes(vendor), says]];
  });
  return [
    [known, state, `its state is ${state}; by the audit log it is ${known}`],
    ...approvals,
    ...postponed.map(({ vendor, postponedTo: to }): Comparison => {
      return [postponedTo(vendor), to, "it was postponed to another day than the audit log says"];
    }),
    // The order of announcements is that of the versions that published them.
    [announced?.snapshot, version, "it was published as another version of the list"],
  ];
}

/** Whom it concerned, since when and on which terms; who was reminded when, and that nobody was otherwise. */
export function customersFault(set: SetRecord, logged: LoggedSet): string | null {
  const { announced, joined, reminded } = logged;
  if (!announced) return null;
  const { number, customers } = set;
  const bySince = Map.groupBy(customers, ({ since }) => instant(since));
  const stranger = [...bySince.keys()].find((time) => time !== null && !joined.has(time));
  const byTime = Map.groupBy(customers, ({ remindedAt }) => instant(remindedAt));
  const unknown = [...byTime.keys()].find((time) => time !== null && !reminded.some(({ at }) => at === time));
  const concerned = (at: string | null, logged: { customers: number; sha256: string }): Comparison[] => {
    const here = bySince.get(at) ?? [];
    const [whose, when] = at === null ? ["", "when it was announced"] : [` from ${at} on`, "then"];
    const count = `${logged.customers} customers were concerned by change set ${number}${whose}; here are ${here.length}`;
    const other = `the customers concerned by change set ${number}${whose}, or their terms, are not those recorded ${when}`;
    return [
      [logged.customers, here.length, count],
      [logged.sha256, concernedDigest(here), other],
    ];
  };
  return firstDifference([
    ...concerned(null, announced.concerned),
    ...[...joined].flatMap(([at, logged]) => concerned(at, logged)),
    [null, stranger, `the audit log knows of no customer whom it came to concern at ${stranger}`],
    ...reminded.map(({ at, sha256 }): Comparison => {
      const ids = new Set(byTime.get(at)?.map(({ externalId }) => externalId));
      return [sha256, idsDigest([...ids]), `the customers reminded at ${at} are not those recorded then`];
    }),
    [null, unknown, `the audit log knows of no reminder at ${unknown}`],
    ...customers.map((customer): Comparison => {
      const says = `${customer.externalId} may object until another day than the audit log says`;
      return [extensionOf(customer, logged), customer.extendedTo, says];
    }),
  ]);
}

/**
 * Checks what each change says that it builds on. That must be the newest set of the same vendor that was announced, and
 * not withdrawn, before the change's own set was announced. Takes the changes of every set, by the set's number. Gives
 * the first set with a change that says otherwise, and why; null when there is none.
 */
export function builtOnFault(
  sets: ReadonlyMap<number, BuiltOn>,
  { publications }: LogContents,
): { set: number; reason: string } | null {
  const announced = new Map<string, number[]>();
  for (const { set, is, changes } of publications) {
    for (const { vendor, basedOn } of sets.get(set) ?? []) {
      if (changes && !changes.includes(vendor)) continue;
      const others = (announced.get(vendor) ?? []).filter((number) => number !== set);
      const newest = others.at(-1) ?? null;
      if (is === "announced" && basedOn !== newest)
        return { set, reason: `a change of it builds on change set ${newest ?? "none"}, and says otherwise` };
      announced.set(vendor, is === "announced" ? [...others, set] : others);
    }
  }
  return null;
}
