import { describe, expect, test } from "vitest";
import { answer as respond, respondLink } from "./setup/answering.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

const NOW = "2026-03-01T09:00:00Z";
const REASON = "The contract is not signed yet.";

/** A registry where Zeta is announced for 10 April, and Eta, for the app alone, in the same set. */
async function announced(more: { approval?: boolean; customers?: Record<string, object> } = {}) {
  const r = await registry({ now: NOW });
  const period = { days: 30, basis: "calendar" };
  const products = [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ];
  const own = { noticePeriod: period, objectionPeriod: period, products };
  await r.organisation({ name: "Firma", privacyEmail: "p@firma.example", timeZone: "UTC", ...own });
  await customer(r, "all", more.approval ? { authorisation: "specific" } : {});
  await customer(r, "shop", { products: ["shop"], objection: { days: 35 } });
  for (const [id, terms] of Object.entries(more.customers ?? {})) {
    const body = { name: id, contacts: [{ email: `dpo@${id}.example` }], ...terms };
    await r.json("PUT", `/v1/customers/${id}`, 201, { body });
  }
  await r.json("POST", "/v1/subscribers", 201, { body: { email: "reader@follower.example", confirmed: true } });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Zeta" }) });
  const service = {
    key: "main",
    purpose: "Hosting",
    locations: [{ country: "US" }],
    safeguards: [{ mechanism: "scc", module: 3 }],
    products: ["app"],
  };
  await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, {
    body: vendor({ name: "Eta", services: [service] }),
  });
  const number: number = changeSet.number;
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
  await r.drain();
  r.setTime("2026-03-10T09:00:00Z");
  return { r, number, path: `/v1/change-sets/${number}` };
}

const postpone = (r: Registry, path: string, body: object) =>
  r.json("POST", `${path}/postpone`, 200, { body: { reason: REASON, ...body } });

