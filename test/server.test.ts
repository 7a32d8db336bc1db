import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { connect } from "../src/db/client.ts";
import { migrateDatabase } from "../src/db/migrate.ts";
import { joinDatabase } from "../src/local/database.ts";
import { freePort } from "../src/local/free-port.ts";
import { newApiKey } from "../src/model/values/api-key.ts";
import { LOCALES } from "../src/model/values/text.ts";
import { linkForOperator } from "../src/registry/users/sign-in-links.ts";
import { bareDatabase, freshDatabase } from "./setup/database.ts";
import { PATIENT } from "./setup/patient.ts";
import { shared } from "./setup/shared.ts";
import { appUrl } from "./setup/template.ts";

/** The server as people start it: a process of its own, with its embedded PostgreSQL and mailbox. */

const root = resolve(import.meta.dirname, "..");

type Server = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

async function start(environment: Record<string, string>): Promise<Server> {
  const { main } = await shared(inject("door"), "server");
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  return { child, output: () => output, ended };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "registry-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const ready = (server: Server, base: string) =>
  vi.waitFor(async () => {
    if (server.child.exitCode !== null) throw new Error(server.output());
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect(server.output()).toContain("The docs");
  }, PATIENT);

/** As whom the server is connected to the database it has started. */
async function rolesConnected(dataDir: string): Promise<string[]> {
  const password = (await readFile(join(dataDir, "postgres/password"), "utf8")).trim();
  const [, , , port] = (await readFile(join(dataDir, "postgres/data/postmaster.pid"), "utf8")).split("\n");
  const owner = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, { max: 1, fetch_types: false });
  const roles = await owner`select distinct usename as role from pg_stat_activity
    where application_name = 'subprocessor-registry'`;
  await owner.end();
  return roles.map(({ role }) => String(role));
}

test("an empty folder becomes a registry with an example; killed and started at a later date, it goes on", async () => {
  const [port, mailboxPort, dataDir] = [await freePort(), await freePort(), await folder()];
  const base = `http://127.0.0.1:${port}`;
  const environment = {
    PORT: `${port}`,
    MAILBOX_PORT: `${mailboxPort}`,
    DATA_DIR: dataDir,
    NOW: "2026-11-21T09:00:00Z",
  };
  const first = await start(environment);
  await ready(first, base);
  const key = /spr_\w+/.exec(first.output())?.[0] ?? "";
  expect(first.output()).toContain(`curl -H "Authorization: Bearer ${key}"`);
  // What was started to be tried is for this machine alone.
  await expect(fetch(`http://127.0.0.2:${port}/healthz`)).rejects.toThrow("fetch failed");
  const page = await (await fetch(base)).text();
  expect(await rolesConnected(dataDir)).toEqual(["registry_app"]);
  // While it runs, whoever has the machine makes a user in the database it has started.
  const joined = await joinDatabase(dataDir);
  const { db, close } = connect(joined.url, { max: 1 });
  const person = { email: "legal@company.example", name: "Legal", role: "write" } as const;
  const link = await linkForOperator({ db, clock: { now: () => new Date(environment.NOW) } }, person);
  await close();
  await joined.stop();
  expect((await fetch(`${base}/console/sign-in/${link}`)).status).toBe(200);
  for (const name of [
    "Cloudflare",
    "Google Fonts",
    "Tally",
    "Webflow",
    "Weglot",
    "Zendesk Chat",
    "Zendesk AI agents",
  ]) {
    expect(page).toContain(name);
  }

  const mails = async () => {
    const response = await fetch(`http://127.0.0.1:${mailboxPort}/api/messages?to=dpo@customer.example`);
    return ((await response.json()) as { data: { subject: string; text: string }[] }).data;
  };
  const json = { "content-type": "application/json" };
  await fetch(`${base}/subscribe`, { method: "POST", headers: json, body: '{"email":"dpo@customer.example"}' });
  await vi.waitFor(async () => expect(await mails()).toHaveLength(1), PATIENT);
  const confirm = /\/confirm\/[\w-]+/.exec((await mails())[0]?.text ?? "")?.[0] ?? "";
  await fetch(`${base}${confirm}`, { method: "POST" });
  const added = await fetch(`${base}/v1/vendors?announce=true&effectiveOn=2026-12-22`, {
    method: "POST",
    headers: { ...json, authorization: `Bearer ${key}` },
    body: JSON.stringify({ name: "HubSpot", services: [{ locations: [{ country: "FR" }] }] }),
  });
  expect(added.status).toBe(201);
  await vi.waitFor(async () => expect(await mails()).toHaveLength(2), PATIENT);
  expect(await (await fetch(`${base}/changes/1`)).text()).toContain("HubSpot");
  expect(await (await fetch(`${base}/?at=2026-11-22`)).text()).not.toContain("HubSpot");

  first.child.kill("SIGKILL");
  await first.ended;
  const second = await start({ ...environment, NOW: "2026-12-22T09:00:00Z" });
  await ready(second, base);
  expect(second.output()).not.toContain("spr_");
  const slugs = async (query: string) => {
    const list = (await (await fetch(`${base}/subprocessors.json${query}`)).json()) as { vendors: { slug: string }[] };
    return list.vendors.map(({ slug }) => slug);
  };
  expect(await slugs("")).toContain("hubspot");
  expect(await slugs("?at=2026-12-21")).not.toContain("hubspot");
  expect(await mails()).toHaveLength(2);
  // As systemd and containers end it: nothing is left running.
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  await expect(readFile(join(dataDir, "postgres/data/postmaster.pid"))).rejects.toThrow("ENOENT");
});

