import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadlinesOf, firstDayTold, lastDayBefore, type TimeTerms } from "../src/model/change/deadlines.ts";
import { lacksHolidays } from "../src/model/change/holidays.ts";
import { Organisation } from "../src/model/organisation-document.ts";
import { ContractTerms } from "../src/model/people/contract-terms.ts";
import { addDays, dateIn, startOf } from "../src/model/values/dates.ts";
import { periodEnd } from "../src/model/values/period.ts";

// Every date here was worked out by hand on a calendar, and every instant with the offset of that day.

const paris = Organisation.parse({ name: "Acme", holidays: ["2026-12-25", "2027-01-01"] }); // 30 days, Europe/Paris
const TODAY = "2026-11-26"; // a Thursday

type Given = { [Name in keyof TimeTerms]?: unknown };
const dates = (given: Given, more: Parameters<typeof deadlinesOf>[3] = {}, today = TODAY) =>
  deadlinesOf(paris, today, ContractTerms.parse(given), more);

describe("an objection period", () => {
  test.each([
    ["that is not stated is the organisation's, as long as its notice period", {}, "2026-12-26", "2026-12-27"],
    [
      "that is not stated is as long as the contract's notice period",
      { noticePeriod: { days: 45 } },
      "2027-01-10",
      "2027-01-11",
    ],
    ["is waited for where it ends last", { objectionPeriod: { days: 40 } }, "2027-01-05", "2027-01-06"],
    [
      "that ends first leaves the notice to be waited for",
      { objectionPeriod: { days: 10 } },
      "2026-12-06",
      "2026-12-27",
    ],
    [
      "that may outlast the notice is not waited for",
      { objectionPeriod: { days: 40, mayOutlastNotice: true } },
      "2027-01-05",
      "2026-12-27",
    ],
    [
      "of the last day that moves off Saturday is waited for until Monday",
      { noticePeriod: { days: 30, extendToWorkingDay: true } },
      "2026-12-28",
      "2026-12-29",
    ],
  ] as const)("%s", (_, given, lastDayToObjectOn, earliestEffectiveOn) => {
    expect(dates(given)).toMatchObject({ lastDayToObjectOn, earliestEffectiveOn, objectUntil: null });
  });

  test("of the organisation that may outlast its notice is not waited for, in contracts that state none too", () => {
    const own = { days: 40, mayOutlastNotice: true };
    const organisation = Organisation.parse({ name: "Acme", objectionPeriod: own });
    const expected = { lastDayToObjectOn: "2027-01-05", earliestEffectiveOn: "2026-12-27" };
    expect(deadlinesOf(organisation, TODAY)).toMatchObject(expected);
    expect(deadlinesOf(organisation, TODAY, ContractTerms.parse({}))).toMatchObject(expected);
  });
});

test("holidays are the contract's own where it names some, or that it has none", () => {
  const noticePeriod = { days: 20, basis: "business" };
  // The organisation's Christmas is a Friday; a contract in New York has Thanksgiving Friday off too.
  expect(dates({ noticePeriod }).lastDayToObjectOn).toBe("2026-12-24");
  expect(dates({ noticePeriod: { ...noticePeriod, days: 21 } }).lastDayToObjectOn).toBe("2026-12-28");
  expect(dates({ noticePeriod: { ...noticePeriod, days: 21 }, holidays: [] }).lastDayToObjectOn).toBe("2026-12-25");
  expect(dates({ noticePeriod, holidays: ["2026-11-27", "2026-12-25"] }).lastDayToObjectOn).toBe("2026-12-28");
});

test.each([
  ["none is entered", [], null, true],
  ["those of past years alone are", ["2025-12-25", "2026-01-01"], null, true],
  ["they go as far as the year in which the period ends", ["2026-12-25", "2027-01-01"], null, false],
  ["the contract's own are of the year before", ["2027-01-01"], ["2026-12-25"], true],
  ["the contract has none, and says so", [], [], false],
])("periods that end in 2027 lack holidays where %s", (_, holidays, own, expected) => {
  const organisation = { ...paris, holidays };
  const terms = ContractTerms.parse({ noticePeriod: { days: 30, basis: "business" }, holidays: own });
  const moment = { now: new Date(`${TODAY}T09:00:00Z`), today: TODAY };
  expect(lacksHolidays(organisation, terms, moment)).toBe(expected);
  // Of days that are all counted no holiday is left out.
  expect(lacksHolidays(organisation, ContractTerms.parse({ noticePeriod: { days: 60 } }), moment)).toBe(false);
});

