import type { Deps } from "../../../deps.ts";
import { isToCome, newestAnnounced } from "../../../model/change/history.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import type { Actor } from "../../log/audit.ts";
import { owedRecord } from "../../log/digests.ts";
import { writeRegistry } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { oweWithdrawal } from "../../owed/set-notices.ts";
import { findAnnounced } from "../draft/drafts.ts";
import { reviseChanges, reviseSet } from "../revisions.ts";
import { refuseOther } from "./as-read.ts";
import type { Reading } from "./supposed.ts";

/**
 * Withdraws an announced set before it takes effect; where changes of it are in force, the others: the set stays announced
 * then. Owes that news to whoever was told of what is withdrawn. Refuses: not-found, not-announced, already-effective,
 * later-change-exists; stale-version where it is not as it was read.
 */
export function withdrawChangeSet(
  deps: Deps,
  actor: Actor,
  number: number,
  reason: LocalizedText | null,
  asRead?: string,
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const { db } = w;
    await refuseOther(w, number, asRead);
    const slugs = await decideWithdrawal(w, number);
    if (slugs) await reviseChanges(w, number, slugs, { withdrawn: true });
    await reviseSet(w, number, withdrawn(w, slugs, reason));
    const snapshot = await takeSnapshot(w, `change-set.withdrawn:${number}`);
    const { withdrawal, again } = await oweWithdrawal(w, { changeSet: number, snapshot: snapshot.number, slugs });
    w.audit("change-set.withdrawn", number, {
      reason,
      ...(slugs && { changes: slugs }),
      snapshot: snapshot.hash,
      owed: await owedRecord(db, withdrawal),
    });
    if (again) w.audit("change-set.announced-late", number, { owed: await owedRecord(db, again) });
  });
}

/** What the row of a set says once it is withdrawn, or some of its changes are, by slug. */
export const withdrawn = (
  { now }: Pick<Reading, "now">,
  slugs: readonly string[] | null,
  reason: LocalizedText | null,
) => ({ state: slugs ? "announced" : "withdrawn", withdrawnAt: now, withdrawnReason: reason }) as const;

/**
 * The changes that would be withdrawn, by slug: those that are not in force; null for all of the set. Refuses: not-found,
 * not-announced, already-effective, later-change-exists.
 */
export async function decideWithdrawal(
  { db, today }: Pick<Reading, "db" | "today">,
  number: number,
): Promise<string[] | null> {
  await findAnnounced({ db }, number);
  const history = await outlineOf(db, [number]);
  const changes = history.filter((change) => change.changeSet === number);
  const coming = changes.filter((change) => isToCome(change, today));
  if (coming.length === 0) throw new Refusal("already-effective", `Change set ${number} is in force.`);
  for (const { vendorId, vendor } of coming) {
    const newest = newestAnnounced(history, vendorId)?.changeSet;
    if (newest !== undefined && newest !== number) {
      throw new Refusal(
        "later-change-exists",
        `Change set ${newest} builds on this change of "${vendor.slug}": withdraw it first.`,
      );
    }
  }
  return coming.length === changes.length ? null : coming.map(({ vendor }) => vendor.slug);
}
