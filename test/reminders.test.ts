import { expect, test, vi } from "vitest";
import type { Timer } from "../src/clock.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { runMinute } from "../src/notify/minute.ts";
import { takeReport } from "../src/notify/provider-report.ts";
import { startRunner } from "../src/notify/runner.ts";
import { oweReminders } from "../src/registry/owed/reminders.ts";
import { announced, answer, customer, organised, respondLink, subjects } from "./setup/answering.ts";
import { PATIENT } from "./setup/patient.ts";
import { type Registry, vendor } from "./setup/registry.ts";

const remind = async (r: Registry, at: string) => {
  r.setTime(at);
  await oweReminders(r.deps);
};

/** What was owed as a reminder: how many deliveries per customers they were owed for. */
const owed = async (r: Registry) =>
  (
    await r.rows(`select d.customers::text as customers, s.email from deliveries d join notices n on n.id = d.notice_id
      left join subscribers s on s.id = d.subscriber_id where n.kind = 'reminder' order by s.email`)
  ).map(({ customers, email }) => [email, JSON.parse(String(customers))]);

test("contacts are reminded once, as many days before their customer's own last day as the organisation says", async () => {
  const r = await organised({ reminderDays: 7 });
  await customer(r, "globex", ["dpo@globex.example"]); // until 21 December
  await customer(r, "initech", ["dpo@initech.example"], { objectionPeriod: { days: 20, basis: "calendar" } }); // 11 December
  await r.follower("reader@example.com");
  const number = await announced(r);

  await remind(r, "2026-12-03T22:59:59Z"); // 3 December in Paris, eight days before
  expect(await owed(r)).toEqual([]);
  await remind(r, "2026-12-03T23:00:00Z");
  expect(await owed(r)).toEqual([["dpo@initech.example", ["initech"]]]);
  await remind(r, "2026-12-14T09:00:00Z");
  await remind(r, "2026-12-15T09:00:00Z");
  expect(await owed(r)).toEqual([
    ["dpo@globex.example", ["globex"]],
    ["dpo@initech.example", ["initech"]],
  ]);

  expect(await subjects(r, "dpo@globex.example", 1)).toEqual(["Acme: reminder: you can object until 21 December 2026"]);
  const mail = (await r.messages("dpo@globex.example")).at(-1);
  expect(mail?.text).toMatch(/https:\/\/registry\.example\/respond\/[\w-]+\n/);
  expect(mail?.text).toMatch(/\/respond\/[\w-]+\/calendar\.ics/);
  expect(mail?.text).toContain(`/changes/${number}`);
  expect(await subjects(r, "reader@example.com")).toHaveLength(1);
  const entries = await r.rows("select data from audit_log where action = 'change-set.reminded'");
  expect(entries.map(({ data }) => JSON.parse(String(data)))).toMatchObject([{ customers: 1 }, { customers: 1 }]);
});

