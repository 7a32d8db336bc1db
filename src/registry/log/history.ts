import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, vendors } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";

/** Every change there is, drafts included, in the order in which the sets were made. */
export async function loadHistory(db: Db, only: { vendorId?: string } = {}): Promise<RecordedChange[]> {
  const rows = await db
    .select()
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .where(only.vendorId === undefined ? undefined : eq(changes.vendorId, only.vendorId))
    .orderBy(asc(changes.changeSet), asc(vendors.slug));
  return rows.map((row) => ({ ...row.changes, set: row.change_sets, vendor: row.vendors }));
}
