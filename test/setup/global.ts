import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startMailbox } from "../../src/local/mailbox/server.ts";
import { startPostgres } from "../../src/local/postgres.ts";
import type { Services } from "./services.ts";
import { createFromTemplate, makeTemplate } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for `Services`. */
    services: string;
    /** For files of the run, beside the packages that they import. */
    folder: string;
  }
}

/** Tests that need no service start none: what they need is started for the whole run when the first of them asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof start> | undefined;
  const door = createServer(async (_, response) => {
    started ??= start();
    const answer = await started.catch((error: unknown) => ({ failed: String(error) }));
    response.writeHead("services" in answer ? 200 : 500, { connection: "close" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  project.provide("services", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  const folder = resolve(import.meta.dirname, `../../node_modules/.cache/test-${process.pid}`);
  project.provide("folder", folder);
  return async () => {
    door.close();
    await rm(folder, { recursive: true, force: true });
    await (await started)?.stop();
  };
}

/** One PostgreSQL and one mailbox, in a folder that goes away with them. */
async function start(): Promise<{ services: Services; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "subprocessor-registry-test-"));
  // Nothing here outlives the run, so nothing waits for the disk. In workerd each call of a test opens sockets of its own,
  // which are closed with the file.
  const server = await startPostgres({ dataDir, settings: { fsync: "off", max_connections: "300" } });
  const admin = postgres(server.url, { max: 1, fetch_types: false });
  await makeTemplate(admin, server.url);
  const databaseUrl = await createFromTemplate(admin, server.url, "workerd");
  await admin.end();
  const mailbox = await startMailbox({ port: 0, now: () => new Date() });
  return {
    services: { postgresUrl: server.url, workerd: { databaseUrl, mailboxUrl: mailbox.url } },
    async stop() {
      await mailbox.close();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
