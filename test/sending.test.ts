import { expect, test } from "vitest";
import type { Timer } from "../src/clock.ts";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { drain } from "../src/notify/drain.ts";
import { paceOf, takeLease } from "../src/notify/lease.ts";
import {
  type BatchRequest,
  type Limits,
  type Mailer,
  type MailerAnswer,
  NO_LIMITS,
  type Outcome,
} from "../src/notify/mailer.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { mailsIn } from "./setup/requests.ts";
import { signed } from "./setup/webhook.ts";

type Answer = Outcome | { outcome: Outcome; limits: Limits };

const PAUSED: Outcome = { kind: "paused", because: "invalid_api_key (401)" };
const QUOTA: Outcome = { kind: "paused", because: "daily_quota_exceeded (429)" };
const UNKNOWN: Outcome = { kind: "unknown", because: "internal_server_error (500)" };
const LIMIT = { limit: 10, remaining: 9, resetSeconds: 1, retryAfterSeconds: null };

/** Drains with these answers, one per attempt, and then the real SDK's and mailbox's. Gives whom each attempt was to. */
async function drainWith(r: Registry, ...answers: Answer[]): Promise<string[][]> {
  const attempts: string[][] = [];
  const mailer: Mailer = {
    async send(request, key): Promise<MailerAnswer> {
      attempts.push(mailsIn(request).map(({ to }) => to));
      const answer = answers.shift();
      if (!answer) return r.deps.mailer.send(request, key);
      return "outcome" in answer ? answer : { outcome: answer, limits: NO_LIMITS };
    },
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  return attempts;
}

const announce = (r: Registry) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });

/** A registry that owes one notice to these followers. */
async function owing(...names: string[]) {
  const r = await registry();
  for (const name of names) await r.follower(`${name}@customer.example`);
  await announce(r);
  return r;
}

const status = (r: Registry) => r.json("GET", "/v1/sending", 200);
const troubled = async (r: Registry) => (await r.json("GET", "/v1/sending/batches", 200)).data;
const states = async (r: Registry) => (await r.rows("select state from deliveries order by state")).map((d) => d.state);

test("with nothing owed, sending is idle", async () => {
  const r = await registry();
  const nothing = { batches: 0, deliveries: 0 };
  expect(await status(r)).toEqual({
    state: "idle",
    paused: null,
    held: null,
    pending: { ...nothing, due: 0, nextAttemptAt: null },
    uncertain: nothing,
    missed: nothing,
    privacyEmail: null,
    limit: null,
    expectedEndAt: null,
  });
});

