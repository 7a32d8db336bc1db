import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { concernedCustomers, contacts, customers } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { type Deadlines, deadlinesOf, TIME_TERMS, type TimeTerms } from "../../model/change/deadlines.ts";
import { differentScopes, type Scope, scopesOf } from "../../model/change/scope.ts";
import { type Wish, weighSet } from "../../model/change/terms.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import type { Locked } from "../log/frame.ts";
import { isReachable, isUnreachable } from "../owed/told.ts";

/** The most customers that a preview or a refusal names. */
export const MOST_NAMED = 100;

/** Terms that concerned customers have, with the dates that follow and how many customers have them. */
export type DatedTerms = { terms: TimeTerms; customers: number } & Deadlines;

/** Terms with the dates that are recorded of customers who have them; without the first where nothing waits for them. */
export type ConcernedDates = { terms: TimeTerms } & {
  [Name in keyof Deadlines]: Name extends "earliestEffectiveOn" ? IsoDate | null : IsoDate;
};

const columns = TIME_TERMS.map((term) => ({
  term: sql.raw(`'${term}'`),
  column: sql.identifier(customers[term].name),
}));

/** The columns of `customers` that hold the terms dates follow from. */
export const timeColumns = sql.join(
  columns.map(({ column }) => column),
  sql`, `,
);

/**
 * The different terms of the customers a set of changes concerns, with the dates if it is announced on `today`; null
 * where it waits for none.
 */
export async function contractsConcerned(
  db: Db,
  organisation: Organisation,
  today: IsoDate,
  changes: readonly RecordedChange[],
  wish: Pick<Wish, "baseline">,
): Promise<DatedTerms[] | null> {
  return weighSet(changes, wish).waits ? contractsOf(db, organisation, today, isConcerned(changes)) : null;
}

/** The different terms of the customers that meet a condition, with the dates that follow if they are told on `today`. */
export async function contractsOf(
  db: Db,
  organisation: Organisation,
  today: IsoDate,
  condition: SQL,
): Promise<DatedTerms[]> {
  const named = columns.map(({ term, column }) => sql`${term}, ${column}`);
  const rows = await rowsOf<{ terms: TimeTerms; customers: number }>(db)`
    select jsonb_build_object(${sql.join(named, sql`, `)}) as terms, count(*)::integer as customers
    from ${customers} where ${condition} group by ${timeColumns}`;
  return rows.map((row) => ({ ...row, ...deadlinesOf(organisation, today, row.terms) }));
}

/** Whom a set concerns: the customers that meet a condition, with the dates of their contracts unless it waits for none. */
type WhomItConcerns = {
  changeSet: number;
  condition: SQL;
  dates: readonly ConcernedDates[] | null;
  /** Null as it is announced. */
  since: Date | null;
};

/** Records whom a set concerns, but for those of whom that is recorded already. Gives how many have to approve it. */
export async function recordConcerned(
  { db }: Locked,
  { changeSet, condition, dates, since }: WhomItConcerns,
): Promise<{ specific: number }> {
  const [recorded] = await db.execute<{ specific: number }>(sql`
    with recorded as (
      insert into ${concernedCustomers} (change_set, external_id, name, authorisation,
        earliest_effective_on, last_day_to_object_on, reachable, since)
      select ${changeSet}::integer, external_id, name, authorisation,
        earliest_effective_on, last_day_to_object_on, ${isReachable}, ${since?.toISOString() ?? null}::timestamptz
      from ${withDates(dates)} where ${condition}
      on conflict do nothing
      returning authorisation
    )
    select count(*)::integer as specific from recorded where authorisation = 'specific'`);
  return { specific: recorded?.specific ?? 0 };
}

/** Some customers by their own ids, at most a hundred of them, and how many there are. */
export type Some<Item> = { total: number; named: Item[] };

/** The concerned customers whose contract does not allow changes before a day later than `date`. */
export async function whoseDateIsAfter(
  db: Db,
  changes: readonly RecordedChange[],
  contracts: readonly DatedTerms[],
  date: IsoDate,
): Promise<Some<NamedCustomer & { earliest: IsoDate }>> {
  const later = contracts.filter(({ earliestEffectiveOn }) => earliestEffectiveOn > date);
  if (later.length === 0) return { total: 0, named: [] };
  const named = await rowsOf<NamedCustomer & { earliest: IsoDate }>(db)`
    select external_id as "externalId", name, earliest_effective_on::text as earliest
    from ${withDates(later)} where ${isConcerned(changes)}
    order by earliest desc, external_id limit ${MOST_NAMED}`;
  return { total: later.reduce((sum, each) => sum + each.customers, 0), named: [...named] };
}

