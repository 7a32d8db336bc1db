import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { texts } from "../../../db/json.ts";
import { changeSets, changes, concernedCustomers } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeSetRow, OutlinedChange } from "../../../model/change/change-set.ts";
import { type Dated, isInForce } from "../../../model/change/history.ts";
import { newcomersOf, withFormers } from "../../../model/change/replacements.ts";
import { waitsForCustomers } from "../../../model/change/terms.ts";
import { addDays, type IsoDate, latest } from "../../../model/values/dates.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import { weightOf } from "../../../model/vendor/weight.ts";
import type { Actor } from "../../log/audit.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { partsWith } from "../../log/parts.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { approvalsOf, hasSay, suspendedBy } from "../../owed/approvals.ts";
import { findAnnounced, findChangeSet } from "../draft/drafts.ts";
import { reviseChanges, reviseSet } from "../revisions.ts";
import { refuseAuthor } from "./another-person.ts";
import { refuseOther } from "./as-read.ts";
import { moveLastDays } from "./last-days.ts";
import { movedSince, releaseDays } from "./release-days.ts";
import { tellReleased, tellWaived } from "./told-days.ts";

/** Settles the sets that take the approval of these customers, by their own ids. Call it after one is deleted or put again. */
export async function settleApprovalsOf(w: Locked, customers: readonly string[]): Promise<void> {
  for (const { number } of await waitingFor(w.db, customers)) await settleApprovals(w, number);
}

/**
 * Refuses approval-required to the authors of what waits for a customer, by its own id, where four eyes are asked for: without
 * the customer that waits no more. Call it before one is deleted.
 */
export async function refuseLettingGo(w: Locked, customer: string): Promise<void> {
  for (const set of await waitingFor(w.db, [customer])) {
    const approvals = await approvalsOf(w.db, [set.number], eq(concernedCustomers.externalId, customer));
    const { missing = [], objecting = [] } = approvals.get(set.number) ?? {};
    if (missing.length + objecting.length > 0) refuseAuthor(w, set, "delete a customer that it waits for");
  }
}

/** The sets that wait, or did, for what these customers say, by their own ids. */
function waitingFor(db: Db, customers: readonly string[]) {
  const { number, state, authors } = changeSets;
  return db
    .selectDistinct({ number, authors })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(number, concernedCustomers.changeSet))
    .innerJoin(changes, eq(changes.changeSet, number))
    .where(
      and(
        sql`${concernedCustomers.externalId} in ${texts(customers)}`,
        hasSay,
        eq(state, "announced"),
        eq(changes.awaitsApproval, true),
        isNull(changes.releasedReason),
      ),
    )
    .orderBy(number);
}

/** Lets changes of a draft that is being announced, by slug, wait for the approvals of customers. */
export const awaitApprovals = (w: Locked, number: number, slugs: readonly string[]): Promise<void> =>
  reviseChanges(w, number, slugs, { awaitsApproval: true });

/**
 * Lets announced changes that are not in force, by slug, wait for the approvals of customers whom they came to concern
 * later, if they took none before.
 */
export async function takeApprovals(w: Locked, number: number, slugs: readonly string[]): Promise<void> {
  const waiting = new Set(slugs);
  const all = await changesOf(w, number);
  const untaken = all.filter(({ vendor, awaitsApproval }) => waiting.has(vendor.slug) && !awaitsApproval);
  if (untaken.length > 0) await hold(w, number, untaken, all);
  await settleApprovals(w, number);
}

/**
 * Lets each change that waits for approvals take effect from the day on that `releaseDays` says, if nobody's is missing any
 * more; and lets it wait again if one is taken back before it is in force. Where a customer is gone without an answer, it is
 * from tomorrow on at the earliest: whoever deletes one to put it again has not approved. What was waived stays so. An open
 * objection of a customer whose contract says that it suspends holds what concerns it likewise. Call it after recording an
 * answer or its outcome.
 */
export async function settleApprovals(w: Locked, number: number): Promise<void> {
  const { db, today } = w;
  const set = await findChangeSet(db, number);
  if (set.state !== "announced") return;
  await suspend(w, set);
  const approvals = (await approvalsOf(db, [number])).get(number);
  if (!approvals) return;
  const all = await changesOf(w, number);
  const newcomers = newcomersOf(all);
  const settled = all.flatMap((change) => {
    const own = approvals.ofChanges.get(change.vendor.slug);
    if (!own || change.releasedReason !== null) return [];
    const newcomer = newcomers.get(change.vendor.slug);
    const lacking = [own];
    if (newcomer && !isInForce(newcomer, today)) lacking.push(approvals.ofChanges.get(newcomer.vendor.slug) ?? own);
    const isReleased = change.releasedOn !== null;
    if (isReleased !== lacking.some(({ isMissing }) => isMissing)) return [];
    if (isReleased && isInForce(change, today)) return [];
    const notBefore = addDays(today, lacking.some(({ isFormer }) => isFormer) ? 1 : 0);
    return [{ change, newcomer, isReleased, notBefore }];
  });
  const freed = settled.filter(({ isReleased }) => !isReleased).map(({ change }) => change);
  const days = await releaseDays(w, number, slugsOf(freed));
  const freeFrom = (change: OutlinedChange | undefined) => (change && days.get(change.vendor.slug)) ?? today;
  const dayOf = ({ change, newcomer, isReleased, notBefore }: (typeof settled)[number]) =>
    isReleased ? null : latest(notBefore, freeFrom(change), freeFrom(newcomer));
  for (const [releasedOn, each] of Map.groupBy(settled, dayOf)) {
    await publishRelease(w, number, slugsOf(each.map(({ change }) => change)), { releasedOn });
  }
}

