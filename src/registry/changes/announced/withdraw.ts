import type { Deps } from "../../../deps.ts";
import { isInForce, newestAnnounced } from "../../../model/change/history.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Actor } from "../../log/audit.ts";
import { owedRecord } from "../../log/digests.ts";
import { writeRegistry } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { oweWithdrawal } from "../../owed/set-notices.ts";
import { findAnnounced } from "../drafts.ts";
import { reviseSet } from "../revisions.ts";
import { refuseOther } from "./as-read.ts";
import type { Reading } from "./supposed.ts";

/**
 * Withdraws an announced set before it takes effect, and owes that news to whoever was told of it. Refuses:
 * not-found, not-announced, already-effective, later-change-exists; stale-version where it is not as it was read.
 */
export function withdrawChangeSet(
  deps: Deps,
  actor: Actor,
  number: number,
  reason: string | null,
  asRead?: string,
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const { db } = w;
    await refuseOther(w, number, asRead);
    await refuseWithdrawing(w, number);
    await reviseSet(w, number, withdrawn(w, reason));
    const snapshot = await takeSnapshot(w, `change-set.withdrawn:${number}`);
    const notice = await oweWithdrawal(w, { changeSet: number, snapshot: snapshot.number });
    w.audit("change-set.withdrawn", number, { reason, snapshot: snapshot.hash, owed: await owedRecord(db, notice) });
  });
}

/** What the row of a set says once it is withdrawn. */
export const withdrawn = ({ now }: Pick<Reading, "now">, reason: string | null) =>
  ({ state: "withdrawn", withdrawnAt: now, withdrawnReason: reason }) as const;

/** Refuses to withdraw: not-found, not-announced, already-effective, later-change-exists. */
export async function refuseWithdrawing({ db, today }: Pick<Reading, "db" | "today">, number: number): Promise<void> {
  await findAnnounced({ db }, number);
  const history = await outlineOf(db, [number]);
  const changes = history.filter((change) => change.changeSet === number);
  // One of its changes may be in force while another still waits for what it builds on.
  const over = changes.filter((change) => isInForce(change, today));
  const [first] = over;
  if (first) {
    const isAll = over.length === changes.length;
    const detail = isAll
      ? `Change set ${number} is in force.`
      : `The change of "${first.vendor.slug}" is in force: change set ${number} is withdrawn as a whole or not at all. What of it is not in force can be postponed.`;
    throw new Refusal("already-effective", detail);
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
}
