import { and, eq, isNull, sql } from "drizzle-orm";
import { texts } from "../../db/json.ts";
import { changeSets, concernedCustomers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { isInForce } from "../../model/change/history.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { outlineOf } from "../log/history.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { approvalsOf } from "../owed/approvals.ts";
import { findAnnounced, findChangeSet } from "./drafts.ts";
import { reviseSet } from "./revisions.ts";

/** Settles the sets that take the approval of these customers, by their own ids. Call it after one is deleted or put again. */
export async function settleApprovalsOf(w: Locked, customers: readonly string[]): Promise<void> {
  const { number, state, awaitsApproval, releasedReason } = changeSets;
  const sets = await w.db
    .selectDistinct({ number })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(number, concernedCustomers.changeSet))
    .where(
      and(
        sql`${concernedCustomers.externalId} in ${texts(customers)}`,
        eq(concernedCustomers.authorisation, "specific"),
        eq(state, "announced"),
        eq(awaitsApproval, true),
        isNull(releasedReason),
      ),
    )
    .orderBy(number);
  for (const set of sets) await settleApprovals(w, set.number);
}

/**
 * Lets an announced set wait for the approvals of customers whom it came to concern later, if it took none before. Of what
 * is in force already the date stays.
 */
export async function takeApprovals(w: Locked, number: number): Promise<void> {
  const { awaitsApproval, effectiveOn } = await findChangeSet(w.db, number);
  if (awaitsApproval) return settleApprovals(w, number);
  const releasedOn = (await isAnyInForce(w, number)) ? effectiveOn : null;
  const snapshot = await publishRelease(w, number, { awaitsApproval: true, releasedOn });
  w.audit(releasedOn ? "change-set.released" : "change-set.held", number, { snapshot, releasedOn }, "system");
}

/**
 * Lets a set that waits for approvals take effect from today on, if nobody's is missing any more; and lets it wait again
 * if one is taken back before any of it is in force. Where a customer is gone without an answer, it is from tomorrow on:
 * whoever deletes one to put it again has not approved. What was waived stays so. Call it after recording an answer or
 * its outcome.
 */
export async function settleApprovals(w: Locked, number: number): Promise<void> {
  const { db, today } = w;
  const set = await findChangeSet(db, number);
  if (set.state !== "announced" || !set.awaitsApproval || set.releasedReason !== null) return;
  const { missing = [], former = [] } = (await approvalsOf(db, [number])).get(number) ?? {};
  const isReleased = set.releasedOn !== null;
  if (isReleased === (missing.length === 0)) return;
  if (isReleased && (await isAnyInForce(w, number))) return;
  const releasedOn = isReleased ? null : addDays(today, former.length > 0 ? 1 : 0);
  const snapshot = await publishRelease(w, number, { releasedOn });
  w.audit(isReleased ? "change-set.held" : "change-set.released", number, { snapshot, releasedOn }, "system");
}

/** One of a set's changes may be in force while another still waits for what it builds on. */
async function isAnyInForce({ db, today }: Locked, number: number): Promise<boolean> {
  return (await outlineOf(db, [number])).some((change) => change.changeSet === number && isInForce(change, today));
}

/**
 * Lets a set take effect without the approvals it waits for; the reason is kept. Refuses: not-found, not-announced,
 * not-awaiting-approval.
 */
export function waiveApprovals(deps: Deps, actor: Actor, number: number, reason: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const set = await findAnnounced(w, number);
    if (!set.awaitsApproval || set.releasedOn !== null) {
      throw new Refusal("not-awaiting-approval", `Change set ${number} waits for nobody's approval.`);
    }
    const { missing = [] } = (await approvalsOf(w.db, [number])).get(number) ?? {};
    const releasedOn = w.today;
    const snapshot = await publishRelease(w, number, { releasedOn, releasedReason: reason });
    w.audit("change-set.approvals-waived", number, { reason, missing, snapshot, releasedOn });
  });
}

/** Publishes from when on a set no longer waits, or that it waits again. Gives the snapshot's hash. */
async function publishRelease(
  w: Locked,
  number: number,
  release: { awaitsApproval?: true; releasedOn: IsoDate | null; releasedReason?: string },
): Promise<string> {
  await reviseSet(w, number, release);
  return (await takeSnapshot(w, `change-set.${release.releasedOn ? "released" : "held"}:${number}`)).hash;
}