test("what is owed waits, is being sent while a process sends, and is done with after it", async () => {
  const r = await owing("a", "b");
  const pending = { batches: 1, deliveries: 2, due: 1, nextAttemptAt: "2026-11-21T09:00:00.000Z" };
  expect(await status(r)).toMatchObject({ state: "waiting", pending });
  const during: unknown[] = [];
  const mailer: Mailer = {
    async send(mails, key) {
      during.push((await status(r)).state);
      return r.deps.mailer.send(mails, key);
    },
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  expect(during).toEqual(["sending"]);
  expect(await status(r)).toMatchObject({ state: "idle", pending: { batches: 0, deliveries: 0, nextAttemptAt: null } });
});

test("a lease that has run out does not look like sending", async () => {
  const r = await owing("a");
  await takeLease(r.db, crypto.randomUUID());
  expect((await status(r)).state).toBe("sending");
  await r.rows("update sender set leased_until = now() - interval '1 second'");
  expect((await status(r)).state).toBe("waiting");
});

test("the lease is kept while the provider has us wait, and given back when the wait is broken off", async () => {
  const r = await owing("a");
  const limited: Answer = { outcome: { kind: "rate-limited" }, limits: { ...LIMIT, retryAfterSeconds: 600 } };
  const leasedUntil = async () => (await r.rows("select leased_until::text as until from sender"))[0]?.until;
  const stop = new AbortController();
  const mailer: Mailer = { send: async () => limited as MailerAnswer };
  const brokenOffAt = r.deps.timer.now() + 300_000;
  const leases = new Set<unknown>();
  const timer: Timer = {
    now: r.deps.timer.now,
    async sleep(ms) {
      leases.add(await leasedUntil());
      expect((await status(r)).state).toBe("sending");
      if (timer.now() > brokenOffAt) stop.abort();
      else await r.deps.timer.sleep(ms);
    },
  };
  await drain({ ...r.deps, mailer, timer }, { budgetMs: 3_600_000, signal: stop.signal });
  expect(stop.signal.aborted).toBe(true);
  expect(leases.size, "one for every 45 seconds").toBeGreaterThan(300 / 45);
  expect(await leasedUntil()).toBeNull();
  expect(await r.rows("select attempts from batches")).toEqual([{ attempts: 0 }]);
});

test("what was tried without an answer is not due until its time", async () => {
  const r = await owing("a");
  await drainWith(r, UNKNOWN);
  const { state, pending } = await status(r);
  expect([state, pending.batches, pending.due]).toEqual(["waiting", 1, 0]);
  const wait = Date.parse(pending.nextAttemptAt) - Date.parse("2026-11-21T09:00:00Z");
  expect(wait).toBeGreaterThanOrEqual(5000);
  expect(wait).toBeLessThanOrEqual(7500);
});

test.each([PAUSED, QUOTA])(
  "refused because of the account, sending pauses and says why and since when: %j",
  async (outcome) => {
    const r = await owing("a");
    expect(await drainWith(r, outcome)).toHaveLength(1);
    expect(await status(r)).toMatchObject({
      state: "paused",
      paused: {
        because: outcome.kind === "paused" && outcome.because,
        since: "2026-11-21T09:00:00.000Z",
        until: "2026-11-21T09:01:00.000Z",
      },
      pending: { batches: 1, deliveries: 1 },
      expectedEndAt: null,
    });
    expect(await drainWith(r), "and nothing is tried meanwhile").toEqual([]);
  },
);

test("however often it is refused, a pause has lasted since its beginning; the cause is the latest", async () => {
  const r = await owing("a");
  for (const outcome of [PAUSED, PAUSED, QUOTA]) {
    await drainWith(r, outcome);
    r.passHours(1);
  }
  expect((await status(r)).paused).toEqual({
    because: "daily_quota_exceeded (429)",
    since: "2026-11-21T09:00:00.000Z",
    until: "2026-11-21T11:01:00.000Z",
  });
  expect(await states(r)).toEqual(["pending"]);
});

test("a pause of two days loses nothing: it ends by itself when its cause is gone, and the log says so", async () => {
  const r = await owing("a", "b");
  for (let hour = 0; hour < 48; hour += 1) {
    await drainWith(r, QUOTA);
    r.passHours(1);
  }
  await r.drain();
  expect(await states(r)).toEqual(["accepted", "accepted"]);
  expect(await status(r)).toMatchObject({ state: "idle", paused: null });
  expect(r.logged).toContainEqual({ event: "sending.resumed", after: "daily_quota_exceeded (429)" });
});

test("an error that says nothing of the cause does not end a pause", async () => {
  const r = await owing("a");
  await drainWith(r, PAUSED);
  r.passHours(1);
  await drainWith(r, UNKNOWN);
  r.passHours(1);
  await drainWith(r, PAUSED);
  expect((await status(r)).paused.since).toBe("2026-11-21T09:00:00.000Z");
});

test("a rate limit, whatever else the answer says, is waited for, and counts as no attempt", async () => {
  const r = await owing("a");
  const limited: Answer = {
    outcome: { kind: "rate-limited" },
    limits: { ...LIMIT, remaining: 0, retryAfterSeconds: 0.05 },
  };
  expect(await drainWith(r, limited, limited, limited)).toHaveLength(4);
  expect(await r.rows("select state, attempts from batches")).toEqual([{ state: "sent", attempts: 1 }]);
});

test("a pause whose mails are gone is over when its time is: nobody would find out that its cause is", async () => {
  const r = await owing("a");
  await drainWith(r, PAUSED);
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });
  expect((await status(r)).state).toBe("paused");
  r.passHours(1);
  expect(await status(r)).toMatchObject({ state: "idle", paused: null });
});

test.each([null, 0])(
  "a rate limit that says it is %s seconds long is not answered by a storm of requests",
  async (seconds) => {
    const r = await owing("a");
    const answers: Outcome[] = Array(500).fill({ kind: "rate-limited" });
    const attempts: number[] = [];
    const mailer: Mailer = {
      async send() {
        attempts.push(r.deps.timer.now());
        return { outcome: answers.shift() ?? UNKNOWN, limits: { ...NO_LIMITS, retryAfterSeconds: seconds } };
      },
    };
    await drain({ ...r.deps, mailer }, { budgetMs: 1000 });
    expect(attempts.length).toBeLessThan(10);
  },
);

test("a provider that asked for an hour of silence is not asked by the next drain either", async () => {
  const r = await owing("a");
  const limited: Answer = { outcome: { kind: "rate-limited" }, limits: { ...LIMIT, retryAfterSeconds: 3600 } };
  expect(await drainWith(r, limited)).toHaveLength(1);
  expect(await drainWith(r), "a kick a moment later").toEqual([]);
});

test("the provider's limit is kept as it last said", async () => {
  const r = await owing("a");
  await drainWith(r, { outcome: { kind: "accepted", mails: [{ emailId: crypto.randomUUID() }] }, limits: LIMIT });
  expect((await status(r)).limit).toEqual({ requests: 10, seconds: 1 });
  await r.drain();
  expect((await status(r)).limit, "a drain with nothing to do has learned nothing else").toEqual({
    requests: 10,
    seconds: 1,
  });
});

