import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { texts } from "../../db/json.ts";
import { changeSets, changes, vendors } from "../../db/schema.ts";
import type { ChangeRow, ChangeSetRow } from "../../model/change/change-set.ts";
import type { IsoDate } from "../../model/values/dates.ts";
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

/** Changes the rows of a set's changes of these vendors, by slug, where they are not like that already. */
export async function reviseChanges(
  { db }: Locked,
  number: number,
  slugs: readonly string[],
  fields: Partial<ChangeDates>,
): Promise<void> {
  const theirs = db
    .select({ id: vendors.id })
    .from(vendors)
    .where(sql`${vendors.slug} in ${texts(slugs)}`);
  const isOther = or(
    ...(Object.keys(fields) as (keyof ChangeDates)[]).map(
      (name) => sql`${changes[name]} is distinct from ${sql.param(fields[name] ?? null, changes[name])}`,
    ),
  );
  await db
    .update(changes)
    .set(fields)
    .where(and(eq(changes.changeSet, number), inArray(changes.vendorId, theirs), isOther));
}

type ChangeDates = Pick<
  ChangeRow,
  "plannedOn" | "postponedTo" | "awaitsApproval" | "releasedOn" | "releasedReason" | "withdrawn"
>;

/** Writes the days of a draft's changes, by slug: none where it is the set's. */
export async function planChanges(
  w: Locked,
  number: number,
  terms: readonly { vendor: string; effectiveOn: IsoDate | null }[],
  ofSet: IsoDate,
): Promise<void> {
  const byDay = Map.groupBy(terms, ({ effectiveOn }) => (effectiveOn === ofSet ? null : effectiveOn));
  for (const [plannedOn, each] of byDay)
    await reviseChanges(
      w,
      number,
      each.map(({ vendor }) => vendor),
      { plannedOn },
    );
}

type Revised = { [Field in keyof ChangeSetRow]?: ChangeSetRow[Field] | SQL };