/**
 * By every way that a language is chosen, in a process that has read the words of English alone: in another language each,
 * as far as there are enough.
 */
async function spokenTo(base: string, key: string, database: string): Promise<void> {
  const others = LOCALES.filter((locale) => locale !== "en");
  const [page, problem, api, form, mail, preview] = Array.from({ length: 6 }, (_, at) => others[at % others.length]);
  const languageOf = async (response: Response) => /<html lang="(\w+)"/.exec(await response.text())?.[1];
  expect(await languageOf(await fetch(`${base}/?lang=${page}`))).toBe(page);
  const asked = { accept: "text/html", "accept-language": problem ?? "" };
  expect(await languageOf(await fetch(`${base}/nothing`, { headers: asked }))).toBe(problem);
  const authorization = `Bearer ${key}`;
  const typed = new URLSearchParams({ email: "form@customer.example", locale: form ?? "" });
  expect(await languageOf(await fetch(`${base}/subscribe`, { method: "POST", body: typed }))).toBe(form);
  const headers = { "content-type": "application/json", authorization };
  const body = JSON.stringify({ email: "mail@customer.example", locale: mail });
  expect((await fetch(`${base}/subscribe`, { method: "POST", headers, body })).status).toBe(202);
  const owner = postgres(database, { max: 1, fetch_types: false });
  const frozen = async () => (await owner`select locale from mails`).map(({ locale }) => locale);
  await vi.waitFor(async () => expect(new Set(await frozen())).toEqual(new Set([form, mail])), PATIENT);
  await owner.end();
  const vendor = JSON.stringify({ name: "HubSpot", services: [{ locations: [{ country: "FR" }] }] });
  const asking = { ...headers, "accept-language": api ?? "" };
  const added = await fetch(`${base}/v1/vendors`, { method: "POST", headers: asking, body: vendor });
  expect([added.status, added.headers.get("content-language")]).toEqual([201, api]);
  const { changeSet } = (await added.json()) as { changeSet: { number: number } };
  const previewed = await fetch(`${base}/v1/change-sets/${changeSet.number}/preview`, { headers });
  const { mails } = (await previewed.json()) as { mails: { locale: string }[] };
  expect(mails.map(({ locale }) => locale)).toContain(preview);
  expect(await languageOf(await fetch(`${base}/console/sign-in?lang=fr`))).toBe("fr");
}

