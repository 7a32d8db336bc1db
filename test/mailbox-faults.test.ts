import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Message } from "../src/local/mailbox/mail.ts";
import { Bucket } from "../src/local/mailbox/rate-limit.ts";
import { type MailboxOptions, startMailbox } from "../src/local/mailbox/server.ts";
import { PATIENT } from "./setup/patient.ts";

/** Longer than any test: what waits this long is let go by closing the mailbox, never by the passing of time. */
const forever = 600_000;

async function mailbox(options: Partial<MailboxOptions> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "mailbox-"));
  const { url, close } = await startMailbox({ port: 0, now: () => new Date(), dataDir, ...options });
  let closed: Promise<void> | undefined;
  const stop = () => {
    closed ??= close();
    return closed;
  };
  onTestFinished(async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  });
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method,
      headers,
      redirect: "manual",
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    url,
    stop,
    ask,
    resend: new Resend("re_test", { baseUrl: url }),
    fault: async (change: object) => (await ask("PUT", "/api/faults", change)).json(),
    faults: async () => (await ask("GET", "/api/faults")).json(),
    received: async () => ((await (await ask("GET", "/api/messages")).json()) as { data: Message[] }).data,
    /** How many mails a mailbox would find that starts on the same folder now. */
    onDisk: async () =>
      (await readFile(join(dataDir, "mailbox.jsonl"), "utf8"))
        .split("\n")
        .flatMap((line) => (line ? ((JSON.parse(line) as { accepted?: unknown[] }).accepted ?? []) : [])).length,
  };
}

const mail = (to = "grace@example.com") => ({
  from: "Acme <privacy@acme.example>",
  to,
  subject: "Zendesk will be added",
  text: "From 2027-01-05.",
});

const healthy = { rateLimit: null, mode: "none", times: null, latencyMs: 0, refuse: [], events: "none" };

test("a mailbox starts without faults; a change replaces what it names and keeps the rest", async () => {
  const { fault, faults } = await mailbox();
  expect(await faults()).toEqual(healthy);
  expect(await fault({ mode: "500-after", times: 3 })).toEqual({ ...healthy, mode: "500-after", times: 3 });
  expect(await fault({ rateLimit: 5, refuse: ["Ada@Example.com"] })).toEqual({
    ...healthy,
    mode: "500-after",
    times: 3,
    rateLimit: 5,
    refuse: ["ada@example.com"],
  });
  expect(await fault({ mode: "none" })).toMatchObject({ mode: "none", times: null, rateLimit: 5 });
  expect(await fault({})).toEqual(await faults());
});

test.each([
  ["500-before", 500, "internal_server_error"],
  ["401", 401, "invalid_api_key"],
  ["quota", 429, "daily_quota_exceeded"],
  ["422", 422, "validation_error"],
])("%s accepts nothing, and leaves the idempotency key free", async (mode, statusCode, name) => {
  const { resend, fault, faults, received, onDisk } = await mailbox();
  await fault({ mode, times: 2 });
  for (const send of [
    () => resend.emails.send(mail(), { idempotencyKey: "k" }),
    () => resend.batch.send([mail()], { idempotencyKey: "k", batchValidation: "permissive" }),
  ]) {
    expect((await send()).error).toEqual({ statusCode, name, message: expect.any(String) });
  }
  expect(await faults()).toEqual(healthy);
  expect(await received()).toEqual([]);
  expect(await onDisk()).toBe(0);
  expect((await resend.emails.send(mail(), { idempotencyKey: "k" })).error).toBeNull();
});

test.each([
  ["500-after", { statusCode: 500, name: "internal_server_error" }],
  ["drop-after", { statusCode: null, name: "application_error" }],
  ["garbage", { statusCode: null, name: "application_error" }],
])("%s accepts before it loses the answer; the same request later gets it, and no second mail", async (mode, error) => {
  const { resend, fault, faults, received, onDisk } = await mailbox();
  await fault({ mode, times: 2 });
  const send = () => resend.batch.send([mail(), mail("ada@example.com")], { idempotencyKey: "k" });

  const lost = await send();
  expect(lost.data).toBeNull();
  expect(lost.error).toMatchObject(error);
  expect(await onDisk()).toBe(2);
  expect(await faults()).toMatchObject({ mode, times: 1 });
  expect((await send()).error).toMatchObject(error);
  expect(await faults()).toEqual(healthy);

  const ids = (await received()).map(({ id }) => ({ id }));
  expect((await send()).data).toEqual({ data: ids });
  expect(await onDisk()).toBe(2);
});

