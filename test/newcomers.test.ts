import { describe, expect, test } from "vitest";
import { oweReminders } from "../src/registry/owed/reminders.ts";
import { announced, answer, customer, organised, respondLink, subjects } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

/** Whoever becomes a customer, or uses more, between an announcement and its effect. */

const PRODUCTS = ["app", "api"].map((key) => ({ key, name: key.toUpperCase() }));

/** What is owed late, with whom it is for. */
const late = async (r: Registry) =>
  (
    await r.rows(`select n.change_set, s.email from deliveries d join notices n on n.id = d.notice_id
      join subscribers s on s.id = d.subscriber_id where n.kind = 'late-announcement' order by 1, 2`)
  ).map(({ change_set, email }) => [change_set, email]);

/** A set as the operator sees it, when what is stored and what a pack says of it have been verified. */
async function verified(r: Registry, number: number) {
  await expectProof(r, number);
  return r.json("GET", `/v1/change-sets/${number}`, 200);
}

/** Whom a set concerns and when that began, until when each may object, and what was waited for. */
const concerned = async (r: Registry) =>
  (
    await r.rows(`select external_id as id, since is not null as later, last_day_to_object_on::text as until,
      earliest_effective_on::text as earliest from concerned_customers order by change_set, 1`)
  ).map(({ id, later, until, earliest }) => [id, later, until, earliest]);

/** Another vendor, announced. Gives the set's number. */
async function another(r: Registry): Promise<number> {
  const query = "?announce=true&effectiveOn=2026-12-31";
  const { changeSet } = await r.json("POST", `/v1/vendors${query}`, 201, { body: vendor() });
  await r.drain();
  return changeSet.number;
}

/** The link to answer by in the newest mail to somebody. */
async function link(r: Registry, email: string): Promise<string> {
  await r.drain();
  const [path = ""] = /\/respond\/[\w-]+/.exec((await r.messages(email)).at(-1)?.text ?? "") ?? [];
  return path;
}

const objection = (days: number) => ({ objectionPeriod: { days } });

test("a new customer is told late, until when it may object by its own contract, counted from then; what follows reaches it", async () => {
  const r = await organised({ reminderDays: 3 });
  await customer(r, "old", ["ada@old.example"]);
  await customer(r, "mute", []);
  const number = await announced(r);
  r.setTime("2026-12-05T09:00:00Z");
  await customer(r, "mute", ["dpo@mute.example"]);
  await customer(r, "brief", ["dpo@brief.example"], { noticePeriod: { days: 14 } });
  await customer(r, "new", ["dpo@new.example"], objection(10));
  await customer(r, "long", ["dpo@long.example"], { noticePeriod: { days: 90 }, ...objection(90) });
  await customer(r, "new", ["dpo@new.example"], { ...objection(10), name: "Renamed" });

  expect(await late(r)).toEqual([
    [number, "dpo@brief.example"],
    [number, "dpo@long.example"],
    [number, "dpo@mute.example"],
    [number, "dpo@new.example"],
  ]);
  expect(await concerned(r)).toEqual([
    ["brief", true, "2026-12-19", null],
    ["long", true, "2026-12-30", null], // the eve of the change, which nothing moves
    ["mute", false, "2026-12-21", "2026-12-22"],
    ["new", true, "2026-12-15", null],
    ["old", false, "2026-12-21", "2026-12-22"],
  ]);
  expect(await subjects(r, "dpo@new.example")).toEqual([
    "Acme: HubSpot will be added as a subprocessor on 31 December 2026",
  ]);
  expect((await r.messages("dpo@new.example"))[0]?.text).toContain("15 December 2026");
  // The notice periods from 5 December: of 30 days until 4 January, of 90 until 5 March, of 14 until the 19th.
  const notKept = async (to: string) =>
    /The period of your contract is not kept: by it, (.*?) would/.exec(
      (await r.messages(to))[0]?.text.replace(/\s+/g, " ") ?? "",
    )?.[1];
  const whose = ["new", "mute", "long", "brief"].map((id) => notKept(`dpo@${id}.example`));
  const days = ["5 January 2027", "5 January 2027", "6 March 2027", undefined];
  expect([...(await Promise.all(whose)), await notKept("ada@old.example")]).toEqual([...days, undefined]);
  expect(await verified(r, number)).toMatchObject({ effectiveOn: "2026-12-31", awaitsApproval: false });

  r.setTime("2026-12-13T09:00:00Z");
  await oweReminders(r.deps);
  const path = await link(r, "dpo@new.example");
  expect(await subjects(r, "dpo@new.example", 1)).toHaveLength(1);
  r.setTime("2026-12-16T09:00:00Z");
  await answer(r, path, { kind: "objected", customer: "new", text: "No." });
  expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([{ customer: "new", late: true }]);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  expect(await subjects(r, "dpo@new.example")).toContainEqual(expect.stringContaining("will not be added"));
  await verified(r, number);
});

