import { z } from "@hono/zod-openapi";
import { type AnyColumn, asc, type desc, type SQL, sql } from "drizzle-orm";
import { bounded } from "../model/values/text.ts";

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

/** The forms of the values that lists are ordered by, as a cursor brings them: PostgreSQL can read each that passes. */
export const KEY = {
  // PostgreSQL knows no year 0.
  instant: z.iso.datetime({ precision: 3 }).refine((at) => !at.startsWith("0000")),
  id: z.guid(),
  number: z.int32().min(0),
};

/** What a list is ordered by: members of its items that together are unique, the first of them first. */
type Key = Record<string, z.ZodType<string | number>>;
/** Where an item stands in a list. It stays a place when the item is gone. */
type Place<K extends Key> = { [Name in keyof K]: z.output<K[Name]> };
type Keyed<K extends Key> = Record<keyof K, string | number | Date>;

/** A page of a list, and the cursor of the next; null when there is none. */
export type Page<Item> = { data: Item[]; next: string | null };

/** Which page is asked for: how many items, after which place; without one, from the beginning. */
type Asked<Place> = { limit: number; cursor?: Place | undefined };
export type PageOf<List extends { cursor: z.ZodType }> = Asked<z.output<List["cursor"]>>;

/** A list of rows, by the columns of a table, or what is made of them, named as the key. Its items have them under the same names. */
export function pagesOfTable<K extends Key>(
  key: K,
  table: { [Name in keyof K]: AnyColumn | SQL },
  direction: typeof asc | typeof desc,
) {
  const names: (keyof K)[] = Object.keys(key);
  const columns = names.map((name) => table[name]);
  const after = (place: Place<K>): SQL =>
    isBeyond(
      columns,
      names.map((name) => place[name]),
      direction === asc ? ">" : "<",
    );
  return {
    cursor: cursorOf(key),
    order: columns.map((column) => direction(column)),
    after,
    /** Asks for the first rows, as many as the second argument says, that meet the condition, in the order of the list. */
    page: async <Item extends Keyed<K>>(
      { limit, cursor }: Asked<Place<K>>,
      read: (after: SQL | undefined, limit: number) => PromiseLike<Item[]>,
    ): Promise<Page<Item>> => pageOf(key, await read(cursor && after(cursor), limit + 1), limit),
  };
}

/** A list that is made in memory, whole: its items in any order. */
export function pagesInMemory<K extends Key>(key: K) {
  const names: (keyof K)[] = Object.keys(key);
  const compare = (a: Place<K>, b: Place<K>): number => {
    const name = names.find((each) => a[each] !== b[each]);
    if (name === undefined) return 0;
    return a[name] < b[name] ? -1 : 1;
  };
  return {
    cursor: cursorOf(key),
    page: <Item extends Place<K>>({ limit, cursor }: Asked<Place<K>>, items: readonly Item[]): Page<Item> => {
      const following = items.filter((item) => cursor === undefined || compare(item, cursor) > 0);
      return pageOf(key, following.sort(compare), limit);
    },
  };
}

/** A place as a query's `cursor` has it: base64url of its JSON. */
function cursorOf<K extends Key>(key: K) {
  const place = z.strictObject(key);
  return bounded(1200)
    .transform((text, context) => {
      try {
        return place.parse(JSON.parse(Buffer.from(text, "base64url").toString())) as Place<K>;
      } catch {
        context.addIssue("is not a cursor of this list");
        return z.NEVER;
      }
    })
    .optional();
}

/** Of more items than the limit, one at least, as many as that, and the cursor of what follows. */
function pageOf<Item>(key: Key, items: readonly Item[], limit: number): Page<Item> {
  const data = items.slice(0, limit);
  if (items.length <= limit) return { data, next: null };
  return { data, next: Buffer.from(JSON.stringify(data.at(-1), Object.keys(key))).toString("base64url") };
}
