import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { signToken } from "../src/model/values/token.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { runMinute } from "../src/notify/minute.ts";
import { takeReport } from "../src/notify/provider-report.ts";
import { announceAgain } from "../src/registry/owed/again.ts";
import { oweReminders } from "../src/registry/owed/reminders.ts";
import { announced, answer, organised, customer as putCustomer, respondLink, subjects } from "./setup/answering.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

const put = (r: Registry, id: string, ...emails: string[]) =>
  r.call("PUT", `/v1/customers/${id}`, { body: { name: id, contacts: emails.map((email) => ({ email })) } });

const csv = { "content-type": "text/csv" };

/** The customers each mail to the organisation is about. */
const told = async (r: Registry) =>
  (await r.rows("select about from notices where kind = 'unreachable' order by created_at, about::text")).map(
    ({ about }) => (about as { customers: string[] }).customers,
  );

const unreachable = async (r: Registry): Promise<string[]> =>
  (await r.json("GET", "/v1/customers?reachable=false", 200)).data.map(
    ({ externalId }: { externalId: string }) => externalId,
  );

async function start(): Promise<Registry> {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  return r;
}

/** Somebody who has been sent a mail, about nothing that is announced. */
async function mailed(r: Registry, ...emails: string[]): Promise<void> {
  for (const email of emails) await r.json("POST", "/v1/subscribers", 201, { body: { email } });
  await r.drain();
}

/** The provider reports that the newest mail to an address bounced. */
const bounced = async (r: Registry, to: string, id: string, type = "Permanent") =>
  takeReport(r.deps, id, {
    type: "email.bounced",
    emailId: String(
      (
        await r.rows(`select d.email_id from deliveries d join subscribers s on s.id = d.subscriber_id
          where s.email_key = '${to.toLowerCase()}' and d.email_id is not null order by d.state_at desc`)
      )[0]?.email_id,
    ),
    noticeId: null,
    batchId: null,
    to,
    occurredAt: r.deps.clock.now(),
    detail: `${type}: no such mailbox`,
    isPermanent: type === "Permanent",
  });

const idOf = async (r: Registry, email: string) =>
  (await r.rows(`select id from subscribers where email = '${email}'`))[0]?.id;

test("a customer put without a contact is told of once, at the organisation's own address", async () => {
  const r = await start();
  await put(r, "a");
  await put(r, "a");

  expect(await told(r)).toEqual([["a"]]);
  expect(await r.rows("select address, subscriber_id from deliveries")).toEqual([
    { address: "privacy@acme.example", subscriber_id: null },
  ]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({
    reachable: false,
    unreachableSince: "2026-11-21T09:00:00.000Z",
  });
});

test("the last contact who leaves makes it unreachable, not the first; coming back clears it, and the next time is told anew", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example", "bob@a.example");
  expect(await told(r)).toEqual([]);

  await put(r, "a", "bob@a.example");
  expect(await unreachable(r)).toEqual([]);
  r.passHours(1);
  await put(r, "a");
  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
  await put(r, "a", "ada@a.example");
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ reachable: true, unreachableSince: null });
  r.passHours(1);
  await put(r, "a");
  expect(await told(r)).toEqual([["a"], ["a"]]);
});

test("a permanent bounce of the only contact does, a full mailbox does not, and lifting it takes it back", async () => {
  const r = await start();
  await mailed(r, "ada@a.example");
  await put(r, "a", "ada@a.example");
  await put(r, "b", "ada@a.example");

  await bounced(r, "ada@a.example", "evt-1", "Transient");
  expect(await unreachable(r)).toEqual([]);
  await bounced(r, "Ada@a.example", "evt-2");
  await bounced(r, "ada@a.example", "evt-3");

  expect([await unreachable(r), await told(r)]).toEqual([["a", "b"], [["a", "b"]]]);
  expect((await r.json("GET", "/v1/customers/a", 200)).contacts).toMatchObject([
    { suppressed: true, status: "active" },
  ]);
  const { data } = await r.json("GET", "/v1/suppressions", 200);
  await r.json("POST", `/v1/suppressions/${data[0].id}/lift`, 204, { body: { reason: "A new mailbox" } });
  expect(await unreachable(r)).toEqual([]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ unreachableSince: null });
});

