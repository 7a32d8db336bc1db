import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { concerning, isNewTo, isTold } from "../../model/change/concern.ts";
import { type Deadlines, deadlinesOf, type Moment, TIME_TERMS, type TimeTerms } from "../../model/change/deadlines.ts";
import { differentScopes, type Scope } from "../../model/change/scope.ts";
import { type ChangeTerms, type ContractDates, type Stating, waitsForCustomers } from "../../model/change/terms.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { ObjectUntilEffect } from "../../model/people/contract-terms.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { isFor } from "../../model/vendor/places-for.ts";
import { weightOf } from "../../model/vendor/weight.ts";
import { isUnreachable } from "../owed/told.ts";

/** The most customers that a preview or a refusal names. */
export const MOST_NAMED = 100;

/** What some customers use; and, where a set has been announced, by which parts of it they are concerned already. */
export type Use = Scope & { known?: readonly number[] };

/**
 * Changes of a set that concern the same customers, by what these use. Part 0 is all of the set. What is material, and not
 * new to them, is a part of its own that does not wait: they are told of it, and have no dates.
 */
export type Part = { number: number; vendors: readonly string[]; waits: boolean; uses: readonly Use[] };

/** Terms of customers whom a part concerns that waits for them, with the dates that follow and how many have them. */
export type DatedTerms = ContractDates & {
  terms: TimeTerms;
  part: number;
  customers: number;
  /** Whether the contract of one of them asks for an approval. */
  approves: boolean;
};

/** Whom a set of changes concerns. */
export type Concern = { parts: readonly Part[]; contracts: readonly DatedTerms[] };

/** The dates that are recorded of customers who have these terms; without the first where nothing waits for them. */
export type ConcernedDates = { terms: TimeTerms; part: number; earliestEffectiveOn: IsoDate | null } & Pick<
  Deadlines,
  "lastDayToObjectOn" | "objectUntil"
