import { and, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { json } from "../../../db/json.ts";
import { concernedCustomers } from "../../../db/schema.ts";
import type { ActionData } from "../../../model/actions.ts";
import type { ChangeSetRow, OutlinedChange } from "../../../model/change/change-set.ts";
import { type Deadlines, lastDayBefore } from "../../../model/change/deadlines.ts";
import { type Dated, plannedFor } from "../../../model/change/history.ts";
import { waitsForCustomers } from "../../../model/change/terms.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { addDays, type IsoDate, startOf } from "../../../model/values/dates.ts";
import { weightOf } from "../../../model/vendor/weight.ts";
import type { Locked } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { partsOf, partsWith } from "../../log/parts.ts";

/**
 * Moves the last day to object of customers of these parts who may object until so many days before the effect: until the
 * first of the changes that wait for them. Gives what was moved, by those who have the same terms. A day is never earlier.
 */
export async function moveWithEffect(
  w: Locked,
  set: ChangeSetRow,
  parts: number[],
  outline: readonly Outlined[],
): Promise<UntilEffect[]> {
  const moved: UntilEffect[] = [];
  for (const { which, day, ...each } of await lastDaysWithEffect(w, set, parts, outline)) {
    if (await extend(w.db, which, day)) moved.push({ ...each, lastDayToObjectOn: day.lastDayToObjectOn });
  }
  return moved;
}

type Outlined = Dated<OutlinedChange>;

/** Which of these customers' last days move with the effect, as an outline has it, and to when: by part and terms. */
export async function lastDaysWithEffect(
  { db, organisation, today }: { db: Db; organisation: Organisation; today: IsoDate },
  set: ChangeSetRow,
  parts: number[],
  outline: readonly Outlined[],
) {
  const { changeSet, part, lastDayToObjectOn, objectUntilEffect, timeZone } = concernedCustomers;
  const groups = await db
    .selectDistinct({ part, objectUntilEffect, timeZone })
    .from(concernedCustomers)
    .where(and(eq(changeSet, set.number), inArray(part, parts), isNotNull(objectUntilEffect)))
    .orderBy(part, timeZone, objectUntilEffect);
  if (groups.length === 0) return [];
  const vendors = await partsOf(db, set.number);
  const outlined = outline.filter((change) => change.changeSet === set.number);
  const waiting = outlined.filter((change) => waitsForCustomers({ ...set, weight: weightOf(change) }));
  return groups.flatMap(({ part: number, objectUntilEffect: term, timeZone: zone }) => {
    const changes = vendors.get(number) ?? null;
    const theirs = waiting.filter(({ vendor }) => changes?.includes(vendor.slug) ?? true);
    // What is in force leaves what still waits to be objected to.
    const days = theirs.flatMap((change) => change.effectiveOn ?? plannedFor(change) ?? []);
    const [first] = days.filter((on) => on > today).sort();
    if (term === null || first === undefined) return [];
    const day = lastDayBefore(organisation, { objectUntilEffect: term, timeZone: zone }, first);
    const which = and(
      eq(changeSet, set.number),
      eq(part, number),
      sql`${objectUntilEffect} = ${json(term)}`,
      zone === null ? isNull(timeZone) : eq(timeZone, zone),
      lt(lastDayToObjectOn, day.lastDayToObjectOn),
    );
    return [{ changes, objectUntilEffect: term, timeZone: zone, which, day }];
  });
}

/** Moves the last days to object that contracts count from the effect of changes, of any sets, which have another day now. */
export async function moveLastDays(w: Locked, moved: readonly Dated<OutlinedChange>[]): Promise<void> {
  for (const [number, each] of Map.groupBy(moved, ({ changeSet }) => changeSet)) {
    const [first] = each;
    if (!first || each.every(({ effectiveOn }) => effectiveOn === null)) continue;
    const slugs = each.map(({ vendor }) => vendor.slug);
    const parts = await partsWith(w.db, number, slugs);
    const untilEffect = await moveWithEffect(w, first.set, parts, await outlineOf(w.db, [number]));
    if (untilEffect.length > 0) w.audit("change-set.last-days-moved", number, { untilEffect }, "system");
  }
}

type UntilEffect = NonNullable<ActionData<"change-set.postponed">["untilEffect"]>[number];

/** Moves the last day to object of the customers whom these parts concern, unless their own is as late. */
export async function extendObjecting({ db }: Locked, number: number, parts: number[], until: IsoDate): Promise<void> {
  const { timeZone } = concernedCustomers;
  const isEarlier = and(eq(concernedCustomers.changeSet, number), isExtendedTo(parts, until));
  const zones = await db.selectDistinct({ timeZone }).from(concernedCustomers).where(isEarlier);
  for (const { timeZone: zone } of zones) {
    const objectUntil = zone === null ? null : startOf(addDays(until, 1), zone).toISOString();
    const isTheirs = and(isEarlier, zone === null ? isNull(timeZone) : eq(timeZone, zone));
    await extend(db, isTheirs, { lastDayToObjectOn: until, objectUntil });
  }
}

/** Moves the last day to object of some of `concerned_customers`; the first stays beside it. Gives whether there were any. */
async function extend(
  db: Locked["db"],
  which: SQL | undefined,
  { lastDayToObjectOn, objectUntil }: Pick<Deadlines, "lastDayToObjectOn" | "objectUntil">,
): Promise<boolean> {
  const { externalId, extendedFrom, lastDayToObjectOn: before } = concernedCustomers;
  const extended = await db
    .update(concernedCustomers)
    .set({
      lastDayToObjectOn,
      extendedFrom: sql`coalesce(${extendedFrom}, ${before})`,
      objectUntil: objectUntil === null ? null : new Date(objectUntil),
    })
    .where(which)
    .returning({ id: externalId });
  return extended.length > 0;
}

/** Of `concerned_customers`: these parts concern them, and their last day to object is before that. */
export const isExtendedTo = (parts: number[], until: IsoDate): SQL | undefined =>
  and(inArray(concernedCustomers.part, parts), lt(concernedCustomers.lastDayToObjectOn, until));
