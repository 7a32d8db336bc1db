import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { grantToApp } from "./app-role.ts";
import { connect } from "./client.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

/**
 * Brings a database up to date, over a direct connection, as the owner of its tables. Several at once take turns. Tells
 * whether there is a role for the app, which then has its rights.
 */
export async function migrateDatabase(url: string): Promise<boolean> {
  const { db, close } = connect(url, { max: 1 });
  try {
    // One connection, so the session's lock spans the migrator's own transactions.
    await db.execute(sql`select pg_advisory_lock(hashtext('migrations'))`);
    await migrate(db, { migrationsFolder });
    return await grantToApp(db);
  } finally {
    await close();
  }
}
