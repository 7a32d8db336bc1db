import { describe, expect, test } from "vitest";
import { dateIn, isIsoDate, isTimeZone } from "../src/model/values/dates.ts";
import { ObjectionPeriod, Period, periodEnd } from "../src/model/values/period.ts";

// Every date here was worked out by hand on a calendar.

const end = (noticeOn: string, period: Partial<Period>, holidays: string[] = []) =>
  periodEnd(noticeOn, Period.parse(period), holidays);

describe("calendar days count from the day after the notice", () => {
  test.each([
    ["30 days from a Saturday in November", "2026-11-21", 30, "2026-12-21"],
    ["0 days are the day itself", "2026-11-21", 0, "2026-11-21"],
    ["1 day", "2026-11-21", 1, "2026-11-22"],
    ["over the end of a month of 30 days", "2026-11-30", 1, "2026-12-01"],
    ["over the end of the year", "2026-12-31", 1, "2027-01-01"],
    ["14 days over the end of the year", "2026-12-24", 14, "2027-01-07"],
    ["over the end of February", "2027-02-28", 1, "2027-03-01"],
    ["over a leap day", "2028-02-28", 1, "2028-02-29"],
    ["30 days with a leap day among them", "2028-02-15", 30, "2028-03-16"],
    ["30 days without one", "2027-02-15", 30, "2027-03-17"],
    ["365 days of a leap year", "2028-01-01", 365, "2028-12-31"],
    ["365 days of a common year", "2027-01-01", 365, "2028-01-01"],
    ["through the night summer time begins", "2027-03-27", 1, "2027-03-28"],
    ["through the night it ends", "2026-10-24", 2, "2026-10-26"],
  ])("%s", (_, noticeOn, days, expected) => {
    expect(end(noticeOn, { days })).toBe(expected);
  });

  test("holidays and weekends count like any other day", () => {
    expect(end("2026-12-24", { days: 3 }, ["2026-12-25", "2026-12-26"])).toBe("2026-12-27");
  });
});

describe("business days are Monday to Friday without the holidays", () => {
  const christmas = ["2026-12-25", "2027-01-01"];
  // Good Friday and Easter Monday, Labour Day, Ascension, Whit Monday.
  const spring = ["2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25"];

  test.each([
    ["10 days over Christmas and New Year", "2026-12-18", 10, christmas, "2027-01-05"],
    ["the same without holidays", "2026-12-18", 10, [], "2027-01-01"],
    ["1 day from a Thursday", "2026-11-19", 1, [], "2026-11-20"],
    ["1 day from a Friday", "2026-11-20", 1, [], "2026-11-23"],
    ["1 day from a Saturday", "2026-11-21", 1, [], "2026-11-23"],
    ["1 day from a Sunday", "2026-11-22", 1, [], "2026-11-23"],
    ["5 days from a Monday", "2026-11-23", 5, [], "2026-11-30"],
    ["0 days from a Saturday are that Saturday", "2026-11-21", 0, [], "2026-11-21"],
    ["1 day from Christmas Eve, a Thursday", "2026-12-24", 1, christmas, "2026-12-28"],
    ["1 day from the Thursday before Easter", "2026-04-02", 1, spring, "2026-04-07"],
    ["3 days from the Wednesday before Easter", "2026-04-01", 3, spring, "2026-04-08"],
    ["2 days from the eve of Labour Day", "2026-04-30", 2, spring, "2026-05-05"],
    ["20 days from the middle of April", "2026-04-15", 20, spring, "2026-05-15"],
    ["a holiday on a weekend takes no day", "2026-12-24", 1, ["2026-12-26", "2026-12-27"], "2026-12-25"],
    ["a holiday named twice is one", "2026-12-24", 2, ["2026-12-25", "2026-12-25"], "2026-12-29"],
    ["a holiday before the notice takes no day", "2026-11-23", 1, ["2026-11-20", "2026-11-23"], "2026-11-24"],
    ["over a leap day, a Tuesday", "2028-02-28", 2, [], "2028-03-01"],
    [
      "a week of holidays",
      "2026-08-07",
      1,
      ["10", "11", "12", "13", "14"].map((day) => `2026-08-${day}`),
      "2026-08-17",
    ],
  ] as const)("%s", (_, noticeOn, days, holidays, expected) => {
    expect(end(noticeOn, { days, basis: "business" }, [...holidays])).toBe(expected);
  });

  test("a year of business days is found, however many holidays there are", () => {
    expect(end("2026-01-01", { days: 365, basis: "business" })).toBe("2027-05-27");
  });
});