test("when all will have been sent is told by how long requests have taken, whatever the provider would allow", async () => {
  const r = await owing("a");
  const slow: Mailer = {
    async send(request, key) {
      await r.deps.timer.sleep(2000);
      return { ...(await r.deps.mailer.send(request, key)), limits: LIMIT };
    },
  };
  const drainSlowly = () => drain({ ...r.deps, mailer: slow }, { budgetMs: 600_000 });
  await drainSlowly();
  for (let index = 0; index < 25; index += 1) await announce(r);
  expect(await status(r), "nothing is known of one request").toMatchObject({
    limit: { requests: 10, seconds: 1 },
    pending: { due: 25 },
    expectedEndAt: null,
  });
  await drainSlowly();
  for (let index = 0; index < 25; index += 1) await announce(r);
  const { expectedEndAt } = await status(r);
  const seconds = (Date.parse(expectedEndAt) - r.deps.clock.now().getTime()) / 1000;
  expect(seconds).toBeGreaterThanOrEqual(25 * 2);
  expect(seconds).toBeLessThan(25 * 2.2);
});

test("a limit in numbers nobody expects does not stop sending", async () => {
  const r = await owing("a");
  const accepted: Outcome = { kind: "accepted", mails: [{ emailId: crypto.randomUUID() }] };
  for (const limits of [
    { ...LIMIT, limit: 0.5, resetSeconds: 0.25 },
    { ...LIMIT, limit: 1e12, resetSeconds: 1e12 },
    { ...LIMIT, limit: 0, remaining: 0 },
  ]) {
    await drainWith(r, { outcome: accepted, limits: { ...limits, remaining: 1 } });
    await announce(r);
    expect((await r.get("/v1/sending")).status).toBe(200);
  }
  await drainWith(r);
  expect(new Set(await states(r))).toEqual(new Set(["accepted"]));
});

test("a provider whose quota is back tomorrow is asked as fast as before once it is", async () => {
  const r = await owing("a");
  const accepted: Outcome = { kind: "accepted", mails: [{ emailId: crypto.randomUUID() }] };
  await drainWith(r, { outcome: QUOTA, limits: { ...LIMIT, remaining: 0, resetSeconds: 43_200 } });
  r.passHours(24);
  await drainWith(r, { outcome: accepted, limits: LIMIT });
  expect((await status(r)).limit).toEqual({ requests: 10, seconds: 1 });
});

/** A clock a month ahead, until it is set right. */
const AHEAD = "2026-12-21T09:00:00Z";
const RIGHT = "2026-11-21T09:00:00Z";

test("a clock that was a month ahead leaves no pause behind it once it is set back, and no longer wait than was asked for", async () => {
  const r = await owing("a");
  r.setTime(AHEAD);
  await drainWith(r, { outcome: PAUSED, limits: { ...LIMIT, retryAfterSeconds: 60 } });
  expect((await status(r)).state).toBe("paused");
  r.setTime(RIGHT);
  expect((await status(r)).paused).toMatchObject({
    since: "2026-11-21T09:00:00.000Z",
    until: "2026-11-21T09:00:00.000Z",
  });
  expect(await drainWith(r)).toEqual([]);
  r.setTime("2026-11-21T09:01:00Z");
  expect(await drainWith(r)).toHaveLength(1);
  expect(await status(r)).toMatchObject({ state: "idle", paused: null });
});

test("what was put off by a clock that was ahead is due once it is set back; of what it tried, nobody knows the key's age", async () => {
  const r = await owing("a");
  await announce(r);
  r.setTime(AHEAD);
  await drainWith(r, UNKNOWN, PAUSED);
  await r.rows("update batches set next_attempt_at = timestamptz '2026-12-21T09:10:00Z'");
  r.setTime(RIGHT);
  expect(await status(r)).toMatchObject({ pending: { due: 2 } });
  expect(await drainWith(r)).toHaveLength(1);
  expect(await states(r)).toEqual(["accepted", "uncertain"]);
});

test.each([1, 15, 59])(
  "a clock set back by %i minutes holds nothing that was owed or put off for so long",
  async (minutes) => {
    const r = await owing("a");
    r.setTime(new Date(Date.parse(RIGHT) + minutes * 60_000).toISOString());
    await announce(r);
    expect(await status(r)).toMatchObject({ pending: { batches: 2, due: 2 } });
    r.setTime(RIGHT);
    expect(await status(r)).toMatchObject({ pending: { batches: 2, due: 2 } });
    await r.rows(`update batches set attempts = 3,
      next_attempt_at = timestamptz '${RIGHT}' + interval '${minutes} minutes' + interval '40 seconds'`);
    expect(await status(r)).toMatchObject({ pending: { batches: 2, due: 2 } });
    await r.drain();
    expect(await states(r)).toEqual(["accepted", "accepted"]);
  },
);

