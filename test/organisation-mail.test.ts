import { expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { takeReport } from "../src/notify/provider-report.ts";
import { announced, answer, customer, organised, respondLink } from "./setup/answering.ts";
import type { Registry } from "./setup/registry.ts";

const ADDRESS = "privacy@acme.example";

let reported = 0;

/** The provider reports what became of the newest mail to an address. */
async function report(r: Registry, type: string, to = ADDRESS, detail: string | null = null): Promise<void> {
  reported += 1;
  const mail = (await r.messages(to)).at(-1);
  await takeReport(r.deps, `evt-${reported}`, {
    type,
    emailId: mail?.id ?? null,
    noticeId: null,
    batchId: null,
    to,
    occurredAt: r.deps.clock.now(),
    detail,
    isPermanent: type === "email.bounced",
  });
}

const GONE = "Permanent: 550 no such mailbox";
const bounce = (r: Registry, to = ADDRESS) => report(r, "email.bounced", to, GONE);
const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 10_000 });
const wrong = async (r: Registry) => (await r.json("GET", "/v1/sending", 200)).privacyEmail;

/** Customers nobody can be told for: a mail to the organisation about each. */
async function unreachable(r: Registry, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await customer(r, id, []);
    await minute(r);
  }
}

test("an objection is mailed to privacyEmail though a mail to it bounced before; the status of sending and the log name it", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  const number = await announced(r);
  expect(await wrong(r)).toBeNull();
  await unreachable(r, "a");
  r.setTime("2026-11-21T10:00:00Z");
  await bounce(r);
  expect(await wrong(r)).toEqual({
    email: ADDRESS,
    mails: 1,
    since: "2026-11-21T10:00:00.000Z",
    because: GONE,
    nextTryAt: "2026-11-22T10:00:00.000Z",
  });
  expect(r.logged).toContainEqual(
    expect.objectContaining({ event: "privacyEmail.missed", state: "bounced", because: GONE }),
  );
  expect(JSON.stringify(r.logged)).not.toContain(ADDRESS);
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toEqual([]);

  r.passHours(1);
  await answer(r, await respondLink(r, "dpo@globex.example", number), {
    kind: "objected",
    customer: "globex",
    text: "We object.",
  });
  await r.drain();
  expect((await r.messages(ADDRESS)).at(-1)?.subject).toContain("objects to change");
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("what privacyEmail missed is tried again: one mail a day, and all of it once one arrives", async () => {
  const r = await organised();
  for (const id of ["a", "b", "c"]) {
    await unreachable(r, id);
    await bounce(r);
    r.passHours(1);
  }
  expect(await wrong(r)).toMatchObject({ mails: 3, since: expect.stringContaining("2026-11-21T09:00:00") });
  r.passHours(22);
  await minute(r);
  expect(await r.messages(ADDRESS)).toHaveLength(3);

  r.passHours(1);
  for (let again = 0; again < 3; again += 1) await minute(r);
  const sent = await r.messages(ADDRESS);
  expect(sent).toHaveLength(4);
  expect(sent.at(-1)?.text).toBe(sent[0]?.text);
  expect(r.logged).toContainEqual(expect.objectContaining({ event: "privacyEmail.unreachable", mails: 2 }));
  await bounce(r);
  r.passHours(24);
  await minute(r);
  expect(await r.messages(ADDRESS), "the next that waits").toHaveLength(5);
  await report(r, "email.delivered");
  await minute(r);
  expect(await r.messages(ADDRESS)).toHaveLength(7);
  expect(await wrong(r)).toBeNull();
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("what a former privacyEmail missed is owed to the present one, once", async () => {
  const r = await organised();
  await unreachable(r, "a", "b");
  await bounce(r);
  await r.organisation({ privacyEmail: "dpo@acme.example", timeZone: "Europe/Paris" });
  for (let again = 0; again < 3; again += 1) await minute(r);
  const [mail, ...more] = await r.messages("dpo@acme.example");
  expect(more).toEqual([]);
  const missed = (await r.messages(ADDRESS)).at(-1);
  expect(mail?.text).toBe(missed?.text.replace(ADDRESS, "dpo@acme.example"));
  expect(await wrong(r)).toBeNull();
});

test("what says the same as a mail of long ago is owed to an address that comes back; what both missed comes once", async () => {
  const r = await organised();
  const [here, there] = [ADDRESS, "dpo@acme.example"];
  const move = async (privacyEmail: string) => {
    await r.organisation({ privacyEmail, timeZone: "Europe/Paris" });
    for (let again = 0; again < 3; again += 1) await minute(r);
  };
  await unreachable(r, "a");
  await report(r, "email.delivered");
  r.passHours(48);
  await customer(r, "a", ["ada@a.example"]);
  await move(there);
  await unreachable(r, "a");
  r.passHours(1);
  await bounce(r, there);
  r.passHours(1);
  await move(here);
  expect(await r.messages(here)).toHaveLength(2);

  await bounce(r, here);
  r.passHours(1);
  await move(there);
  r.passHours(24);
  await minute(r);
  await minute(r);
  expect(await r.messages(there)).toHaveLength(2);
  await report(r, "email.delivered", there);
  for (let again = 0; again < 3; again += 1) await minute(r);
  expect([(await r.messages(here)).length, (await r.messages(there)).length]).toEqual([2, 2]);
});

test("what the provider's own list holds back is named, and tried again all the same; an operator need not wait", async () => {
  const r = await organised();
  await unreachable(r, "a");
  await report(r, "email.suppressed", ADDRESS, "OnAccountSuppressionList: bounced before");
  expect(await wrong(r)).toMatchObject({ because: "OnAccountSuppressionList: bounced before" });
  const [{ id }] = (await r.json("GET", "/v1/sending/batches", 200)).data;
  await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body: { as: "resend", reason: "Off the list." } });
  await r.drain();
  expect(await r.messages(ADDRESS)).toHaveLength(2);
  expect(await wrong(r)).toBeNull();
});

test("a contact at privacyEmail who is suppressed keeps no mail from the organisation", async () => {
  const r = await organised();
  await r.follower(ADDRESS);
  await announced(r);
  await bounce(r);
  await unreachable(r, "a");
  expect(await r.messages(ADDRESS)).toHaveLength(2);
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toMatchObject([{ email: ADDRESS, reason: "bounced" }]);
});
