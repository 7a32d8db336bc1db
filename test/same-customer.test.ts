import { expect, test } from "vitest";
import { signToken } from "../src/model/values/token.ts";
import { takeReport } from "../src/notify/provider-report.ts";
import { oweReminders } from "../src/registry/owed/reminders.ts";
import { announced, answer, customer, organised, respondLink, responsesOf, subjects } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

/** A sync that deletes what it is about to write. */
async function putAgain(r: Registry, id: string, emails: string[], terms: Record<string, unknown> = {}) {
  await r.json("DELETE", `/v1/customers/${id}`, 204);
  await customer(r, id, emails, terms);
}

/** A set as the operator sees it, when what is stored and what a pack says of it have been verified. */
async function verified(r: Registry, number: number) {
  await expectProof(r, number);
  return r.json("GET", `/v1/change-sets/${number}`, 200);
}

const specific = { authorisation: "specific" };

test("a customer put again under its own id is the same one: its link, reminder and later mails work, and nothing is told twice", async () => {
  const r = await organised({ reminderDays: 7 });
  await customer(r, "globex", ["ada@globex.example"]);
  const number = await announced(r);
  const link = await respondLink(r, "ada@globex.example", number);
  await putAgain(r, "globex", ["ada@globex.example"]);
  await r.drain();
  expect(await subjects(r, "ada@globex.example", 1)).toEqual([]);

  expect((await r.get(link, { key: null })).status).toBe(200);
  r.setTime("2026-12-16T09:00:00Z");
  await oweReminders(r.deps);
  expect(await subjects(r, "ada@globex.example", 1)).toHaveLength(1);
  expect((await answer(r, link, { kind: "acknowledged", customer: "globex" })).status).toBe(200);
  expect(await responsesOf(r)).toMatchObject([{ customer: "globex", kind: "acknowledged" }]);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  expect(await subjects(r, "ada@globex.example", 2)).toHaveLength(2);
  await verified(r, number);
});

test("it is told of what was announced and not yet sent when it was deleted", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"]);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor({ name: "HubSpot" }) });
  await r.json("DELETE", "/v1/customers/globex", 204);
  await r.drain();
  expect(await r.messages("ada@globex.example")).toEqual([]);
  await customer(r, "globex", ["ada@globex.example"]);
  expect(await subjects(r, "ada@globex.example")).toHaveLength(1);
});

test("its approval stands, and so does the wait for it; while it is deleted nobody waits for it, from the next day on", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"], specific);
  await customer(r, "initech", ["dpo@initech.example"], specific);
  const number = await announced(r);
  const link = await respondLink(r, "ada@globex.example", number);
  expect((await answer(r, await respondLink(r, "dpo@initech.example", number), approved("initech"))).status).toBe(200);
  await putAgain(r, "initech", ["dpo@initech.example"], specific);
  expect((await verified(r, number)).approvals).toMatchObject({ missing: ["globex"], former: [], releasedOn: null });

  r.setTime("2027-02-01T09:00:00Z");
  await r.json("DELETE", "/v1/customers/globex", 204);
  expect(await verified(r, number)).toMatchObject({
    state: "announced",
    effectiveOn: "2027-02-02",
    approvals: { required: ["globex", "initech"], missing: [], former: ["globex"], releasedOn: "2027-02-02" },
  });
  // Put again on the same day, it is waited for as if nothing had been.
  await customer(r, "globex", ["ada@globex.example"], specific);
  expect(await verified(r, number)).toMatchObject({
    awaitsApproval: true,
    approvals: { missing: ["globex"], former: [], releasedOn: null },
  });
  r.setTime("2027-02-03T09:00:00Z");
  expect((await verified(r, number)).state).toBe("announced");
  expect((await answer(r, link, approved("globex"))).status).toBe(200);
  expect(await verified(r, number)).toMatchObject({ state: "effective", approvals: { releasedOn: "2027-02-03" } });
});

const approved = (id: string) => ({ kind: "approved", customer: id });

test("a customer who is gone holds nothing up, and what it was told of and answered stays", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"], specific);
  const number = await announced(r);
  const link = await respondLink(r, "ada@globex.example", number);
  await answer(r, link, { kind: "objected", customer: "globex", text: "No." });
  await r.json("DELETE", "/v1/customers/globex", 204);
  r.setTime("2026-12-31T09:00:00Z");
  expect(await verified(r, number)).toMatchObject({ state: "effective", approvals: { former: ["globex"] } });
  expect(await responsesOf(r)).toMatchObject([{ customer: "globex", customerName: "globex Ltd", kind: "objected" }]);
});

