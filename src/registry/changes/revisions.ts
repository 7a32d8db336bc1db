import { eq, inArray, sql } from "drizzle-orm";
import { changes, vendors } from "../../db/schema.ts";
import type { Locked } from "../log/frame.ts";

/** Gives the vendors of a change set a new revision, since what is known of them has changed. */
export async function reviseVendorsOf({ db }: Locked, changeSet: number): Promise<void> {
  const touched = db.select({ id: changes.vendorId }).from(changes).where(eq(changes.changeSet, changeSet));
  await db
    .update(vendors)
    .set({ revision: sql`${vendors.revision} + 1` })
    .where(inArray(vendors.id, touched));
}
