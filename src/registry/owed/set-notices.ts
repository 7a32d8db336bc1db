import { and, eq, exists, gt, inArray, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { json, texts, uuids } from "../../db/json.ts";
import {
  batches,
  changeSets,
  changes,
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  subscribers,
} from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { kindsWhere, type NewNotice } from "../../model/people/notice.ts";
import type { Locked } from "../log/frame.ts";
import { plannedDay } from "../log/history.ts";
import { advanceSelected, moveToNewBatch, reopen } from "./deliveries.ts";
import { owe } from "./owe.ts";
import {
  aboutOnly,
  CUSTOMERS,
  concernedBy,
  EACH_CUSTOMER,
  leftOf,
  readersOf,
  readersOfChanges,
  readersOfSome,
  readersOfWithdrawal,
} from "./set-readers.ts";
import { announces, canBeTold, hasAnswered, isStillContact, isToldOf, tells, wantsMail } from "./told.ts";

/**
 * Notices to the readers of a change set. Each gives the notice's id; null where the set was announced to nobody, as
 * then there is nothing to say more of.
 */

/** A set, and the version of the list that the notice tells of. */
type OfVersion = { changeSet: number; snapshot: number };

/** Owes the announcement of a set to every follower and contact it concerns. Its customers must have been recorded before. */
export function oweAnnouncement(
  w: Locked,
  { changes, ...notice }: OfVersion & { changes: RecordedChange[] },
): Promise<string> {
  const people = sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash, named.customers
    from ${subscribers} left join (
      select ${contacts.subscriberId} as id,
        jsonb_agg(distinct ${concernedCustomers.externalId} order by ${concernedCustomers.externalId}) as customers
      from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
      join ${concernedCustomers} on ${concernedCustomers.externalId} = ${customers.externalId}
        and ${concernedCustomers.changeSet} = ${notice.changeSet}
      group by ${contacts.subscriberId}
    ) named on named.id = ${subscribers.id}
    where ${isToldOf(changes, sql`named.id is not null`)}`;
  return owe(w, { kind: "announcement", ...notice }, people);
}

/** Owes the announcement late: to the contacts who can be told of customers (by their own ids) for whom nobody was. */
export function oweLateAnnouncement(w: Locked, changeSet: number, ids: readonly string[]) {
  const people = sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash,
      jsonb_agg(distinct ${concernedCustomers.externalId} order by ${concernedCustomers.externalId}) as customers
    from ${concernedCustomers} join ${customers} on ${customers.externalId} = ${concernedCustomers.externalId}
    join ${contacts} on ${contacts.customerId} = ${customers.id}
    join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
    where ${concernedCustomers.changeSet} = ${changeSet} and ${canBeTold}
      and ${concernedCustomers.externalId} in ${texts(ids)}
    group by ${subscribers.id}`;
  return oweLate(w, changeSet, people);
}

/**
 * Owes the announcement once more, late, to those readers of some `deliveries` who still want mail, one mail each; without
 * those whom only what was withdrawn by itself concerns.
 */
export async function oweAnnouncementAgain(w: Locked, changeSet: number, which: SQL) {
  const people = sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash, ${CUSTOMERS} as customers
    from ${deliveries} join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId} ${EACH_CUSTOMER}
    where ${which} and ${wantsMail} group by ${subscribers.id}`;
  const left = await leftOf(w.db, changeSet);
  return oweLate(w, changeSet, left ? await concernedBy(w.db, people, changeSet, left) : people);
}

async function oweLate(w: Locked, changeSet: number, people: SQL): Promise<string | null> {
  const snapshot = await announcedAs(w, changeSet);
  return snapshot === null ? null : owe(w, { kind: "late-announcement", changeSet, snapshot }, people);
}

const TO_READERS = kindsWhere(({ to }) => to === "readers");

/**
 * Owes a withdrawal to everyone the announcement went out to, contacts of deleted customers too: it waits for these, by
 * the keyed hash of their address, until their customer is put again. Batches of the set that were not tried yet are not sent
 * any more: whoever they would have told hears nothing at all. Where only some changes are withdrawn, by slug, it goes to
 * those whom these concern; `again` is what whoever was still to be told of the others is owed instead.
 */
export async function oweWithdrawal(
  w: Locked,
  { slugs, ...notice }: OfVersion & { slugs: readonly string[] | null },
): Promise<{ withdrawal: string | null; again: string | null }> {
  const { db } = w;
  const toReaders = and(eq(notices.changeSet, notice.changeSet), inArray(notices.kind, TO_READERS));
  const ofThese = slugs ? or(announces, aboutOnly(slugs)) : undefined;
  const untried = db.select({ id: notices.id }).from(notices).where(and(toReaders, ofThese));
  const stopped = await stopUntried(w, untried, "withdrawn");
  const readers = await readersOfWithdrawal(db, notice.changeSet, slugs);
  const withdrawal = await oweMore(w, { kind: "withdrawal", ...notice }, readers);
  const isStopped = sql`${deliveries.batchId} in ${uuids(stopped)} and ${deliveries.noticeId} in (
    select ${notices.id} from ${notices} where ${announces})`;
  const again = slugs && stopped.length > 0 ? await oweAnnouncementAgain(w, notice.changeSet, isStopped) : null;
  return { withdrawal, again };
}

/** Sends withdrawals to people who were away when they were sent, unless what was withdrawn would be in force by now. */
export async function resumeWithdrawals(w: Locked, people: SQL): Promise<void> {
  const missed = await w.db
    .select({ id: deliveries.id, noticeId: notices.id, priority: batches.priority })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .innerJoin(changeSets, eq(changeSets.number, notices.changeSet))
    .where(
      and(
        eq(notices.kind, "withdrawal"),
        eq(deliveries.state, "skipped"),
        eq(deliveries.cause, "erased"),
        exists(
          w.db
            .select()
            .from(changes)
            .where(and(eq(changes.changeSet, changeSets.number), gt(plannedDay, w.today))),
        ),
        sql`${deliveries.subscriberId} in (${people})`,
      ),
    );
  for (const { id, ...batch } of missed) {
    await reopen(w, [id], "here again");
    await moveToNewBatch(w.db, batch, [id], w.now);
  }
}

/** Takes those batches of some notices out of sending that were not tried yet. Gives them. */
export async function stopUntried({ db, now }: Locked, ofNotices: SQLWrapper, cause: string): Promise<string[]> {
  const untried = and(eq(batches.state, "pending"), isNull(batches.firstAttemptAt));
  const rows = await db
    .update(batches)
    .set({ state: "sent", settledAt: now, body: null })
    .where(and(sql`${batches.noticeId} in (${ofNotices})`, untried))
    .returning({ id: batches.id });
  const stopped = rows.map(({ id }) => id);
  const theirs = sql`select ${deliveries.id} as id, ${cause}::text as cause from ${deliveries}
    where ${deliveries.batchId} in ${uuids(stopped)} and ${deliveries.state} = 'pending'`;
  if (stopped.length > 0) await advanceSelected(db, now, "skipped", theirs);
  return stopped;
}

/**
 * Owes a correction, in the operator's own words, to those the announcement went out to: where it names changes, to whom
 * these concern.
 */
export async function oweCorrection(w: Locked, notice: OfVersion & NewNotice<"correction">): Promise<string | null> {
  return oweMore(w, notice, await readersOfSome(w.db, notice.changeSet, notice.about.changes));
}

/** Owes the news that changes, by slug, were put off to those of whom these concern that the announcement went out to. */
export const owePostponement = async (w: Locked, notice: OfVersion, slugs: readonly string[]): Promise<string | null> =>
  oweMore(w, { kind: "postponement", ...notice }, await readersOfChanges(w.db, notice.changeSet, slugs));

/** Owes a reminder to those contacts of these customers (by their own ids) who were told, and have not answered. */
export async function oweReminder(w: Locked, changeSet: number, customers: readonly string[]): Promise<string | null> {
  const people = sql`
    select told.subscriber_id, told.email_hash, jsonb_agg(theirs.customer order by theirs.customer) as customers
    from (${readersOf(changeSet, tells)}) told
    cross join lateral jsonb_array_elements_text(told.customers) as theirs(customer)
    join jsonb_array_elements_text(${json(customers)}) as whose(customer)
      on whose.customer = theirs.customer
    where ${isStillContact(changeSet, sql`told.subscriber_id`, sql`theirs.customer`)}
      and not ${hasAnswered(changeSet, sql`told.email_hash`, sql`theirs.customer`)}
    group by told.subscriber_id, told.email_hash`;
  return oweMore(w, { kind: "reminder", changeSet }, people);
}

/** Owes what follows an announcement, by default to everyone it went out to. */
export async function oweMore(
  w: Locked,
  notice: NewNotice & { changeSet: number },
  people: SQL = readersOf(notice.changeSet),
) {
  return (await announcedAs(w, notice.changeSet)) === null ? null : owe(w, notice, people);
}

/** The version of the list that a set's announcement tells of; null when it was announced to nobody. */
async function announcedAs({ db }: Locked, changeSet: number): Promise<number | null> {
  const [first] = await db
    .select({ snapshot: notices.snapshot })
    .from(notices)
    .where(and(eq(notices.changeSet, changeSet), eq(notices.kind, "announcement")));
  return first?.snapshot ?? null;
}