describe("deemed receipt, in calendar days, comes first", () => {
  test.each([
    ["2 days, then 30 calendar days", "2026-11-21", { days: 30, deemedReceiptDays: 2 }, "2026-12-23"],
    ["2 days from a Friday, then 1 business day", "2026-11-20", business(1, 2), "2026-11-23"],
    ["3 days from a Friday, then 1 business day", "2026-11-20", business(1, 3), "2026-11-24"],
    ["received on a holiday, the next business day is the first", "2026-12-23", business(1, 2), "2026-12-28"],
    ["with 0 days after it", "2026-11-20", { days: 0, deemedReceiptDays: 2 }, "2026-11-22"],
  ] as const)("%s", (_, noticeOn, period, expected) => {
    expect(end(noticeOn, period, ["2026-12-25"])).toBe(expected);
  });
});

describe("working days are Monday to Saturday without the holidays", () => {
  test.each([
    ["1 day from a Friday", "2026-11-20", 1, "2026-11-21"],
    ["2 days from a Friday", "2026-11-20", 2, "2026-11-23"],
    ["6 days from a Sunday", "2026-11-22", 6, "2026-11-28"],
    ["7 days from a Sunday", "2026-11-22", 7, "2026-11-30"],
    ["2 days from Christmas Eve, a Thursday, over a Friday off", "2026-12-24", 2, "2026-12-28"],
  ])("%s", (_, noticeOn, days, expected) => {
    expect(end(noticeOn, { days, basis: "working" }, ["2026-12-25"])).toBe(expected);
  });
});

describe("weeks end on the same day of the week, months on the day of the same number or the month's last", () => {
  test.each([
    ["1 week from a Saturday", "2026-11-21", { weeks: 1 }, "2026-11-28"],
    ["6 weeks over the end of the year", "2026-11-30", { weeks: 6 }, "2027-01-11"],
    ["1 month", "2026-11-21", { months: 1 }, "2026-12-21"],
    ["1 month from 31 January", "2027-01-31", { months: 1 }, "2027-02-28"],
    ["1 month from 31 January of a leap year", "2028-01-31", { months: 1 }, "2028-02-29"],
    ["1 month from 28 February", "2027-02-28", { months: 1 }, "2027-03-28"],
    ["1 month from 31 March", "2026-03-31", { months: 1 }, "2026-04-30"],
    ["1 month over the end of the year", "2026-12-31", { months: 1 }, "2027-01-31"],
    ["3 months from 30 November", "2026-11-30", { months: 3 }, "2027-02-28"],
    ["12 months from a leap day", "2028-02-29", { months: 12 }, "2029-02-28"],
    ["24 months", "2026-11-30", { months: 24 }, "2028-11-30"],
    ["1 month after 2 days of deemed receipt", "2027-01-29", { months: 1, deemedReceiptDays: 2 }, "2027-02-28"],
  ] as const)("%s", (_, noticeOn, period, expected) => {
    expect(end(noticeOn, period)).toBe(expected);
  });
});

describe("deemed receipt can be in other days than the period", () => {
  test.each([
    ["3 business days from a Thursday, then 30 calendar days", "2026-11-19", { days: 30 }, "business", "2026-12-24"],
    ["3 working days from a Thursday, then 5 calendar days", "2026-11-19", { days: 5 }, "working", "2026-11-28"],
    ["3 business days from a Thursday, then a week", "2026-11-19", { weeks: 1 }, "business", "2026-12-01"],
  ] as const)("%s", (_, noticeOn, period, deemedReceiptBasis, expected) => {
    expect(end(noticeOn, { ...period, deemedReceiptDays: 3, deemedReceiptBasis })).toBe(expected);
  });
});

describe("a last day that is extended moves off Saturdays, Sundays and holidays", () => {
  test.each([
    ["from a Saturday to Monday", "2026-11-21", { weeks: 1 }, "2026-11-30"],
    ["from a Sunday to Monday", "2026-11-15", { weeks: 1 }, "2026-11-23"],
    ["not from a Friday", "2026-11-20", { weeks: 1 }, "2026-11-27"],
    ["from Christmas Day, a Friday, to Monday", "2026-11-25", { months: 1 }, "2026-12-28"],
    ["of working days, from a Saturday to Monday", "2026-11-20", { days: 1, basis: "working" }, "2026-11-23"],
  ] as const)("%s", (_, noticeOn, period, expected) => {
    expect(end(noticeOn, { ...period, extendToWorkingDay: true }, ["2026-12-25"])).toBe(expected);
  });
});

