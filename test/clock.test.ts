import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ObjectionPeriod, Period } from "../src/model/values/period.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** A draft that adds a vendor: material, so it waits. Gives its path. */
async function drafted(r: Registry, query = "", service: Record<string, unknown> = {}): Promise<string> {
  const { changeSet } = await r.json("POST", `/v1/vendors${query}`, 201, { body: vendor({}, service) });
  return `/v1/change-sets/${changeSet.number}`;
}

const days = (count: number, more: Partial<Period> = {}) => ({ days: count, ...more });
const business = (count: number, more: Partial<Period> = {}) => days(count, { basis: "business", ...more });

const christmas = ["2026-12-25", "2027-01-01"];
const easter = ["2026-04-03", "2026-04-06"];

// Every date here was worked out by hand on a calendar.
describe("the earliest date is the one the slowest contract allows", () => {
  test.each([
    ["30 calendar days", "2026-11-21T09:00:00Z", { notice: days(30) }, "2026-12-22"],
    ["10 business days over Christmas and New Year", "2026-12-18T09:00:00Z", { notice: business(10) }, "2027-01-06"],
    ["3 business days over Easter, from a Wednesday", "2026-04-01T09:00:00Z", { notice: business(3) }, "2026-04-09"],
    ["1 business day from Maundy Thursday", "2026-04-02T09:00:00Z", { notice: business(1) }, "2026-04-08"],
    ["10 calendar days, Easter or not", "2026-04-01T09:00:00Z", { notice: days(10) }, "2026-04-12"],
    [
      "received on a Sunday after 3 days, then 2 business days",
      "2026-12-24T09:00:00Z",
      { notice: business(2, { deemedReceiptDays: 3 }) },
      "2026-12-30",
    ],
    [
      "received on Christmas Day, then 1 business day",
      "2026-12-23T09:00:00Z",
      { notice: business(1, { deemedReceiptDays: 2 }) },
      "2026-12-29",
    ],
    ["announced at 23:59:59 in Paris", "2026-11-21T22:59:59Z", { notice: days(30) }, "2026-12-22"],
    ["announced a second later", "2026-11-21T23:00:00Z", { notice: days(30) }, "2026-12-23"],
    ["announced as summer time begins", "2026-03-28T23:00:00Z", { notice: days(5) }, "2026-04-04"],
    ["at 23:59:59 on the day of 23 hours", "2026-03-29T21:59:59Z", { notice: days(5) }, "2026-04-04"],
    ["a second later, in summer time", "2026-03-29T22:00:00Z", { notice: days(5) }, "2026-04-05"],
    ["over the day of 23 hours", "2026-03-27T22:59:59Z", { notice: days(5) }, "2026-04-02"],
    ["at 00:00:00 on the day of 25 hours", "2026-10-24T22:00:00Z", { notice: days(5) }, "2026-10-31"],
    ["in the second 02:30 of that day", "2026-10-25T01:30:00Z", { notice: days(5) }, "2026-10-31"],
    ["at 23:59:59 of that day", "2026-10-25T22:59:59Z", { notice: days(5) }, "2026-10-31"],
    ["a second later, in winter time", "2026-10-25T23:00:00Z", { notice: days(5) }, "2026-11-01"],
    ["that ends on a leap day", "2028-01-30T09:00:00Z", { notice: days(30) }, "2028-03-01"],
    ["announced on a leap day", "2028-02-29T09:00:00Z", { notice: days(30) }, "2028-03-31"],
    ["shorter than the organisation's own, which holds", "2026-11-21T09:00:00Z", { notice: days(1) }, "2026-11-24"],
    ["that the contract leaves to the organisation", "2026-11-21T09:00:00Z", {}, "2026-11-24"],
    ["a longer time to object, which holds", "2026-11-21T09:00:00Z", { objection: days(90) }, "2027-02-20"],
    [
      "a longer time to object that may outlast the notice",
      "2026-11-21T09:00:00Z",
      { objection: { ...days(90), mayOutlastNotice: true } },
      "2026-11-24",
    ],
    [
      "a time to object that ends before the notice",
      "2026-11-21T09:00:00Z",
      { notice: days(30), objection: days(5) },
      "2026-12-22",
    ],
  ])("%s", async (_, now, terms, earliest) => {
    const r = await registry({ now });
    await r.organisation({ noticePeriod: days(2), holidays: [...easter, ...christmas] });
    await customer(r, "slow", terms);

    await expectEarliest(r, earliest);
  });

  test.each([
    ["Pacific/Auckland", "2026-11-21T10:59:59Z", "2026-12-22"],
    ["Pacific/Auckland", "2026-11-21T11:00:00Z", "2026-12-23"],
    ["America/Los_Angeles", "2026-11-22T07:59:59Z", "2026-12-22"],
    ["America/Los_Angeles", "2026-11-22T08:00:00Z", "2026-12-23"],
  ])("the day it is announced on is the one it is in %s at %s", async (timeZone, now, earliest) => {
    const r = await registry({ now });
    await r.organisation({ timeZone, noticePeriod: days(2) });
    await customer(r, "slow", { notice: days(30) });

    await expectEarliest(r, earliest);
  });

  test("takes effect with the first second of its day, where the organisation is", async () => {
    const r = await registry({ now: "2026-10-20T09:00:00Z" });
    await r.organisation({ noticePeriod: days(5) });
    const path = await drafted(r, "?effectiveOn=2026-10-26");
    await r.json("POST", `${path}/announce`, 200, { body: {} });

    r.setTime("2026-10-25T22:59:59Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ state: "announced" });
    r.setTime("2026-10-25T23:00:00Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ state: "effective" });
  });

  test("a 29 February that does not exist is no date", async () => {
    const r = await registry({ now: "2027-01-01T09:00:00Z" });
    const path = await drafted(r);

    await expectProblem(
      await r.post(`${path}/announce`, { effectiveOn: "2027-02-29" }),
      422,
      "invalid-request",
      "/effectiveOn",
    );
  });
});

/** The preview says it, the day before is refused with it, and it is taken. */
async function expectEarliest(r: Registry, earliest: string) {
  const path = await drafted(r);
  expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({ earliestEffectiveOn: earliest });
  const before = new Date(Date.parse(earliest) - 86_400_000).toISOString().slice(0, 10);
  const refused = await r.post(`${path}/announce`, { effectiveOn: before });
  expect(await expectProblem(refused, 422, "effective-date-too-early", "/effectiveOn")).toMatchObject({ earliest });
  const undated = await r.post(`${path}/announce`, {});
  expect(await expectProblem(undated, 422, "no-effective-date")).toMatchObject({ earliest });
  expect(await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: earliest } })).toMatchObject({
    effectiveOn: earliest,
    emergency: null,
  });
}

