import { expect, test, vi } from "vitest";
import type { Timer } from "../src/clock.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { PATIENT } from "./setup/patient.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

/** A registry that owes so many notices, each of one batch. */
async function owing(notices: number) {
  const r = await registry();
  await r.follower("a@customer.example");
  for (let notice = 0; notice < notices; notice += 1) {
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
    r.passHours(0.01);
  }
  return r;
}

const batches = (r: Registry, where: string) => r.rows(`select id from batches where ${where} order by id`);
const states = async (r: Registry) => (await r.rows("select state from deliveries order by state")).map((d) => d.state);

const IS_AHEAD = "state = 'pending' and attempts = 0 and body is not null";

test("while a request is out two more batches are made ready; all are tried in the order they were owed in, each once", async () => {
  const r = await owing(6);
  const inOrder = await r.rows("select id from batches order by next_attempt_at");
  const tried: string[] = [];
  const ahead: number[] = [];
  const mailer: Mailer = {
    async send(request, key) {
      const left = inOrder.length - tried.push(key);
      // However long that takes: the provider answers only then.
      await vi.waitFor(async () => expect(await batches(r, IS_AHEAD)).toHaveLength(Math.min(2, left)), PATIENT);
      ahead.push((await batches(r, IS_AHEAD)).length);
      return r.deps.mailer.send(request, key);
    },
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 600_000 });
  expect([ahead, tried.length]).toEqual([[2, 2, 2, 2, 1, 0], 6]);
  expect(tried).toEqual(inOrder.map(({ id }) => id));
  expect(await r.rows("select distinct attempts, state from batches")).toEqual([{ attempts: 1, state: "sent" }]);
});

test("what is ready when sending pauses stays as it was made, and is sent so once the cause is gone", async () => {
  const r = await owing(3);
  const made = "select id, body_sha256 as hash from batches where body_sha256 is not null order by id";
  let ready: unknown;
  const refusing: Mailer = {
    async send() {
      await vi.waitFor(async () => expect(await batches(r, IS_AHEAD)).toHaveLength(2), PATIENT);
      ready = await r.rows(made);
      return { outcome: { kind: "paused", because: "invalid_api_key (401)" }, limits: NO_LIMITS };
    },
  };
  await drain({ ...r.deps, mailer: refusing }, { budgetMs: 600_000 });
  expect(await batches(r, IS_AHEAD)).toHaveLength(3);
  r.passHours(1);
  await r.drain();
  expect(await r.rows(made)).toEqual(ready);
  expect(await states(r)).toEqual(["accepted", "accepted", "accepted"]);
});

test("what was made ready before a long wait is looked at again after it: what is not due any more is not sent", async () => {
  const r = await owing(3);
  const slow = { limit: 10, remaining: 9, resetSeconds: 1, retryAfterSeconds: 120 };
  const mailer: Mailer = {
    async send(request, key) {
      await vi.waitFor(async () => expect(await batches(r, IS_AHEAD)).toHaveLength(2), PATIENT);
      const { outcome } = await r.deps.mailer.send(request, key);
      return { outcome, limits: slow };
    },
  };
  const slept: number[] = [];
  const timer: Timer = {
    now: r.deps.timer.now,
    sleep: async (ms) => {
      slept.push(ms);
      await r.deps.timer.sleep(ms);
      // As a batch is put off for the moment, by whoever could not make it ready.
      const soon = new Date(r.deps.clock.now().getTime() + 5000).toISOString();
      await r.rows(`update batches set next_attempt_at = '${soon}' where ${IS_AHEAD}`);
    },
  };
  await drain({ ...r.deps, mailer, timer }, { budgetMs: 600_000 });
  expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(100_000);
  expect(await states(r)).toEqual(["accepted", "pending", "pending"]);
});
