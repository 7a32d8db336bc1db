import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { migrateDatabase } from "../../src/db/migrate.ts";
import { startPostgres } from "../../src/local/postgres.ts";

/** A PostgreSQL of the test's own, migrated, that stops and comes back at its address. */
export async function restartablePostgres() {
  const dataDir = await mkdtemp(join(tmpdir(), "crash-postgres-"));
  const cluster = { dataDir, settings: { fsync: "off" } };
  const first = await startPostgres(cluster);
  let { stop } = first;
  onTestFinished(async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  });
  await migrateDatabase(first.url);
  return {
    url: first.url,
    /** Ends every session, as an administrator's "fast" shutdown does. */
    stop: () => stop(),
    start: async () => {
      const next = await startPostgres({ ...cluster, port: Number(new URL(first.url).port) });
      stop = next.stop;
    },
  };
}