test("nobody waits for the provider for longer than it asked, wherever the clock is set", () => {
  const said = Date.parse(RIGHT);
  const sender = { limitRequests: 10, limitSeconds: 1, paceMs: null } as Parameters<typeof paceOf>[0];
  const told = { ...sender, readyAt: new Date(said + 30_000), readySaidAt: new Date(said) };
  for (const minutes of [0, -1, -15, -59, -600]) {
    const now = said + minutes * 60_000;
    expect(Math.round(paceOf(told, now).waitMs(now) / 1000), `${minutes} minutes later`).toBe(30);
  }
  expect(paceOf(told, said + 20_000).waitMs(said + 20_000)).toBeLessThanOrEqual(10_100);
  expect(paceOf(told, said + 60_000).waitMs(said + 60_000)).toBe(0);
});

test("a lease that would last longer than any, as the database's clock was set back, is free", async () => {
  const r = await owing("a");
  await takeLease(r.db, crypto.randomUUID());
  await r.rows("update sender set leased_until = now() + interval '1 hour'");
  expect((await status(r)).state).toBe("waiting");
  await r.drain();
  expect(await states(r)).toEqual(["accepted"]);
});

test("a clock set back while a process waits for the provider ends its drain, and the next one sends", async () => {
  const r = await owing("a");
  const limited: Answer = { outcome: { kind: "rate-limited" }, limits: { ...LIMIT, retryAfterSeconds: 30 } };
  let isSetBack = false;
  const timer: Timer = {
    now: r.deps.timer.now,
    async sleep(ms) {
      await r.deps.timer.sleep(ms);
      if (ms < 5000 || isSetBack) return;
      isSetBack = true;
      r.setTime("2026-10-21T09:00:00Z");
    },
  };
  const mailer: Mailer = { send: async () => limited as MailerAnswer };
  await drain({ ...r.deps, timer, mailer }, { budgetMs: 600_000 });
  expect([isSetBack, (await r.rows("select holder from sender"))[0]?.holder]).toEqual([true, null]);
  await r.drain();
  expect(await states(r)).toEqual(["pending"]);
  r.setTime("2026-10-21T09:01:00Z"); // what the provider asked for has passed
  await r.drain();
  expect(await states(r)).toEqual(["accepted"]);
});

test("the form's limits count nothing that was settled by a clock since set back", async () => {
  const r = await registry();
  const follow = async () => {
    await r.call("POST", "/subscribe", { key: null, body: { email: "a@customer.example" } });
    await r.drain();
    return (await r.messages()).length;
  };
  r.setTime(AHEAD);
  expect([await follow(), await follow()]).toEqual([1, 1]);
  r.setTime(RIGHT);
  expect([await follow(), await follow()]).toEqual([2, 2]);
});

test("a batch that cannot be made ready is in trouble too", async () => {
  const r = await owing("a");
  await r.rows("update batches set body = 'no brotli'::bytea");
  await r.drain();
  expect(await troubled(r)).toMatchObject([
    { state: "pending", attempts: 0, lastError: "could not be prepared or recorded", deliveries: 1, failed: 0 },
  ]);
});

