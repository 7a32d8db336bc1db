import { APP_ROLE } from "../src/db/app-role.ts";
import { lastWords } from "../src/db/errors.ts";
import { migrateDatabase } from "../src/db/migrate.ts";

// Migrations go over a direct connection from here, never through the Worker.
const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is missing: the postgres:// address of the database to bring up to date.");
  process.exit(1);
}
try {
  const granted = await migrateDatabase(url);
  console.log("The database is up to date.");
  console.log(
    granted
      ? `The role ${APP_ROLE} has the rights that the app needs: connect as it.`
      : `There is no role ${APP_ROLE}: as the owner of its tables, the app could rewrite what it published. See README.`,
  );
} catch (error) {
  console.error(`The migrations failed. ${lastWords(error)}`);
  process.exitCode = 1;
}
