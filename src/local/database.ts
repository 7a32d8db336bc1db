import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { APP_ROLE } from "../db/app-role.ts";
import { connect } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { keptSecret } from "./kept-secret.ts";
import { type LocalPostgres, startPostgres } from "./postgres.ts";
import { portInUse } from "./postmaster.ts";

/** Starts the embedded PostgreSQL, up to date. Its address is that of the app's role: the owner is there for migrations. */
export async function startDatabase(dataDir: string): Promise<LocalPostgres> {
  const server = await startPostgres({ dataDir });
  try {
    const password = await keptSecret(join(dataDir, "database-password"));
    await makeAppRole(server.url, password);
    await migrateDatabase(server.url);
    return { ...server, url: asAppRole(server.url, password) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The embedded PostgreSQL for a command: that of a product that runs now, which goes on running; else one of its own. */
export async function joinDatabase(dataDir: string): Promise<LocalPostgres> {
  const home = await realpath(dataDir).catch(() => dataDir);
  const port = await portInUse(join(home, "postgres", "data"));
  if (port === undefined) return startDatabase(dataDir);
  const password = await keptSecret(join(dataDir, "database-password"));
  return { url: asAppRole(`postgres://127.0.0.1:${port}/postgres`, password), stop: async () => {} };
}

/** Makes the app's role, with a password of letters and digits; one that is there already gets it. */
export async function makeAppRole(ownerUrl: string, password: string): Promise<void> {
  const { db, close } = connect(ownerUrl, { max: 1 });
  try {
    const [found] = await db.execute(sql`select from pg_roles where rolname = ${APP_ROLE}`);
    await db.execute(sql.raw(`${found ? "alter" : "create"} role ${APP_ROLE} login password '${password}'`));
  } finally {
    await close();
  }
}

/** The address of the same database for the app's role. */
export function asAppRole(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
