import type { z } from "@hono/zod-openapi";
import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

type Columns<Table extends PgTable> = Table["_"]["columns"];

/** The columns of a table that hold a record, in the record's order; a record the table cannot hold does not compile. */
export function columnsOf<Table extends PgTable, Name extends keyof Columns<Table> & string>(
  table: Table,
  record: { shape: Record<Name, z.ZodType> },
): Pick<Columns<Table>, Name> {
  const columns: Columns<Table> = getTableColumns(table);
  const names = Object.keys(record.shape) as Name[];
  return Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<Columns<Table>, Name>;
}