describe("who decides the date", () => {
  test("is named in the preview, with the date it would be without them", async () => {
    const r = await registry({ now: "2026-11-23T09:00:00Z" });
    await r.organisation({ noticePeriod: days(10), holidays: christmas });
    await customer(r, "quick", { notice: days(1) });
    await customer(r, "month", { notice: days(30) });
    await customer(r, "slow", { notice: days(45), name: "Slow & Sons" });
    const path = await drafted(r);

    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2027-01-08",
      decidedBy: [
        { customer: "slow", name: "Slow & Sons", earliestEffectiveOn: "2027-01-08", withoutIt: "2026-12-24" },
      ],
      totals: { decidedBy: 1 },
    });
    await r.rows("delete from customers where external_id = 'slow'");
    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2026-12-24",
      decidedBy: [{ customer: "month", withoutIt: "2026-12-04" }],
    });
  });

  test("is everyone with the latest date: without one of them it stays", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await r.organisation({ noticePeriod: days(10) });
    await customer(r, "b", { notice: days(30) });
    await customer(r, "a", { notice: days(28, { deemedReceiptDays: 2 }) });
    const path = await drafted(r);

    expect((await r.json("GET", `${path}/preview`, 200)).decidedBy).toMatchObject([
      { customer: "a", withoutIt: "2026-12-22" },
      { customer: "b", withoutIt: "2026-12-22" },
    ]);
  });

  test("is nobody where the organisation's own notice period is as long", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await customer(r, "same", { notice: days(30) });
    await customer(r, "own");
    const path = await drafted(r);

    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2026-12-22",
      decidedBy: [],
      totals: { decidedBy: 0 },
    });
  });

  test("of very many, a hundred are named", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await r.rows(`insert into customers (external_id, name, notice_period, created_at, updated_at)
      select 'c' || i, 'Customer ' || i, '{"days": 60, "basis": "calendar", "deemedReceiptDays": 0}', now(), now()
      from generate_series(1, 130) i`);
    const path = await drafted(r);

    const preview = await r.json("GET", `${path}/preview`, 200);
    expect(preview.decidedBy).toHaveLength(100);
    expect(preview.unreachable).toHaveLength(100);
    expect(preview.totals).toEqual({
      concerned: 130,
      decidedBy: 130,
      unreachable: 130,
      approvals: 0,
      mailsToContacts: 0,
    });
    const refused = await r.post(`${path}/announce`, { effectiveOn: "2026-12-31" });
    expect((await expectProblem(refused, 422, "effective-date-too-early")).customers).toHaveLength(100);
  });
});