test("a customer that comes to use a product or region is told of what is to change there, once", async () => {
  const r = await organised({
    products: PRODUCTS,
    hostingRegions: [
      { key: "eu", name: "EU" },
      { key: "us", name: "US" },
    ],
  });
  await customer(r, "a", ["dpo@a.example"], { products: ["api"], hostingRegions: ["eu"] });
  await customer(r, "b", ["dpo@b.example"], { products: ["app"], hostingRegions: ["us"] });
  const body = vendor({}, { products: ["app"], hostingRegions: ["eu"] });
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body });
  expect(await concerned(r)).toEqual([]);

  await customer(r, "a", ["dpo@a.example"], { products: ["api"], hostingRegions: ["us"] });
  expect(await late(r)).toEqual([]);
  await customer(r, "a", ["dpo@a.example"], { products: ["api", "app"], hostingRegions: ["eu"] });
  const file = "externalId,name,products,hostingRegions,email\nb,B,app,,dpo@b.example\nc,C,api,,dpo@c.example\n";
  await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body: file });
  await customer(r, "a", ["dpo@a.example"], { products: [], hostingRegions: [] });
  expect(await late(r)).toEqual([
    [1, "dpo@a.example"],
    [1, "dpo@b.example"],
  ]);
  await verified(r, 1);
});

test("what it was told and has approved is not told as new, nor asked again, when it comes to use more", async () => {
  const r = await organised({ products: PRODUCTS });
  const terms = { authorisation: "specific", name: "A" };
  await customer(r, "a", ["dpo@a.example"], { ...terms, products: ["api"] });
  const of = (name: string, product: string) => vendor({ name }, { products: [product] });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: of("Zeta", "api") });
  const number: number = changeSet.number;
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: of("Eta", "app") });
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
  await r.drain();
  r.passHours(1);
  await answer(r, await link(r, "dpo@a.example"), { kind: "approved", customer: "a" });
  await r.drain();
  r.passHours(1);
  const before = (await r.messages("dpo@a.example")).length;

  await customer(r, "a", ["dpo@a.example"], { ...terms, products: ["api", "app"] });

  const [told, ...more] = await subjects(r, "dpo@a.example", before);
  expect(more).toEqual([]);
  expect(told).toContain("Eta");
  const mail = (await r.messages("dpo@a.example")).at(-1)?.text.replace(/\s+/g, " ") ?? "";
  expect(mail).not.toContain("Zeta");
  expect(mail).toContain("What we told you of that announcement before stands, and so does your answer to it.");
  expect(mail).not.toMatch(/do(es)? not concern you/);
  const { changes } = await verified(r, number);
  const waits = changes.map((each: { vendor: string; awaitsApproval: boolean }) => [each.vendor, each.awaitsApproval]);
  expect(waits).toEqual([
    ["eta", true],
    ["zeta", false],
  ]);
});

test("an import of many is one notice for each set, however many sets there are", async () => {
  const r = await organised();
  const sets = [await announced(r), await another(r)];
  const lines = Array.from({ length: 500 }, (_, index) => `c${index},Customer ${index},dpo@c${index}.example`);
  const body = ["externalId,name,email", ...lines].join("\n");
  await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body });
  expect(
    await r.rows(`select change_set, count(*)::int as mails, count(distinct notice_id)::int as notices
      from deliveries join notices on notices.id = notice_id where kind = 'late-announcement' group by 1 order by 1`),
  ).toEqual(sets.map((change_set) => ({ change_set, mails: 500, notices: 1 })));
  const [entry] = await r.rows("select data from audit_log where action = 'change-set.joined' limit 1");
  expect(JSON.parse(String(entry?.data))).toMatchObject({ customers: 500 });
  await verified(r, sets[0] ?? 0);
});

