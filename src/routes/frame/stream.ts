import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import type { Log } from "../../log.ts";

/**
 * Text or bytes as a stream that is read as fast as it is taken, and not before. An error breaks it off: half a file
 * must not look whole.
 */
export function streamed(pieces: AsyncGenerator<string | Uint8Array>, log: Log): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
        } catch (error) {
          log("stream.broken", { name: error instanceof Error ? error.name : "unknown" });
          controller.error(new Error("The answer was broken off"));
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * What is read in one transaction, as the database was at its beginning, however long the reader takes. One who takes
 * nothing for a minute loses it: a transaction must not stay open for them.
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
    .catch(() => {});
  yield* readable;
}