test("over a database of one's own it is there for every address, or for HOST alone, in every language; a given key is printed nowhere", async () => {
  const database = await freshDatabase();
  onTestFinished(database.giveBack);
  for (const [host, others] of [
    ["", 200],
    ["127.0.0.1", null],
  ] as const) {
    const port = await freePort();
    const key = newApiKey();
    const server = await start({
      PORT: `${port}`,
      HOST: host,
      DATABASE_URL: appUrl(database.url),
      TOKEN_SECRET: "a secret for tests, 32 characters or more",
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: "http://127.0.0.1:9", // nothing is sent
      ADMIN_API_KEY: key,
    });
    await ready(server, `http://127.0.0.1:${port}`);
    const status = await fetch(`http://127.0.0.2:${port}/healthz`).then(
      (response) => response.status,
      () => null,
    );
    expect(status, host).toBe(others);
    if (host === "") await spokenTo(`http://127.0.0.1:${port}`, key, database.url);
    expect(server.output()).toContain("the one in ADMIN_API_KEY");
    expect(server.output()).not.toContain("database.role-may-rewrite-history");
    expect(server.output()).not.toContain("spr_");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  }
});

test("a database that is down at start is one clear line and exit code 1", async () => {
  const port = await freePort();
  const server = await start({
    PORT: `${await freePort()}`,
    MAILBOX_PORT: `${await freePort()}`,
    DATA_DIR: await folder(),
    DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/x`,
  });
  expect(await server.ended).toBe(1);
  expect(server.output().trim()).toBe("The database cannot be reached: check DATABASE_URL, and that it is running.");
});

test("a database that refuses the role, or has not given it its rights, is one clear line that says what to do", async () => {
  const database = await bareDatabase();
  onTestFinished(database.giveBack);
  await migrateDatabase(database.url);
  const wrong = new URL(appUrl(database.url));
  wrong.password = "wrong";
  const environment = async (url: string) => ({
    PORT: `${await freePort()}`,
    MAILBOX_PORT: `${await freePort()}`,
    DATA_DIR: await folder(),
    DATABASE_URL: url,
  });
  const refused = await start(await environment(wrong.href));
  expect(await refused.ended).toBe(1);
  expect(refused.output().trim()).toMatch(/^The database does not let that role in: .*DATABASE_URL.*$/);

  const owner = postgres(database.url, { max: 1, fetch_types: false });
  await owner`revoke select on api_keys from registry_app`;
  await owner.end();
  const poor = await start(await environment(appUrl(database.url)));
  expect(await poor.ended).toBe(1);
  expect(poor.output().trim()).toMatch(/^The database's role lacks rights: .*npm run migrate.*$/);
});

test("bad settings are one error and exit code 1, before anything is started", async () => {
  const server = await start({ PORT: "none", NOW: "soon", DATA_DIR: await folder() });
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(/PORT must be/);
  expect(server.output()).toMatch(/NOW must be/);
  expect(server.output()).not.toMatch(/\n\s+at /);
});

test("a port that is taken is one clear line, and leaves no database running", async () => {
  const taken = createServer().listen(0);
  await once(taken, "listening");
  onTestFinished(() => {
    taken.close();
  });
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const server = await start({ PORT: `${port}`, MAILBOX_PORT: `${await freePort()}`, DATA_DIR: await folder() });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(`${port}: the port is taken; set PORT to a free one.`);
  expect(server.output()).not.toMatch(/\n\s+at /);
});

test("a database that dies under the running server: the page goes on from memory, and the API says 503", async () => {
  const [port, dataDir] = [await freePort(), await folder()];
  const base = `http://127.0.0.1:${port}`;
  const key = newApiKey();
  const server = await start({
    PORT: `${port}`,
    MAILBOX_PORT: `${await freePort()}`,
    DATA_DIR: dataDir,
    ADMIN_API_KEY: key,
  });
  await ready(server, base);
  const vendors = () => fetch(`${base}/v1/vendors`, { headers: { authorization: `Bearer ${key}` } });
  expect((await vendors()).status).toBe(200);
  expect((await fetch(base)).status).toBe(200);

  const [pid] = (await readFile(join(dataDir, "postgres/data/postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
  await vi.waitFor(async () => expect((await vendors()).status).toBe(503), PATIENT);
  expect((await vendors()).headers.get("content-type")).toBe("application/problem+json");
  const page = await fetch(base);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Webflow");
  expect(server.output()).not.toContain("spr_");
  expect((await fetch(`${base}/subprocessors.json`)).status).toBe(200);
});