describe("an earlier date", () => {
  test("is refused with every customer whose contract does not allow it, and nothing is done", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await r.organisation({ noticePeriod: days(10) });
    await customer(r, "quick", { notice: days(15) });
    await customer(r, "month", { notice: days(30), name: "Month SA" });
    await customer(r, "slow", { notice: days(60) });
    const path = await drafted(r);
    const before = await r.stored();

    const problem = await expectProblem(
      await r.post(`${path}/announce`, { effectiveOn: "2026-12-07" }),
      422,
      "effective-date-too-early",
      "/effectiveOn",
    );

    expect(problem).toMatchObject({
      earliest: "2027-01-21",
      customers: [
        { externalId: "slow", name: "Customer slow", earliest: "2027-01-21" },
        { externalId: "month", name: "Month SA", earliest: "2026-12-22" },
      ],
    });
    expect(await r.stored()).toEqual(before);
  });

  test("that only the organisation's own notice period forbids names no customer", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await customer(r, "quick", { notice: days(1) });
    const path = await drafted(r);

    const refused = await r.post(`${path}/announce`, { effectiveOn: "2026-12-01" });
    expect(await expectProblem(refused, 422, "effective-date-too-early")).toMatchObject({
      earliest: "2026-12-22",
      customers: [],
    });
  });

  test("is refused of a vendor announced at once, which is then not even drafted", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await customer(r, "slow", { notice: days(60) });
    const before = await r.stored();

    const refused = await r.post("/v1/vendors?announce=true&effectiveOn=2026-12-25", vendor());
    expect(await expectProblem(refused, 422, "effective-date-too-early")).toMatchObject({
      earliest: "2027-01-21",
      customers: [{ externalId: "slow" }],
    });
    expect(await r.stored()).toEqual(before);
  });

  test("is taken in an emergency, whose reason is stated, from the announcement or from the draft", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await customer(r, "slow", { notice: days(60) });
    const emergency = { reason: "The vendor closes down." };

    const now = await r.json("POST", `${await drafted(r)}/announce`, 200, {
      body: { effectiveOn: "2026-12-25", emergency },
    });
    expect(now).toMatchObject({ effectiveOn: "2026-12-25", emergency });

    const path = await drafted(r, "?effectiveOn=2026-12-25");
    expect(await r.json("PATCH", path, 200, { body: { emergency } })).toMatchObject({ emergency });
    expect((await r.json("GET", `${path}/preview`, 200)).changeSet).toMatchObject({ emergency });
    expect(await r.json("POST", `${path}/announce`, 200, { body: {} })).toMatchObject({ emergency });

    const taken = await drafted(r, "?effectiveOn=2026-12-25");
    await r.json("PATCH", taken, 200, { body: { emergency } });
    await r.json("PATCH", taken, 200, { body: { emergency: null } });
    await expectProblem(await r.post(`${taken}/announce`), 422, "effective-date-too-early");
  });

  test("a draft's emergency that hurries nothing is not stated", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    const path = await drafted(r, "?effectiveOn=2026-12-22");
    await r.json("PATCH", path, 200, { body: { emergency: { reason: "Just in case." } } });

    expect((await r.json("GET", `${path}/preview`, 200)).changeSet).toMatchObject({ emergency: null });
    expect(await r.json("POST", `${path}/announce`, 200, { body: {} })).toMatchObject({ emergency: null });
  });
});

test("each customer's last day to object is their own, by their contract; the set's is the organisation's", async () => {
  const r = await registry({ now: "2026-12-18T09:00:00Z" });
  await r.organisation({ noticePeriod: days(30), objectionPeriod: days(20), holidays: christmas });
  await customer(r, "own");
  await customer(r, "business", { notice: days(5), objection: business(10) });
  await customer(r, "short", { notice: business(10), objection: days(3) });
  const path = await drafted(r, "?effectiveOn=2027-01-31");

  expect(await r.json("POST", `${path}/announce`, 200, { body: {} })).toMatchObject({
    lastDayToObjectOn: "2027-01-07",
  });

  expect(
    await r.rows(`select external_id, earliest_effective_on::text as earliest, last_day_to_object_on::text as last_day
      from concerned_customers order by 1`),
  ).toEqual([
    { external_id: "business", earliest: "2027-01-06", last_day: "2027-01-05" },
    { external_id: "own", earliest: "2027-01-18", last_day: "2027-01-07" },
    { external_id: "short", earliest: "2027-01-06", last_day: "2026-12-21" },
  ]);
});