test("whoever nobody told, as each mail bounced, is told in place of a reminder, each day until one arrives", async () => {
  const r = await organised({ reminderDays: 7 });
  await customer(r, "globex", ["dpo@globex.example"]); // until 21 December
  await announced(r);
  const minuteAt = async (at: string) => {
    r.setTime(at);
    await runMinute(r.deps, { budgetMs: 5000 });
    return (await r.messages("dpo@globex.example")).length;
  };
  const told = async (type: "bounced" | "delivered") => {
    const mail = (await r.messages("dpo@globex.example")).at(-1);
    const [occurredAt, detail] = [r.deps.clock.now(), type === "bounced" ? "Transient: mailbox full" : null];
    const about = { noticeId: null, batchId: null, to: "dpo@globex.example", isPermanent: false };
    await takeReport(r.deps, `evt-${mail?.id}`, {
      type: `email.${type}`,
      emailId: mail?.id ?? null,
      occurredAt,
      detail,
      ...about,
    });
  };
  await told("bounced");
  expect(await minuteAt("2026-11-22T09:00:00Z")).toBe(2);
  await told("bounced");
  expect(await minuteAt("2026-11-24T09:00:00Z")).toBe(2);
  expect(await minuteAt("2026-12-14T09:00:00Z")).toBe(3);
  await told("bounced");
  expect(await minuteAt("2026-12-15T08:00:00Z")).toBe(3);
  expect(await minuteAt("2026-12-15T09:00:00Z")).toBe(4);
  await told("delivered");
  expect(await owed(r)).toEqual([]);
  expect(await minuteAt("2026-12-16T10:00:00Z")).toBe(5);
  expect(await owed(r)).toEqual([["dpo@globex.example", ["globex"]]]);
  const mails = (await r.messages("dpo@globex.example")).map(({ subject }) => subject);
  expect(mails.map((subject) => subject.includes("reminder"))).toEqual([false, false, false, false, true]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("whoever has answered is not reminded; a colleague is, once, and if all have answered, nobody", async () => {
  const r = await organised();
  await customer(r, "globex", ["a@globex.example", "b@globex.example", "c@globex.example"]);
  await customer(r, "initech", ["a@initech.example", "b@initech.example"]);
  const number = await announced(r);
  for (const email of ["a@globex.example", "a@initech.example", "b@initech.example"]) {
    const [, id] = /@(\w+)/.exec(email) ?? [];
    await answer(r, await respondLink(r, email, number), { kind: "acknowledged", customer: `${id}` });
  }
  const colleagues = [
    ["b@globex.example", ["globex"]],
    ["c@globex.example", ["globex"]],
  ];
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual(colleagues);
  await remind(r, "2026-12-17T09:00:00Z");
  expect(await owed(r)).toEqual(colleagues);
  expect(await r.rows("select external_id from concerned_customers where reminded_at is not null")).toEqual([
    { external_id: "globex" },
  ]);
});

test.each(["exempted", "terminated"])("nobody is reminded for a customer that is %s", async (outcome) => {
  const r = await organised();
  await customer(r, "globex", ["a@globex.example", "b@globex.example"]);
  await customer(r, "initech", ["a@initech.example", "b@initech.example"]);
  const number = await announced(r);
  for (const id of ["globex", "initech"]) {
    await answer(r, await respondLink(r, `a@${id}.example`, number), { kind: "objected", customer: id, text: "No." });
    const [objection] = (await r.json("GET", `/v1/responses?customer=${id}`, 200)).data;
    const body = { outcome: id === "globex" ? outcome : "rejected" };
    await r.json("POST", `/v1/responses/${objection.id}/resolve`, 200, { body });
  }
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual([["b@initech.example", ["initech"]]]);
});

test("a contact who was told and is one no more is not reminded, though they follow; nor is a customer they alone were told for", async () => {
  const r = await organised();
  for (const name of ["ex", "both"]) await r.follower(`${name}@globex.example`);
  await customer(r, "globex", ["ex@globex.example", "dpo@globex.example"]);
  await customer(r, "initech", ["ex@globex.example"]);
  await customer(r, "hooli", ["both@globex.example"]);
  await announced(r);
  await customer(r, "globex", ["dpo@globex.example"]);
  await customer(r, "initech", []);
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual([
    ["both@globex.example", ["hooli"]],
    ["dpo@globex.example", ["globex"]],
  ]);
  expect(await r.rows("select external_id from concerned_customers where reminded_at is not null order by 1")).toEqual([
    { external_id: "globex" },
    { external_id: "hooli" },
  ]);
});

test("an organisation kept with a time zone that PostgreSQL does not know reminds all the same", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  await announced(r);
  await r.rows("update organisation set document = jsonb_set(document, '{timeZone}', '\"AET\"')");
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual([["dpo@globex.example", ["globex"]]]);
});

test("what is due every minute is sent, whatever else of it fails; the log names what did", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  await announced(r);
  r.setTime("2026-12-16T09:00:00Z");
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-03-01", 201, { body: vendor() });
  await r.rows("alter table concerned_customers rename column reminded_at to lost");
  const logged: [string, unknown][] = [];
  const log = (event: string, fields: object = {}) => void logged.push([event, fields]);

  await runMinute({ ...r.deps, log }, { budgetMs: 10_000 });

  expect(await r.messages("dpo@globex.example")).toHaveLength(2);
  expect(logged.filter(([event]) => event.endsWith(".failed"))).toEqual([
    ["reminders.failed", { unavailable: false, name: "Error" }],
  ]);
});

test("a contact of two customers is reminded only of the one they have not answered for", async () => {
  const r = await organised();
  for (const id of ["globex", "initech"]) await customer(r, id, ["dpo@both.example"]);
  const number = await announced(r);
  const link = await respondLink(r, "dpo@both.example", number);
  await answer(r, link, { kind: "acknowledged", customer: "globex" });
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual([["dpo@both.example", ["initech"]]]);
});

test("nobody is reminded with reminders off, after the last day, or of a change that was withdrawn", async () => {
  const r = await organised({ reminderDays: 0 });
  await customer(r, "globex", ["dpo@globex.example"]);
  const number = await announced(r);
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await owed(r)).toEqual([]);
  await r.organisation({ reminderDays: 60 });
  await remind(r, "2026-12-22T09:00:00Z");
  expect(await owed(r)).toEqual([]);
  r.setTime("2026-12-16T09:00:00Z");
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await remind(r, "2026-12-17T09:00:00Z");
  expect(await owed(r)).toEqual([]);
});

