import { migrateDatabase } from "../src/db/migrate.ts";

// Migrations go over a direct connection from here, never through the Worker.
const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is missing: the postgres:// address of the database to bring up to date.");
  process.exit(1);
}
try {
  await migrateDatabase(url);
  console.log("The database is up to date.");
} catch (error) {
  console.error(`The migrations failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