test("batches in trouble are listed: tried without success, failed, or uncertain; the others are not", async () => {
  const r = await owing("a");
  expect(await troubled(r)).toEqual([]);
  await drainWith(r, UNKNOWN);
  expect(await troubled(r)).toMatchObject([
    {
      state: "pending",
      deliveries: 1,
      attempts: 1,
      firstAttemptAt: "2026-11-21T09:00:00.000Z",
      lastError: "internal_server_error (500)",
      bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  r.passHours(24);
  await r.drain();
  expect(await troubled(r)).toMatchObject([{ state: "uncertain", attempts: 1 }]);
  await announce(r);
  await drainWith(r, { kind: "refused", because: "validation_error (422): Something is wrong" });
  expect((await troubled(r)).map(({ state }: { state: string }) => state)).toEqual(["failed", "uncertain"]);
  expect(JSON.stringify(await troubled(r))).not.toContain("customer.example");
});

/** A registry with one batch whose outcome stayed unknown, and its id. */
async function uncertain(...names: string[]) {
  const r = await owing(...names);
  await drainWith(r, UNKNOWN);
  r.passHours(24);
  await r.drain();
  const [{ id }] = await troubled(r);
  const decide = (as: string, init = {}) =>
    r.post(`/v1/sending/batches/${id}/decide`, { as, reason: "Asked the provider." }, init);
  return { r, id: id as string, decide };
}

test.each([
  ["accepted", "accepted"],
  ["failed", "failed"],
])(
  "an operator decides that an uncertain batch was %s: its deliveries say so and why, and nothing is sent",
  async (as, state) => {
    const { r, id, decide } = await uncertain("a", "b");
    expect(await status(r)).toMatchObject({ state: "idle", uncertain: { batches: 1, deliveries: 2 } });
    const answer = await decide(as);
    expect([answer.status, await answer.json()]).toMatchObject([200, { uncertain: { batches: 0, deliveries: 0 } }]);
    await r.drain();
    expect(await r.messages()).toEqual([]);
    expect(await r.rows("select state, cause from deliveries")).toEqual([
      { state, cause: "operator: Asked the provider." },
      { state, cause: "operator: Asked the provider." },
    ]);
    expect(await r.rows("select body from batches"), "the addresses are let go").toEqual([{ body: null }]);
    expect(
      await r.rows("select actor, action, subject, data from audit_log order by sequence desc limit 1"),
    ).toMatchObject([
      {
        actor: expect.stringMatching(/^key:/),
        action: "batch.decided",
        subject: `batch:${id}`,
        data: expect.stringContaining('"reason":"Asked the provider."'),
      },
    ]);
  },
);

test("an operator sends an uncertain batch again: under a new key, and every step is on record", async () => {
  const r = await registry();
  await r.organisation();
  await r.post("/v1/subscribers", { email: "new@customer.example" });
  await drainWith(r, UNKNOWN);
  r.passHours(24);
  await r.drain();
  const [{ id }] = await troubled(r);
  const kicks = r.kicks();
  const body = { as: "resend", reason: "Asked the provider." };
  await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body });
  expect(r.kicks(), "at once").toBe(kicks + 1);
  expect(await states(r)).toEqual(["pending"]);
  await r.drain();
  const [mail, ...more] = await r.messages();
  expect(more).toEqual([]);
  expect(mail?.idempotencyKey).not.toBe(id);
  expect(await r.rows("select state, cause from delivery_events order by id")).toEqual([
    { state: "uncertain", cause: expect.stringContaining("23 hours") },
    { state: "pending", cause: "operator: Asked the provider." },
    { state: "accepted", cause: null },
  ]);
});

test("an uncertain announcement that is sent again is told late, with its corrections: nothing is in advance any more", async () => {
  const r = await registry({ now: "2027-01-05T09:00:00Z" });
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  await r.json("PUT", "/v1/customers/globex", 201, {
    body: { name: "Globex", contacts: [{ email: "dpo@globex.example" }] },
  });
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-02-10", 201, { body: vendor() });
  await drainWith(r, UNKNOWN);
  r.passHours(24);
  await r.drain();
  const text = "It is Ireland, not France.";
  await r.json("POST", "/v1/change-sets/1/correction", 201, { body: { text } });
  r.setTime("2027-02-20T09:00:00Z");
  await r.drain();
  const [{ id }] = (await troubled(r)).filter(({ state }: { state: string }) => state === "uncertain");
  await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body: { as: "resend", reason: "It was lost." } });
  await r.drain();

  const mail = (await r.messages("dpo@globex.example")).at(-1);
  expect(mail?.text).toContain(text);
  expect(mail?.text).toContain("10 February 2027");
  expect(mail?.text).not.toMatch(/in advance|will be added|can object until/);
  expect(await r.rows("select kind from notices order by created_at")).toEqual([
    { kind: "announcement" },
    { kind: "correction" },
    { kind: "late-announcement" },
  ]);
  expect(await states(r)).toEqual(["accepted", "accepted", "failed"]);
  expect(await troubled(r)).toEqual([]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("what was withdrawn meanwhile is not sent again; what became of it can be said", async () => {
  const { r, decide } = await uncertain("a", "b");
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });
  await expectProblem(await decide("resend"), 409, "not-announced");
  expect(await states(r)).not.toContain("accepted");
  expect((await decide("accepted")).status).toBe(200);
});

test("of a batch that is sent again, whoever has left meanwhile gets nothing", async () => {
  const { r, decide } = await uncertain("stays", "erased");
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  const { id } = data.find(({ email }: { email: string }) => email.startsWith("erased"));
  await r.json("DELETE", `/v1/subscribers/${id}`, 204);
  await decide("resend");
  await r.drain();
  expect((await r.messages()).map(({ to }) => to)).toEqual([["stays@customer.example"]]);
  expect(await states(r)).toEqual(["accepted", "failed", "failed"]);
});

type About = { to: string; noticeId: unknown; emailId?: string };