describe("a period of two days or more that is extended has two that are neither", () => {
  test.each([
    ["2 days from a Friday: Tuesday", "2026-12-18", { days: 2 }, "2026-12-22"],
    ["3 days from a Friday, which end on Monday: Tuesday", "2026-12-18", { days: 3 }, "2026-12-22"],
    ["2 working days from a Friday: Tuesday", "2026-12-18", { days: 2, basis: "working" }, "2026-12-22"],
    ["2 days from a Thursday: Monday", "2026-12-17", { days: 2 }, "2026-12-21"],
    ["1 day from a Friday: Monday", "2026-12-18", { days: 1 }, "2026-12-21"],
    ["none: the day itself", "2026-12-18", { days: 0 }, "2026-12-18"],
    ["2 days from Wednesday the 23rd, over Christmas: Monday", "2026-12-23", { days: 2 }, "2026-12-28"],
    ["a week of holidays from a Thursday: Friday of the next", "2026-04-30", { weeks: 1 }, "2026-05-08"],
  ] as const)("%s", (_, noticeOn, period, expected) => {
    const holidays = ["2026-12-25", "2026-05-01", "2026-05-04", "2026-05-05", "2026-05-06"];
    expect(end(noticeOn, { ...period, extendToWorkingDay: true }, holidays)).toBe(expected);
  });
});

describe("a period", () => {
  test.each([
    [{}, "days"],
    [{ days: 1, weeks: 1 }, "weeks"],
    [{ days: 1, months: 1 }, "months"],
    [{ weeks: 1, months: 1 }, "months"],
    [{ months: 25 }, "months"],
    [{ months: 0 }, "months"],
    [{ weeks: 105 }, "weeks"],
    [{ weeks: 1.5 }, "weeks"],
    [{ months: 1, basis: "business" }, "basis"],
    [{ days: 1, basis: "lunar" }, "basis"],
    [{ days: 1, deemedReceiptDays: 61 }, "deemedReceiptDays"],
    [{ days: 1, deemedReceiptBasis: "lunar" }, "deemedReceiptBasis"],
    [{ days: 1, extendToWorkingDay: "yes" }, "extendToWorkingDay"],
    [{ days: 1, mayOutlastNotice: true }, undefined],
  ])("%o is none, for its %s", (given, field) => {
    const read = Period.safeParse(given);
    expect(read.success).toBe(false);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("says what is not so by default only, and what was stored is what it was", () => {
    const stored = { days: 30, basis: "calendar", deemedReceiptDays: 0 };
    expect(Period.parse({ days: 30 })).toEqual(stored);
    expect(Period.parse(stored)).toEqual(stored);
    expect(Period.parse({ ...stored, deemedReceiptBasis: "business", extendToWorkingDay: false })).toEqual(stored);
    expect(ObjectionPeriod.parse({ ...stored, mayOutlastNotice: false })).toEqual(stored);
  });
});

describe("the date at an instant is the date at the organisation's place", () => {
  test.each([
    ["2026-11-21T22:59:59.999Z", "Europe/Paris", "2026-11-21"],
    ["2026-11-21T23:00:00.000Z", "Europe/Paris", "2026-11-22"],
    ["2026-07-01T21:59:59.999Z", "Europe/Paris", "2026-07-01"],
    ["2026-07-01T22:00:00.000Z", "Europe/Paris", "2026-07-02"],
    ["2026-10-25T00:59:59.000Z", "Europe/Paris", "2026-10-25"],
    ["2026-12-31T23:30:00.000Z", "Europe/Paris", "2027-01-01"],
    ["2026-12-31T23:30:00.000Z", "Europe/London", "2026-12-31"],
    ["2026-01-01T07:59:59.999Z", "America/Los_Angeles", "2025-12-31"],
    ["2026-01-01T10:00:00.000Z", "Pacific/Kiritimati", "2026-01-02"],
    ["2026-01-01T18:15:00.000Z", "Asia/Kathmandu", "2026-01-02"],
    ["2028-02-29T12:00:00.000Z", "UTC", "2028-02-29"],
  ])("%s in %s is %s", (at, timeZone, expected) => {
    expect(dateIn(timeZone, new Date(at))).toBe(expected);
  });
});

test("a date is one that exists", () => {
  for (const date of ["2026-02-28", "2028-02-29", "2000-02-29", "2026-12-31", "0001-01-01", "9999-12-31"]) {
    expect(isIsoDate(date), date).toBe(true);
  }
  for (const date of [
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    "+002026-01-01",
    "",
  ]) {
    expect(isIsoDate(date), JSON.stringify(date)).toBe(false);
  }
});

test("a time zone is a place's, since only places have summer time", () => {
  for (const name of ["Europe/Paris", "UTC", "America/Port-au-Prince", "America/Argentina/Buenos_Aires"])
    expect(isTimeZone(name), name).toBe(true);
  for (const name of [
    "",
    "+02:00",
    "-0500",
    "Mars/Olympus",
    "Europe/Paris\n",
    "CEST+1",
    "AET",
    "CTT",
    "ECT",
    "EST5EDT",
  ]) {
    expect(isTimeZone(name), JSON.stringify(name)).toBe(false);
  }
});

function business(days: number, deemedReceiptDays: number): Period {
  return { days, basis: "business", deemedReceiptDays };
}
