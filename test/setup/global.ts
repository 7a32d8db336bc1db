import { once as listening } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { bundleServer } from "../../scripts/bundle.ts";
import { startMailbox } from "../../src/local/mailbox/server.ts";
import { startPostgres } from "../../src/local/postgres.ts";
import type { Shared } from "./shared.ts";
import { createFromTemplate, makeTemplate } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for what is `Shared`. */
    door: string;
  }
}

/** What tests share is made when the first of them asks: those that need nothing wait for nothing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ends: (() => Promise<void>)[] = [];
  const make = {
    services: once(() => startServices(ends)),
    server: once(() => buildServer(ends)),
    chromium: once(async () => (await import("@sparticuz/chromium")).default.executablePath()),
  } satisfies { [what in keyof Shared]: () => Promise<Shared[what]> };
  const door = createServer(async ({ url }, response) => {
    const answer = await make[url?.slice(1) as keyof Shared]().then(
      (made) => ({ made }),
      (error: unknown) => ({ failed: String(error) }),
    );
    response.writeHead(200, { connection: "close" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await listening(door, "listening");
  project.provide("door", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    for (const end of ends.reverse()) await end();
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= work();
    return begun;
  };
}

async function buildServer(ends: (() => Promise<void>)[]): Promise<Shared["server"]> {
  const folder = resolve(import.meta.dirname, `../../dist/test-${process.pid}`);
  ends.push(() => rm(folder, { recursive: true, force: true }));
  await bundleServer(folder, ["test/crash/kill-at.ts"]);
  return { main: join(folder, "server.mjs"), killAt: join(folder, "kill-at.mjs") };
}

/** One PostgreSQL and one mailbox, in a folder that goes away with them. */
async function startServices(ends: (() => Promise<void>)[]): Promise<Shared["services"]> {
  const dataDir = await mkdtemp(join(tmpdir(), "subprocessor-registry-test-"));
  ends.push(() => rm(dataDir, { recursive: true }));
  // Nothing here outlives the run, so nothing waits for the disk. In workerd each call of a test opens sockets of its own,
  // which are closed with the file.
  const server = await startPostgres({ dataDir, settings: { fsync: "off", max_connections: "300" } });
  ends.push(server.stop);
  const admin = postgres(server.url, { max: 1, fetch_types: false });
  await makeTemplate(admin, server.url);
  const databaseUrl = await createFromTemplate(admin, server.url, "workerd");
  await admin.end();
  const mailbox = await startMailbox({ port: 0, now: () => new Date() });
  ends.push(mailbox.close);
  return { postgresUrl: server.url, workerd: { databaseUrl, mailboxUrl: mailbox.url } };
}