async function report(r: Registry, type: string, { to, noticeId, emailId }: About): Promise<void> {
  const tags = { notice: noticeId, batch: crypto.randomUUID() };
  const body = JSON.stringify({
    type,
    created_at: "2026-11-21T09:00:01Z",
    data: { email_id: emailId ?? `late_${to}`, to: [to], tags },
  });
  const headers = signed(body, { id: `msg_${crypto.randomUUID()}` });
  expect((await r.call("POST", "/hooks/resend", { key: null, headers, body })).status).toBe(200);
}

test("a report that arrives after the decision to send again, but before it is done, keeps its reader from a second mail", async () => {
  const { r, decide } = await uncertain("reported", "silent");
  const [notice] = await r.rows("select id from notices");
  await decide("resend");
  await report(r, "email.delivered", { to: "reported@customer.example", noticeId: notice?.id });
  await r.drain();
  expect((await r.messages()).map(({ to }) => to)).toEqual([["silent@customer.example"]]);
  expect(await states(r)).toEqual(["accepted", "delivered", "failed", "skipped"]);
  expect(await r.rows("select cause from deliveries where state = 'skipped'")).toEqual([{ cause: "told already" }]);
});

test("a report that was settled before the decision stays: only what is still uncertain is decided", async () => {
  const { r, decide } = await uncertain("reported", "silent");
  const [notice] = await r.rows("select id from notices");
  await report(r, "email.delivered", { to: "reported@customer.example", noticeId: notice?.id });
  await decide("failed");
  expect(await states(r)).toEqual(["delivered", "failed"]);
  await report(r, "email.bounced", { to: "silent@customer.example", noticeId: notice?.id });
  expect(await states(r), "what the provider knows outranks what was decided").toEqual(["bounced", "delivered"]);
});

test("only an uncertain batch can be decided, once, by an administering key, with a reason", async () => {
  const { r, id, decide } = await uncertain("a");
  await expectProblem(await decide("lost"), 422, "invalid-request", "/as");
  await expectProblem(
    await r.post(`/v1/sending/batches/${id}/decide`, { as: "failed" }),
    422,
    "invalid-request",
    "/reason",
  );
  const key = await r.key("read", "write", "announce");
  await expectProblem(await decide("failed", { key }), 403, "insufficient-scope");
  const unknown = `/v1/sending/batches/${crypto.randomUUID()}/decide`;
  await expectProblem(await r.post(unknown, { as: "failed", reason: "Asked." }), 404, "not-found");
  const answers = await Promise.all([decide("resend"), decide("resend"), decide("accepted")]);
  expect(answers.map((each) => each.status).sort()).toEqual([200, 409, 409]);
  for (const answer of answers) if (answer.status === 409) await expectProblem(answer, 409, "batch-not-uncertain");
  await r.drain();
  expect((await r.messages()).length).toBeLessThanOrEqual(1);
  await announce(r);
  const [pending] = await r.rows("select id from batches where state = 'pending'");
  const early = await r.post(`/v1/sending/batches/${pending?.id}/decide`, { as: "resend", reason: "Now!" });
  await expectProblem(early, 409, "batch-not-uncertain");
});

