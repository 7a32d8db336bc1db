import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { texts } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { changeSets, concernedCustomers, deliveries, notices, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { idsDigest } from "../../evidence/chain.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { addDays, type Calendar, dayOf } from "../../model/values/dates.ts";
import { owedRecord } from "../log/digests.ts";
import { writeRegistry } from "../log/frame.ts";
import { readOrganisation } from "../log/organisation.ts";
import { oweReminder } from "./set-notices.ts";
import { announces, canBeTold, hasAnswered, isConcernedStill, isStillContact, mayStillObject, tells } from "./told.ts";

/**
 * Owes a reminder for every customer that is due one: once, within the organisation's `reminderDays` before its last day
 * to object, to its contacts who have not answered. Safe to call at any time, from anywhere.
 */
export async function oweReminders(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  if ((await dueOn(deps.db, await readOrganisation(deps.db), deps.clock.now())).size === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    const { db, now } = w;
    for (const [changeSet, customers] of await dueOn(db, w, now)) {
      await db
        .update(concernedCustomers)
        .set({ remindedAt: now })
        .where(and(eq(concernedCustomers.changeSet, changeSet), isOneOf(customers), isDue(w, now)));
      const notice = await oweReminder(w, changeSet, customers);
      w.audit("change-set.reminded", changeSet, {
        customers: customers.length,
        reminded: { at: now.toISOString(), sha256: idsDigest(customers) },
        owed: await owedRecord(db, notice),
      });
    }
  });
}

const isOneOf = (customers: readonly string[]) => sql`${concernedCustomers.externalId} in ${texts(customers)}`;

/** Of `concerned_customers`: its last day is near, and it was not reminded of that. */
const isDue = ({ organisation, calendar }: Publisher, now: Date) => {
  const today = dayOf(calendar, now);
  const isNear = lte(concernedCustomers.lastDayToObjectOn, addDays(today, organisation.reminderDays));
  return and(isNull(concernedCustomers.remindedAt), isNear, mayStillObject({ now, today }), isConcernedStill);
};

type Publisher = { organisation: Organisation; calendar: Calendar };

/** The customers to remind now, by change set. */
async function dueOn(db: Db, publisher: Publisher, now: Date): Promise<Map<number, string[]>> {
  const { organisation, calendar } = publisher;
  if (organisation.reminderDays === 0) return new Map();
  const today = dayOf(calendar, now);
  const { externalId: customer } = concernedCustomers;
  const rows = await db
    .select({ changeSet: changeSets.number, announcedAt: changeSets.announcedAt, customer })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(changeSets.number, concernedCustomers.changeSet))
    .where(and(eq(changeSets.state, "announced"), isDue(publisher, now)))
    .orderBy(changeSets.number, customer);
  const due = new Map<number, string[]>();
  for (const [changeSet, each] of Map.groupBy(rows, (row) => row.changeSet)) {
    // Not on the day of the announcement itself: a short period is within the reminder's days from its start.
    if (each.some(({ announcedAt }) => announcedAt && dayOf(calendar, announcedAt) >= today)) continue;
    const silent = await silentOf(db, changeSet, now);
    const customers = [...new Set(each.map((row) => row.customer))].filter((id) => silent.has(id));
    if (customers.length > 0) due.set(changeSet, customers);
  }
  return due;
}

/**
 * The customers with a contact who was told, can be told again, and has not answered. A customer without a contact who can
 * be told is unreachable, and is not reminded. Whoever was told late is left alone for a day.
 */
async function silentOf(db: Db, changeSet: number, now: Date): Promise<Set<string>> {
  const dayFrom = (days: number) => sql`${new Date(now.getTime() + days * 86_400_000).toISOString()}::timestamptz`;
  const rows = await rowsOf<{ customer: string }>(db)`
    select distinct theirs.customer
    from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id}
    join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
    cross join lateral jsonb_array_elements_text(${deliveries.customers}) as theirs(customer)
    where ${notices.changeSet} = ${changeSet} and ${canBeTold}
      and ${announces} and (${notices.kind} <> 'late-announcement' or ${notices.createdAt} not between ${dayFrom(-1)} and ${dayFrom(1)})
      and ${tells(deliveries.state)}
      and ${isStillContact(changeSet, subscribers.id, sql`theirs.customer`)}
      and not ${hasAnswered(changeSet, subscribers.emailHash, sql`theirs.customer`)}`;
  return new Set(rows.map(({ customer }) => customer));
}
