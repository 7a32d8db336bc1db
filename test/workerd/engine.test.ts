import { createExecutionContext, createScheduledController, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import postgres from "postgres";
import { beforeEach, expect, test, vi } from "vitest";
import { hashEmail } from "../../src/model/values/hash.ts";
import worker from "../../src/worker.ts";
import { emptyDatabase } from "../setup/empty-database.ts";
import { likeTheFirst } from "../setup/many-vendors.ts";
import { signed, WEBHOOK_SECRET } from "../setup/webhook.ts";

type Bindings = Parameters<typeof worker.fetch>[1];

/** The runtime's own queue would send by itself, at a time of its own: each test says when. */
const bindings = { ...env, RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET, KICK: { send: async () => {} } } as Bindings;

/** One for each test, and not ended: workerd closes its socket with the test. */
let client: postgres.Sql;

beforeEach(async () => {
  client = postgres(env.OWNER_URL, { max: 1, fetch_types: false });
  await emptyDatabase(env.OWNER_URL);
  await fetch(`${env.RESEND_BASE_URL}/api/messages`, { method: "DELETE" });
  await fault({ mode: "none", times: null, refuse: [], rateLimit: null });
});

/** What the provider is to get wrong from now on. */
async function fault(change: object): Promise<void> {
  const response = await fetch(`${env.RESEND_BASE_URL}/api/faults`, { method: "PUT", body: JSON.stringify(change) });
  if (!response.ok) throw new Error(await response.text());
}

/** A queue that keeps what it is sent, and delivers it only when told to. */
function queue() {
  const kept: object[] = [];
  const withQueue: Bindings = { ...bindings, KICK: { send: async (message: object) => void kept.push(message) } };
  return { kept, withQueue };
}

async function ask(path: string, init: RequestInit, to: Bindings = bindings): Promise<Response> {
  const context = createExecutionContext();
  const response = await worker.fetch(new Request(`https://registry.example${path}`, init), to, context);
  await waitOnExecutionContext(context);
  return response;
}

const call = (method: string, path: string, body: unknown, to?: Bindings) =>
  ask(
    path,
    {
      method,
      headers: { authorization: `Bearer ${env.ADMIN_API_KEY}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    },
    to,
  );

async function rows(statement: string): Promise<Record<string, unknown>[]> {
  return [...(await client.unsafe(statement))];
}

/** Followers, made in one statement. */
async function followers(people: number): Promise<void> {
  const values = Array.from({ length: people }, (_, index) => {
    const email = `p${index}@customer.example`;
    return `('${email}', '${email}', '${hashEmail(env.TOKEN_SECRET, email)}', 'en', 'active', now(), now())`;
  });
  await rows(`insert into subscribers (email, email_key, email_hash, locale, status, created_at, confirmed_at)
    values ${values.join(", ")}`);
}

/** Announces a change to this many followers, with a queue that keeps its messages. */
async function announced(people: number) {
  const { kept, withQueue } = queue();
  await call("PUT", "/v1/organisation", { name: "Acme" });
  await followers(people);
  const effectiveOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const hubspot = { name: "HubSpot", services: [{ purpose: "Newsletter", locations: [{ country: "FR" }] }] };
  const made = await call("POST", `/v1/vendors?announce=true&effectiveOn=${effectiveOn}`, hubspot, withQueue);
  expect(made.status).toBe(201);
  return { kept };
}

/** Announces a set that adds so many vendors, each with much to tell of it. */
async function announcedVendors(count: number): Promise<void> {
  const hubspot = {
    name: "HubSpot 0",
    services: [{ purpose: "Newsletter ".repeat(150), locations: [{ country: "FR" }], dataCategories: ["Names"] }],
  };
  const drafted = (await (await call("POST", "/v1/vendors", hubspot)).json()) as { changeSet: { number: number } };
  const { number } = drafted.changeSet;
  await rows(likeTheFirst(count));
  const effectiveOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const announced = await call("POST", `/v1/change-sets/${number}/announce`, { effectiveOn });
  expect(announced.status, await announced.clone().text()).toBe(200);
}

const runCron = () => worker.scheduled(createScheduledController({ cron: "* * * * *" }), bindings);
const runQueue = () => worker.queue({ messages: [{}] }, bindings);

type Sent = {
  id: string;
  to: string[];
  text: string;
  html: string;
  tags: { name: string; value: string }[];
  idempotencyKey: string | null;
};

async function messages(): Promise<Sent[]> {
  const response = await fetch(`${env.RESEND_BASE_URL}/api/messages`);
  return ((await response.json()) as { data: Sent[] }).data;
}

const states = async () =>
  (await rows("select state, count(*)::int as count from deliveries group by state")).map(({ state, count }) => [
    state,
    count,
  ]);

test("250 people are written to once each, by queue and cron at once", async () => {
  await announced(250);
  await Promise.all([runQueue(), runCron(), runQueue(), runCron()]);
  await runCron();
  const sent = await messages();
  expect(sent).toHaveLength(250);
  expect(new Set(sent.map(({ to }) => to.join())).size).toBe(250);
  expect(await states()).toEqual([["accepted", 250]]);
  expect(await rows("select state from batches")).toEqual(Array(3).fill({ state: "sent" }));
});

test("a set of 300 vendors is announced to 200 people in mails and requests of a size that a Worker can hold", async () => {
  await call("PUT", "/v1/organisation", { name: "Acme" });
  await followers(200);
  await announcedVendors(300);
  await Promise.all([runQueue(), runCron()]);
  await runCron();
  const sent = await messages();
  expect(new Set(sent.map(({ to }) => to.join())).size).toBe(200);
  expect(sent).toHaveLength(200);
  expect(await states()).toEqual([["accepted", 200]]);
  for (const { html, text } of sent) {
    expect(Buffer.byteLength(html)).toBeLessThan(80_000);
    expect(text).toContain("HubSpot 299");
  }
  for (const request of Map.groupBy(sent, ({ idempotencyKey }) => idempotencyKey).values())
    expect(Buffer.byteLength(JSON.stringify(request.map(({ text, html }) => [text, html])))).toBeLessThan(4_194_304);
});

test("who has a domain in another script is written to at its ASCII form", async () => {
  await call("PUT", "/v1/organisation", { name: "Acme" });
  expect((await call("POST", "/v1/subscribers", { email: "dpo@münchen.example" })).status).toBe(201);
  await runCron();
  expect((await messages()).map(({ to }) => to)).toEqual([["dpo@xn--mnchen-3ya.example"]]);
});

test("a message of the queue that is lost changes nothing: the cron pays", async () => {
  const { kept } = await announced(3);
  expect(kept, "announcing kicks once").toHaveLength(1);
  expect(await messages()).toEqual([]);
  await runCron();
  expect(await messages()).toHaveLength(3);
});

test("a message of the queue that comes twice, or once all is sent, changes nothing", async () => {
  await announced(3);
  await Promise.all([runQueue(), runQueue()]);
  await runQueue();
  expect(await messages()).toHaveLength(3);
  expect(await states()).toEqual([["accepted", 3]]);
});

test("a queue that takes no message does not make announcing fail", async () => {
  await call("PUT", "/v1/organisation", { name: "Acme" });
  const broken: Bindings = { ...bindings, KICK: { send: () => Promise.reject(new Error("The queue is away")) } };
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const follow = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"email":"a@customer.example"}',
  };
  expect((await ask("/subscribe", follow, broken)).status).toBe(202);
  expect(log.mock.calls.flat()).toContainEqual(expect.stringContaining('"event":"kick.failed"'));
  log.mockRestore();
  await runCron();
  expect(await messages()).toHaveLength(1);
});

/** As if the time until the next attempt had passed. */
const waitOver = () => rows("update batches set next_attempt_at = now() where state = 'pending'");

test.each(["500-before", "500-after", "drop-after", "garbage"])(
  "a provider that once answers by %s is asked again under the same key, and everybody is written to once",
  async (mode) => {
    await announced(3);
    await fault({ mode, times: 1 });
    await runCron();
    expect(await states()).toEqual([["pending", 3]]);
    await runCron();
    expect(await rows("select attempts from batches"), "not before its time").toEqual([{ attempts: 1 }]);
    await waitOver();
    await Promise.all([runQueue(), runCron()]);
    expect((await messages()).map(({ to }) => to.join()).sort()).toEqual(
      [0, 1, 2].map((index) => `p${index}@customer.example`),
    );
    expect(await states()).toEqual([["accepted", 3]]);
  },
);

test("what stays without an outcome for 23 hours is uncertain, and not sent again", async () => {
  await announced(3);
  await fault({ mode: "500-after", times: 1 });
  await runCron();
  await rows("update batches set first_attempt_at = now() - interval '23 hours 1 minute', next_attempt_at = now()");
  await runCron();
  expect(await states()).toEqual([["uncertain", 3]]);
  expect(await messages()).toHaveLength(3);
});

test("a mail that is refused fails alone, and a rate limit is waited for", async () => {
  await announced(250);
  await fault({ refuse: ["p7@customer.example"], rateLimit: 5 });
  await Promise.all([runQueue(), runCron()]);
  expect(await messages()).toHaveLength(249);
  expect(new Map((await states()) as [string, number][])).toEqual(
    new Map([
      ["accepted", 249],
      ["failed", 1],
    ]),
  );
});

test("while another holds the lease nothing is sent; once it has run out, everything", async () => {
  await announced(3);
  await rows("update sender set holder = gen_random_uuid(), leased_until = now() + interval '40 seconds'");
  await Promise.all([runQueue(), runCron()]);
  expect(await messages()).toEqual([]);
  await rows("update sender set leased_until = now() - interval '1 second'");
  await runCron();
  expect(await messages()).toHaveLength(3);
});

test("a batch that breaks does not hold up the others", async () => {
  await announced(250);
  await rows("update batches set body = 'no brotli'::bytea where position = 0");
  await runCron();
  expect(await messages()).toHaveLength(150);
  await rows("update batches set body = null where position = 0");
  await waitOver();
  await runCron();
  expect(await states()).toEqual([["accepted", 250]]);
});

test("a signed webhook moves its delivery, and an unsigned one does not", async () => {
  await announced(1);
  await runCron();
  const [mail] = await messages();
  const data = {
    email_id: mail?.id,
    to: mail?.to,
    tags: Object.fromEntries(mail?.tags.map((tag) => [tag.name, tag.value]) ?? []),
  };
  const body = JSON.stringify({ type: "email.delivered", created_at: new Date().toISOString(), data });
  const headers = signed(body);
  const post = (over: Record<string, string> = {}) =>
    ask("/hooks/resend", { method: "POST", headers: { ...headers, ...over }, body });
  expect((await post({ "svix-signature": "v1,AAAA" })).status).toBe(401);
  expect(await states()).toEqual([["accepted", 1]]);
  expect((await post()).status).toBe(200);
  expect((await post()).status).toBe(200);
  expect(await states()).toEqual([["delivered", 1]]);
});
