import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "../../src/db/migrate.ts";
import { startPostgres } from "../../src/local/postgres.ts";

export type DatabaseServer = {
  /** An empty, migrated database. */
  fresh(): Promise<string>;
  /** A database without any table. */
  bare(): Promise<string>;
  stop(): Promise<void>;
};

/** A PostgreSQL of the run's own, as the quickstart starts it: on a disk, with `fsync` on and nothing tuned. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "subprocessor-registry-bench-"));
  const server = await startPostgres({ dataDir });
  const admin = postgres(server.url, { max: 1, fetch_types: false });
  const bare = async () => {
    const name = `bench_${randomUUID().replaceAll("-", "")}`;
    await admin.unsafe(`create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    bare,
    async fresh() {
      const url = await bare();
      await migrateDatabase(url);
      return url;
    },
    async stop() {
      await admin.end();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