test("erasing the only contact does", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example");

  await r.json("DELETE", `/v1/subscribers/${await idOf(r, "ada@a.example")}`, 204);

  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
});

test("two contacts who bounce at the same moment leave nobody, and that is told once", async () => {
  const r = await start();
  await mailed(r, "ada@a.example", "bob@a.example");
  await put(r, "a", "ada@a.example", "bob@a.example");

  await Promise.all([bounced(r, "ada@a.example", "evt-1"), bounced(r, "bob@a.example", "evt-2")]);

  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
});

test("an import that leaves five hundred customers without a contact is one mail", async () => {
  const r = await start();
  const file = ["externalId,name,email", ...Array.from({ length: 500 }, (_, n) => `c-${1000 + n},Customer ${n},`)].join(
    "\n",
  );

  await r.json("POST", "/v1/customers/import", 200, { headers: csv, body: file });

  const mails = await told(r);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toHaveLength(500);
});

test("without an address of the organisation nobody is told, and it is noted all the same", async () => {
  const r = await registry();
  await put(r, "a");

  expect(await told(r)).toEqual([]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ unreachableSince: expect.any(String) });
});

describe("an announcement nobody was told of for a customer", () => {
  const NOTICE = "Acme: HubSpot will be added as a subprocessor on 31 December 2026";

  /** The customers of each delivery that was owed late, with its address. */
  const late = async (r: Registry) =>
    (
      await r.rows(`select s.email, d.customers from deliveries d join notices n on n.id = d.notice_id
        join subscribers s on s.id = d.subscriber_id where n.kind = 'late-announcement' order by n.created_at, s.email`)
    ).map(({ email, customers }) => [email, customers]);

  const verified = (r: Registry) => r.json("GET", "/v1/audit/verify", 200);

  test("is owed to the contact who comes, once; corrections, the reminder and the withdrawal reach them too", async () => {
    const r = await organised({ reminderDays: 7 });
    await putCustomer(r, "globex", []);
    await putCustomer(r, "initech", ["dpo@initech.example"]);
    await r.follower("ada@globex.example");
    const number = await announced(r);

    r.passHours(1);
    for (const name of ["Globex", "Globex SA"])
      await putCustomer(r, "globex", ["ada@globex.example", "bob@globex.example"], { name });
    expect(await late(r)).toEqual([
      ["ada@globex.example", ["globex"]],
      ["bob@globex.example", ["globex"]],
    ]);
    expect(await subjects(r, "bob@globex.example")).toEqual([NOTICE]);
    const [mail] = await r.messages("bob@globex.example");
    expect(mail?.text).toMatch(/https:\/\/registry\.example\/respond\/[\w-]+\n/);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const [entry] = await r.rows("select subject, data from audit_log where action = 'change-set.announced-late'");
    expect(entry?.subject).toBe(`change-set:${number}`);
    expect(JSON.parse(String(entry?.data))).toMatchObject({ customers: 1, owed: { deliveries: 2 } });

    await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "Read France." } });
    r.setTime("2026-12-16T09:00:00Z");
    await oweReminders(r.deps);
    await r.drain();
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    expect(await subjects(r, "bob@globex.example", 1)).toHaveLength(3);
    expect(await subjects(r, "ada@globex.example", 2)).toHaveLength(3);
    expect(await subjects(r, "dpo@initech.example", 1)).toHaveLength(3);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test.each(["Transient", "Undetermined"])(
    "is owed again to the only contact for whom it bounced, once by itself after a day, and as often as an operator says: %s",
    async (type) => {
      const r = await organised();
      await putCustomer(r, "globex", ["dpo@globex.example"]);
      await announced(r);
      await bounced(r, "dpo@globex.example", "evt-1", type);
      const { data } = await r.json("GET", "/v1/sending/batches", 200);
      expect(data).toMatchObject([{ state: "sent", deliveries: 1, failed: 1 }]);
      expect(await r.json("GET", "/v1/sending", 200)).toMatchObject({ missed: { batches: 1, deliveries: 1 } });
      r.passHours(23);
      await announceAgain(r.deps);
      expect(await late(r)).toEqual([]);

      r.passHours(1);
      await announceAgain(r.deps);
      await announceAgain(r.deps);
      expect(await late(r)).toEqual([["dpo@globex.example", ["globex"]]]);
      expect((await r.json("GET", "/v1/sending/batches", 200)).data).toEqual([]);
      expect(await subjects(r, "dpo@globex.example")).toEqual([NOTICE, NOTICE]);

      await bounced(r, "dpo@globex.example", "evt-2", type);
      r.passHours(48);
      await announceAgain(r.deps);
      expect(await late(r)).toHaveLength(1);
      const [{ id }] = (await r.json("GET", "/v1/sending/batches", 200)).data;
      const decision = { as: "resend", reason: "They have made room." };
      await r.json("POST", `/v1/sending/batches/${id}/decide`, 200, { body: decision });
      expect(await subjects(r, "dpo@globex.example", 2)).toEqual([NOTICE]);
      expect(await r.json("GET", "/v1/sending", 200)).toMatchObject({ missed: { batches: 0, deliveries: 0 } });
      expect(await verified(r)).toMatchObject({ ok: true });
    },
  );

  test("is owed once, for both, to a contact of two customers who was told for one and then for the other, and by neither mail", async () => {
    const r = await organised();
    for (const id of ["globex", "initech"]) await putCustomer(r, id, []);
    await announced(r);
    for (const id of ["globex", "initech"]) {
      await putCustomer(r, id, ["dpo@both.example"]);
      await r.drain();
    }
    await r.rows("update deliveries set state = 'bounced' where subscriber_id is not null");
    r.passHours(25);
    await announceAgain(r.deps);
    expect((await late(r)).at(-1)).toEqual(["dpo@both.example", ["globex", "initech"]]);
    expect(await late(r)).toHaveLength(3);
  });

  test("is not owed again after a bounce where the address is suppressed, its reader left, or the set was withdrawn", async () => {
    const r = await organised();
    await putCustomer(r, "globex", ["gone@globex.example", "left@globex.example"]);
    await r.follower("full@example.com");
    const number = await announced(r);
    const owesNothing = async () => {
      r.passHours(24);
      const before = await r.stored();
      await announceAgain(r.deps);
      expect(await r.stored()).toEqual(before);
    };
    await bounced(r, "gone@globex.example", "evt-1", "Permanent");
    await bounced(r, "left@globex.example", "evt-2", "Transient");
    await r.rows("update subscribers set status = 'unsubscribed' where email = 'left@globex.example'");
    await owesNothing();
    await bounced(r, "full@example.com", "evt-3", "Transient");
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    await owesNothing();
  });

  test.each([
    ["the change itself", "2027-02-20", /in advance|will be added/],
    ["the last day to object", "2027-02-05", /can object until/],
  ])("that was never tried is told late once a day is over that it speaks of: %s", async (_, on, untrue) => {
    const r = await organised({}, { now: "2027-01-05T09:00:00Z" });
    await putCustomer(r, "globex", ["dpo@globex.example"]);
    const because = "invalid_api_key (401)";
    const broken: Mailer = { send: async () => ({ outcome: { kind: "paused", because }, limits: NO_LIMITS }) };
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-02-10", 201, { body: vendor() });
    await drain({ ...r.deps, mailer: broken }, { budgetMs: 5000 });
    await r.json("POST", "/v1/change-sets/1/correction", 201, { body: { text: "Read France." } });
    r.setTime("2027-02-04T09:00:00Z"); // the last day to object
    await announceAgain(r.deps);
    expect(await late(r)).toEqual([]);

    r.setTime(`${on}T09:00:00Z`);
    await runMinute(r.deps, { budgetMs: 5000 });
    const mails = await r.messages("dpo@globex.example");
    expect(mails.map(({ text }) => untrue.test(text))).not.toContain(true);
    expect(mails[0]?.text).toContain("Read France.");
    expect(await r.rows("select cause from deliveries where state = 'skipped'")).toEqual([{ cause: "overtaken" }]);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("whoever was told late is not reminded on the same day", async () => {
    const r = await organised({ reminderDays: 7 });
    await putCustomer(r, "globex", []);
    await announced(r);
    r.setTime("2026-12-16T09:00:00Z");
    await putCustomer(r, "globex", ["ada@globex.example"]);
    await oweReminders(r.deps);
    expect(await r.rows("select id from notices where kind = 'reminder'")).toEqual([]);
    r.setTime("2026-12-17T09:00:01Z");
    await oweReminders(r.deps);
    expect(await r.rows("select id from notices where kind = 'reminder'")).toHaveLength(1);
  });

  test("is owed when its contact bounced, was taken away before it was sent, is named by an import or comes back", async () => {
    const r = await organised();
    for (const id of ["bounces", "replaced", "imported", "returns"]) await putCustomer(r, id, [`old@${id}.example`]);
    await r.rows(
      "update subscribers set status = 'unsubscribed' where email in ('old@imported.example', 'old@returns.example')",
    );
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "HubSpot" }),
    });
    await putCustomer(r, "replaced", ["new@replaced.example"]);
    expect(await late(r)).toEqual([["new@replaced.example", ["replaced"]]]);
    r.passHours(1);
    await r.drain();
    await bounced(r, "old@bounces.example", "evt-9");
    await putCustomer(r, "bounces", ["old@bounces.example", "new@bounces.example"]);
    const file = "externalId,name,email\nimported,Imported,new@imported.example";
    await r.json("POST", "/v1/customers/import", 200, { headers: csv, body: file });
    const [{ id } = {}] = await r.rows("select id from subscribers where email = 'old@returns.example'");
    const link = signToken(r.deps.config.tokenSecret, "subscription", String(id), new Date());
    await r.call("POST", `/unsubscribe/${link}`, {
      key: null,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "undo=1",
    });

    expect((await late(r)).slice(1)).toEqual([
      ["new@bounces.example", ["bounces"]],
      ["new@imported.example", ["imported"]],
      ["old@returns.example", ["returns"]],
    ]);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("is sent at once when the suppression of the only contact is lifted", async () => {
    const r = await organised();
    await mailed(r, "ada@globex.example");
    await putCustomer(r, "globex", ["ada@globex.example"]);
    await bounced(r, "ada@globex.example", "evt-1");
    await announced(r);
    const { data } = await r.json("GET", "/v1/suppressions", 200);
    const kicks = r.kicks();
    await r.json("POST", `/v1/suppressions/${data[0].id}/lift`, 204, { body: { reason: "A new mailbox" } });

    expect(await late(r)).toEqual([["ada@globex.example", ["globex"]]]);
    expect(r.kicks()).toBe(kicks + 1);
  });

  test("is owed to a colleague when the address it was owed to bounced before it was sent", async () => {
    const r = await organised();
    await mailed(r, "ada@globex.example");
    await putCustomer(r, "globex", ["ada@globex.example"]);
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "HubSpot" }),
    });
    await putCustomer(r, "globex", ["ada@globex.example", "bob@globex.example"]);
    expect(await late(r), "while it may still be sent to Ada").toEqual([]);
    await bounced(r, "ada@globex.example", "evt-1");

    expect(await late(r)).toEqual([["bob@globex.example", ["globex"]]]);
    expect(await subjects(r, "bob@globex.example")).toEqual([NOTICE]);
    expect(await subjects(r, "ada@globex.example", 1)).toEqual([]);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("is owed to whoever replaces the only contact who was told, so that the customer can still approve", async () => {
    const r = await organised({ reminderDays: 7 });
    const terms = { authorisation: "specific" };
    await putCustomer(r, "globex", ["old@globex.example"], terms);
    const number = await announced(r);
    expect(await r.messages("old@globex.example")).toHaveLength(1);

    for (const name of ["Globex", "Globex SA"])
      await putCustomer(r, "globex", ["new@globex.example"], { ...terms, name });
    expect(await late(r)).toEqual([["new@globex.example", ["globex"]]]);
    expect(await subjects(r, "new@globex.example")).toEqual([
      "Acme: your approval is needed: HubSpot will be added as a subprocessor on 31 December 2026 at the earliest",
    ]);

    const [mail] = await r.messages("new@globex.example");
    const [link = ""] = /\/respond\/[\w-]+/.exec(mail?.text ?? "") ?? [];
    r.setTime("2026-12-16T09:00:00Z");
    await oweReminders(r.deps);
    expect(await subjects(r, "new@globex.example", 1)).toHaveLength(1);
    expect((await answer(r, link, { kind: "approved", customer: "globex" })).status).toBe(200);
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ approvals: { missing: [] } });
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("is owed to whom a contact who was told and leaves names in their place", async () => {
    const r = await organised();
    await putCustomer(r, "globex", ["old@globex.example"]);
    const number = await announced(r);
    const tokenOf = async (purpose: "subscription" | "confirm", email: string) =>
      signToken(r.deps.config.tokenSecret, purpose, String(await idOf(r, email)), r.deps.clock.now());
    const submit = (path: string, body = "") =>
      r.call("POST", path, { key: null, headers: { "content-type": "application/x-www-form-urlencoded" }, body });
    const leaving = `/unsubscribe/${await tokenOf("subscription", "old@globex.example")}`;
    await submit(leaving);
    await submit(leaving, "email=new%40globex.example&name=New");
    await r.drain();
    await submit(`/confirm/${await tokenOf("confirm", "new@globex.example")}`);

    expect(await late(r)).toEqual([["new@globex.example", ["globex"]]]);
    expect(await subjects(r, "new@globex.example", 1)).toEqual([NOTICE]);
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    expect(await subjects(r, "new@globex.example", 2)).toEqual([expect.stringContaining("will not be added")]);
    await submit(leaving, "undo=1");
    expect(await late(r)).toHaveLength(1);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("is owed to the colleague who comes when whoever was told cannot be written to any more, and to nobody anew when they can", async () => {
    const r = await organised();
    await putCustomer(r, "globex", ["old@globex.example"]);
    await announced(r);
    await bounced(r, "old@globex.example", "evt-1");
    await r.rows("update deliveries set state = 'delivered'"); // it was told of one mail, and bounced with a later one
    await putCustomer(r, "globex", ["old@globex.example", "new@globex.example"]);
    expect(await late(r)).toEqual([["new@globex.example", ["globex"]]]);

    await putCustomer(r, "globex", ["old@globex.example"]);
    const { data } = await r.json("GET", "/v1/suppressions", 200);
    await r.json("POST", `/v1/suppressions/${data[0].id}/lift`, 204, { body: { reason: "A new mailbox" } });
    expect(await subjects(r, "old@globex.example")).toEqual([NOTICE]);
  });

  test("is owed after the last day for as long as the set waits for the customer's own approval", async () => {
    const r = await organised();
    const specific = { authorisation: "specific" };
    for (const id of ["missing", "gave"]) await putCustomer(r, id, [`old@${id}.example`], specific);
    await putCustomer(r, "general", ["old@general.example"]);
    const number = await announced(r);
    await answer(r, await respondLink(r, "old@gave.example", number), { kind: "approved", customer: "gave" });
    r.setTime("2027-02-23T09:00:00Z");
    for (const id of ["missing", "gave"]) await putCustomer(r, id, [`new@${id}.example`], specific);
    await putCustomer(r, "general", ["new@general.example"]);

    expect(await late(r)).toEqual([["new@missing.example", ["missing"]]]);
    await r.drain();
    const [mail] = await r.messages("new@missing.example");
    for (const part of [mail?.text.replace(/\s+/g, " "), mail?.html]) {
      expect(part).toContain("he addition of HubSpot as a subprocessor, planned for 31 December 2026, is on hold");
      expect(part).toContain("Under your contract this change needs your approval.");
      expect(part).toContain("Silence is no approval");
      expect(part).not.toContain("You can object until");
    }
    expect(mail?.text.replace(/\s+/g, " ")).toContain(
      "Was planned for: 31 December 2026, start of day in Paris; waiting for customers’ approval or for objections to be resolved",
    );
    const [link = ""] = /\/respond\/[\w-]+/.exec(mail?.text ?? "") ?? [];
    expect((await answer(r, link, { kind: "approved", customer: "missing" })).status).toBe(200);
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "effective" });
    await putCustomer(r, "missing", ["new@missing.example", "third@missing.example"], specific);
    await putCustomer(r, "missing", ["third@missing.example"], specific);
    expect(await subjects(r, "third@missing.example")).toEqual([]);
    expect(await verified(r)).toMatchObject({ ok: true });
  });

  test("is not owed again to a contact dropped by mistake and named again: what follows reaches them, and their links work", async () => {
    const r = await organised({ reminderDays: 7 });
    for (const id of ["globex", "initech", "hooli"]) await putCustomer(r, id, [`dpo@${id}.example`]);
    const number = await announced(r);
    const links = Object.fromEntries(
      await Promise.all(["globex", "hooli"].map(async (id) => [id, await respondLink(r, `dpo@${id}.example`, number)])),
    );
    const objection = { kind: "objected", customer: "globex", text: "No." };
    await answer(r, links.globex, objection);
    expect(await subjects(r, "dpo@globex.example")).toHaveLength(2);
    const file = (...emails: string[]) =>
      r.json("POST", "/v1/customers/import", 200, {
        headers: csv,
        body: ["externalId,name,email", ...emails.map((email) => `${/@(\w+)/.exec(email)?.[1]},X,${email}`)].join("\n"),
      });
    await file("wrong@globex.example", "wrong@initech.example", "wrong@hooli.example");
    expect((await r.get(links.globex, { key: null })).status).toBe(404);
    await file("dpo@globex.example", "dpo@initech.example", "other@hooli.example");

    expect((await late(r)).map(([email]) => email)).toEqual(["other@hooli.example"]);
    expect((await r.get(links.globex, { key: null })).status).toBe(200);
    expect((await r.get(links.hooli, { key: null })).status).toBe(404);
    const [{ id } = {}] = (await r.json("GET", "/v1/responses", 200)).data;
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "rejected" } });
    await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "Read France." } });
    r.setTime("2026-12-16T09:00:00Z");
    await oweReminders(r.deps);
    await r.drain();
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    expect((await subjects(r, "dpo@globex.example", 2)).map((subject) => subject.slice(0, 20))).toEqual([
      expect.stringContaining("our decision"),
      expect.stringContaining("correction"),
      expect.stringContaining("HubSpot"),
    ]);
    const initech = await subjects(r, "dpo@initech.example");
    expect(initech.filter((subject) => subject === NOTICE)).toHaveLength(1);
    expect(initech).toHaveLength(4);
    expect(await r.messages("dpo@hooli.example")).toHaveLength(1);
    expect(await verified(r)).toMatchObject({ ok: true });
    const pack = await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer();
    expect((await verifyPack(Buffer.from(pack), r.deps.config.tokenSecret)).wrong).toBeNull();
  });

  test.each([false, true])("nor while the mail that names them is still to be tried (again: %s)", async (isTried) => {
    const r = await organised();
    await putCustomer(r, "globex", ["dpo@globex.example"]);
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "HubSpot" }),
    });
    const because = "internal_server_error (500)";
    const away: Mailer = { send: async () => ({ outcome: { kind: "unknown", because }, limits: NO_LIMITS }) };
    if (isTried) await drain({ ...r.deps, mailer: away }, { budgetMs: 5000 });
    for (const email of ["wrong@globex.example", "dpo@globex.example"]) await putCustomer(r, "globex", [email]);
    r.passHours(1);
    expect(await subjects(r, "dpo@globex.example")).toEqual([NOTICE]);
    expect(await r.messages("wrong@globex.example")).toEqual([]);
  });

  test("is owed to nobody when a colleague was told, the last day is over, or it was withdrawn", async () => {
    const r = await organised();
    await putCustomer(r, "told", ["dpo@told.example"]);
    for (const id of ["over", "withdrawn"]) await putCustomer(r, id, []);
    const number = await announced(r);
    await putCustomer(r, "told", ["dpo@told.example", "new@told.example"]);
    r.setTime("2026-12-22T09:00:00Z");
    await putCustomer(r, "over", ["dpo@over.example"]);
    r.setTime("2026-12-20T09:00:00Z");
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    await putCustomer(r, "withdrawn", ["dpo@withdrawn.example"]);

    expect(await late(r)).toEqual([]);
    expect(await r.rows("select action from audit_log where action = 'change-set.announced-late'")).toEqual([]);
  });
});
