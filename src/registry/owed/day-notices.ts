import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { texts } from "../../db/json.ts";
import { contacts, customers, deliveries, notices, subscribers } from "../../db/schema.ts";
import { ANNOUNCING, type ToldDay } from "../../model/people/notice.ts";
import type { Locked } from "../log/frame.ts";
import { oweMore } from "./set-notices.ts";
import { readersOfChanges } from "./set-readers.ts";
import { wantsMail } from "./told.ts";

/** Notices of when announced changes take effect, where their readers were told another day. */

type OfDays = { changeSet: number; days: ToldDay[] };

/** Of the readers: without customers, by their own ids, who are told by another notice; only whom the set was announced to before. */
type Only = { besides?: readonly string[]; before?: Date | undefined };

/**
 * Owes the news of when changes take effect, or that these wait, to those who were told of them: followers, and contacts of
 * the customers whom they concern, but of those to whom the set does not apply. Gives the notice's id; null where the set
 * was announced to nobody.
 */
export async function oweDays(
  w: Locked,
  kind: "release" | "hold",
  { changeSet, days }: OfDays,
  only: Only,
): Promise<string | null> {
  return oweMore(w, { kind, changeSet, about: { days } }, await readersOfDays(w.db, { changeSet, days }, only));
}

/** Those readers of a set whom changes concern of which there are days to tell. */
export async function readersOfDays(
  db: Db,
  { changeSet, days }: OfDays,
  { besides = [], before }: Only = {},
): Promise<SQL> {
  const slugs = days.map(({ change }) => change);
  const readers = await readersOfChanges(db, changeSet, slugs);
  const theirs = sql`
    select jsonb_agg(whose.customer order by whose.customer) as customers
    from jsonb_array_elements_text(concerned.customers) as whose(customer)
    where whose.customer not in ${texts(besides)}`;
  const anew =
    before &&
    sql`exists (
    select 1 from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id}
    where ${notices.changeSet} = ${changeSet} and ${notices.kind} in ${ANNOUNCING}
      and ${notices.createdAt} >= ${before.toISOString()}::timestamptz and ${deliveries.subscriberId} = concerned.subscriber_id)`;
  return sql`
    select concerned.subscriber_id, concerned.email_hash, theirs.customers
    from (${readers}) concerned cross join lateral (${theirs}) theirs
    where (concerned.customers is null or theirs.customers is not null) and not ${anew ?? sql`false`}`;
}

/**
 * Owes the news that changes no longer wait for them to the contacts of customers (by their own ids) whose approval was
 * missing, or whose objection was open, when that was waived. Gives the notice's id; null where the set was announced to
 * nobody, or none of these is a customer.
 */
export async function oweWaiver(w: Locked, { changeSet, days }: OfDays, ids: readonly string[]) {
  return ids.length === 0
    ? null
    : oweMore(w, { kind: "waiver", changeSet, about: { days, customers: [...ids] } }, contactsOf(ids));
}

/** The contacts of some customers, by their own ids. */
export const contactsOf = (ids: readonly string[]): SQL => sql`
    select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash,
      jsonb_agg(distinct ${customers.externalId} order by ${customers.externalId}) as customers
    from ${customers} join ${contacts} on ${contacts.customerId} = ${customers.id}
    join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
    where ${customers.externalId} in ${texts(ids)} and ${wantsMail}
    group by ${subscribers.id}`;