test("of a batch refused whole, the one mail that is wrong is found by halves and fails alone", async () => {
  const r = await registry();
  const people = Array.from({ length: 100 }, (_, index) => `p${index}@customer.example`);
  for (const email of people) await r.follower(email);
  await announce(r);
  const bad = "p63@customer.example";
  const sizes: number[] = [];
  const keys = new Set<string>();
  const mailer: Mailer = {
    async send(request, key) {
      sizes.push(request.mails);
      keys.add(key);
      if (!mailsIn(request).some(({ to }) => to === bad)) return r.deps.mailer.send(request, key);
      return { outcome: { kind: "refused", because: "validation_error (422): Invalid `to`" }, limits: NO_LIMITS };
    },
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  expect((await r.messages()).flatMap(({ to }) => to).sort()).toEqual(people.filter((each) => each !== bad).sort());
  const failed = await r.rows("select cause from deliveries where state = 'failed'");
  expect(failed).toEqual([{ cause: "validation_error (422): Invalid `to`" }]);
  // One request for the whole and two for each halving, of which there are six or seven.
  expect(sizes[0]).toBe(100);
  expect(sizes.length).toBeGreaterThanOrEqual(13);
  expect(sizes.length).toBeLessThanOrEqual(15);
  expect(keys.size, "each under a key of its own").toBe(sizes.length);
  expect((await status(r)).state).toBe("idle");
});

test("mails that were refused are listed with the reason, and can be sent again when that is mended", async () => {
  const r = await owing("a", "b");
  const because = "Invalid `from` field";
  await drainWith(r, { kind: "accepted", mails: [{ refused: because }, { refused: because }] });
  expect(r.logged).toContainEqual(expect.objectContaining({ event: "batch.attempted", mails: 2, refused: 2 }));
  const [batch] = await troubled(r);
  expect(batch).toMatchObject({ state: "sent", deliveries: 2, failed: 2, lastError: because });
  const decide = (as: string) =>
    r.post(`/v1/sending/batches/${batch.id}/decide`, { as, reason: "The sender is right now." });
  for (const as of ["accepted", "failed"]) await expectProblem(await decide(as), 409, "batch-not-uncertain");

  const text = "It is Ireland, not France.";
  expect((await decide("resend")).status).toBe(200);
  await expectProblem(await decide("resend"), 409, "batch-not-uncertain");
  expect(await troubled(r)).toEqual([]);
  await r.drain();
  expect((await r.messages()).flatMap(({ to }) => to).sort()).toEqual(["a@customer.example", "b@customer.example"]);
  expect(await states(r)).toEqual(["accepted", "accepted", "failed", "failed"]);
  await r.json("POST", "/v1/change-sets/1/correction", 201, { body: { text } });
  await r.drain();
  expect((await r.messages("a@customer.example")).at(-1)?.text).toContain(text);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("an announcement that is sent again says what was corrected since, and that its last day to object is over", async () => {
  const r = await registry();
  const body = {
    name: "Globex",
    contacts: ["reached", "missed"].map((name) => ({ email: `${name}@customer.example` })),
  };
  await r.json("PUT", "/v1/customers/globex", 201, { body });
  await announce(r);
  const emailId = crypto.randomUUID();
  const mixed = (request: BatchRequest) =>
    mailsIn(request).map(({ to }) => (to.startsWith("missed") ? { refused: "Invalid `to` field" } : { emailId }));
  const mailer: Mailer = {
    send: async (request) => ({ outcome: { kind: "accepted", mails: mixed(request) }, limits: NO_LIMITS }),
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  const text = "It is Ireland, not France.";
  await r.json("POST", "/v1/change-sets/1/correction", 201, { body: { text } });
  r.setTime("2027-01-15T09:00:00Z"); // its last day to object was 21 December
  await r.drain();
  const batch = (await troubled(r)).find(({ failed }: { failed: number }) => failed > 0);
  await r.json("POST", `/v1/sending/batches/${batch.id}/decide`, 200, { body: { as: "resend", reason: "Mended." } });
  await r.drain();
  const [mail, ...more] = await r.messages("missed@customer.example");
  expect(more).toEqual([]);
  expect(mail?.text).toContain(text);
  expect(mail?.text).toContain("- Last day to object was: 21 December 2026");
  expect(mail?.text).not.toContain("can object until");
  expect(await r.messages("reached@customer.example"), "the correction").toHaveLength(1);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("who is dropped and named again before their mail is tried gets a link to leave by that works", async () => {
  const r = await registry();
  const put = (contacts: string[], status: number) =>
    r.json("PUT", "/v1/customers/globex", status, {
      body: { name: "Globex", contacts: contacts.map((email) => ({ email })) },
    });
  await put(["a@globex.example", "b@globex.example"], 201);
  await announce(r);
  await drainWith(r, PAUSED);
  await put(["b@globex.example"], 200);
  await put(["a@globex.example", "b@globex.example"], 200);
  r.passHours(1);
  await r.drain();
  const [mail, ...more] = await r.messages("a@globex.example");
  expect(more).toEqual([]);
  const [, leave = ""] = /registry\.example(\/unsubscribe\/[\w-]+)/.exec(mail?.text ?? "") ?? [];
  expect((await r.get(leave, { key: null })).status).toBe(200);
});

test("a mail of another kind that is sent again is the same mail, and an old report of it says nothing of the new one", async () => {
  const r = await registry();
  await r.json("PUT", "/v1/organisation", 200, { body: { name: "Acme" } });
  await r.post("/v1/subscribers", { email: "new@customer.example" });
  const emailId = crypto.randomUUID();
  await drainWith(r, { kind: "accepted", mails: [{ emailId }] });
  const [notice] = await r.rows("select notice_id as id from deliveries");
  const told = (type: string) => report(r, type, { to: "new@customer.example", noticeId: notice?.id, emailId });
  await told("email.failed");
  const [{ id }] = await troubled(r);
  await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body: { as: "resend", reason: "Mended." } });
  for (const late of ["email.sent", "email.failed"]) await told(late);
  expect(await states(r)).toEqual(["pending"]);
  await r.drain();
  expect(await r.messages()).toHaveLength(1);
  expect(await states(r)).toEqual(["accepted"]);
});

test("a mail that bounced is sent again under its own delivery: reports of the one before move it no more, and the evidence holds", async () => {
  const r = await owing("a");
  await r.drain();
  r.passHours(1);
  await r.json("POST", "/v1/change-sets/1/correction", 201, { body: { text: "It is Ireland." } });
  await r.drain();
  const [{ notice, first } = {}] = await r.rows(`select notice_id as notice, email_id as first from deliveries d
    join notices n on n.id = d.notice_id where n.kind = 'correction'`);
  const told = (type: string, emailId: unknown) =>
    report(r, type, { to: "a@customer.example", noticeId: notice, emailId: String(emailId) });
  const correction = async () =>
    (await r.rows(`select state, email_id from deliveries where notice_id = '${notice}'`))[0] ?? {};
  const holds = async () => {
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
    const pack = await (await r.get("/v1/change-sets/1/evidence.zip")).arrayBuffer();
    expect((await verifyPack(Buffer.from(pack), r.deps.config.tokenSecret)).wrong).toBeNull();
  };
  await told("email.bounced", first);
  r.passHours(1);
  const [{ id }] = await troubled(r);
  await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body: { as: "resend", reason: "There is room." } });
  r.passHours(1);
  await told("email.bounced", first);
  expect(await correction()).toMatchObject({ state: "pending" });
  await holds();

  await r.drain();
  const { email_id: second } = await correction();
  expect(second).not.toBe(first);
  for (const type of ["email.sent", "email.bounced"]) await told(type, first);
  expect(await correction()).toMatchObject({ state: "accepted", email_id: second });
  await holds();
  await told("email.bounced", second);
  expect(await correction()).toMatchObject({ state: "bounced" });
  await told("email.delivered", second);
  await holds();
  expect(await r.messages()).toHaveLength(3);
});

test("who was told late, after their mail was refused, is not told again", async () => {
  const r = await registry();
  const put = (contacts: string[]) =>
    r.json("PUT", "/v1/customers/globex", contacts.length === 1 ? 201 : 200, {
      body: { name: "Globex", contacts: contacts.map((email) => ({ email })) },
    });
  await put(["a@globex.example"]);
  await announce(r);
  await drainWith(r, { kind: "refused", because: "validation_error (422)" });
  const [{ id }] = await troubled(r);
  await put(["a@globex.example", "b@globex.example"]);
  await r.drain();
  expect((await r.messages("a@globex.example")).map(({ subject }) => subject)).toHaveLength(1);

  expect(await troubled(r)).toEqual([]);
  const again = await r.post(`/v1/sending/batches/${id}/decide`, { as: "resend", reason: "Now." });
  await expectProblem(again, 409, "batch-not-uncertain");
  await r.drain();
  expect(await r.messages("a@globex.example")).toHaveLength(1);
});

test("a mail refused for good is not sent again by whoever withdrew its change", async () => {
  const r = await owing("a");
  await drainWith(r, { kind: "refused", because: "validation_error (422)" });
  const [{ id }] = await troubled(r);
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });
  const answer = await r.post(`/v1/sending/batches/${id}/decide`, { as: "resend", reason: "Now." });
  await expectProblem(answer, 409, "not-announced");
});

