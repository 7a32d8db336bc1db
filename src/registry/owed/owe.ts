import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { json, texts } from "../../db/json.ts";
import {
  batches,
  concernedCustomers,
  contacts,
  deliveries,
  notices,
  subscribers,
  suppressions,
} from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change-set.ts";
import { hashEmail } from "../../model/hash.ts";
import { type KindTo, kindsWhere, type NewNotice, NOTICE_KINDS } from "../../model/notice.ts";
import type { LocalizedText } from "../../model/text.ts";
import type { Locked } from "../log/frame.ts";
import { advanceSelected } from "./deliveries.ts";
import { announces, canBeTold, goesOut, hasAnswered, isFailed, isStillContact, isToldOf, wantsMail } from "./told.ts";

/** The most mails one request of the provider takes. */
export const BATCH_SIZE = 100;

/**
 * Owes the announcement of a change set to every active follower and contact it concerns, in one statement. Its
 * concerned customers must have been recorded before. Gives the notice's id, as do the others here.
 */
export function oweAnnouncement(
  w: Locked,
  { changes, ...notice }: { changeSet: number; snapshot: number; changes: RecordedChange[] },
): Promise<string> {
  return owe(
    w,
    { kind: "announcement", ...notice },
    sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash, named.customers
    from ${subscribers} left join (
      select ${contacts.subscriberId} as id,
        jsonb_agg(${concernedCustomers.externalId} order by ${concernedCustomers.externalId}) as customers
      from ${contacts} join ${concernedCustomers} on ${concernedCustomers.customerId} = ${contacts.customerId}
        and ${concernedCustomers.changeSet} = ${notice.changeSet}
      group by ${contacts.subscriberId}
    ) named on named.id = ${subscribers.id}
    where ${isToldOf(changes, sql`named.id is not null`)}`,
  );
}

/**
 * Owes the announcement of a set to the working contacts of customers it concerns (by their own ids) none of whose
 * contacts has been told of it. Null when the set was announced to nobody.
 */
export const oweLateAnnouncement = (w: Locked, changeSet: number, customers: readonly string[]) =>
  oweLate(
    w,
    changeSet,
    sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash,
      jsonb_agg(${concernedCustomers.externalId} order by ${concernedCustomers.externalId}) as customers
    from ${concernedCustomers} join ${contacts} on ${contacts.customerId} = ${concernedCustomers.customerId}
    join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
    where ${concernedCustomers.changeSet} = ${changeSet} and ${canBeTold}
      and ${concernedCustomers.externalId} in ${texts(customers)}
    group by ${subscribers.id}`,
  );

/** Owes it, late, to those of a batch of it whose mails failed, and who still want mail. */
export const oweAgain = (w: Locked, changeSet: number, batchId: string) =>
  oweLate(
    w,
    changeSet,
    sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash, ${deliveries.customers}
    from ${deliveries} join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
    where ${deliveries.batchId} = ${batchId}::uuid and ${isFailed} and ${wantsMail}`,
  );

async function oweLate(w: Locked, changeSet: number, people: SQL): Promise<string | null> {
  const first = await announcementOf(w, changeSet);
  return first === null ? null : owe(w, { kind: "late-announcement", changeSet, ...first }, people);
}

const TO_READERS = kindsWhere(({ to }) => to === "readers");

/**
 * Owes a withdrawal to everyone the announcement has reached, or may have, and who still wants mail. What was not tried
 * yet of the announcement, or of what followed it, is not sent any more, and whoever it would have gone to is told nothing at all.
 */
export async function oweWithdrawal(
  w: Locked,
  notice: { changeSet: number; snapshot: number },
): Promise<string | null> {
  if ((await announcementOf(w, notice.changeSet)) === null) return null;
  const { db, now } = w;
  const toReaders = and(eq(notices.changeSet, notice.changeSet), inArray(notices.kind, TO_READERS));
  const ofTheSet = db.select({ id: notices.id }).from(notices).where(toReaders);
  const untried = and(
    inArray(batches.noticeId, ofTheSet),
    eq(batches.state, "pending"),
    isNull(batches.firstAttemptAt),
  );
  await db.update(batches).set({ state: "sent", settledAt: now, body: null }).where(untried);
  const stopped = sql`select ${deliveries.id} as id, 'withdrawn' as cause
    from ${deliveries} join ${batches} on ${batches.id} = ${deliveries.batchId}
    where ${batches.noticeId} in ${ofTheSet} and ${batches.state} = 'sent' and ${batches.firstAttemptAt} is null
      and ${deliveries.state} = 'pending'`;
  await advanceSelected(db, now, "skipped", stopped);
  return owe(w, { kind: "withdrawal", ...notice }, toldOf(notice.changeSet));
}

/** Owes a correction to the same people, in the operator's own words. Null when nobody was told. */
export async function oweCorrection(
  w: Locked,
  notice: { changeSet: number; snapshot: number; about: { text: LocalizedText } },
): Promise<string | null> {
  const first = await announcementOf(w, notice.changeSet);
  return first === null ? null : owe(w, { kind: "correction", ...notice }, toldOf(notice.changeSet));
}

/**
 * Owes a reminder of a change set to the present contacts of these customers (by their own ids) who were told of it and
 * have not answered.
 */
export async function oweReminder(w: Locked, changeSet: number, customers: readonly string[]): Promise<string | null> {
  const first = await announcementOf(w, changeSet);
  if (first === null) return null;
  return owe(
    w,
    { kind: "reminder", changeSet },
    sql`
    select told.subscriber_id, told.email_hash, jsonb_agg(theirs.customer order by theirs.customer) as customers
    from (${toldOf(changeSet)}) told
    cross join lateral jsonb_array_elements_text(told.customers) as theirs(customer)
    join jsonb_array_elements_text(${json(customers)}) as whose(customer)
      on whose.customer = theirs.customer
    where ${isStillContact(changeSet, sql`told.subscriber_id`, sql`theirs.customer`)}
      and not ${hasAnswered(changeSet, sql`told.email_hash`, sql`theirs.customer`)}
    group by told.subscriber_id, told.email_hash`,
  );
}

/** The version of the list that a set's announcement tells of; null when it was announced to nobody. */
async function announcementOf({ db }: Locked, changeSet: number): Promise<{ snapshot?: number } | null> {
  const [first] = await db
    .select({ snapshot: notices.snapshot })
    .from(notices)
    .where(and(eq(notices.changeSet, changeSet), eq(notices.kind, "announcement")));
  if (!first) return null;
  return first.snapshot === null ? {} : { snapshot: first.snapshot };
}

/** Who got the announcement of a set, or may have, at once or late, and still wants mail; for the customers it was owed for. */
const toldOf = (changeSet: number) => sql`
  select ${deliveries.subscriberId}, ${deliveries.emailHash},
    jsonb_agg(distinct whose.customer order by whose.customer) filter (where whose.customer is not null) as customers
  from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id}
  join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
  left join lateral jsonb_array_elements_text(${deliveries.customers}) as whose(customer) on true
  where ${notices.changeSet} = ${changeSet} and ${announces} and ${goesOut(deliveries.state)} and ${wantsMail}
  group by ${deliveries.subscriberId}, ${deliveries.emailHash}`;

/** Owes one mail to one person, whatever their status: they have just asked for it, or are answered. */
export async function oweMail(w: Locked, notice: NewNotice<KindTo<"person">>, subscriberId: string): Promise<void> {
  const { id, emailHash } = subscribers;
  await owe(
    w,
    notice,
    sql`select ${id} as subscriber_id, ${emailHash} as email_hash, null::jsonb as customers from ${subscribers} where ${id} = ${subscriberId}`,
  );
}

/** Owes a mail to the organisation itself, at its `privacyEmail`. Without one there is nobody to tell. */
export async function oweOrganisation(w: Locked, notice: NewNotice<KindTo<"organisation">>): Promise<void> {
  const { privacyEmail } = w.organisation;
  if (!privacyEmail) return;
  const hash = hashEmail(w.config.tokenSecret, privacyEmail);
  await owe(
    w,
    notice,
    sql`select null::uuid as subscriber_id, ${hash}::text as email_hash, null::jsonb as customers`,
    privacyEmail,
  );
}

/**
 * The notice, its batches and every delivery: one statement however many people there are. `people` selects
 * `subscriber_id`, `email_hash` and `customers`. Gives the notice's id.
 */
async function owe(w: Locked, notice: NewNotice, people: SQL, address: string | null = null): Promise<string> {
  const { db, now } = w;
  const at = now.toISOString();
  const [row] = await db
    .insert(notices)
    .values({ ...notice, createdAt: now })
    .returning({ id: notices.id });
  if (!row) throw new Error("A notice was not inserted");
  await db.execute(sql`
    with members as materialized (
      select gen_random_uuid() as id, subscriber_id, email_hash, customers,
        (row_number() over (order by subscriber_id) - 1) / ${BATCH_SIZE}::integer as position
      from (${people}) people
    ), made as (
      insert into ${batches} (notice_id, position, priority, next_attempt_at)
      select ${row.id}::uuid, position, ${NOTICE_KINDS[notice.kind].urgent ? 0 : 1}::smallint, ${at}::timestamptz from members group by position
      returning id, position
    )
    insert into ${deliveries} (id, notice_id, subscriber_id, email_hash, address, customers, batch_id, state, state_at, chain)
    select members.id, ${row.id}::uuid, subscriber_id, email_hash, ${address}::text, customers, made.id, 'pending', ${at}::timestamptz,
      chain_of_owed(members.id, ${row.id}::uuid, email_hash, customers)
    from members join made on made.position = members.position`);
  const suppressed = sql`select ${deliveries.id} as id, ${suppressions.reason} as cause
    from ${deliveries} join ${suppressions} on ${suppressions.emailHash} = ${deliveries.emailHash}
    where ${deliveries.noticeId} = ${row.id}`;
  await advanceSelected(db, now, "suppressed", suppressed);
  w.kick();
  return row.id;
}