/** The concerned customers nobody can be told for: without a working contact. */
export const unreachableOf = (db: Db, changes: readonly RecordedChange[]) =>
  someOf(db, sql`${isConcerned(changes)} and ${isUnreachable}`);

/** The concerned customers whose contract asks for their approval (GDPR Art. 28(2), specific authorisation). */
export const approversOf = (db: Db, changes: readonly RecordedChange[]) =>
  someOf(db, sql`${isConcerned(changes)} and ${customers.authorisation} = 'specific'`);

async function someOf(db: Db, condition: SQL): Promise<Some<NamedCustomer>> {
  const rows = await rowsOf<NamedCustomer & { total: number }>(db)`
    select external_id as "externalId", name, (count(*) over ())::integer as total
    from ${customers} where ${condition} order by external_id limit ${MOST_NAMED}`;
  return { total: rows[0]?.total ?? 0, named: rows.map(({ externalId, name }) => ({ externalId, name })) };
}

/** The customers who use services of a scope, by their own ids. Many services have the same few: each is asked once. */
export async function customersUsing(db: Db, scopes: readonly Scope[]): Promise<(scope: Scope) => Some<string>> {
  const different = differentScopes(scopes);
  const numbered = different.map((scope, position) => ({ position, ...scope }));
  const rows = await rowsOf<Some<string>>(db)`
    select coalesce(max(place), 0)::integer as total,
      coalesce(jsonb_agg(id order by id) filter (where place <= ${MOST_NAMED}), '[]'::jsonb) as named
    from jsonb_to_recordset(${json(numbered)})
      as service(position integer, products jsonb, "hostingRegions" jsonb)
    left join lateral (
      select ${customers.externalId} as id, row_number() over (order by ${customers.externalId}) as place
      from ${customers} where ${usesService}
    ) concerned on true
    group by position order by position`;
  const found = new Map(different.map((scope, position) => [canonicalJson(scope), rows[position]]));
  return (scope) => found.get(canonicalJson(scope)) ?? { total: 0, named: [] };
}

/** Subscribers who are contacts of the customers a set of changes concerns: `id`. */
export const contactsConcerned = (changes: readonly RecordedChange[]): SQL => sql`
  select distinct ${contacts.subscriberId} as id
  from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId} where ${isConcerned(changes)}`;

/**
 * Rows with the terms of customers, joined with the dates of these: `earliest_effective_on` and `last_day_to_object_on`,
 * null where nothing waits.
 */
export function withDates(contracts: readonly ConcernedDates[] | null, rows: SQL = sql`${customers}`): SQL {
  if (contracts === null)
    return sql`${rows} cross join (
      select null::date as earliest_effective_on, null::date as last_day_to_object_on) as dates`;
  const dates = contracts.map(({ terms, earliestEffectiveOn, lastDayToObjectOn }) => ({
    terms,
    earliest_effective_on: earliestEffectiveOn,
    last_day_to_object_on: lastDayToObjectOn,
  }));
  const same = columns.map(
    ({ term, column }) => sql`coalesce(to_jsonb(${column}), 'null'::jsonb) = dates.terms -> ${term}`,
  );
  return sql`${rows} join jsonb_to_recordset(${json(dates)})
      as dates(terms jsonb, earliest_effective_on date, last_day_to_object_on date) on ${sql.join(same, sql` and `)}`;
}

/** Whether changes concern a customer: a changed service is for a product and a hosting region of theirs; none named are all. */
export function isConcerned(changes: readonly RecordedChange[]): SQL {
  const scopes = scopesOf(changes);
  if (scopes.some(({ products, hostingRegions }) => products.length === 0 && hostingRegions.length === 0))
    return sql`true`;
  return sql`exists (
    select 1 from jsonb_to_recordset(${json(scopes)}) as service(products jsonb, "hostingRegions" jsonb)
    where ${usesService})`;
}

const overlap = (ours: SQL, theirs: SQL): SQL => sql`(${ours} = '[]'::jsonb or ${theirs} = '[]'::jsonb
  or ${ours} ?| array(select jsonb_array_elements_text(${theirs})))`;

/** Of `customers` and a row `service`: the customer uses one of its products, in one of its regions. */
const usesService = sql`${overlap(sql`${customers.products}`, sql`service.products`)}
  and ${overlap(sql`${customers.hostingRegions}`, sql`service."hostingRegions"`)}`;
