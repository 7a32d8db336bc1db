import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, onTestFinished } from "vitest";
import { createApp } from "../../src/app.ts";
import type { Timer } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import { startMailbox } from "../../src/local/mailbox/server.ts";
import { newApiKey } from "../../src/model/values/api-key.ts";
import { KEPT } from "../../src/node-http.ts";
import { drain, type SendingDeps } from "../../src/notify/drain.ts";
import { resendMailer } from "../../src/notify/resend.ts";
import { lend, openClients } from "./clients.ts";
import { type Database, freshDatabase } from "./database.ts";
import { appUrl } from "./template.ts";
import { WEBHOOK_SECRET } from "./webhook.ts";

export type Message = {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  idempotencyKey: string | null;
};

type Json = Record<string, unknown>;
/** What is sent as it is. */
const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === "string" || body instanceof Uint8Array;

type Init = { key?: string | null; headers?: Record<string, string>; body?: unknown };

/** A registry of a test's own: its database, a mailbox, an admin key, and a time that stands still until moved or slept through. */
export async function registry({
  now = "2026-11-21T09:00:00Z",
  config = {},
  atEnd = onTestFinished,
  database: given,
}: {
  now?: string;
  config?: Partial<Config>;
  /** Takes what is to be done when the registry is no longer needed: after the test, unless tests share it. */
  atEnd?: (end: () => Promise<void>) => void;
  /** A database that is there already; given back at the end as one of its own. */
  database?: Database;
} = {}) {
  const database = given ?? (await freshDatabase());
  const clients = database.clients ?? openClients(database.url);
  const { owner: db, own, downloads, takeBack } = lend(clients);
  let time = Date.parse(now);
  const clock = { now: () => new Date(time) };
  const timer: Timer = {
    now: () => time,
    async sleep(ms) {
      const until = time + ms;
      // Whatever else is under way gets its turn, as it would in a real sleep.
      await nextTurn();
      time = Math.max(time, until);
    },
  };
  const mailbox = await startMailbox({ port: 0, now: clock.now });
  const adminKey = newApiKey();
  const logged: Json[] = [];
  const full: Config = {
    publicUrl: "https://registry.example",
    tokenSecret: "a secret for tests, 32 characters or more",
    mailFrom: "Registry <registry@registry.example>",
    adminApiKey: adminKey,
    signIn: { byMail: true, oidc: null, access: null, roles: [] },
    resend: { apiKey: "re_test", baseUrl: mailbox.url, webhookSecrets: [WEBHOOK_SECRET] },
    ...config,
  };
  let kicks = 0;
  const deps: SendingDeps = {
    db: own,
    downloads,
    clock,
    timer,
    config: full,
    log: (event, fields) => logged.push({ event, ...fields }),
    kick: () => {
      kicks += 1;
    },
    mailer: resendMailer(full.resend),
  };
  const runtime = () => ({ deps, ip: "203.0.113.7", gate: () => Promise.resolve(true) });
  // Tests write past the app as well: a second has passed since whatever was asked before.
  let asked = 0;
  const asking = {
    now() {
      asked += 1000;
      return new Date(asked);
    },
  };
  const app = createApp(runtime, { keep: { ...KEPT, clock: asking } });
  atEnd(async () => {
    await mailbox.close();
    takeBack();
    if (!database.clients) await clients.close();
    await database.giveBack();
  });

  const call = async (method: string, path: string, { key = adminKey, headers = {}, body }: Init = {}) =>
    app.request(path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined || headers["content-type"] ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });

  /** Calls and reads JSON; fails loudly on any other status than the one expected. */
  const json = async (method: string, path: string, status: number, init: Init = {}) => {
    const response = await call(method, path, init);
    const text = await response.text();
    if (response.status !== status) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === "" ? null : JSON.parse(text);
  };

  const messages = async (to?: string): Promise<Message[]> => {
    const response = await fetch(`${mailbox.url}/api/messages${to ? `?to=${encodeURIComponent(to)}` : ""}`);
    return ((await response.json()) as { data: Message[] }).data;
  };

  return {
    app,
    db,
    deps,
    url: database.url,
    appUrl: appUrl(database.url),
    adminKey,
    logged,
    mailboxUrl: mailbox.url,
    kicks: () => kicks,
    setTime: (at: string) => {
      time = Date.parse(at);
    },
    passHours: (hours: number) => {
      time += hours * 3_600_000;
    },
    call,
    get: (path: string, init?: Init) => call("GET", path, init),
    post: (path: string, body?: unknown, init?: Init) => call("POST", path, { ...init, body }),
    json,
    messages,
    drain: () => drain(deps, { budgetMs: 10_000 }),
    /** Moves time past the lease of a sender that lost its session. In earnest others wait for it, 45 seconds at most. */
    outliveLease: async () => {
      time += 60_000;
      await db.execute(sql`update sender set leased_until = now() - interval '1 second' where holder is not null`);
    },
    /** Ends every connection, as if the database were away. */
    close: clients.close,
    /** What every table holds, as one hash each: equal before and after means that nothing was written. */
    stored: async (): Promise<Record<string, string>> => {
      const tables = await db.execute<{ name: string }>(sql`
        select table_name as name from information_schema.tables where table_schema = 'public' order by 1`);
      const hashes = tables.map(
        ({ name }) =>
          `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
      );
      const rows = await db.execute<{ name: string; hash: string }>(sql.raw(hashes.join(" union all ")));
      return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
    },
    /** Rows of plain SQL, for what no call shows. */
    rows: async (statement: string): Promise<Json[]> => [...(await db.execute<Json>(sql.raw(statement)))],
    organisation: (settings: Json = {}) =>
      json("PUT", "/v1/organisation", 200, { body: { name: "Acme", ...settings } }),
    /** A vendor announced with the baseline, so that it is on the list. */
    listed: async (...vendors: Json[]) => {
      const { number } = await json("POST", "/v1/change-sets", 201, { body: {} });
      for (const body of vendors) await json("POST", `/v1/vendors?changeSet=${number}`, 201, { body });
      return json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { baseline: true } });
    },
    /** A follower whose address is confirmed. */
    follower: (email: string, settings: Json = {}) =>
      json("POST", "/v1/subscribers", 201, { body: { email, confirmed: true, ...settings } }),
    key: async (...scopes: string[]) =>
      (await json("POST", "/v1/api-keys", 201, { body: { name: scopes.join(), scopes } })).key as string,
  };
}

export type Registry = Awaited<ReturnType<typeof registry>>;

/** A refusal as the contract has it: status, media type, problem type, and where given the field it blames. */
export async function expectProblem(response: Response, status: number, slug: string, pointer?: string): Promise<Json> {
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\.(ts|js):\d|node_modules|select .* from|insert into|update .* set/i);
  expect({ status: response.status, type: response.headers.get("content-type"), text }).toMatchObject({
    status,
    type: expect.stringMatching(/^application\/problem\+json\b/),
  });
  const body = JSON.parse(text);
  expect(body).toMatchObject({ type: `/problems/${slug}`, title: expect.any(String), status });
  if (pointer !== undefined) expect(body.errors?.map((each: Json) => each.pointer)).toContain(pointer);
  return body;
}

let made = 0;

/** A vendor nobody else in the run has. */
export function vendor(fields: Json = {}, service: Json = {}): Json & { name: string } {
  made += 1;
  return {
    name: `Vendor ${made}`,
    services: [{ purpose: "Hosting", locations: [{ country: "FR" }], dataCategories: ["Contact data"], ...service }],
    ...fields,
  };
}