const calendarOf = async (r: Registry, number: number) =>
  (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text();

const listed = async (r: Registry, at: string): Promise<string[]> =>
  (await r.json("GET", `/v1/vendors?at=${at}`, 200)).data.map(({ slug }: { slug: string }) => slug);

describe("a set that is postponed", () => {
  test("takes effect on the later day: on the list, the page, in the file and the calendar, whose sequence grows", async () => {
    const { r, number, path } = await announced();
    expect(await calendarOf(r, number)).toContain("SEQUENCE:0");

    const set = await postpone(r, path, { effectiveOn: "2026-05-15" });

    expect(set).toMatchObject({
      state: "announced",
      effectiveOn: "2026-05-15",
      plannedOn: "2026-04-10",
      lastDayToObjectOn: "2026-03-31",
      postponements: [{ effectiveOn: "2026-05-15", lastDayToObjectOn: null, reason: REASON, changes: ["eta", "zeta"] }],
    });
    expect(await listed(r, "2026-05-14")).toEqual([]);
    expect(await listed(r, "2026-05-15")).toEqual(["eta", "zeta"]);
    const page = await (await r.get(`/changes/${number}`, { key: null })).text();
    expect(page).toContain("15 May 2026");
    expect(page).toContain(REASON);
    const file = await r.json("GET", "/subprocessors.json", 200);
    expect(file.upcoming[0]).toMatchObject({ effectiveOn: "2026-05-15" });
    const calendar = await calendarOf(r, number);
    expect(calendar).toContain("DTSTART;VALUE=DATE:20260515");
    const unfolded = calendar.replace(/\r\n /g, "");
    expect(unfolded).toMatch(
      /DTSTART;VALUE=DATE:20260515[\s\S]*?DESCRIPTION:[^\n]*\\n15 May 2026\\, start of day UTC\r\n/,
    );
    expect(unfolded).toMatch(/DESCRIPTION:[^\n]*\\n31 March 2026\\, end of day UTC\r\n/);
    expect(calendar).toContain("SEQUENCE:3");
    await expectProof(r, number);
    r.passHours(1);
    const again = await postpone(r, path, { effectiveOn: "2026-06-01" });
    expect(again).toMatchObject({ effectiveOn: "2026-06-01", plannedOn: "2026-04-10" });
    expect(again.postponements).toHaveLength(2);
    expect(await calendarOf(r, number)).toContain("SEQUENCE:5");
    await expectProof(r, number);
    r.setTime("2026-06-01T09:00:00Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ state: "effective" });
  });

  test("is told to those who were told of it: from when, to when, why, and until when they may object", async () => {
    const { r, number, path } = await announced();
    await postpone(r, path, { effectiveOn: "2026-05-15" });
    await r.drain();
    for (const email of ["dpo@all.example", "dpo@shop.example", "reader@follower.example"]) {
      const [, mail, ...more] = await r.messages(email);
      expect(more).toEqual([]);
      expect(mail?.subject).toMatch(/postponed to 15 May 2026/);
      const text = mail?.text.replace(/\s+/g, " ") ?? "";
      expect(text).toContain("to take effect on 10 April 2026");
      expect(text).toMatch(/effect later: on 15 May 2026\. Nothing else about (it|them) changes\./);
      expect(text).toContain(REASON);
    }
    const [, shop] = await r.messages("dpo@shop.example");
    expect(shop?.text).toContain("stays as it was: 5 April 2026");
    expect(shop?.text).not.toContain("Eta");
    await expectProof(r, number);
  });

  test("may be objected to for longer only where that is said; whose own day is later keeps it", async () => {
    const { r, number, path } = await announced();
    const set = await postpone(r, path, { effectiveOn: "2026-05-15", lastDayToObjectOn: "2026-04-03" });
    expect(set).toMatchObject({ lastDayToObjectOn: "2026-04-03" });
    const { customers } = await r.json("GET", `${path}/evidence`, 200);
    expect(customers).toMatchObject([
      { externalId: "all", lastDayToObjectOn: "2026-03-31", extendedTo: "2026-04-03" },
      { externalId: "shop", lastDayToObjectOn: "2026-04-05", extendedTo: null },
    ]);
    expect(await calendarOf(r, number)).toContain("DTSTART;VALUE=DATE:20260403");
    await r.drain();
    const moved = (await r.messages("dpo@all.example"))[1]?.text;
    expect(moved).toContain("You can object until 3 April 2026");
    expect(moved).not.toContain("Nothing else");
    r.setTime("2026-04-03T20:00:00Z");
    const link = await respondLink(r, "dpo@all.example", number);
    const objection = { kind: "objected", customer: "all", text: "Not yet." };
    expect((await respond(r, link, objection)).status).toBe(200);
    expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([
      { late: false, lastDayToObjectOn: "2026-04-03" },
    ]);
    await expectProof(r, number);
  });

  test("may be objected to until as many days before the later day, where a contract says so", async () => {
    const noticePeriod = { days: 30 };
    const { r, number, path } = await announced({
      customers: {
        until: { noticePeriod, objectUntilEffect: { daysBefore: 10 } },
        west: { noticePeriod, objectUntilEffect: {}, timeZone: "America/Los_Angeles" },
      },
    });
    const lastDays = async () => {
      const { customers } = await r.json("GET", `${path}/evidence`, 200);
      return Object.fromEntries(
        customers.map((each: Record<string, string>) => [each.externalId, each.extendedTo ?? each.lastDayToObjectOn]),
      );
    };
    expect(await lastDays()).toEqual({
      all: "2026-03-31",
      shop: "2026-04-05",
      until: "2026-03-31",
      west: "2026-04-08",
    });

    // Zeta still takes effect on 10 April: until then, and not longer, one may object to what concerns them.
    await postpone(r, path, { effectiveOn: "2026-04-20", changes: ["eta"] });
    expect(await lastDays()).toMatchObject({ until: "2026-03-31", west: "2026-04-08" });
    r.setTime("2026-04-09T12:00:00Z");
    await postpone(r, path, { effectiveOn: "2026-05-15" });
    expect(await lastDays()).toEqual({
      all: "2026-03-31",
      shop: "2026-04-05",
      until: "2026-05-05",
      west: "2026-05-13",
    });

    await r.drain();
    const told = async (email: string) => (await r.messages(email)).at(-1)?.text.replace(/\s+/g, " ");
    expect(await told("dpo@until.example")).toContain("You can object until 5 May 2026, end of day UTC.");
    expect(await told("dpo@until.example")).not.toContain("Nothing else");
    expect(await told("dpo@west.example")).toContain("You can object until 13 May 2026, end of day in Los Angeles.");
    expect(await told("dpo@all.example")).toContain("was 31 March 2026, end of day UTC; that does not change.");
    r.setTime("2026-05-14T06:59:59Z"); // a second to midnight in Los Angeles
    const link = await respondLink(r, "dpo@west.example", number);
    await respond(r, link, { kind: "objected", customer: "west", text: "Not yet." });
    expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([{ late: false }]);
    await expectProof(r, number);
  });

  test("moves no last day that a contract counts from the effect beyond one that is said, nor the other way round", async () => {
    const customers = { until: { noticePeriod: { days: 30 }, objectUntilEffect: { daysBefore: 10 } } };
    const { r, number, path } = await announced({ customers });
    await postpone(r, path, { effectiveOn: "2026-05-15", lastDayToObjectOn: "2026-05-10" });
    r.passHours(1);
    await postpone(r, path, { effectiveOn: "2026-06-15" });
    const { customers: concerned } = await r.json("GET", `${path}/evidence`, 200);
    expect(concerned).toMatchObject([
      { externalId: "all", extendedTo: "2026-05-10" },
      { externalId: "shop", extendedTo: "2026-05-10" },
      { externalId: "until", objectUntilEffect: { daysBefore: 10 }, extendedTo: "2026-06-05" },
    ]);
    await expectProof(r, number);
    await r.rows(`set session_replication_role = replica;
      update concerned_customers set last_day_to_object_on = '2026-06-14' where external_id = 'until';
      set session_replication_role = origin`);
    const { bad } = await r.json("GET", "/v1/audit/verify", 200);
    expect(bad).toMatchObject([{ table: "customer", reason: expect.stringMatching(/object until/) }]);
  });

  test("of several changes those that are named: each has its own day then, and only whom they concern hear of it", async () => {
    const { r, number, path } = await announced();
    const set = await postpone(r, path, { effectiveOn: "2026-05-15", changes: ["eta"] });
    expect(set).toMatchObject({
      effectiveOn: "2026-05-15",
      changes: [
        { vendor: "eta", effectiveOn: "2026-05-15", postponedTo: "2026-05-15" },
        { vendor: "zeta", effectiveOn: "2026-04-10", postponedTo: null },
      ],
    });
    await r.drain();
    expect(await r.messages("dpo@shop.example")).toHaveLength(1);
    const [, mail] = await r.messages("dpo@all.example");
    expect(mail?.subject).toContain("the change concerning Eta is postponed to 15 May 2026");
    expect(mail?.text).not.toContain("Zeta");
    r.setTime("2026-04-10T09:00:00Z");
    expect(await listed(r, "2026-04-10")).toEqual(["zeta"]);
    const rest = await postpone(r, path, { effectiveOn: "2026-06-15" });
    expect(rest.postponements.at(-1)).toMatchObject({ changes: ["eta"] });
    await expectProof(r, number);
  });

  test("of changes that had different days says of each the day that it had, and so does what withdraws them", async () => {
    const { r, path } = await announced();
    await postpone(r, path, { effectiveOn: "2026-05-15", changes: ["eta"] });
    r.setTime("2026-03-11T09:00:00Z");
    await postpone(r, path, { effectiveOn: "2026-06-15" });
    const newest = async (email: string) => {
      await r.drain();
      return (await r.messages(email)).at(-1)?.text.replace(/\s+/g, " ");
    };
    const text = await newest("dpo@all.example");
    expect(text).toContain("On 1 March 2026 we announced changes. They take effect later: on 15 June 2026.");
    expect(text).toContain("were to take effect on these days: - Zeta: 10 April 2026 - Eta: 15 May 2026");
    await r.json("POST", `${path}/withdraw`, 200, { body: {} });
    expect(await newest("dpo@all.example")).toContain("On 1 March 2026 we announced changes for 10 April 2026, and");
  });

  test("what was published before stays provable, and the list of a past day is what it was", async () => {
    const { r, number, path } = await announced();
    const before = await r.rows("select number, content, hash from snapshots order by number");
    const past = await r.json("GET", "/subprocessors.json?at=2026-03-05", 200);
    await postpone(r, path, { effectiveOn: "2026-05-15" });
    const after = await r.rows("select number, content, hash from snapshots order by number");
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await r.json("GET", "/subprocessors.json?at=2026-03-05", 200)).vendors).toEqual(past.vendors);
    const [last] = await r.rows("select cause, content from snapshots order by number desc limit 1");
    expect(last?.cause).toBe(`change-set.postponed:${number}`);
    expect(JSON.parse(String(last?.content)).upcoming).toMatchObject([
      { slug: "eta", effectiveOn: "2026-05-15" },
      { slug: "zeta", effectiveOn: "2026-05-15" },
    ]);
  });

  test("goes on waiting for an approval, and is in force on the later day once it is given", async () => {
    const { r, number, path } = await announced({ approval: true });
    expect(await postpone(r, path, { effectiveOn: "2026-05-15" })).toMatchObject({ awaitsApproval: true });
    const link = await respondLink(r, "dpo@all.example", number);
    await respond(r, link, { kind: "approved", customer: "all" });
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, effectiveOn: "2026-05-15" });
    await expectProof(r, number);
  });

  test("can be withdrawn until the later day", async () => {
    const { r, number, path } = await announced();
    await postpone(r, path, { effectiveOn: "2026-05-15" });
    r.setTime("2026-05-01T09:00:00Z");
    await r.json("POST", `${path}/withdraw`, 200, { body: {} });
    expect(await calendarOf(r, number)).toContain("SEQUENCE:4");
    await expectProof(r, number);
  });
});