test("reports and a decision about the same batch at once do not stop each other", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const { r, decide } = await uncertain(...names);
  const [notice] = await r.rows("select id from notices");
  const reports = names.map((name) =>
    report(r, "email.delivered", { to: `${name}@customer.example`, noticeId: notice?.id }),
  );
  const decided = decide("accepted");
  await Promise.all(reports);
  expect([200, 409]).toContain((await decided).status);
  expect(await states(r)).toEqual(Array(30).fill("delivered"));
});

test("a batch refused whole does not hold up the others", async () => {
  const r = await owing("a", "b");
  await announce(r);
  const attempts = await drainWith(r, { kind: "refused", because: "validation_error (422)" });
  expect(attempts.map((mails) => mails.length).sort()).toEqual([1, 1, 2, 2]);
  expect(await states(r)).toEqual(Array(4).fill("accepted"));
});

test("one line is logged per attempt, and none holds an address, a token or a subject", async () => {
  const r = await owing("a", "b");
  await drainWith(r, UNKNOWN);
  r.passHours(1);
  await drainWith(r, { outcome: { kind: "rate-limited" }, limits: { ...LIMIT, retryAfterSeconds: 0 } });
  await announce(r);
  await drainWith(r, { kind: "refused", because: 'validation_error (422): "[address]" is not valid' });
  const [batch] = await r.rows("select id from batches where attempts = 2");
  const lines = r.logged.filter(({ event }) => event === "batch.attempted");
  expect(lines.filter((line) => line.batch === batch?.id)).toMatchObject([
    { mails: 2, attempt: 1, outcome: "unknown" },
    { mails: 2, attempt: 2, outcome: "rate-limited" },
    { mails: 2, attempt: 2, outcome: "accepted" },
  ]);
  for (const { refused: _, ...line } of lines)
    expect(Object.keys(line).sort()).toEqual(["attempt", "batch", "event", "mails", "outcome", "took"]);
  const text = JSON.stringify(r.logged);
  expect(text).not.toMatch(/customer\.example|Vendor \d|unsubscribe/);
});