describe("a new customer whose contract asks for its approval", () => {
  const specific = { authorisation: "specific" };

  test("is waited for, though nobody was before; once it has approved, the change takes effect on its date", async () => {
    const r = await organised();
    const number = await announced(r);
    await customer(r, "new", ["dpo@new.example"], specific);
    expect(await verified(r, number)).toMatchObject({
      awaitsApproval: true,
      approvals: { required: ["new"], missing: ["new"], releasedOn: null },
    });
    r.setTime("2027-01-05T09:00:00Z");
    expect(await verified(r, number)).toMatchObject({ state: "announced" });
    expect((await answer(r, await link(r, "dpo@new.example"), { kind: "approved", customer: "new" })).status).toBe(200);
    expect(await verified(r, number)).toMatchObject({ state: "effective", effectiveOn: "2027-01-05" });
  });

  test("makes a set that others have approved wait again, and one that an operator let go on does not", async () => {
    const r = await organised();
    await customer(r, "old", ["ada@old.example"], specific);
    const [number, waived] = [await announced(r), await another(r)];
    const paths = (await r.messages("ada@old.example")).map(({ text }) => /\/respond\/[\w-]+/.exec(text)?.[0] ?? "");
    for (const path of paths.slice(0, 1)) await answer(r, path, { kind: "approved", customer: "old" });
    await r.json("POST", `/v1/change-sets/${waived}/waive-approvals`, 200, { body: { reason: "By telephone." } });
    expect((await verified(r, number)).approvals.releasedOn).toBe("2026-11-21");

    await customer(r, "new", ["dpo@new.example"], specific);
    expect((await verified(r, number)).approvals).toMatchObject({ missing: ["new"], releasedOn: null });
    expect((await verified(r, waived)).approvals).toMatchObject({ missing: ["new", "old"], releasedOn: "2026-11-21" });
    expect(await late(r)).toHaveLength(2);
  });
});

test("nobody is told of what is in force, withdrawn, a draft or only editorial; and of what nothing waits for without a day", async () => {
  const r = await organised();
  const inForce = await announced(r, "2026-12-22");
  const withdrawn = await another(r);
  await r.json("POST", `/v1/change-sets/${withdrawn}/withdraw`, 200, { body: {} });
  const body = { website: "https://new.example" };
  await r.json("PATCH", "/v1/vendors/hubspot?announce=true&effectiveOn=2027-06-30", 200, { body });
  await r.json("POST", "/v1/vendors?effectiveOn=2027-06-30", 201, { body: vendor() });
  r.setTime("2026-12-22T09:00:00Z");
  const { changeSet } = await r.json("DELETE", "/v1/vendors/hubspot?announce=true&effectiveOn=2027-06-30", 200);
  await customer(r, "new", ["dpo@new.example"]);
  expect(inForce).toBe(1);
  expect(await late(r)).toEqual([[changeSet.number, "dpo@new.example"]]);
  expect(await concerned(r)).toEqual([["new", true, null, null]]);
  await verified(r, changeSet.number);
});

