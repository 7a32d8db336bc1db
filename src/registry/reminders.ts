import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import {
  changeSets,
  concernedCustomers,
  deliveries,
  notices,
  responses,
  subscribers,
  suppressions,
} from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { audit } from "./audit.ts";
import { dateIn } from "./dates.ts";
import { getOrganisation, lockRegistry } from "./organisation.ts";
import type { Organisation } from "./organisation-document.ts";
import { oweReminder } from "./owe.ts";
import { owedRecord } from "./witness.ts";

/**
 * Owes a reminder for every customer that is due one: once, within the organisation's `reminderDays` before its last day
 * to object, unless somebody has answered for it. Safe to call at any time, from anywhere.
 */
export async function oweReminders(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  if ((await dueOn(deps.db, await getOrganisation(deps.db), deps.clock.now())).size === 0) return;
  await deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    const now = deps.clock.now();
    for (const [changeSet, customers] of await dueOn(tx, organisation, now)) {
      await tx
        .update(concernedCustomers)
        .set({ remindedAt: now })
        .where(and(eq(concernedCustomers.changeSet, changeSet), isOneOf(customers)));
      await oweReminder(tx, now, changeSet, customers);
      await audit(tx, deps.clock, {
        actor: "system",
        action: "change-set.reminded",
        subject: `change-set:${changeSet}`,
        data: { customers: customers.length, owed: await owedRecord(tx, changeSet, "reminder") },
      });
    }
  });
}

const isOneOf = (customers: readonly string[]) => sql`${concernedCustomers.externalId} in (
  select value from jsonb_array_elements_text(${JSON.stringify(customers)}::text::jsonb))`;

/** The customers to remind now, by change set. */
async function dueOn(db: Db, { timeZone, reminderDays }: Organisation, now: Date): Promise<Map<number, string[]>> {
  if (reminderDays === 0) return new Map();
  const today = dateIn(timeZone, now);
  const rows = await db
    .select({ changeSet: concernedCustomers.changeSet, customer: concernedCustomers.externalId })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(changeSets.number, concernedCustomers.changeSet))
    .where(
      and(
        eq(changeSets.state, "announced"),
        isNull(concernedCustomers.remindedAt),
        sql`${concernedCustomers.lastDayToObjectOn} between ${today}::date and ${today}::date + ${reminderDays}::integer`,
        // Not on the day of the announcement itself: a short period is within the reminder's days from its start.
        sql`(${changeSets.announcedAt} at time zone ${timeZone})::date < ${today}::date`,
      ),
    )
    .orderBy(concernedCustomers.changeSet, concernedCustomers.externalId);
  const due = new Map<number, string[]>();
  for (const [changeSet, each] of Map.groupBy(rows, (row) => row.changeSet)) {
    const answered = await answeredFor(db, changeSet);
    const open = each.map(({ customer }) => customer).filter((customer) => !answered.has(customer));
    if (open.length === 0) continue;
    const told = await toldOf(db, changeSet);
    const customers = open.filter((customer) => told.has(customer));
    if (customers.length > 0) due.set(changeSet, customers);
  }
  return due;
}

/** The customers somebody has answered for, in time or late. */
async function answeredFor(db: Db, changeSet: number): Promise<Set<string | null>> {
  const rows = await db
    .selectDistinct({ customer: responses.customer })
    .from(responses)
    .where(eq(responses.changeSet, changeSet));
  return new Set(rows.map(({ customer }) => customer));
}

/** The customers with a contact who was told and can be told again: one without is unreachable, not reminded. */
async function toldOf(db: Db, changeSet: number): Promise<Set<string>> {
  const rows = await db.execute<{ customer: string }>(sql`
    select distinct jsonb_array_elements_text(${deliveries.customers}) as customer
    from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id}
    join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
    where ${notices.changeSet} = ${changeSet} and ${notices.kind} = 'announcement' and ${subscribers.status} = 'active'
      and ${deliveries.state} not in ('skipped', 'suppressed', 'failed')
      and not exists (select 1 from ${suppressions} where ${suppressions.emailHash} = ${subscribers.emailHash})`);
  return new Set(rows.map(({ customer }) => customer));
}
