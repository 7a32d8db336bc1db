import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { dateIn, type IsoDate } from "../../model/dates.ts";
import { dated, isInForce } from "../../model/history.ts";
import { Refusal } from "../../model/refusal.ts";
import { type Actor, audit } from "../log/audit.ts";
import { loadHistory } from "../log/load-history.ts";
import { getOrganisation, lockRegistry } from "../log/organisation.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { approvalsOf } from "../owed/approvals.ts";
import { findChangeSet } from "./drafts.ts";
import { touchVendorsOf } from "./revisions.ts";

/**
 * Lets a set that waits for approvals take effect from today on, if nobody's is missing any more; and lets it wait again
 * if one is taken back before any of it is in force. What was waived stays so. Call it after recording an answer or its
 * outcome, in the same transaction and holding the registry's lock.
 */
export async function settleApprovals(deps: Deps, number: number): Promise<void> {
  const set = await findChangeSet(deps.db, number);
  if (set.state !== "announced" || !set.awaitsApproval || set.releasedReason !== null) return;
  const { missing = [] } = (await approvalsOf(deps.db, [number])).get(number) ?? {};
  const today = dateIn((await getOrganisation(deps.db)).timeZone, deps.clock.now());
  const isReleased = set.releasedOn !== null;
  if (isReleased === (missing.length === 0)) return;
  if (isReleased && (await isAnyInForce(deps.db, number, today))) return;
  const releasedOn = isReleased ? null : today;
  const snapshot = await publish(deps, number, { releasedOn });
  await audit(deps.db, deps.clock, {
    actor: "system",
    action: isReleased ? "change-set.held" : "change-set.released",
    subject: `change-set:${number}`,
    data: { snapshot, releasedOn },
  });
}

/** One of a set's changes may be in force while another still waits for what it builds on. */
async function isAnyInForce(tx: Db, number: number, today: IsoDate): Promise<boolean> {
  return dated(await loadHistory(tx)).some((change) => change.changeSet === number && isInForce(change, today));
}

/**
 * Lets a set take effect without the approvals it waits for; the reason is kept. Refuses: not-found, not-announced,
 * not-awaiting-approval.
 */
export function waiveApprovals(deps: Deps, number: number, reason: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const { timeZone } = await lockRegistry(tx);
    const set = await findChangeSet(tx, number);
    if (set.state !== "announced") throw new Refusal("not-announced", `Change set ${number} is ${set.state}.`);
    if (!set.awaitsApproval || set.releasedOn !== null) {
      throw new Refusal("not-awaiting-approval", `Change set ${number} waits for nobody's approval.`);
    }
    const { missing = [] } = (await approvalsOf(tx, [number])).get(number) ?? {};
    const releasedOn = dateIn(timeZone, deps.clock.now());
    const snapshot = await publish({ ...deps, db: tx }, number, { releasedOn, releasedReason: reason });
    await audit(tx, deps.clock, {
      actor,
      action: "change-set.approvals-waived",
      subject: `change-set:${number}`,
      data: { reason, missing, snapshot, releasedOn },
    });
  });
}

/** Publishes from when on a set no longer waits, or that it waits again. Gives the snapshot's hash. */
async function publish(
  { db: tx, clock }: Deps,
  number: number,
  release: { releasedOn: IsoDate | null; releasedReason?: string },
): Promise<string> {
  await tx
    .update(changeSets)
    .set({ ...release, updatedAt: clock.now() })
    .where(eq(changeSets.number, number));
  await touchVendorsOf(tx, number);
  return (await takeSnapshot(tx, clock, `change-set.${release.releasedOn ? "released" : "held"}:${number}`)).hash;
}
