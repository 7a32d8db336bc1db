import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { columnsOf } from "../../db/columns.ts";
import { json, texts } from "../../db/json.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { CustomerChange } from "../../model/people/customer-change.ts";
import { type Contact, type Customer, CustomerDocument, ExternalId } from "../../model/people/customer-document.ts";
import { emailKey } from "../../model/values/email.ts";
import { hashEmail } from "../../model/values/hash.ts";
import { settleApprovalsOf } from "../changes/announced/release.ts";
import { concernNewcomers } from "../changes/newcomers.ts";
import type { Locked } from "../log/frame.ts";
import { hasConfirmed } from "../owed/told.ts";
import { eraseFormerContacts } from "../people/erase.ts";
import { noteReachability } from "../people/reachability.ts";

/** So many customers at once change what tables hold. */
const MANY = 1000;

/** Writes what has changed of customers: one statement for each table, however many they are. */
export async function writeCustomers(w: Locked, changes: readonly CustomerChange[]): Promise<void> {
  const written = changes.filter(({ action }) => action !== "unchanged").map(({ customer }) => customer);
  if (written.length === 0) return;
  // What the planner believes of tables that have just been filled, or were counted while they were, is wrong by orders of
  // magnitude: it would compare each contact with each. Nobody else counts them anew before this is committed.
  const analyze = async (...tables: PgTable[]) => {
    if (written.length >= MANY) await w.db.execute(sql`analyze ${sql.join(tables, sql`, `)}`);
  };
  await upsertCustomers(w, written);
  await upsertPeople(w, written);
  await analyze(customers, subscribers, contacts);
  const former = await replaceContacts(w, written);
  await analyze(contacts);
  await eraseFormerContacts(w, former);
  const widened = changes.filter(mayConcernMore).map(({ customer }) => customer.externalId);
  if (widened.length > 0) await concernNewcomers(w, sql`${customers.externalId} in ${texts(widened)}`);
  const created = changes.filter(({ action }) => action === "created").map(({ customer }) => customer.externalId);
  if (created.length > 0) await settleApprovalsOf(w, created);
  const ids = written.map(({ externalId }) => externalId);
  await noteReachability(w, sql`${customers.externalId} in ${texts(ids)}`);
}

/** Whether announced changes may concern a customer now that did not before: it is new, or uses something else. */
const mayConcernMore = ({ action, changed }: CustomerChange): boolean =>
  action === "created" || changed.some((field) => field === "products" || field === "hostingRegions");

const { contacts: _, ...OWN } = CustomerDocument.shape;
const COLUMNS = Object.entries<AnyPgColumn>(columnsOf(customers, { shape: { externalId: ExternalId, ...OWN } }));

async function upsertCustomers({ db, now: at }: Locked, written: readonly Customer[]): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const rows = written.map(({ contacts: _, ...own }) => own);
  const list = (part: (column: SQLWrapper, field: string, type: string) => SQL) =>
    sql.join(
      COLUMNS.map(([field, column]) => part(sql.identifier(column.name), field, column.getSQLType())),
      sql`, `,
    );
  await db.execute(sql`
    insert into ${customers} (${list((column) => sql`${column}`)}, created_at, updated_at)
    select given.*, ${now}, ${now}
    from jsonb_to_recordset(${json(rows)}) as given(${list((_, field, type) => sql`${sql.identifier(field)} ${sql.raw(type)}`)})
    on conflict (external_id) do update set ${list((column) => sql`${column} = excluded.${column}`)},
      updated_at = excluded.updated_at`);
}

/** Everybody named once, by the address as it is compared, with the name and language that are given anywhere. */
function peopleOf(written: readonly Customer[]): Map<string, Contact> {
  const people = new Map<string, Contact>();
  for (const contact of written.flatMap((customer) => customer.contacts)) {
    const key = emailKey(contact.email);
    const known = people.get(key);
    people.set(key, {
      email: known?.email ?? contact.email,
      name: contact.name === undefined ? known?.name : contact.name,
      locale: contact.locale ?? known?.locale,
    });
  }
  return people;
}

/**
 * New people are active at once; whoever waited for a confirmation needs none any more. Whoever has left stays away, and
 * whoever follows keeps their language.
 */
async function upsertPeople({ db, now, config, organisation }: Locked, written: readonly Customer[]): Promise<void> {
  const rows = [...peopleOf(written)].map(([key, { email, name, locale }]) => ({
    email,
    key,
    hash: hashEmail(config.tokenSecret, email),
    name,
    named: name !== undefined,
    locale,
  }));
  const people = sql`jsonb_to_recordset(${json(rows)})
    as given(email text, key text, hash text, name text, named boolean, locale text)`;
  await db.execute(sql`
    update ${subscribers} set name = case when given.named then given.name else ${subscribers.name} end,
      locale = case when ${hasConfirmed} then ${subscribers.locale} else coalesce(given.locale, ${subscribers.locale}) end,
      status = case ${subscribers.status} when 'pending' then 'active' else ${subscribers.status} end
    from ${people} where ${subscribers.emailKey} = given.key`);
  await db.execute(sql`
    insert into ${subscribers} (email, email_key, email_hash, name, locale, status, created_at)
    select email, key, hash, name, coalesce(locale, ${organisation.defaultLocale}), 'active', ${now.toISOString()}::timestamptz
    from ${people} on conflict do nothing`);
}

/** Makes the contacts of these customers those that are named. Gives the people who are theirs no more. */
async function replaceContacts({ db }: Locked, written: readonly Customer[]): Promise<{ id: string }[]> {
  const ids = written.map(({ externalId }) => externalId);
  const pairs = written.flatMap(({ externalId, contacts: people }) =>
    people.map(({ email }) => ({ customer: externalId, key: emailKey(email) })),
  );
  return db.execute<{ id: string }>(sql`
    with named as materialized (
      select ${customers.id} as customer_id, ${subscribers.id} as subscriber_id
      from jsonb_to_recordset(${json(pairs)}) as given(customer text, key text)
      join ${customers} on ${customers.externalId} = given.customer
      join ${subscribers} on ${subscribers.emailKey} = given.key
    ), dropped as (
      delete from ${contacts} using ${customers}
      where ${contacts.customerId} = ${customers.id}
        and ${customers.externalId} in ${texts(ids)}
        and not exists (select 1 from named
          where named.customer_id = ${contacts.customerId} and named.subscriber_id = ${contacts.subscriberId})
      returning ${contacts.subscriberId}
    ), added as (
      insert into ${contacts} (customer_id, subscriber_id) select customer_id, subscriber_id from named
      on conflict do nothing
    )
    select distinct subscriber_id as id from dropped`);
}
