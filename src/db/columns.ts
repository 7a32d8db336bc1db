import type { z } from "@hono/zod-openapi";
import { getTableColumns, sql } from "drizzle-orm";
import { type AnyPgColumn, check, customType, type PgTable, text, timestamp } from "drizzle-orm/pg-core";

/** How columns are declared, and which of a table are read. */

export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Drizzle's own reads a text twice: of the text "30" it makes the number. */
export const jsonb = customType<{ data: unknown; driverData: string }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
});

/** JSON that nothing asks the database about: it keeps what `jsonb` refuses, such as a NUL in what a file says. */
export const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => JSON.parse(text),
});

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** A text that is one of an enumeration. */
export const oneOf = <Value extends string>(name: string, { options }: { options: Value[] }) =>
  text(name, { enum: options as [Value, ...Value[]] });

export const literals = (values: readonly string[]) => sql.raw(`('${values.join("', '")}')`);

/** The check that it is. */
export const isKnown = (name: string, column: AnyPgColumn, { options }: { options: string[] }) =>
  check(name, sql`${column} in ${literals(options)}`);

export type Columns<Table extends PgTable> = Table["_"]["columns"];

/** The columns of a table that hold a record, in the record's order; a record the table cannot hold does not compile. */
export function columnsOf<Table extends PgTable, Name extends keyof Columns<Table> & string>(
  table: Table,
  record: { shape: Record<Name, z.ZodType> },
): Pick<Columns<Table>, Name> {
  const columns: Columns<Table> = getTableColumns(table);
  const names = Object.keys(record.shape) as Name[];
  return Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<Columns<Table>, Name>;
}
