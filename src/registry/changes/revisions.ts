import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { changeSets, changes, vendors } from "../../db/schema.ts";
import type { ChangeSetRow } from "../../model/change/change-set.ts";
import type { Locked } from "../log/frame.ts";

/** Gives the vendors of a change set a new revision, since what is known of them has changed. */
export async function reviseVendorsOf({ db }: Locked, changeSet: number): Promise<void> {
  const touched = db.select({ id: changes.vendorId }).from(changes).where(eq(changes.changeSet, changeSet));
  await db
    .update(vendors)
    .set({ revision: sql`${vendors.revision} + 1` })
    .where(inArray(vendors.id, touched));
}

/** Changes a set's row, and thereby what is known of its vendors. */
export async function reviseSet(w: Locked, number: number, fields: Revised): Promise<void> {
  await w.db
    .update(changeSets)
    .set({ ...fields, updatedAt: w.now })
    .where(eq(changeSets.number, number));
  await reviseVendorsOf(w, number);
}

type Revised = { [Field in keyof ChangeSetRow]?: ChangeSetRow[Field] | SQL };
