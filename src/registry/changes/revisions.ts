import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changes, vendors } from "../../db/schema.ts";

/** Gives the vendors of a change set a new revision, since what is known of them has changed. */
export async function touchVendorsOf(tx: Db, changeSet: number): Promise<void> {
  const touched = tx.select({ id: changes.vendorId }).from(changes).where(eq(changes.changeSet, changeSet));
  await tx
    .update(vendors)
    .set({ revision: sql`${vendors.revision} + 1` })
    .where(inArray(vendors.id, touched));
}
