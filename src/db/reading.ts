import { sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { type Db, writable } from "./client.ts";

/** The rows of a query in SQL: rowsOf(db)`select …`. As a part of another query it is refused by PostgreSQL if it writes. */
export const rowsOf =
  <Row extends Record<string, unknown>>(db: Db) =>
  (query: TemplateStringsArray, ...values: unknown[]) =>
    writable(db).execute<Row>(sql`select * from (${sql(query, ...values)}) as selected`);

/** Everything as it is at one moment. */
const AT_ONE_MOMENT = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/** What is read in one transaction, as the database was at its beginning. */
export const atOneMoment = <T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> =>
  writable(db).transaction(read, AT_ONE_MOMENT);

/**
 * The same, piece by piece, however long the reader takes. It has ended, and its connection is free, when the last piece
 * was given or the reader has left.
 */
export async function* inOneTransaction<T>(db: Db, read: (tx: Db) => AsyncIterable<T>): AsyncGenerator<T> {
  const stream = new TransformStream<T, T>();
  const writer = stream.writable.getWriter();
  const reading = writable(db).transaction(async (tx) => {
    for await (const piece of read(tx)) await writer.write(piece);
  }, AT_ONE_MOMENT);
  const ended = reading
    .then(() => writer.close())
    .catch((error) => writer.abort(error))
    // The reader has the error already: it comes out of `readable`.
    .catch(() => {});
  try {
    yield* stream.readable;
  } finally {
    await ended;
  }
}

const ROWS_AT_ONCE = 500;

/**
 * The rows of a table in the order of their key, each as a line of JSON, a page of memory at a time; `written` says in SQL what
 * stands for a column. Within a transaction. As bytes are told in hex and instants with their offset, PostgreSQL reads it back.
 */
export async function* linesOf(tx: Db, table: PgTable, written: Record<string, string> = {}): AsyncGenerator<string> {
  const { columns, primaryKeys, name } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  const said = columns.map(
    (column) => sql`${sql.raw(written[column.name] ?? `"${column.name}"`)} as ${sql.identifier(column.name)}`,
  );
  const order = sql.join(
    key.map((column) => sql.identifier(column.name)),
    sql`, `,
  );
  const cursor = sql.identifier(`lines_of_${name}`);
  await writable(tx).execute(sql`
    declare ${cursor} no scroll cursor for
    select row_to_json(selected)::text as line from (select ${sql.join(said, sql`, `)} from ${table} order by ${order}) as selected`);
  for (;;) {
    const rows = await writable(tx).execute<{ line: string }>(
      sql`fetch ${sql.raw(String(ROWS_AT_ONCE))} from ${cursor}`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join("");
  }
  await writable(tx).execute(sql`close ${cursor}`);
}