test("a short period reminds from the day after the announcement on, not on its own day", async () => {
  const r = await organised({ reminderDays: 60 });
  await customer(r, "globex", ["dpo@globex.example"]);
  await announced(r);
  await remind(r, "2026-11-21T22:30:00Z"); // still the 21st in Paris
  expect(await owed(r)).toEqual([]);
  await remind(r, "2026-11-21T23:30:00Z");
  expect(await owed(r)).toHaveLength(1);
});

test("two processes at once remind once", async () => {
  const r = await organised();
  for (let each = 0; each < 5; each += 1) await customer(r, `c${each}`, [`dpo@c${each}.example`]);
  await announced(r);
  r.setTime("2026-12-16T09:00:00Z");
  await Promise.all([oweReminders(r.deps), oweReminders(r.deps), oweReminders(r.deps)]);
  expect(await owed(r)).toHaveLength(5);
});

/** A reminder owed to two contacts of one customer, whose last day is 21 December; its bytes are made, and it has to wait. */
async function waiting() {
  const r = await organised({ reminderDays: 7 });
  await customer(r, "globex", ["a@globex.example", "b@globex.example"]);
  const number = await announced(r);
  await remind(r, "2026-12-14T09:00:00Z");
  const paused: Mailer = { send: async () => ({ outcome: { kind: "paused", because: "quota" }, limits: NO_LIMITS }) };
  await drain({ ...r.deps, mailer: paused }, { budgetMs: 5000 });
  const reminded = async () =>
    r.rows(`select s.email, d.state, d.cause from deliveries d join notices n on n.id = d.notice_id
      join subscribers s on s.id = d.subscriber_id where n.kind = 'reminder' order by 1`);
  return { r, number, reminded };
}

test("a reminder that had to wait is not for who has answered meanwhile", async () => {
  const { r, number, reminded } = await waiting();
  const link = await respondLink(r, "a@globex.example", number);
  expect((await answer(r, link, { kind: "acknowledged", customer: "globex" })).status).toBe(200);
  r.setTime("2026-12-15T09:00:00Z");
  await r.drain();
  expect(await reminded()).toEqual([
    { email: "a@globex.example", state: "skipped", cause: "nothing to answer" },
    { email: "b@globex.example", state: "accepted", cause: null },
  ]);
});

test("a reminder that had to wait until the last day was over is not sent", async () => {
  const { r, reminded } = await waiting();
  r.setTime("2026-12-21T23:00:00Z"); // 22 December in Paris
  await r.drain();
  const skipped = { state: "skipped", cause: "nothing to answer" };
  expect(await reminded()).toEqual([
    { email: "a@globex.example", ...skipped },
    { email: "b@globex.example", ...skipped },
  ]);
});

test("a customer whose contacts have all left is not reminded, and owes no empty notice", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  await announced(r);
  await r.rows("update subscribers set status = 'unsubscribed'");
  await remind(r, "2026-12-16T09:00:00Z");
  expect(await r.rows("select id from notices where kind = 'reminder'")).toEqual([]);
  await r.rows("update subscribers set status = 'active'");
  await remind(r, "2026-12-17T09:00:00Z");
  expect(await owed(r)).toHaveLength(1);
});

test("what runs every minute owes and sends them", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  await announced(r);
  r.setTime("2026-12-16T09:00:00Z");
  // Its minute is not over before it is stopped.
  const untilStopped: Timer["sleep"] = (_, signal) =>
    new Promise((over) => signal?.addEventListener("abort", () => over()));
  const { now, sleep } = r.deps.timer;
  const timer: Timer = { now, sleep: (ms, signal) => (ms < 60_000 ? sleep(ms) : untilStopped(ms, signal)) };
  const runner = startRunner({ ...r.deps, timer });
  try {
    await vi.waitFor(async () => expect(await r.messages("dpo@globex.example")).toHaveLength(2), PATIENT);
  } finally {
    await runner.stop();
  }
});
