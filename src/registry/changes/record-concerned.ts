import { type SQL, sql } from "drizzle-orm";
import { changeSetParts, concernedCustomers, customers } from "../../db/schema.ts";
import type { Locked } from "../log/frame.ts";
import { isReachable } from "../owed/told.ts";
import { type ConcernedDates, customersIn, type Part, withDates } from "./concerned.ts";

/** Whom a set concerns: by its parts, with the dates of the contracts whose part waits. */
type WhomItConcerns = {
  changeSet: number;
  parts: readonly Part[];
  dates: readonly ConcernedDates[];
  /** Null as it is announced. Later, only those are recorded of whom nothing else was than their part's uses know. */
  since: Date | null;
  /** Those of the customers that are meant, by default all. */
  whose?: SQL;
};

/**
 * Records whom a set concerns, and by which of its changes. Gives the vendors of those changes that the contract of one of
 * them asks an approval of, by slug.
 */
export async function recordConcerned(
  { db }: Locked,
  { changeSet, parts, dates, since, whose = sql`true` }: WhomItConcerns,
): Promise<Set<string>> {
  const written = parts.flatMap(({ number, vendors }) => (number === 0 ? [] : { changeSet, number, vendors }));
  // A customer that came later may be concerned by a part that others were before.
  if (written.length > 0)
    await db
      .insert(changeSetParts)
      .values(written.map((part) => ({ ...part, vendors: [...part.vendors] })))
      .onConflictDoNothing();
  const isKnownAs = sql`known = coalesce((
    select jsonb_agg(before.part order by before.part) from ${concernedCustomers} before
    where before.change_set = ${changeSet} and before.external_id = ${customers.externalId}), '[]'::jsonb)`;
  const recorded = await db.execute<{ part: number }>(sql`
    with recorded as (
      insert into ${concernedCustomers} (change_set, external_id, part, name, authorisation, on_objection, remedies,
        earliest_effective_on, last_day_to_object_on, time_zone, object_until, object_until_effect,
        periods, reachable, since)
      select ${changeSet}::integer, external_id, part, name, authorisation, on_objection, remedies,
        earliest_effective_on, last_day_to_object_on, time_zone, object_until,
        coalesce(nullif(until_effect, 'null'), object_until_effect),
        jsonb_build_object('noticePeriod', notice_period, 'objectionPeriod', objection_period, 'holidays', holidays,
          'emergency', emergency),
        ${isReachable}, ${since?.toISOString() ?? null}::timestamptz
      from ${withDates(dates, customersIn(parts))} where ${whose} and ${since === null ? sql`true` : isKnownAs}
      returning part, authorisation
    )
    select distinct part from recorded where authorisation = 'specific'`);
  const numbers = new Set(recorded.map(({ part }) => part));
  return new Set(parts.flatMap(({ number, waits, vendors }) => (waits && numbers.has(number) ? vendors : [])));
}
