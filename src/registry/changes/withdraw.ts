import { eq } from "drizzle-orm";
import { changeSets } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { dateIn } from "../../model/dates.ts";
import { dated, isInForce, newestAnnounced, stateOn } from "../../model/history.ts";
import { Refusal } from "../../model/refusal.ts";
import { type Actor, audit } from "../log/audit.ts";
import { owedRecord } from "../log/digests.ts";
import { loadHistory } from "../log/load-history.ts";
import { lockRegistry } from "../log/organisation.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { oweWithdrawal } from "../owed/owe.ts";
import { findChangeSet } from "./drafts.ts";
import { touchVendorsOf } from "./revisions.ts";

/**
 * Withdraws an announced set before it takes effect, and owes that news to whoever was told of it. Refuses:
 * not-found, not-announced, already-effective, later-change-exists.
 */
export function withdrawChangeSet(deps: Deps, number: number, reason: string | null, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    const set = await findChangeSet(tx, number);
    const now = deps.clock.now();
    if (set.state !== "announced") throw new Refusal("not-announced", `Change set ${number} is ${set.state}.`);
    const history = await loadHistory(tx);
    const changes = dated(history).filter((change) => change.changeSet === number);
    const today = dateIn(organisation.timeZone, now);
    // One of its changes may be in force while another still waits for what it builds on.
    if (stateOn(set, changes, today) === "effective" || changes.some((change) => isInForce(change, today))) {
      throw new Refusal("already-effective", `Change set ${number} is in force.`);
    }
    for (const { vendorId, vendor } of changes) {
      const newest = newestAnnounced(history, vendorId)?.changeSet;
      if (newest !== undefined && newest !== number) {
        throw new Refusal(
          "later-change-exists",
          `Change set ${newest} builds on this change of "${vendor.slug}": withdraw it first.`,
        );
      }
    }
    await tx
      .update(changeSets)
      .set({ state: "withdrawn", withdrawnAt: now, withdrawnReason: reason, updatedAt: now })
      .where(eq(changeSets.number, number));
    await touchVendorsOf(tx, number);
    const snapshot = await takeSnapshot(tx, deps.clock, `change-set.withdrawn:${number}`);
    const notice = await oweWithdrawal(tx, now, { changeSet: number, snapshot: snapshot.number });
    await audit(tx, deps.clock, {
      actor,
      action: "change-set.withdrawn",
      subject: `change-set:${number}`,
      data: { reason, snapshot: snapshot.hash, owed: await owedRecord(tx, notice) },
    });
  });
}