describe("a contract with a time zone of its own counts there, and no change is in force before its last day is over", () => {
  test.each([
    ["America/Los_Angeles", "2026-12-01T09:00:00Z", "2026-12-06", "2026-12-07T08:00:00.000Z", "2026-12-08"],
    ["America/Los_Angeles", "2026-12-01T05:00:00Z", "2026-12-05", "2026-12-06T08:00:00.000Z", "2026-12-07"],
    ["Pacific/Auckland", "2026-12-01T09:00:00Z", "2026-12-06", "2026-12-06T11:00:00.000Z", "2026-12-07"],
    ["Pacific/Auckland", "2026-12-01T12:00:00Z", "2026-12-07", "2026-12-07T11:00:00.000Z", "2026-12-08"],
    ["Europe/Berlin", "2026-12-01T09:00:00Z", "2026-12-06", "2026-12-06T23:00:00.000Z", "2026-12-07"],
    ["Europe/London", "2026-12-01T09:00:00Z", "2026-12-06", "2026-12-07T00:00:00.000Z", "2026-12-08"],
    ["UTC", "2026-12-01T23:30:00Z", "2026-12-06", "2026-12-07T00:00:00.000Z", "2026-12-08"],
  ])("%s, told at %s", (timeZone, now, lastDayToObjectOn, objectUntil, earliestEffectiveOn) => {
    const given = { noticePeriod: { days: 5 }, timeZone };
    expect(dates(given, { now: new Date(now) }, "2026-12-01")).toEqual({
      lastDayToObjectOn,
      objectUntil,
      earliestEffectiveOn,
      earliestInEmergencyOn: "2026-12-01",
    });
  });
});

describe("objecting until the effect", () => {
  test.each([
    ["ends on the eve", { daysBefore: 0 }, "2026-12-27", "2026-12-26", "2026-12-27"],
    ["ends on the eve, a day before", { daysBefore: 1 }, "2026-12-27", "2026-12-26", "2026-12-27"],
    ["ends ten days before", { daysBefore: 10 }, "2026-12-27", "2026-12-17", "2026-12-27"],
    ["moves with a later effect", { daysBefore: 10 }, "2027-01-31", "2027-01-21", "2026-12-27"],
    ["is not over before the notice is received", { daysBefore: 40 }, "2027-01-05", "2026-11-26", "2027-01-05"],
    ["in an emergency is as long as the notice period", { daysBefore: 10 }, "2026-11-26", "2026-12-26", "2026-12-27"],
  ])("%s", (_, objectUntilEffect, effectiveOn, lastDayToObjectOn, earliestEffectiveOn) => {
    expect(dates({ objectUntilEffect }, { effectiveOn })).toMatchObject({ lastDayToObjectOn, earliestEffectiveOn });
  });

  test("is over at the contract's last midnight before it", () => {
    const given = { objectUntilEffect: {}, timeZone: "America/Los_Angeles" };
    const at = { now: new Date("2026-11-26T20:00:00Z"), effectiveOn: "2027-01-10" };
    // 10 January begins in Paris at 3 in the afternoon of the 9th in Los Angeles.
    expect(dates(given, at)).toMatchObject({
      lastDayToObjectOn: "2027-01-08",
      objectUntil: "2027-01-09T08:00:00.000Z",
      earliestEffectiveOn: "2026-12-28",
    });
  });
});

test.each([
  [10, null, "2026-05-10T09:00:00Z", "2026-05-10", "2026-05-20"],
  [1, null, "2026-05-10T09:00:00Z", "2026-05-10", "2026-05-11"],
  [0, null, "2026-05-10T09:00:00Z", "2026-05-10", "2026-05-11"],
  // Still the 9th in Los Angeles, which is over at nine in the morning of the 10th in Paris.
  [1, "America/Los_Angeles", "2026-05-10T05:00:00Z", "2026-05-09", "2026-05-11"],
  // Already the 11th in Auckland, which is over at two in the afternoon of that day in Paris.
  [3, "Pacific/Auckland", "2026-05-10T13:00:00Z", "2026-05-11", "2026-05-14"],
])(
  "objecting until %i days before the effect, %s, told at %s, ends on %s for an effect on %s",
  (daysBefore, timeZone, at, until, first) => {
    const terms = { objectUntilEffect: { daysBefore }, timeZone };
    expect(firstDayTold(paris, terms, { now: new Date(at), today: "2026-05-10" })).toBe(first);
    expect(lastDayBefore(paris, terms, first).lastDayToObjectOn).toBe(until);
  },
);

