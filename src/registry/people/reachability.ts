import { and, asc, count, eq, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json, uuids } from "../../db/json.ts";
import {
  changeSetParts,
  changeSets,
  changes,
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  responses,
  subscribers,
  vendors,
} from "../../db/schema.ts";
import type { Moment } from "../../model/change/deadlines.ts";
import { owedRecord } from "../log/digests.ts";
import type { Locked } from "../log/frame.ts";
import { changesWithoutDay, plannedDay } from "../log/history.ts";
import { approvalsOf } from "../owed/approvals.ts";
import { oweOrganisation } from "../owed/owe.ts";
import { oweLateAnnouncement, resumeWithdrawals } from "../owed/set-notices.ts";
import { announces, countsAsWellTold, isConcernedStill, isErased, isReachable, mayStillObject } from "../owed/told.ts";

/** The customers a person is a contact of, as a condition on `customers`. */
export const customersOf = (subscriberId: string): SQL => sql`"customers"."id" in (
  select ${contacts.customerId} from ${contacts} where ${contacts.subscriberId} = ${subscriberId})`;

/** The customers an address stands for, by its keyed hash. */
export const customersAt = (emailHash: string): SQL => sql`"customers"."id" in (
  select ${contacts.customerId} from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where ${subscribers.emailHash} = ${emailHash})`;

/** The customers with these ids. */
export const customersWith = (ids: readonly string[]): SQL => sql`"customers"."id" in ${uuids(ids)}`;

/** The customers whom nobody can be told for: how many, and the names of the first few. */
export async function unreachableCustomers(
  { db }: { db: Db },
  limit: number,
): Promise<{ total: number; names: string[] }> {
  const isLost = isNotNull(customers.unreachableSince);
  const [row] = await db.select({ total: count() }).from(customers).where(isLost);
  const rows = await db
    .select({ name: customers.name })
    .from(customers)
    .where(isLost)
    .orderBy(asc(customers.unreachableSince), asc(customers.externalId))
    .limit(limit);
  return { total: row?.total ?? 0, names: rows.map(({ name }) => name) };
}

/**
 * Notes which of these customers nobody can be told for, after a contact came, left or can no longer be written to. The
 * organisation is owed one mail about those for whom that is new. The contacts of the others are owed the announcements
 * they missed. Call it after everything but mails to the organisation.
 */
export async function noteReachability(w: Locked, whose: SQL): Promise<void> {
  const { db } = w;
  await db.execute(sql`
    update ${customers} set unreachable_since = null
    where ${customers.unreachableSince} is not null and ${whose} and ${isReachable}`);
  const lost = await db.execute<{ external_id: string }>(sql`
    update ${customers} set unreachable_since = ${w.now.toISOString()}::timestamptz
    where ${customers.unreachableSince} is null and ${whose} and not ${isReachable}
    returning ${customers.externalId}`);
  if (lost.length > 0) {
    const about = { customers: lost.map(({ external_id }) => external_id).sort() };
    await oweOrganisation(w, { kind: "unreachable", about });
  }
  await recognise(w, whose);
  await announceLate(w, whose);
}

/**
 * Owes announcements late: of each set that can still be answered, to the contacts of the customers it concerns, where
 * none of a customer's contacts was told. Whoever was told and has left, or cannot be written to any more, does not count.
 */
async function announceLate(w: Locked, whose: SQL): Promise<void> {
  const candidates = await withoutToldContact(w.db, w, whose);
  for (const [changeSet, each] of Map.groupBy(candidates, (row) => row.changeSet)) {
    const customers = [...new Set(each.map(({ customer }) => customer))];
    const notice = await oweLateAnnouncement(w, changeSet, customers);
    if (notice === null) continue;
    const data = { customers: customers.length, owed: await owedRecord(w.db, notice) };
    w.audit("change-set.announced-late", changeSet, data, "system");
  }
}

/**
 * Gives people who were erased and are named again as contacts of these customers what they were told and answered, by
 * the keyed hash of their address. So nobody is told twice, later notices reach them, and their links keep working.
 */
