import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** What writes: sending has it, and whoever is inside a frame (`registry/log/frame.ts`). */
export type WriteDb = PostgresJsDatabase;

/** What reads. A connection or a transaction: inside a transaction always pass the transaction on. */
export type Db = Pick<WriteDb, "select" | "selectDistinct" | "$count">;

/** The same, for writing. Only the frames and what reads in `db` may ask for it. */
export const writable = (db: Db): WriteDb => db as WriteDb;

/**
 * Opens a client. On Workers make one per invocation and never end it (the runtime closes its sockets with the
 * request); on Node make one and `close` it at the end.
 */
export function connect(url: string, options: { max?: number } = {}): { db: WriteDb; close(): Promise<void> } {
  const client = postgres(url, {
    max: options.max ?? 5,
    fetch_types: false,
    connect_timeout: 5,
    // Growing pauses between connections would make each request to a database that is down wait longer for its 503.
    backoff: () => 0.1,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: "subprocessor-registry" },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}
