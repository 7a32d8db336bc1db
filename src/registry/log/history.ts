import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { changeSets, changes, organisation, vendors } from "../../db/schema.ts";
import { ChangeOutline, type OutlinedChange, type RecordedChange } from "../../model/change/change-set.ts";
import { type Dated, dated } from "../../model/change/history.ts";
import { withPresentKeys } from "../../model/change/renamed-keys.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { withoutErased } from "../../model/vendor/erasing.ts";

/** Which changes are read. What is asked of dates takes all changes of a vendor; or those that matter from that day on. */
type Part = {
  /** Of one vendor, by its id or by its slug. */
  vendorId?: string | undefined;
  slug?: string | undefined;
  /** Of these sets. */
  sets?: readonly number[] | undefined;
  /** Those that say what the list is on this day and on any later one. */
  from?: IsoDate | undefined;
  /** Whether documents are read with the keys they were recorded with, not with the present ones. */
  asRecorded?: boolean | undefined;
};

/** Every change there is, or a part of them, drafts included, in the order in which the sets were made. */
export async function loadHistory(
  db: Db,
  { vendorId, slug, sets, from, asRecorded }: Part = {},
): Promise<RecordedChange[]> {
  const rows = await db
    .select({ change: changes, set: changeSets, vendor: vendors, renamed: organisation.renamed })
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .leftJoin(organisation, sql`true`)
    .where(
      and(
        vendorId === undefined ? undefined : eq(changes.vendorId, vendorId),
        slug === undefined ? undefined : eq(vendors.slug, slug),
        sets === undefined ? undefined : inArray(changes.changeSet, [...sets]),
        from === undefined ? undefined : mattersFrom(from),
      ),
    )
    .orderBy(asc(changes.changeSet), asc(vendors.slug));
  return rows.map(({ change, set, vendor, renamed }) => ({
    ...(asRecorded ? change : asRead(withPresentKeys(change, renamed ?? []))),
    set,
    vendor,
  }));
}

/** Without addresses that were erased: what is left of them is none. */
export const asRead = <Change extends Pick<RecordedChange, "before" | "after">>(change: Change): Change => ({
  ...change,
  before: change.before && withoutErased(change.before),
  after: change.after && withoutErased(change.after),
});

/** All changes of every vendor that these sets change, without the documents: however long a history is, it is short. */
export async function outlineOf(db: Db, sets: readonly number[]): Promise<Dated<OutlinedChange>[]> {
  const theirs = db
    .select({ id: changes.vendorId })
    .from(changes)
    .where(inArray(changes.changeSet, [...sets]));
  const rows = await db
    .select({ ...columnsOf(changes, ChangeOutline), set: changeSets, vendor: vendors })
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .where(inArray(changes.vendorId, theirs))
    .orderBy(asc(changes.changeSet), asc(vendors.slug));
  return dated(rows);
}

/** Announced changes that have no day, of every set: they wait for approvals or the end of an objection, or build on one that does. */
export async function changesWithoutDay(db: Db): Promise<Dated<OutlinedChange>[]> {
  const rows = await db
    .selectDistinct({ number: changeSets.number })
    .from(changeSets)
    .innerJoin(changes, eq(changes.changeSet, changeSets.number))
    .where(and(eq(changeSets.state, "announced"), isAwaiting));
  if (rows.length === 0) return [];
  const outline = await outlineOf(
    db,
    rows.map(({ number }) => number),
  );
  return outline.filter(
    ({ set, withdrawn, effectiveOn }) => set.state === "announced" && !withdrawn && effectiveOn === null,
  );
}

/** Of `changes` with their `change_sets`: the day a change is meant to take effect, as `plannedFor` says. */
export const plannedDay = sql<IsoDate | null>`coalesce(${changes.postponedTo}, ${changes.plannedOn}, ${changeSets.effectiveOn})`;

/** Of `changes`: waits for approvals, or the end of an objection. */
export const isAwaiting = sql<boolean>`(${changes.awaitsApproval} and ${changes.releasedOn} is null and not ${changes.withdrawn})`;

/**
 * That a change was not superseded by a day. Superseded is what was in force before the vendor's newest change in force,
 * unless that one takes its date from it. `model/change/history.ts` says what the dates are, and makes the list of what
 * is read here.
 */
const mattersFrom = (day: IsoDate): SQL => sql`(${changes.changeSet}, ${changes.vendorId}) not in (
    select change_set, vendor_id from (
      select change_set, vendor_id, published_as, own, is_in_force,
        max(published_as) filter (where is_in_force) over (partition by vendor_id) as newest,
        first_value(own) over (partition by vendor_id order by is_in_force desc, published_as desc) as own_of_newest
      from (
        select change_set, vendor_id, published_as, own,
          bool_and(coalesce(own <= ${day}::date, false)) over (partition by vendor_id order by published_as) as is_in_force
        from (
          select change_set, vendor_id, published_as, case when not awaits_approval then ${plannedDay}
            when released_on is not null then greatest(${plannedDay}, released_on) end as own
          from ${changes} join ${changeSets} on ${changeSets.number} = ${changes.changeSet}
          where ${changeSets.state} = 'announced' and not withdrawn
        ) announced
      ) dated
    ) folded
    where is_in_force and published_as < newest and own <= own_of_newest)`;