test("garbage is a 200 that is not JSON", async () => {
  const { ask, fault } = await mailbox();
  await fault({ mode: "garbage" });
  const answer = await ask("POST", "/emails", mail(), { authorization: "Bearer re_test" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(answer.headers.get("ratelimit-limit")).toBe("1000");
  expect(await answer.text()).toMatch(/^<!doctype html>/);
});

test.each(["500-after", "drop-after", "garbage", "slow"])("%s does not hide that a mail is invalid", async (mode) => {
  const { resend, fault, received } = await mailbox();
  await fault({ mode });
  expect((await resend.emails.send(mail("nobody"))).error).toMatchObject({ name: "validation_error" });
  expect(await received()).toEqual([]);
});

test("slow accepts at once; its key is in flight until the answer, which comes", async () => {
  const { resend, fault, received, onDisk, stop } = await mailbox();
  await fault({ mode: "slow", times: 1, latencyMs: forever });
  const slow = resend.emails.send(mail(), { idempotencyKey: "k" });
  const [message] = await vi.waitUntil(async () => {
    const messages = await received();
    return messages.length > 0 && messages;
  }, PATIENT);
  expect(await onDisk()).toBe(1);
  await fault({ latencyMs: 0 });
  const { error } = await resend.emails.send(mail(), { idempotencyKey: "k" });
  expect(error).toMatchObject({ statusCode: 409, name: "concurrent_idempotent_requests" });
  expect(await received()).toHaveLength(1);

  await stop();
  expect((await slow).data).toEqual({ id: message?.id });
});

test("a key answered under slow is kept: it answers again when the mailbox is well", async () => {
  const { resend, fault, received } = await mailbox();
  await fault({ mode: "slow", times: 1, latencyMs: 1 });
  const first = await resend.emails.send(mail(), { idempotencyKey: "k" });
  expect((await resend.emails.send(mail(), { idempotencyKey: "k" })).data).toEqual(first.data);
  expect(await received()).toHaveLength(1);
});

test("an idempotency key is forgotten after 24 hours by the mailbox's clock, whatever the mode was", async () => {
  let now = new Date("2026-11-21T09:00:00Z");
  const { resend, fault, received } = await mailbox({ now: () => now });
  await fault({ mode: "500-after", times: 1 });
  const send = () => resend.emails.send(mail(), { idempotencyKey: "k" });
  await send();
  now = new Date("2026-11-22T08:59:59Z");
  expect((await send()).error).toBeNull();
  expect(await received()).toHaveLength(1);
  now = new Date("2026-11-22T09:00:00Z");
  await send();
  expect(await received()).toHaveLength(2);
});

test("latency comes before anything is accepted: who gives up while waiting was never heard", async () => {
  const { url, fault, faults, received, onDisk, stop } = await mailbox();
  await fault({ latencyMs: forever, mode: "500-after", times: 2 });
  const waiting = request(`${url}/emails`, { method: "POST", headers: { authorization: "Bearer re_test" } });
  waiting.on("error", () => {}).end(JSON.stringify(mail()));
  await vi.waitUntil(async () => ((await faults()) as { times: number }).times === 1, PATIENT);

  const closed = new Promise((resolve) => waiting.once("close", resolve));
  waiting.destroy();
  await closed;
  // What is answered after the connection closed was asked after the mailbox could know that it closed.
  for (let i = 0; i < 3; i++) expect(await received()).toEqual([]);
  await stop();
  expect(await onDisk()).toBe(0);
});

test("latency delays an answer by at least as much", async () => {
  const { resend, fault } = await mailbox();
  await fault({ latencyMs: 50 });
  const start = performance.now();
  expect((await resend.emails.send(mail())).error).toBeNull();
  expect(performance.now() - start).toBeGreaterThan(45);
});

test("closing does not wait for the latency: requests under way are answered", async () => {
  const { resend, fault, onDisk, ask, stop } = await mailbox();
  await fault({ latencyMs: forever, mode: "slow" });
  const waiting = resend.emails.send(mail());
  await vi.waitUntil(async () => (await onDisk()) === 1, PATIENT);
  await stop();
  expect((await waiting).error).toBeNull();
  await expect(ask("GET", "/")).rejects.toThrow();
});

test("a permissive batch names the refused recipient, a strict one is refused whole, a single mail too", async () => {
  const { resend, fault, received } = await mailbox();
  await fault({ refuse: ["ADA@example.com"] });
  const batch = [mail(), mail("Ada <Ada@Example.COM>"), mail("hedy@example.com")];
  const permissive = await resend.batch.send(batch, { batchValidation: "permissive" });
  expect(permissive.data?.errors).toEqual([{ index: 1, message: expect.stringContaining("Invalid `to` field") }]);
  expect(permissive.data?.data).toHaveLength(2);
  expect((await resend.batch.send(batch)).error).toMatchObject({ statusCode: 422, name: "validation_error" });
  expect((await resend.emails.send(mail("ada@example.com"))).error).toMatchObject({ name: "validation_error" });
  expect((await received()).map(({ to }) => to[0])).toEqual(["grace@example.com", "hedy@example.com"]);
});

test("above the rate limit the answer is 429 and says when to come back; that costs the mode nothing", async () => {
  const { resend, fault, faults, received } = await mailbox();
  await fault({ rateLimit: 0.01, mode: "500-after", times: 2 });
  const first = await resend.emails.send(mail());
  expect(first.error).toMatchObject({ statusCode: 500 });
  expect(first.headers).toMatchObject({ "ratelimit-limit": "1", "ratelimit-remaining": "0" });
  const second = await resend.emails.send(mail());
  expect(second.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
  expect(Number(second.headers?.["retry-after"])).toBeGreaterThan(90);
  expect(Number(second.headers?.["ratelimit-reset"])).toBeGreaterThan(90);
  expect(await faults()).toMatchObject({ mode: "500-after", times: 1 });
  await fault({ rateLimit: null, mode: "none" });
  expect((await resend.emails.send(mail())).headers).toMatchObject({ "ratelimit-remaining": "999" });
  expect(await received()).toHaveLength(2);
});

test("a mailbox can be started with a rate limit", async () => {
  const { resend, faults } = await mailbox({ rateLimit: 0.01 });
  expect(await faults()).toMatchObject({ rateLimit: 0.01 });
  await resend.emails.send(mail());
  expect((await resend.emails.send(mail())).error).toMatchObject({ name: "rate_limit_exceeded" });
});

test("the bucket gives a second's worth at once, then one by one as it fills", () => {
  const bucket = new Bucket(2, 0);
  expect(bucket.take(0)).toEqual({ taken: true, remaining: 1, fullInSeconds: 1, retryInSeconds: 1 });
  expect(bucket.take(0)).toMatchObject({ taken: true, remaining: 0 });
  expect(bucket.take(499)).toMatchObject({ taken: false, remaining: 0, retryInSeconds: 1 });
  expect(bucket.take(500)).toMatchObject({ taken: true, remaining: 0 });
  expect(bucket.take(999)).toMatchObject({ taken: false });
  expect(bucket.take(60_000)).toMatchObject({ taken: true, remaining: 1 });
});

test("a bucket slower than one a second holds one token", () => {
  const bucket = new Bucket(0.1, 0);
  expect(bucket.capacity).toBe(1);
  expect(bucket.take(0)).toMatchObject({ taken: true, remaining: 0, fullInSeconds: 10, retryInSeconds: 10 });
  expect(bucket.take(4000)).toMatchObject({ taken: false, retryInSeconds: 6 });
  expect(bucket.take(10_000)).toMatchObject({ taken: true });
});

test.each([
  ["an unknown field", { modus: "none" }, 422, "modus"],
  ["a field from a prototype", '{"__proto__": {"mode": "slow"}}', 422, "__proto__"],
  ["an unknown mode", { mode: "500" }, 422, "mode"],
  ["the name of an object's method as a mode", { mode: "toString" }, 422, "mode"],
  ["a rate limit of nothing", { rateLimit: 0 }, 422, "rateLimit"],
  ["a rate limit in words", { rateLimit: "2" }, 422, "rateLimit"],
  ["no times at all", { times: 0 }, 422, "times"],
  ["half a time", { times: 0.5 }, 422, "times"],
  ["negative latency", { latencyMs: -1 }, 422, "latencyMs"],
  ["latency for days", { latencyMs: 1e9 }, 422, "latencyMs"],
  ["no latency", { latencyMs: null }, 422, "latencyMs"],
  ["one address that is no list", { refuse: "a@example.com" }, 422, "refuse"],
  ["something refused that is no address", { refuse: ["a@example.com", "nobody"] }, 422, "refuse.1"],
  ["unknown events", { events: "opened" }, 422, "events"],
  ["one good field and one bad", { mode: "slow", times: "3" }, 422, "times"],
  ["a list", [], 422, "object"],
  ["null", "null", 422, "object"],
  ["malformed JSON", '{"mode":', 400, "JSON"],
  ["more than a megabyte", " ".repeat(1_100_000), 413, "1 MB"],
  ["events without a webhook", { events: "delivered", mode: "slow" }, 409, "webhook"],
])("%s is refused by name, and changes nothing", async (_, body, status, named) => {
  const { ask, faults } = await mailbox();
  const answer = await ask("PUT", "/api/faults", body);
  expect(answer.status).toBe(status);
  const refusal = (await answer.json()) as { message: string };
  expect(refusal).toEqual({ statusCode: status, name: "validation_error", message: expect.any(String) });
  expect(refusal.message).toContain(named);
  expect(await faults()).toEqual(healthy);
});

test("a method the faults do not know is refused", async () => {
  const { ask } = await mailbox();
  expect((await ask("DELETE", "/api/faults")).status).toBe(405);
  expect((await ask("GET", "/api/events")).status).toBe(405);
});

test("faults are forgotten by a restart, mail is not", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "mailbox-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const before = await mailbox({ dataDir });
  await before.fault({ mode: "drop-after" });
  await before.resend.emails.send(mail(), { idempotencyKey: "k" });
  await before.stop();
  const after = await mailbox({ dataDir });
  expect(await after.faults()).toEqual(healthy);
  const [message] = await after.received();
  expect((await after.resend.emails.send(mail(), { idempotencyKey: "k" })).data).toEqual({ id: message?.id });
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }, 403],
  ["another port of this machine", { "sec-fetch-site": "same-site" }, 403],
  ["another origin", { origin: "https://evil.example" }, 403],
  ["an origin that hides itself", { origin: "null" }, 403],
  ["its own page", { "sec-fetch-site": "same-origin", origin: "own" }, 200],
  ["the address bar", { "sec-fetch-site": "none" }, 200],
  ["no browser", {}, 200],
])("what changes something, from %s", async (_, { origin, ...headers }: Record<string, string>, status) => {
  const { url, ask, faults, received, resend } = await mailbox();
  await resend.emails.send(mail());
  const from = origin ? { ...headers, origin: origin === "own" ? url : origin } : headers;
  const isTaken = status === 200;
  expect((await ask("PUT", "/api/faults", { mode: "slow" }, from)).status).toBe(status);
  expect(await faults()).toMatchObject({ mode: isTaken ? "slow" : "none" });
  const event = { type: "email.delivered", to: "grace@example.com" };
  expect((await ask("POST", "/api/events", event, from)).status).toBe(isTaken ? 409 : 403); // 409: there is no webhook
  expect((await ask("DELETE", "/api/messages", undefined, from)).status).toBe(isTaken ? 204 : 403);
  expect(await received()).toHaveLength(isTaken ? 0 : 1);
});

test("a mailbox does not start with a webhook it cannot use", async () => {
  const url = "http://127.0.0.1:1/hooks/resend";
  const start = (options: Partial<MailboxOptions>) => startMailbox({ port: 0, now: () => new Date(), ...options });
  await expect(start({ webhook: { url, secret: "secret" } })).rejects.toThrow(/^The webhook's secret must be whsec_/);
  await expect(start({ webhook: { url, secret: "whsec_" } })).rejects.toThrow("whsec_");
  await expect(start({ webhook: { url: "file:///x", secret: "whsec_QUFB" } })).rejects.toThrow("http or https");
  await expect(start({ autoDeliver: true })).rejects.toThrow("without a webhook");
});
