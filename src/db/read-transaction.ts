import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/**
 * What is read in one transaction, as the database was at its beginning, however long the reader takes. Whoever takes
 * nothing for a minute is cut off: a transaction must not stay open for them.
 */
export async function* inOneTransaction<T>(db: Db, read: (tx: Db) => AsyncIterable<T>): AsyncGenerator<T> {
  const { readable, writable } = new TransformStream<T, T>();
  const writer = writable.getWriter();
  const reading = db.transaction(
    async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '60s'`);
      for await (const piece of read(tx)) await writer.write(piece);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  reading
    .then(() => writer.close())
    .catch((error) => writer.abort(error))
    // The reader has the error already: it comes out of `readable`.
    .catch(() => {});
  yield* readable;
}
