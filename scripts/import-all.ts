import { clockFrom } from "../src/clock.ts";
import { type Environment, nodeSettings } from "../src/config.ts";
import { connect } from "../src/db/client.ts";
import { lastWords } from "../src/db/errors.ts";
import { startDatabase } from "../src/local/database.ts";
import { importRegistry } from "../src/registry/move/import.ts";

/**
 * Takes a registry out of its archive into the empty database at DATABASE_URL, or the embedded one of DATA_DIR, as the server's
 * settings say. Over a direct connection and not by HTTP: it is one transaction, as long as the archive is, and an empty registry
 * has no key that could ask for it. Tells what it does; throws in words what the import refuses, or the database.
 */
export async function importAll(bytes: Buffer, environment: Environment, tell: (line: string) => void): Promise<void> {
  const settings = nodeSettings(environment);
  const tokenSecret = settings.TOKEN_SECRET;
  if (!tokenSecret)
    throw new Error(
      "TOKEN_SECRET is missing: that of the registry the archive is of. The quickstart keeps it in its DATA_DIR, in token-secret.",
    );
  const { url, stop } = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, stop: async () => {} }
    : await startDatabase(settings.DATA_DIR);
  try {
    const { db, close } = connect(url, { max: 1 });
    const deps = { db, clock: clockFrom(settings.NOW), config: { tokenSecret } };
    const onTable = (name: string, rows: number) => tell(`${rows} ${rows === 1 ? "row" : "rows"} of ${name}`);
    if (!settings.DATABASE_URL) tell(`Into the embedded database of ${settings.DATA_DIR}: DATABASE_URL is not set.`);
    const found = await importRegistry(deps, bytes, { onTable }).finally(close);
    tell(
      `Every chain holds: ${found.entries} entries of the log, ${found.snapshots} versions, ${found.deliveries} deliveries.`,
    );
  } catch (error) {
    throw new Error(lastWords(error), { cause: error });
  } finally {
    await stop();
  }
}
