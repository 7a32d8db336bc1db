import { clockFrom } from "../src/clock.ts";
import { nodeSettings } from "../src/config.ts";
import { connect } from "../src/db/client.ts";
import { lastWords } from "../src/db/errors.ts";
import { migrateDatabase } from "../src/db/migrate.ts";
import { startDatabase } from "../src/local/database.ts";
import { exampleNames, loadExample } from "../src/local/example.ts";

/** Loads an example into an empty registry: the one at DATABASE_URL, or else the embedded one. */
async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error(`Name an example: ${(await exampleNames()).sort().join(", ")}.`);
  const settings = nodeSettings(process.env);
  const { url, stop } = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, stop: async () => {} }
    : await startDatabase(settings.DATA_DIR);
  try {
    if (settings.DATABASE_URL) await migrateDatabase(url);
    const { db, close } = connect(url, { max: 1 });
    await loadExample({ db, clock: clockFrom(settings.NOW) }, name).finally(close);
    console.log(`Loaded ${name}.`);
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  console.error(lastWords(error));
  process.exitCode = 1;
});
