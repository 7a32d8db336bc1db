import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import { customers } from "../../db/schema.ts";
import type { TimeTerms } from "../../model/change/deadlines.ts";
import { differentScopes, type Scope } from "../../model/change/scope.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { isFor } from "../../model/vendor/places-for.ts";
import { isUnreachable } from "../owed/told.ts";

import { type Concern, customersIn, type DatedTerms, type Part, withDates } from "./concerned.ts";

/** The most customers that a preview or a refusal names. */
export const MOST_NAMED = 100;

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
