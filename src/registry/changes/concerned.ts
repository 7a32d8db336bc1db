import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { concerning, isNewTo, isTold } from "../../model/change/concern.ts";
import { type Deadlines, deadlinesOf, type Moment, TIME_TERMS, type TimeTerms } from "../../model/change/deadlines.ts";
import type { Scope } from "../../model/change/scope.ts";
import { type ChangeTerms, type ContractDates, type Stating, waitsForCustomers } from "../../model/change/terms.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { ObjectUntilEffect } from "../../model/people/contract-terms.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { weightOf } from "../../model/vendor/weight.ts";

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

/** The terms that dates follow from, of a row of `customers` by its alias, as an object. */
export const timeTermsOf = (alias: SQL): SQL =>
  sql`jsonb_build_object(${sql.join(
    columns.map(({ term, column }) => sql`${term}, ${alias}.${column}`),
    sql`, `,
  )})`;

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