test("what was corrected while it was deleted is told once it is put again: late, even where the first mail came", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example", "bob@globex.example"]);
  await customer(r, "initech", ["dpo@initech.example"]);
  const number = await announced(r);
  const mail = (await r.messages("ada@globex.example")).at(-1);
  await takeReport(r.deps, "evt-1", {
    type: "email.delivered",
    emailId: mail?.id ?? null,
    noticeId: null,
    batchId: null,
    to: "ada@globex.example",
    occurredAt: r.deps.clock.now(),
    detail: null,
    isPermanent: false,
  });
  await r.json("DELETE", "/v1/customers/globex", 204);
  r.passHours(1);
  await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: { en: "It is in Spain." } } });
  r.passHours(1);
  await customer(r, "globex", ["ada@globex.example", "bob@globex.example"]);
  await putAgain(r, "globex", ["ada@globex.example", "bob@globex.example"]);
  await putAgain(r, "initech", ["dpo@initech.example"]);
  await r.drain();
  for (const email of ["ada@globex.example", "bob@globex.example", "dpo@initech.example"]) {
    const [, later, ...more] = await r.messages(email);
    expect(later?.text).toContain("It is in Spain.");
    expect(more).toEqual([]);
  }
  await verified(r, number);
});

test("what was withdrawn while it was deleted is told once it is put again, and not after its day", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"]);
  await customer(r, "initech", ["dpo@initech.example"]);
  const number = await announced(r);
  for (const id of ["globex", "initech"]) await r.json("DELETE", `/v1/customers/${id}`, 204);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await r.drain();
  await verified(r, number);
  await customer(r, "globex", ["ada@globex.example"]);
  await putAgain(r, "globex", ["ada@globex.example"]);
  const [withdrawn, ...more] = await subjects(r, "ada@globex.example", 1);
  expect([withdrawn, more]).toEqual([expect.stringContaining("will not be added"), []]);
  await putAgain(r, "globex", ["ada@globex.example"]);
  expect(await subjects(r, "ada@globex.example", 2)).toEqual([]);
  r.setTime("2026-12-31T09:00:00Z");
  await customer(r, "initech", ["dpo@initech.example"]);
  expect(await subjects(r, "dpo@initech.example", 1)).toEqual([]);
  await verified(r, number);
});

test("a contact erased who follows meanwhile hears of the withdrawal once, also when its customer is put again", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"]);
  const number = await announced(r);
  await customer(r, "initech", ["ada@globex.example"]);
  await r.json("DELETE", "/v1/customers/globex", 204);
  await r.json("DELETE", "/v1/customers/initech", 204);
  await r.follower("ada@globex.example");
  await customer(r, "initech", ["ada@globex.example"]);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await customer(r, "globex", ["ada@globex.example"]);
  const sent = await subjects(r, "ada@globex.example");
  expect(sent.filter((subject) => subject.includes("will not be added"))).toHaveLength(1);
  await verified(r, number);
});

test("an import brings back the wait for those it puts again", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"], specific);
  const number = await announced(r);
  await r.json("DELETE", "/v1/customers/globex", 204);
  expect((await verified(r, number)).approvals).toMatchObject({ missing: [], releasedOn: "2026-11-22" });
  const body = "externalId,name,authorisation,email\nglobex,Globex,specific,ada@globex.example\n";
  await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body });
  expect((await verified(r, number)).approvals).toMatchObject({ missing: ["globex"], releasedOn: null });
});

test("whoever a contact named in their place is asked as before, and becomes a contact of the customer put again", async () => {
  const r = await organised();
  await customer(r, "globex", ["old@globex.example", "boss@globex.example"]);
  const [old] = await r.rows("select id from subscribers where email = 'old@globex.example'");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const leaving = `/unsubscribe/${signToken(r.deps.config.tokenSecret, "subscription", String(old?.id), r.deps.clock.now())}`;
  for (const body of ["", "email=new%40globex.example"])
    await r.call("POST", leaving, { key: null, headers: form, body });
  await r.drain();
  const [mail] = await r.messages("new@globex.example");
  await putAgain(r, "globex", ["boss@globex.example"]);
  const [link = ""] = /\/confirm\/[\w-]+/.exec(mail?.text ?? "") ?? [];
  expect(await (await r.get(link, { key: null })).text()).toContain("globex Ltd");
  await r.call("POST", link, { key: null, headers: form, body: "" });
  const { contacts } = await r.json("GET", "/v1/customers/globex", 200);
  expect(contacts.map(({ email }: { email: string }) => email)).toEqual(["boss@globex.example", "new@globex.example"]);
});
