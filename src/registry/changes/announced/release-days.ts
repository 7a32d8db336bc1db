import { and, eq, isNotNull, min } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { concernedCustomers, customers } from "../../../db/schema.ts";
import type { OutlinedChange } from "../../../model/change/change-set.ts";
import { dayTold, firstDayTold, type UntilEffect } from "../../../model/change/deadlines.ts";
import type { Dated } from "../../../model/change/history.ts";
import { waitsForCustomers } from "../../../model/change/terms.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { type IsoDate, latest } from "../../../model/values/dates.ts";
import { weightOf } from "../../../model/vendor/weight.ts";
import { outlineOf } from "../../log/history.ts";
import { partsOf } from "../../log/parts.ts";
import { supposedOutline } from "./supposed.ts";

type Outlined = Dated<OutlinedChange>;
type Moment = { db: Db; organisation: Organisation; now: Date; today: IsoDate };

/**
 * From which day each of these changes of a set, by slug, may no longer wait, if that is decided now: today, unless
 * somebody may object until so many days before the effect. While it waits that has not ended, so it ends today at the
 * earliest (GDPR Art. 28(2)): theirs are the first days that leave it so. What builds on a change moves with it.
 */
export async function releaseDays(r: Moment, number: number, slugs: readonly string[]): Promise<Map<string, IsoDate>> {
  const { db, organisation, today } = r;
  const days = new Map(slugs.map((slug) => [slug, today]));
  if (slugs.length === 0) return days;
  const supposing = { slugs, changes: { releasedOn: today } };
  const moved = movedSince(await outlineOf(db, [number]), await supposedOutline(db, number, supposing));
  for (const [changeSet, each] of Map.groupBy(moved, (change) => change.changeSet)) {
    const open = await openUntilEffect(r, changeSet);
    if (open.length === 0) continue;
    const parts = await partsOf(db, changeSet);
    for (const { vendor, set, ...change } of each) {
      if (!waitsForCustomers({ ...set, weight: weightOf(change) })) continue;
      // An emergency that leaves no notice may come before the days that it leaves are over.
      const theirs = open.filter(
        ({ part, isOver }) =>
          (isOver || set.emergencyReason === null) && (part === 0 || parts.get(part)?.includes(vendor.slug)),
      );
      const first = theirs.map((terms) => firstDayTold(organisation, terms, r));
      days.set(vendor.slug, latest(days.get(vendor.slug) ?? today, ...first));
    }
  }
  return days;
}

type Open = UntilEffect & { part: number; isOver: boolean };

/** The terms of customers of a set who may object until so many days before the effect, by part. */
async function openUntilEffect({ db, organisation, ...moment }: Moment, number: number): Promise<Open[]> {
  const { changeSet, externalId, part, lastDayToObjectOn, objectUntilEffect, timeZone } = concernedCustomers;
  const groups = await db
    .select({ part, objectUntilEffect, timeZone, first: min(lastDayToObjectOn) })
    .from(concernedCustomers)
    // Whoever is a customer no more answers nothing.
    .innerJoin(customers, eq(customers.externalId, externalId))
    .where(and(eq(changeSet, number), isNotNull(objectUntilEffect), isNotNull(lastDayToObjectOn)))
    .groupBy(part, objectUntilEffect, timeZone);
  return groups.flatMap(({ first, objectUntilEffect: term, ...each }) => {
    const isOver = first !== null && first < dayTold(organisation, each, moment);
    return term === null ? [] : [{ ...each, objectUntilEffect: term, isOver }];
  });
}

/** Every change, of any set, whose day is another in an outline than it was before. */
export function movedSince(before: readonly Outlined[], after: readonly Outlined[]) {
  const keyOf = ({ changeSet, vendorId }: OutlinedChange) => `${changeSet} ${vendorId}`;
  const days = new Map(before.map((change) => [keyOf(change), change.effectiveOn]));
  return after.filter((change) => days.get(keyOf(change)) !== change.effectiveOn);
}