/** Lets changes that are not in force, and wait for nobody yet, wait for the end of an objection that suspends them. */
async function suspend(w: Locked, set: ChangeSetRow): Promise<void> {
  const { number } = set;
  const suspended = await suspendedBy(w.db, number);
  if (suspended.length === 0) return;
  const all = await changesOf(w, number);
  const running = all.filter(
    (change) =>
      !change.awaitsApproval &&
      waitsForCustomers({ ...set, weight: weightOf(change) }) &&
      !isInForce(change, w.today) &&
      suspended.some((slugs) => slugs === null || slugs.includes(change.vendor.slug)),
  );
  if (running.length > 0) await hold(w, number, running, all);
}

/** Lets changes, of all that their set has, wait, and whom they replace with them. */
const hold = (w: Locked, number: number, changes: readonly Outlined[], all: readonly Outlined[]): Promise<void> =>
  publishRelease(w, number, withFormers(slugsOf(changes), newcomersOf(all)), {
    awaitsApproval: true,
    releasedOn: null,
  });

type Outlined = Dated<OutlinedChange>;

/** The changes of a set, but those that were withdrawn, with the days they take effect: one may be in force while another still waits. */
const changesOf = async ({ db }: { db: Db }, number: number): Promise<Outlined[]> =>
  (await outlineOf(db, [number])).filter(({ changeSet, withdrawn }) => changeSet === number && !withdrawn);

/**
 * Lets a set take effect without the approvals that some of it waits for; the reason is kept. What it waives are approvals:
 * whoever may object until so many days before the effect still may, as `releaseDays` says. Refuses: not-found,
 * not-announced, not-awaiting-approval; approval-required to its authors, where four eyes are asked for; stale-version
 * where it is not as it was read.
 */
export function waiveApprovals(
  deps: Deps,
  actor: Actor,
  number: number,
  reason: LocalizedText,
  asRead?: string,
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    await refuseOther(w, number, asRead);
    const { slugs, missing, customers } = await waitedFor(w.db, number);
    refuseAuthor(w, await findAnnounced(w, number), "go on without the approvals");
    const days = await releaseDays(w, number, slugs);
    const releasedOn = latest(w.today, ...days.values());
    const moved = await revised(w, number, slugs, { releasedOn, releasedReason: reason });
    const snapshot = await publish(w, number, "released");
    w.audit("change-set.approvals-waived", number, { reason, missing, changes: slugs, snapshot, releasedOn });
    await tellWaived(w, { changeSet: number, customers }, slugs);
    await tellReleased(w, moved, { changeSet: number, customers });
  });
}

/**
 * The changes of a set that wait, by slug, and the customers they wait for, by their own ids. Refuses: not-found,
 * not-announced, not-awaiting-approval.
 */
export async function waitedFor(db: Db, number: number) {
  await findAnnounced({ db }, number);
  const waiting = (await changesOf({ db }, number)).filter(
    (change) => change.awaitsApproval && change.releasedOn === null,
  );
  if (waiting.length === 0)
    throw new Refusal("not-awaiting-approval", `Change set ${number} waits for nobody's approval.`);
  const { missing = [], objecting = [] } = (await approvalsOf(db, [number])).get(number) ?? {};
  const slugs = slugsOf(waiting);
  return { slugs, missing, customers: await concernedIn(db, number, slugs, [...missing, ...objecting]) };
}

/** Records on changes of a set from when they no longer wait, or that they do; gives every change, of any set, whose day that moves. */
async function revised(
  w: Locked,
  number: number,
  slugs: readonly string[],
  fields: Parameters<typeof reviseChanges>[3],
): Promise<Outlined[]> {
  const before = await outlineOf(w.db, [number]);
  await reviseChanges(w, number, slugs, fields);
  const moved = movedSince(before, await outlineOf(w.db, [number]));
  await moveLastDays(w, moved);
  return moved;
}

/** Those of some customers, by their own ids, whom some changes of a set concern, by slug, and to whom they bring something new. */
async function concernedIn(db: Db, number: number, slugs: readonly string[], ids: readonly string[]) {
  const { changeSet, externalId, part, lastDayToObjectOn } = concernedCustomers;
  const rows = await db
    .selectDistinct({ externalId })
    .from(concernedCustomers)
    .where(
      and(
        eq(changeSet, number),
        inArray(part, await partsWith(db, number, slugs)),
        isNotNull(lastDayToObjectOn),
        sql`${externalId} in ${texts(ids)}`,
      ),
    )
    .orderBy(externalId);
  return rows.map((row) => row.externalId);
}

const slugsOf = (changes: readonly OutlinedChange[]): string[] => changes.map(({ vendor }) => vendor.slug);

/** Publishes and records from when on changes of a set, by slug, no longer wait, or that they wait again. */
async function publishRelease(
  w: Locked,
  number: number,
  slugs: string[],
  release: { awaitsApproval?: true; releasedOn: IsoDate | null },
): Promise<void> {
  const { releasedOn } = release;
  const moved = await revised(w, number, slugs, release);
  const snapshot = await publish(w, number, releasedOn ? "released" : "held");
  const logged = { snapshot, releasedOn, changes: slugs };
  w.audit(releasedOn ? "change-set.released" : "change-set.held", number, logged, "system");
  await tellReleased(w, moved);
}

/** Gives the snapshot's hash. */
async function publish(w: Locked, number: number, as: "released" | "held"): Promise<string> {
  await reviseSet(w, number, {});
  return (await takeSnapshot(w, `change-set.${as}:${number}`)).hash;
}
