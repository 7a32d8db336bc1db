import { and, eq, sql } from "drizzle-orm";
import { changes } from "../../../db/schema.ts";
import { newestAnnounced } from "../../../model/change/history.ts";
import { canonicalJson } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { VendorDocument } from "../../../model/vendor/vendor-document.ts";
import { weigh } from "../../../model/vendor/weight.ts";
import { weighedFor } from "../../../transfers/index.ts";
import type { Locked } from "../../log/frame.ts";
import { loadHistory } from "../../log/history.ts";
import { forgetUnusedVendors } from "./drafts.ts";
import { forgetUnfitReplacements } from "./replaced.ts";

/** What a vendor becomes; null: it leaves. */
export type VendorEdit = { vendorId: string; after: VendorDocument | null };

/**
 * Puts a vendor's new document (null removes it) into a draft, over any earlier edit of the same vendor there. A
 * change that leaves everything as announced is no change: it leaves the draft, or is refused as `nothing-changed`.
 */
export const saveChange = (w: Locked, number: number, edit: VendorEdit): Promise<void> =>
  saveChanges(w, number, [edit]);

/** The same for vendors that are each there once, in as many statements for hundreds as for one. */
export async function saveChanges(w: Locked, number: number, edits: readonly VendorEdit[]): Promise<void> {
  const { db } = w;
  const [only, ...others] = edits;
  const history = await loadHistory(db, only && others.length === 0 ? { vendorId: only.vendorId } : { from: w.today });
  const byVendor = Map.groupBy(history, ({ vendorId }) => vendorId);
  const setting = weighedFor(w.organisation, w.today, w.law);
  const read = edits.map(({ vendorId, after }) => {
    const base = newestAnnounced(byVendor.get(vendorId) ?? [], vendorId);
    return { vendorId, base, before: base?.after ?? null, after };
  });
  const undone = read.filter(({ before, after }) => canonicalJson(before) === canonicalJson(after));
  for (const { vendorId } of undone) {
    const here = and(eq(changes.changeSet, number), eq(changes.vendorId, vendorId));
    const dropped = await db.delete(changes).where(here).returning({ vendorId: changes.vendorId });
    if (dropped.length === 0) throw new Refusal("nothing-changed", "The vendor would be left as it is.");
  }
  const rows = read
    .filter((each) => !undone.includes(each))
    .map(({ vendorId, base, before, after }) => ({
      changeSet: number,
      vendorId,
      kind: before === null ? ("added" as const) : after === null ? ("removed" as const) : ("updated" as const),
      basedOn: base?.changeSet ?? null,
      before,
      after,
      ...weigh(before, after, setting),
      // A judgement about the former text says nothing about this one.
      weightOverride: null,
    }));
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db
      .insert(changes)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoUpdate({ target: [changes.changeSet, changes.vendorId], set: WRITTEN });
  }
  await forgetUnfitReplacements(w, number);
  if (undone.length > 0) await forgetUnusedVendors(w);
}

const asGiven = ({ name }: { name: string }) => sql`excluded.${sql.identifier(name)}`;

/** Over an earlier edit of the vendor everything is written. */
const WRITTEN = {
  kind: asGiven(changes.kind),
  basedOn: asGiven(changes.basedOn),
  before: asGiven(changes.before),
  after: asGiven(changes.after),
  weight: asGiven(changes.weight),
  weightGrounds: asGiven(changes.weightGrounds),
  weightOverride: asGiven(changes.weightOverride),
};

/** A statement takes 65,535 values. */
const AT_ONCE = 500;
