import { sql } from "drizzle-orm";
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
