import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { concernedCustomers, customers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { IsoDate } from "../../model/values/dates.ts";

/** A customer whom a set concerns, as people look for it. */
export type ConcernedByName = {
  externalId: string;
  /** As it is called now; of one that is deleted, as it was when the set came to concern it. */
  name: string;
  /** The last of its days to object; null where it has none. */
  lastDayToObjectOn: IsoDate | null;
  timeZone: string | null;
};

/** More of them are told apart by typing on. */
export const MOST_FOUND = 20;

/**
 * The customers whom an announced set concerns and whose name has these words: those called so exactly, or all whose name,
 * former name or own id has them, one more than `MOST_FOUND` at the most. Case does not count.
 */
export async function concernedByName(
  { db }: Pick<Deps, "db">,
  changeSet: number,
  words: string,
): Promise<ConcernedByName[]> {
  const { externalId, lastDayToObjectOn, timeZone } = concernedCustomers;
  const name = sql<string>`coalesce(${customers.name}, ${concernedCustomers.name})`;
  const sought = sql`lower(${words.trim()})`;
  const has = (text: SQL | typeof externalId) => sql`strpos(lower(${text}), ${sought}) > 0`;
  const isExact = sql<boolean>`(lower(${name}) = ${sought} or lower(${externalId}) = ${sought})`;
  const rows = await db
    .select({
      externalId,
      name,
      // One that came to use more has several rows: it may answer until the last of its days.
      lastDayToObjectOn: sql<IsoDate | null>`max(${lastDayToObjectOn})`,
      timeZone: sql<string | null>`(array_agg(${timeZone} order by ${lastDayToObjectOn} desc nulls last))[1]`,
      isExact,
    })
    .from(concernedCustomers)
    .leftJoin(customers, eq(customers.externalId, externalId))
    .where(and(eq(concernedCustomers.changeSet, changeSet), or(has(name), has(externalId))))
    .groupBy(externalId, name)
    .orderBy(sql`${isExact} desc`, name, externalId)
    .limit(MOST_FOUND + 1);
  const exact = rows.filter((row) => row.isExact);
  return (exact.length > 0 ? exact : rows).map(({ isExact: _, ...each }) => each);
}
