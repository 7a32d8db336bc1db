import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connect } from "./client.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

/** Brings a database up to date, over a direct connection. Several at once take turns. */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    // One connection, so the session's lock spans the migrator's own transactions.
    await db.execute(sql`select pg_advisory_lock(hashtext('migrations'))`);
    await migrate(db, { migrationsFolder });
  } finally {
    await close();
  }
}
