import { type AnyColumn, asc, type desc, type SQL, sql } from "drizzle-orm";

/** Reading on a key: on from the last row, never by counting rows, which others add and delete meanwhile. */

/**
 * Every row of a query, a page of memory at a time, until a page is empty. `page` asks for the first rows in the order
 * of a key that meet a condition; `beyond` is the condition of what comes after a row.
 */
export async function* paged<Row>(
  page: (after: SQL | undefined) => PromiseLike<Row[]>,
  beyond: (last: Row) => SQL,
): AsyncGenerator<Row> {
  for (let after: SQL | undefined; ; ) {
    const rows = await page(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = beyond(last);
  }
}

/** Each item of a stream made into another. */
export async function* mapped<T, U>(items: AsyncIterable<T>, make: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield make(item);
}

/** That a row comes after these values of its columns, which together are unique; with "<" before them. */
export function isBeyond(columns: (AnyColumn | SQL)[], values: (string | number)[], operator: ">" | "<" = ">"): SQL {
  const list = (parts: (AnyColumn | SQL)[]) => sql.join(parts, sql`, `);
  return sql`(${list(columns)}) ${sql.raw(operator)} (${list(values.map((value) => sql`${value}`))})`;
}

/** The place of a row in a list by time, as a text. It stays a place when the row is gone. */
export const placeOf = (at: Date, id: string): string => `${at.toISOString()} ${id}`;

/** The form of such a text. */
export const PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list by an instant and, within one, by id: oldest first by `asc`, newest first by `desc`. */
export const byTime = (direction: typeof asc | typeof desc, at: AnyColumn, id: AnyColumn) => ({
  order: [direction(at), direction(id)],
  /** What follows a place in the list; without a place everything does. */
  after: (place: string | null): SQL | undefined =>
    place === null ? undefined : isBeyond([at, id], place.split(" "), direction === asc ? ">" : "<"),
});