> & {
    /** Where it is not as their contract says: until so many days before the effect they may object. */
    objectUntilEffect?: ObjectUntilEffect | null;
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

/** Whom changes concern, each customer those of services for what it uses; with the dates if they are announced at a moment. */
export async function concernOf(
  db: Db,
  organisation: Organisation,
  moment: Moment,
  changes: readonly RecordedChange[],
  wish: Stating,
): Promise<Concern> {
  const uses = await rowsOf<Use>(db)`
    select distinct products, hosting_regions as "hostingRegions" from ${customers} order by products, "hostingRegions"`;
  const parts = partsOf(changes, uses, concerning(changes), wish);
  return { parts, contracts: await contractsOf(db, organisation, moment, parts) };
}

/** The parts that customers by their uses are concerned by. Whom only editorial changes concern is told nothing. */
export function partsOf<Of extends Use>(
  all: readonly RecordedChange[],
  uses: readonly Of[],
  concernedBy: (use: Of) => readonly RecordedChange[],
  stating: Stating,
): (Part & { uses: readonly Of[] })[] {
  const isWaiting = (change: RecordedChange) => waitsForCustomers({ ...stating, weight: weightOf(change) });
  const together = Map.groupBy(uses, (use) => concernedBy(use));
  const shares = [...together].flatMap(([changes, same]) => sharesOf(changes, same, isWaiting));
  const alike = Map.groupBy(shares, ({ changes, waits }) =>
    [waits, ...changes.map(({ vendor }) => vendor.slug)].join(),
  );
  const waitsAtAll = all.some(isWaiting);
  let last = 0;
  return [...alike.values()].flatMap((same) => {
    const [{ changes, waits } = { changes: [], waits: false }] = same;
    if (!changes.some(isTold)) return [];
    return {
      number: changes.length === all.length && waits === waitsAtAll ? 0 : ++last,
      vendors: changes.map(({ vendor }) => vendor.slug),
      waits,
      uses: same.flatMap((share) => share.uses),
    };
  });
}

type Shared<Of> = { changes: readonly RecordedChange[]; waits: boolean; uses: readonly Of[] };

/** Changes that concern uses, and whether they wait for them: what some only lose stands apart from what is new to them. */
function sharesOf<Of extends Use>(
  changes: readonly RecordedChange[],
  uses: readonly Of[],
  isWaiting: (change: RecordedChange) => boolean,
): Shared<Of>[] {
  const waiting = changes.filter(isWaiting);
  const byLost = Map.groupBy(uses, (use) =>
    waiting.flatMap((change, index) => (isNewTo(change, use) ? [] : index)).join(),
  );
  return [...byLost].flatMap(([key, same]): Shared<Of>[] => {
    const lost = new Set(key === "" ? [] : key.split(",").map((index) => waiting[Number(index)]));
    const waits = lost.size < waiting.length;
    if (lost.size === 0 || !waits) return [{ changes, waits, uses: same }];
    return [
      { changes: changes.filter((change) => !lost.has(change)), waits, uses: same },
      { changes: changes.filter((change) => lost.has(change)), waits: false, uses: same },
    ];
  });
}

/** The different terms of the customers whom parts that wait concern, with the dates if they are told at a moment. */
export async function contractsOf(
  db: Db,
  organisation: Organisation,
  { now, today }: Moment,
  parts: readonly Part[],
  whose = sql`true`,
): Promise<DatedTerms[]> {
  const waiting = new Map(parts.filter(({ waits }) => waits).map((part) => [part.number, part]));
  if (waiting.size === 0) return [];
  const named = columns.map(({ term, column }) => sql`${term}, ${column}`);
  const rows = await rowsOf<Pick<DatedTerms, "terms" | "part" | "customers" | "approves">>(db)`
    select jsonb_build_object(${sql.join(named, sql`, `)}) as terms, part, count(*)::integer as customers,
      bool_or(${customers.authorisation} = 'specific') as approves
    from ${customersIn([...waiting.values()])} where ${whose} group by ${timeColumns}, part`;
  const datesOf = new Map<string, Deadlines>();
  return rows.map((row) => {
    const key = canonicalJson(row.terms);
    const dates = datesOf.get(key) ?? deadlinesOf(organisation, today, row.terms, { now });
    datesOf.set(key, dates);
    return { ...row, ...dates, vendors: waiting.get(row.part)?.vendors ?? [] };
  });
}

/** The same once it is known when the changes take effect, for those who may object until then: until the first of them does. */
export const endingBefore = (
  contracts: readonly DatedTerms[],
  organisation: Organisation,
  { now, today }: Moment,
  changes: readonly ChangeTerms[],
): DatedTerms[] =>
  contracts.map((contract) => {
    if (contract.terms.objectUntilEffect === null) return contract;
    const theirs = changes.filter(({ vendor, waits }) => waits && contract.vendors.includes(vendor));
    const [effectiveOn] = theirs.flatMap((change) => change.effectiveOn ?? []).sort();
    return effectiveOn === undefined
      ? contract
      : { ...contract, ...deadlinesOf(organisation, today, contract.terms, { now, effectiveOn }) };
  });

/** The customers whom parts concern: rows of `customers` with `part`, and `known`, the parts by which they were before. */
export function customersIn(parts: readonly Part[]): SQL {
  const uses = parts.flatMap(({ number: part, uses }) =>
    uses.map(({ products, hostingRegions, known = [] }) => ({ part, known, used: [products, hostingRegions] })),
  );
  return sql`${customers} join jsonb_to_recordset(${json(uses)}) as uses(used jsonb, part integer, known jsonb)
    on used = jsonb_build_array(${customers.products}, ${customers.hostingRegions})`;
}

/** Some customers by their own ids, at most a hundred of them, and how many there are. */
export type Some<Item> = { total: number; named: Item[] };

/** A customer with the day that its contract allows changes from, and the periods that it states. */
type Deciding = NamedCustomer & { earliest: IsoDate } & Pick<TimeTerms, "noticePeriod" | "objectionPeriod">;

/** The customers who have some of the contracts, by the day that these allow changes from, the latest first. */
export async function customersWithTerms(
  db: Db,
  { parts }: Concern,
  contracts: readonly DatedTerms[],
): Promise<Some<Deciding>> {
  if (contracts.length === 0) return { total: 0, named: [] };
  const named = await rowsOf<Deciding>(db)`
    select external_id as "externalId", name, earliest_effective_on::text as earliest,
      terms -> 'noticePeriod' as "noticePeriod", terms -> 'objectionPeriod' as "objectionPeriod"
    from ${withDates(contracts, customersIn(parts))} where earliest_effective_on is not null
    order by earliest desc, external_id limit ${MOST_NAMED}`;
  return { total: contracts.reduce((sum, each) => sum + each.customers, 0), named: [...named] };
}

/** The customers whom any of a set concerns. */
export const concernedBy = (db: Db, { parts }: Concern) => someOf(db, parts, sql`true`);

/** The concerned customers nobody can be told for: without a working contact. */
export const unreachableOf = (db: Db, { parts }: Concern) => someOf(db, parts, isUnreachable);

/** The customers concerned by what waits whose contract asks for their approval (GDPR Art. 28(2), specific authorisation). */
export const approversOf = (db: Db, { parts }: Concern) =>
  someOf(
    db,
    parts.filter(({ waits }) => waits),
    sql`${customers.authorisation} = 'specific'`,
  );

async function someOf(db: Db, parts: readonly Part[], condition: SQL): Promise<Some<NamedCustomer>> {
  const rows = await rowsOf<NamedCustomer & { total: number }>(db)`
    select external_id as "externalId", name, (count(*) over ())::integer as total
    from ${customersIn(parts)} where ${condition} group by external_id, name order by external_id limit ${MOST_NAMED}`;
  return { total: rows[0]?.total ?? 0, named: rows.map(({ externalId, name }) => ({ externalId, name })) };
}

/** What customers use: each different use once. */
const usesOf = (db: Db) =>
  rowsOf<Scope>(db)`select distinct products, hosting_regions as "hostingRegions" from ${customers}`;

/** The customers who use services of any of these scopes. */
export async function customersUsingAny(db: Db, scopes: readonly Scope[]): Promise<Some<NamedCustomer>> {
  const different = differentScopes(scopes);
  const uses = (await usesOf(db)).filter((use) => different.some((scope) => isFor(scope, use)));
  return someOf(db, [{ number: 0, vendors: [], waits: false, uses }], sql`true`);
}

/** The customers who use services of a scope. Many services have the same few: each is asked once. */
export async function customersUsing(db: Db, scopes: readonly Scope[]): Promise<(scope: Scope) => Some<NamedCustomer>> {
  const different = differentScopes(scopes);
  const uses = await usesOf(db);
  const parts = different.map((scope, number) => {
    return { number, vendors: [], waits: false, uses: uses.filter((use) => isFor(scope, use)) };
  });
  const rows = await rowsOf<{ part: number } & Some<NamedCustomer>>(db)`
    select part, max(place)::integer as total,
      jsonb_agg(jsonb_build_object('externalId', id, 'name', name) order by id) filter (where place <= ${MOST_NAMED}) as named
    from (
      select part, external_id as id, name, row_number() over (partition by part order by external_id) as place
      from ${customersIn(parts)}
    ) placed group by part`;
  const found = new Map(rows.map((row) => [row.part, row]));
  const numbers = new Map(different.map((scope, number) => [canonicalJson(scope), number]));
  return (scope) => found.get(numbers.get(canonicalJson(scope)) ?? -1) ?? { total: 0, named: [] };
}

/** Subscribers who are contacts of the customers a set of changes concerns: `id`. */
export const contactsConcerned = ({ parts }: Concern): SQL => sql`
  select distinct ${contacts.subscriberId} as id
  from ${customersIn(parts)} join ${contacts} on ${contacts.customerId} = ${customers.id}`;

/**
 * Rows with the terms of customers and their `part`, joined with the dates of these: `earliest_effective_on`,
 * `last_day_to_object_on` and `object_until`, null where nothing waits for them.
 */
export function withDates(contracts: readonly ConcernedDates[], rows: SQL): SQL {
  const dates = contracts.map(
    ({ terms, part, earliestEffectiveOn, lastDayToObjectOn, objectUntil, objectUntilEffect }) => ({
      terms,
      until_effect: objectUntilEffect ?? null,
      of_part: part,
      earliest_effective_on: earliestEffectiveOn,
      last_day_to_object_on: lastDayToObjectOn,
      object_until: objectUntil,
    }),
  );
  const same = columns.map(
    ({ term, column }) => sql`coalesce(to_jsonb(${column}), 'null'::jsonb) = dates.terms -> ${term}`,
  );
  return sql`${rows} left join jsonb_to_recordset(${json(dates)})
      as dates(terms jsonb, of_part integer, earliest_effective_on date, last_day_to_object_on date, object_until timestamptz, until_effect jsonb)
    on dates.of_part = part and ${sql.join(same, sql` and `)}`;
}