async function recognise(w: Locked, whose: SQL): Promise<void> {
  const { db } = w;
  // Nobody is read where no set concerned these customers, as when they are new.
  const people = sql`sets as materialized (
    select distinct ${concernedCustomers.changeSet} as number
    from ${concernedCustomers} join ${customers} on ${customers.externalId} = ${concernedCustomers.externalId} where ${whose}
  ), people as materialized (
    select distinct ${subscribers.id} as id, ${subscribers.emailHash} as email_hash
    from ${customers} join ${contacts} on ${contacts.customerId} = ${customers.id}
    join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
    where exists (select 1 from sets) and ${whose}
  )`;
  await db.execute(sql`
    with ${people}, theirs as materialized (
      select ${deliveries.id} as id, people.id as subscriber_id
      from sets join ${notices} on ${notices.changeSet} = sets.number
      join ${deliveries} on ${deliveries.noticeId} = ${notices.id} and ${isErased}
      join people on people.email_hash = ${deliveries.emailHash}
      order by ${deliveries.id} for update of ${deliveries}
    )
    update ${deliveries} set subscriber_id = theirs.subscriber_id from theirs where ${deliveries.id} = theirs.id`);
  await db.execute(sql`
    with ${people}
    update ${responses} set subscriber_id = people.id from people, sets
    where ${responses.changeSet} = sets.number and ${responses.emailHash} = people.email_hash
      and ${responses.subscriberId} is null`);
  await resumeWithdrawals(
    w,
    sql`select ${contacts.subscriberId} from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId} where ${whose}`,
  );
}

/**
 * These customers with each set that they can still answer, and that none of their present contacts was told of. A set
 * can be answered until the customer's last day, and for as long as it waits for the customer's approval.
 */
async function withoutToldContact(tx: Db, moment: Moment, whose: SQL) {
  const {
    changeSet,
    externalId: customer,
    part,
    since,
    lastDayToObjectOn,
    authorisation,
    objectUntilEffect,
  } = concernedCustomers;
  const theirs = sql`${changes} join ${vendors} on ${vendors.id} = ${changes.vendorId}
    where ${changes.changeSet} = ${changeSet} and not ${changes.withdrawn} and (${part} = 0 or ${vendors.slug} in (
      select jsonb_array_elements_text(${changeSetParts.vendors}) from ${changeSetParts}
      where ${changeSetParts.changeSet} = ${changeSet} and ${changeSetParts.number} = ${part}))`;
  const held = (await changesWithoutDay(tx)).map((change) => [change.changeSet, change.vendor.slug]);
  const isWaiting = sql`exists (
    select 1 from ${theirs} and ${json(held)} @> jsonb_build_array(jsonb_build_array(${changeSet}, ${vendors.slug})))`;
  // Whoever may object until the effect may as long as that has no day.
  const isOver = sql<boolean>`(case when ${lastDayToObjectOn} is null
    then (select max(${plannedDay}) from ${theirs}) < ${moment.today}::date and not ${isWaiting} else not (${mayStillObject(moment)} or (${objectUntilEffect} is not null and ${isWaiting})) end)`;
  const waits = and(eq(authorisation, "specific"), isNotNull(lastDayToObjectOn), isWaiting);
  const candidates = await tx
    .select({ changeSet, customer, isOver })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(changeSets.number, changeSet))
    .innerJoin(customers, eq(customers.externalId, customer))
    .where(
      and(
        eq(changeSets.state, "announced"),
        or(not(isOver), waits),
        isConcernedStill,
        whose,
        isReachable,
        sql`not exists (
          select 1 from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
          join ${deliveries} on ${deliveries.subscriberId} = ${subscribers.id}
          join ${notices} on ${notices.id} = ${deliveries.noticeId}
          where ${contacts.customerId} = ${customers.id} and ${notices.changeSet} = ${changeSet} and ${announces}
            and ${deliveries.customers} ? ${customer} and ${countsAsWellTold}
            and (${since} is null or ${notices.createdAt} >= ${since}))`,
      ),
    )
    .orderBy(asc(changeSet), asc(customer));
  const waiting = candidates.filter((each) => each.isOver).map((each) => each.changeSet);
  const approvals = await approvalsOf(tx, [...new Set(waiting)]);
  return candidates.filter((each) => !each.isOver || approvals.get(each.changeSet)?.missing.includes(each.customer));
}