test("whom a set came to concern, and when, cannot be rewritten unseen", async () => {
  const r = await organised();
  await announced(r);
  await customer(r, "one", ["dpo@one.example"]);
  r.passHours(1);
  await customer(r, "two", ["dpo@two.example"]);
  for (const change of [
    "update concerned_customers set since = null where external_id = 'one'",
    "update concerned_customers set since = (select max(since) from concerned_customers)",
    "update concerned_customers set since = '2026-11-25' where external_id = 'two'",
    "update concerned_customers set last_day_to_object_on = '2026-12-30' where external_id = 'two'",
    "delete from concerned_customers where external_id = 'two'",
  ]) {
    await expect(r.rows(change), change).rejects.toThrow();
    await r.rows("alter table concerned_customers disable trigger user");
    await r.rows("create table kept as select * from concerned_customers");
    await r.rows(change);
    const { ok, bad } = await r.json("GET", "/v1/audit/verify", 200);
    expect({ ok, bad }, change).toMatchObject({ ok: false, bad: [{ table: "customer", id: "change-set:1" }] });
    await r.rows("delete from concerned_customers");
    await r.rows("insert into concerned_customers select * from kept");
    await r.rows("drop table kept");
    await r.rows("alter table concerned_customers enable trigger user");
  }
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

describe("a customer that comes while a change is held, and has no day", () => {
  /** Announced for 31 December to a customer whose approval is missing; on 5 January others come. */
  async function held() {
    const r = await organised({ hostingRegions: [{ key: "eu", name: "EU" }] });
    await customer(r, "strict", ["dpo@strict.example"], { authorisation: "specific" });
    const number = await announced(r);
    r.setTime("2027-01-05T09:00:00Z");
    await customer(r, "firm", ["dpo@firm.example"], { onObjection: "suspends" });
    await customer(r, "easy", ["dpo@easy.example"], { objectUntilEffect: { daysBefore: 5 } });
    const say = async (id: string, kind: string) => {
      const path =
        id === "strict" ? await respondLink(r, "dpo@strict.example", number) : await link(r, `dpo@${id}.example`);
      expect((await answer(r, path, { kind, customer: id, text: "No." })).status).toBe(200);
    };
    return { r, number, say };
  }
  const told = async (r: Registry, to: string) => {
    await r.drain();
    return (await r.messages(to)).map(({ text }) => text.replace(/\s+/g, " "));
  };

  test("may object until the eve of its effect, which it is told: never once it is in force", async () => {
    const { r, number, say } = await held();
    const [firm] = await told(r, "dpo@firm.example");
    expect(firm).toContain("You can object until: the day before it takes effect");
    expect((await told(r, "dpo@easy.example"))[0]).toContain("You can object until: 5 days before it takes effect");
    const page = await (await r.get(await link(r, "dpo@firm.example"), { key: null })).text();
    expect(page).toContain("the day before it takes effect");
    expect(page).toContain("holds what concerns you until it is resolved");
    r.setTime("2027-01-06T09:00:00Z");
    await say("strict", "approved");
    expect(await verified(r, number)).toMatchObject({ state: "announced", effectiveOn: "2027-01-11" });
    const until = async (id: string) => (await told(r, `dpo@${id}.example`)).at(-1);
    expect(await until("firm")).toContain("You can object until: 10 January 2027");
    expect(await until("easy")).toContain("You can object until: 6 January 2027");
    r.setTime("2027-01-11T09:00:00Z");
    await say("firm", "objected");
    expect((await r.json("GET", "/v1/responses?kind=objected", 200)).data).toMatchObject([{ late: true, holds: [] }]);
    expect(await verified(r, number)).toMatchObject({ state: "effective" });
  });

  test("is told as well of what builds on it, and has no day either", async () => {
    const r = await organised({ hostingRegions: ["eu", "us"].map((key) => ({ key, name: key })) });
    const strict = { authorisation: "specific", hostingRegions: ["eu"] };
    await customer(r, "strict", ["dpo@strict.example"], strict);
    await customer(r, "old", ["dpo@old.example"]);
    await announced(r);
    const { services } = await r.json("GET", "/v1/vendors/hubspot", 200);
    const further = { ...services[0], key: "us", purpose: "Backups", hostingRegions: ["us"] };
    const path = "/v1/vendors/hubspot?announce=true&effectiveOn=2027-01-02";
    await r.json("PATCH", path, 200, { body: { services: [...services, further] } });
    await r.json("PATCH", path, 200, { body: { certifications: [{ name: "ISO/IEC 27001" }] } });
    r.setTime("2027-01-15T09:00:00Z");
    await customer(r, "easy", ["dpo@easy.example"], { objectUntilEffect: { daysBefore: 5 } });
    const mails = await told(r, "dpo@easy.example");
    expect(mails).toHaveLength(3);
    expect(mails.filter((text) => text.includes("You can object until: 5 days before it takes effect"))).toHaveLength(
      2,
    );
  });

  test("holds it by an objection where its contract says so, until that is resolved", async () => {
    const { r, number, say } = await held();
    r.setTime("2027-01-10T09:00:00Z");
    await say("firm", "objected");
    await say("strict", "approved");
    expect((await r.json("GET", "/v1/responses?kind=objected", 200)).data).toMatchObject([
      { late: false, holds: ["hubspot"] },
    ]);
    expect(await verified(r, number)).toMatchObject({ state: "announced", awaitsApproval: true });
  });
});

test("no newcomer has an earlier last day than all were given by a postponement, nor another than its contract counts from the effect", async () => {
  const r = await organised();
  await customer(r, "old", ["ada@old.example"]);
  const number = await announced(r);
  await customer(r, "until", ["dpo@until.example"], { objectUntilEffect: { daysBefore: 3 } });
  expect((await concerned(r)).at(-1)).toEqual(["until", true, "2026-12-28", null]);
  const body = { effectiveOn: "2027-03-01", lastDayToObjectOn: "2027-02-20", reason: "Later." };
  await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body });
  r.passHours(24);
  await customer(r, "later", ["dpo@later.example"]);
  expect((await concerned(r))[0]).toEqual(["later", true, "2027-02-20", null]);
  await verified(r, number);
});
