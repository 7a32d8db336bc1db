import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startMailbox } from "../../src/local/mailbox/server.ts";
import { startPostgres } from "../../src/local/postgres.ts";
import { createFromTemplate, makeTemplate } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server that `freshDatabase` makes databases on. */
    postgresUrl: string;
    /** What the Worker under test is bound to. Its tests share one database: workerd gets its bindings once. */
    workerd: { databaseUrl: string; mailboxUrl: string };
  }
}

/** One PostgreSQL and one mailbox for the whole run, in a folder that goes away with them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "subprocessor-registry-test-"));
  // Nothing here outlives the run, so nothing waits for the disk. In workerd each call of a test opens sockets of its own,
  // which are closed with the file.
  const server = await startPostgres({ dataDir, settings: { fsync: "off", max_connections: "300" } });
  const admin = postgres(server.url, { max: 1, fetch_types: false });
  await makeTemplate(admin, server.url);
  const databaseUrl = await createFromTemplate(admin, server.url, "workerd");
  await admin.end();
  const mailbox = await startMailbox({ port: 0, now: () => new Date() });

  project.provide("postgresUrl", server.url);
  project.provide("workerd", { databaseUrl, mailboxUrl: mailbox.url });

  return async () => {
    await mailbox.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  };
}
