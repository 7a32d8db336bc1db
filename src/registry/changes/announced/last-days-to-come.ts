import { inArray } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { rowsOf } from "../../../db/reading.ts";
import { concernedCustomers } from "../../../db/schema.ts";
import type { IsoDate } from "../../../model/values/dates.ts";

/** A last day to object of customers by their contracts: how many they are, and a few of them by name. */
export type LastDayToCome = { changeSet: number; on: IsoDate; total: number; names: string[] };

/** The most of them that are named. */
const MOST_NAMED = 3;

/** The last days to object to these sets that are not over, so many of them, soonest first. A day of a set is given once. */
export const lastDaysToCome = async (
  db: Db,
  sets: readonly number[],
  { today, limit }: { today: IsoDate; limit: number },
): Promise<LastDayToCome[]> =>
  sets.length === 0
    ? []
    : rowsOf<LastDayToCome>(db)`
    with days as (
      select distinct ${concernedCustomers.changeSet} as number, ${concernedCustomers.lastDayToObjectOn} as day
      from ${concernedCustomers}
      where ${inArray(concernedCustomers.changeSet, [...sets])} and ${concernedCustomers.lastDayToObjectOn} >= ${today}
      order by day, number limit ${limit})
    select number as "changeSet", day::text as "on", theirs.total, theirs.names
    from days cross join lateral (
      select count(distinct ${concernedCustomers.externalId})::integer as total,
        to_jsonb((array_agg(distinct ${concernedCustomers.name} order by ${concernedCustomers.name}))[1:${MOST_NAMED}]) as names
      from ${concernedCustomers}
      where ${concernedCustomers.changeSet} = days.number and ${concernedCustomers.lastDayToObjectOn} = days.day) theirs
    order by day, number`;