// An account of its own of what a period is and of whom a change concerns: days are counted one by one.
const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
const dayAfter = (date: string) => new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A period that states no receipt of its own runs from that of the notice beside it. */
function lastDayOf(period: Period, notice: Period, from: string, holidays: string[]): string {
  let date = from;
  const receivedAfter = period.deemedReceiptDays || notice.deemedReceiptDays;
  for (let passed = 0; passed < receivedAfter; passed += 1) date = dayAfter(date);
  for (let counted = 0; counted < (period.days ?? 0); ) {
    date = dayAfter(date);
    if (period.basis === "calendar" || (weekday(date) % 6 !== 0 && !holidays.includes(date))) counted += 1;
  }
  return date;
}

const anyPeriod = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  basis: fc.constantFrom("calendar" as const, "business" as const),
  deemedReceiptDays: fc.integer({ min: 0, max: 5 }),
});
const anyScope = fc.record({
  products: fc.subarray(["app", "shop"]),
  hostingRegions: fc.subarray(["eu", "us"]),
});
const anyObjection = fc
  .tuple(anyPeriod, fc.boolean())
  .map(([period, mayOutlastNotice]): ObjectionPeriod => ({ ...period, mayOutlastNotice }));
const anyCustomer = fc.record({
  notice: fc.option(anyPeriod, { nil: undefined }),
  objection: fc.option(anyObjection, { nil: undefined }),
  scope: anyScope,
});
const anyCase = fc.record({
  now: fc.date({ min: new Date("2026-03-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
  timeZone: fc.constantFrom("Europe/Paris", "Pacific/Auckland", "America/Los_Angeles"),
  own: anyPeriod,
  customers: fc.array(anyCustomer, { maxLength: 5 }),
  services: fc.array(anyScope, { minLength: 1, maxLength: 3 }),
  after: fc.integer({ min: 0, max: 60 }),
});

test("no announced set without an emergency takes effect before a concerned contract allows", async () => {
  const r = await registry();
  const holidays = [...easter, ...christmas];
  let [announced, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ now, timeZone, own, customers, services, after }) => {
      await r.rows("delete from customers");
      // The organisation has been where it is for days: of one that has just moved, a day may be longer.
      r.setTime(new Date(now.getTime() - 3 * 86_400_000).toISOString());
      await r.organisation({
        timeZone,
        noticePeriod: own,
        holidays,
        products: ["app", "shop"].map((key) => ({ key, name: key })),
        hostingRegions: ["eu", "us"].map((key) => ({ key, name: key })),
      });
      r.setTime(now.toISOString());
      for (const [index, { notice, objection, scope }] of customers.entries()) {
        await customer(r, `c${index}`, {
          ...(notice && { notice }),
          ...(objection && { objection }),
          ...scope,
          contacts: [],
        });
      }
      const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
      const meets = (ours: string[], theirs: string[]) =>
        ours.length === 0 || theirs.length === 0 || ours.some((key) => theirs.includes(key));
      const concerned = customers.filter(({ scope }) =>
        services.some(
          ({ products, hostingRegions }) =>
            meets(products, scope.products) && meets(hostingRegions, scope.hostingRegions),
        ),
      );
      const lastDays = [{ notice: undefined, objection: undefined }, ...concerned].flatMap(({ notice, objection }) => {
        const waited = objection?.mayOutlastNotice ? [notice ?? own] : [notice ?? own, objection ?? notice ?? own];
        return waited.map((period) => lastDayOf(period, notice ?? own, today, holidays));
      });
      const allowed = dayAfter(lastDays.sort().at(-1) ?? today);
      let wanted = today;
      for (let passed = 0; passed < after; passed += 1) wanted = dayAfter(wanted);
      const body = { ...vendor(), services: services.map((scope, index) => ({ key: `s${index}`, ...scope })) };
      const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body });

      const response = await r.post(`/v1/change-sets/${changeSet.number}/announce`, { effectiveOn: wanted });

      if (wanted >= allowed) {
        expect(response.status).toBe(200);
        announced += 1;
      } else {
        expect(await expectProblem(response, 422, "effective-date-too-early")).toMatchObject({ earliest: allowed });
        refused += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(announced).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(5);
  // What the database holds in the end says the same of every one of them.
  expect(
    await r.rows(`select s.number from change_sets s join concerned_customers c on c.change_set = s.number
      where s.emergency_reason is null and s.effective_on < c.earliest_effective_on`),
  ).toEqual([]);
});
