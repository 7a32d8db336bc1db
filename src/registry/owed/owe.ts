import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  batches,
  contacts,
  customers,
  deliveries,
  notices,
  subscribers,
  suppressions,
  users,
} from "../../db/schema.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import {
  type KindTo,
  type NewNotice,
  NOTICE_KINDS,
  type NoticeAbout,
  TOLD_TO_USERS,
} from "../../model/people/notice.ts";
import { emailKey } from "../../model/values/email.ts";
import { hashEmail } from "../../model/values/hash.ts";
import type { Locked } from "../log/frame.ts";
import { advanceSelected } from "./deliveries.ts";
import { wantsMail } from "./told.ts";

/** The most mails one request of the provider takes. */
const BATCH_SIZE = 100;

/**
 * Owes a notice: its row, its batches and every delivery, in one statement however many people there are. `people`
 * selects `subscriber_id`, `email_hash` and `customers`. Gives the notice's id.
 */
export async function owe(w: Locked, notice: NewNotice, people: SQL, address: string | null = null): Promise<string> {
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
  // Mostly there are none. Asked first, since nobody has counted yet how many deliveries the statement above made.
  const suppressed = sql`select ${deliveries.id} as id, ${suppressions.reason} as cause
    from ${deliveries} join ${suppressions} on ${suppressions.emailHash} = ${deliveries.emailHash}
    where ${deliveries.noticeId} = ${row.id} and exists (select from ${suppressions})`;
  // The organisation's own mail is tried again, whatever became of the last.
  if (address === null) await advanceSelected(db, now, "suppressed", suppressed);
  w.kick();
  return row.id;
}

/** Owes one mail to one person, whatever their status: they have just asked for it, or are answered. */
export async function oweMail(w: Locked, notice: NewNotice<KindTo<"person">>, subscriberId: string): Promise<void> {
  const { id, emailHash } = subscribers;
  const person = sql`select ${id} as subscriber_id, ${emailHash} as email_hash, null::jsonb as customers
    from ${subscribers} where ${id} = ${subscriberId}`;
  await owe(w, notice, person);
}

/** Who hears of the publisher's other name: every follower, and every contact of a customer. */
export const readersOfPublisher: SQL = sql`
  select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash, (
    select jsonb_agg(${customers.externalId} order by ${customers.externalId})
    from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
    where ${contacts.subscriberId} = ${subscribers.id}) as customers
  from ${subscribers} where ${wantsMail}`;

export const owePublisherRenamed = (w: Locked, notice: NewNotice<"publisher-renamed">): Promise<string> =>
  owe(w, notice, readersOfPublisher);

/** Owes a mail to somebody who operates the registry, at their address. Gives the notice's id. */
export function oweUser(w: Locked, notice: NewNotice<KindTo<"user">>, email: string): Promise<string> {
  const hash = hashEmail(w.config.tokenSecret, email);
  const user = sql`select null::uuid as subscriber_id, ${hash}::text as email_hash, null::jsonb as customers`;
  return owe(w, notice, user);
}

type ToOrganisation = NewNotice<KindTo<"organisation">>;

/**
 * Owes a mail to the organisation itself, at its `privacyEmail` where it has one, and of answers and what is due the same to
 * each user who wants to hear of these.
 */
export async function oweOrganisation(w: Locked, notice: ToOrganisation): Promise<void> {
  await oweItself(w, notice);
  if (TOLD_TO_USERS.includes(notice.kind)) await oweHearers(w, notice);
}

/** Whether answers, and what is due, reach anybody: the organisation's `privacyEmail`, or a user who wants to hear of them. */
export async function isAnswerHeard(db: Db, { privacyEmail }: Pick<Organisation, "privacyEmail">): Promise<boolean> {
  return privacyEmail !== undefined || (await db.$count(users, hearsOfAnswers)) > 0;
}

/** Of `users`: wants to hear of answers, and is one still. */
const hearsOfAnswers = and(eq(users.hearsOfAnswers, true), isNull(users.removedAt));

/** The same to the organisation alone: of what missed an address that it had. */
export async function oweItself(w: Locked, notice: ToOrganisation): Promise<void> {
  const { privacyEmail } = w.organisation;
  if (!privacyEmail) return;
  const hash = hashEmail(w.config.tokenSecret, privacyEmail);
  const itself = sql`select null::uuid as subscriber_id, ${hash}::text as email_hash, null::jsonb as customers`;
  await owe(w, notice, itself, privacyEmail);
}

/** Each has a notice of their own: whoever is removed before it is sent gets none. Nobody is told twice at one address. */
async function oweHearers(w: Locked, notice: ToOrganisation): Promise<void> {
  const { id, email, emailKey: key } = users;
  const hearers = await w.db.select({ id, email, key }).from(users).where(hearsOfAnswers).orderBy(asc(id));
  const itself = emailKey(w.organisation.privacyEmail ?? "");
  for (const { id: user, email, key } of hearers) {
    if (key === itself) continue;
    const hash = hashEmail(w.config.tokenSecret, email);
    const person = sql`select null::uuid as subscriber_id, ${hash}::text as email_hash, null::jsonb as customers`;
    const about: NoticeAbout = { ...notice.about, user };
    await owe(w, { ...notice, about } as ToOrganisation, person);
  }
}