describe("is refused, and changes nothing", () => {
  test.each([
    ["a day that is not later", { effectiveOn: "2026-04-10" }, "invalid-request", "/effectiveOn"],
    ["a day in the past", { effectiveOn: "2026-02-01" }, "effective-date-in-the-past", "/effectiveOn"],
    ["no day", { effectiveOn: null }, "invalid-request", "/effectiveOn"],
    ["no reason", { effectiveOn: "2026-05-15", reason: "" }, "invalid-request", "/reason"],
    [
      "a vendor it does not have",
      { effectiveOn: "2026-05-15", changes: ["eta", "other"] },
      "invalid-request",
      "/changes/1",
    ],
    ["no change", { effectiveOn: "2026-05-15", changes: [] }, "invalid-request", "/changes"],
    [
      "a last day to object that is not later",
      { effectiveOn: "2026-05-15", lastDayToObjectOn: "2026-03-31" },
      "invalid-request",
      "/lastDayToObjectOn",
    ],
    [
      "a last day to object on which it is in force",
      { effectiveOn: "2026-05-15", lastDayToObjectOn: "2026-05-15" },
      "invalid-request",
      "/lastDayToObjectOn",
    ],
    [
      "a last day to object on which another change is in force",
      { effectiveOn: "2026-05-15", changes: ["eta"], lastDayToObjectOn: "2026-04-10" },
      "invalid-request",
      "/lastDayToObjectOn",
    ],
  ])("%s", async (_, body, slug, pointer) => {
    const { r, path } = await announced();
    const before = await r.stored();
    const problem = await expectProblem(await r.post(`${path}/postpone`, { reason: REASON, ...body }), 422, slug);
    expect(problem.errors).toMatchObject([{ pointer }]);
    expect(await r.stored()).toEqual(before);
  });

  test("what is a draft, withdrawn, or in force", async () => {
    const { r, path } = await announced();
    const body = { effectiveOn: "2026-05-15", reason: REASON };
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    await expectProblem(await r.post(`/v1/change-sets/${changeSet.number}/postpone`, body), 409, "not-announced");
    await expectProblem(await r.post("/v1/change-sets/99/postpone", body), 404, "not-found");
    r.setTime("2026-04-10T09:00:00Z");
    await expectProblem(await r.post(`${path}/postpone`, body), 409, "already-effective");
    await expectProblem(await r.post(`${path}/postpone`, { ...body, changes: ["eta"] }), 409, "already-effective");
  });

  test("a second one at the same instant, which its order could not be told from", async () => {
    const { r, path } = await announced();
    const body = { effectiveOn: "2026-05-15", reason: REASON };
    const later = { ...body, effectiveOn: "2026-05-16" };
    // The time stands still between them.
    expect((await r.post(`${path}/postpone`, body)).status).toBe(200);
    await expectProblem(await r.post(`${path}/postpone`, later), 412, "stale-version");
    r.passHours(1);
    await postpone(r, path, { effectiveOn: "2026-05-17" });
  });

  test("what a later change builds on before that day: its readers were told of their own", async () => {
    const { r, path } = await announced();
    const later = await r.json("PATCH", "/v1/vendors/zeta?announce=true&effectiveOn=2026-04-20", 200, {
      body: { country: "US" },
    });
    const body = { effectiveOn: "2026-05-15", reason: REASON };
    await expectProblem(await r.post(`${path}/postpone`, body), 409, "later-change-exists");
    await postpone(r, `/v1/change-sets/${later.changeSet.number}`, { effectiveOn: "2026-05-15" });
    await postpone(r, path, { effectiveOn: "2026-05-15" });
  });
});

test.each([
  ["update postponements set effective_on = effective_on + 1", "change-set", /postponed/],
  ["update changes set postponed_to = postponed_to + 1 where postponed_to is not null", "change-set", /postponed/],
  ["update changes set postponed_to = null", "change-set", /postponed/],
  ["update change_sets set objection_extended_to = objection_extended_to + 1", "change-set", /objected to until/],
  [
    "update concerned_customers set last_day_to_object_on = last_day_to_object_on + 1",
    "customer",
    /object until|terms/,
  ],
  ["delete from postponements", "change-set", /postponed/],
] as const)("what was postponed is as recorded, and else it is found: %s", async (statement, table, reason) => {
  const { r, path } = await announced();
  await postpone(r, path, { effectiveOn: "2026-05-15", lastDayToObjectOn: "2026-04-08" });
  await r.rows(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`);
  const { bad } = await r.json("GET", "/v1/audit/verify", 200);
  expect(bad).toMatchObject([{ table, reason: expect.stringMatching(reason) }]);
});