describe("an emergency", () => {
  test.each([
    ["overrides the date of a contract that says nothing", {}, "2026-11-26"],
    ["overrides nothing where it is not allowed", { emergency: "not-allowed" }, "2026-12-27"],
    ["leaves a notice period of its own", { emergency: { days: 3 } }, "2026-11-30"],
    ["leaves one of business days", { emergency: { days: 2, basis: "business" } }, "2026-12-01"],
    ["never makes anybody wait longer", { emergency: { days: 60 } }, "2026-12-27"],
  ])("%s", (_, given, earliestInEmergencyOn) => {
    expect(dates(given)).toMatchObject({ earliestInEmergencyOn, lastDayToObjectOn: "2026-12-26" });
  });
});

test.each([
  ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Paris", "2026-03-29T22:00:00.000Z"],
  ["2026-10-26", "Europe/Paris", "2026-10-25T23:00:00.000Z"],
  ["2026-11-26", "UTC", "2026-11-26T00:00:00.000Z"],
  ["2026-11-26", "Pacific/Kiritimati", "2026-11-25T10:00:00.000Z"],
  ["2026-11-26", "Pacific/Pago_Pago", "2026-11-26T11:00:00.000Z"],
  // Cairo's clocks go from midnight to one on the last Friday of April.
  ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
])("%s begins in %s at %s", (date, timeZone, instant) => {
  expect(startOf(date, timeZone).toISOString()).toBe(instant);
});

const anyBasis = fc.constantFrom("calendar", "business", "working");
const anyPeriod = fc.oneof(
  fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    basis: anyBasis,
    deemedReceiptDays: fc.integer({ min: 0, max: 5 }),
    deemedReceiptBasis: anyBasis,
    extendToWorkingDay: fc.boolean(),
  }),
  fc.record({ weeks: fc.integer({ min: 1, max: 6 }), extendToWorkingDay: fc.boolean() }),
  fc.record({ months: fc.integer({ min: 1, max: 3 }), deemedReceiptDays: fc.integer({ min: 0, max: 5 }) }),
);
const anyObjection = fc.oneof(
  fc.record({ objectionPeriod: fc.option(anyPeriod) }),
  fc.record({ objectUntilEffect: fc.record({ daysBefore: fc.integer({ min: 0, max: 50 }) }) }),
);
const anyZone = fc.constantFrom("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata", "UTC");

test("whatever a contract says, no change that waits is in force while objecting to it is open, and none waits longer", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.record({ noticePeriod: fc.option(anyPeriod), timeZone: fc.option(anyZone) }),
      anyObjection,
      anyZone,
      moments,
      fc.integer({ min: 0, max: 60 }),
      (given, objection, ours, now, later) => {
        const terms = ContractTerms.parse({ ...given, ...objection });
        const organisation = Organisation.parse({
          name: "Acme",
          timeZone: ours,
          holidays: ["2026-12-25", "2027-01-01"],
        });
        const today = dateIn(ours, now);
        const { earliestEffectiveOn: earliest } = deadlinesOf(organisation, today, terms, { now });
        const at = (effectiveOn: string) => deadlinesOf(organisation, today, terms, { now, effectiveOn });
        const theirs = terms.timeZone ?? ours;
        const noticeEnds = startOf(addDays(lastDayOf(organisation, terms, dateIn(theirs, now)), 1), theirs);
        const isOpenAt = (effectiveOn: string) => {
          const until = startOf(addDays(at(effectiveOn).lastDayToObjectOn, 1), theirs);
          return until > startOf(effectiveOn, ours) || noticeEnds > startOf(effectiveOn, ours);
        };
        expect(isOpenAt(earliest)).toBe(false);
        expect(isOpenAt(addDays(earliest, later))).toBe(false);
        if (terms.objectUntilEffect === null) expect(isOpenAt(addDays(earliest, -1))).toBe(true);
        else expect(at(earliest).lastDayToObjectOn >= dateIn(theirs, now)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

const lastDayOf = (organisation: Organisation, { noticePeriod }: ContractTerms, noticeOn: string) =>
  periodEnd(noticeOn, noticePeriod ?? organisation.noticePeriod, organisation.holidays);
