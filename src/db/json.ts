import type { z } from "@hono/zod-openapi";
import { is, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type AnyPgColumn, type PgTable, PgTimestamp } from "drizzle-orm/pg-core";
import { type Columns, columnsOf } from "./columns.ts";

/** A value as one parameter of type `jsonb`. Sent as text: the driver would make a JSON string of what is JSON already. */
export const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::text::jsonb`;

/** A list to look for a text in, as in `name in ${texts(names)}`: one parameter, however long it is. */
export const texts = (values: readonly string[]): SQL => sql`(select unnest(${arrayText(values)}::text[]))`;

/** The same for ids. */
export const uuids = (ids: readonly string[]): SQL => sql`(select unnest(${arrayText(ids)}::uuid[]))`;

/** As PostgreSQL writes an array. Of one it knows how long it is, and plans for that; it takes any JSON for a hundred. */
const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join()}}`;

export type AsJson<Row> = { [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] };

/**
 * The rows of a table that meet a condition, as a JSON array in an order: the members of a record, in the record's order,
 * which `jsonb` would not keep. Instants are text, in UTC with milliseconds.
 */
export function rowsAsJson<Table extends PgTable, Name extends keyof Columns<Table> & string, Row>(
  table: Table,
  record: z.ZodType<Row> & { shape: Record<Name, z.ZodType> },
  where: SQL,
  order: SQLWrapper,
): SQL<AsJson<Row>[]> {
  const members = Object.entries<AnyPgColumn>(columnsOf(table, record)).map(([name, column]) => {
    const text = sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    return sql`${sql.raw(`'${name}'`)}, ${is(column, PgTimestamp) ? text : column}`;
  });
  const object = sql`json_build_object(${sql.join(members, sql`, `)})`;
  return sql`coalesce((select json_agg(${object} order by ${order}) from ${table} where ${where}), '[]'::json)`;
}
