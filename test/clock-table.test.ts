import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { deadlinesOf, earliestOf } from "../src/model/change/deadlines.ts";
import { Organisation } from "../src/model/organisation-document.ts";
import { ContractTerms } from "../src/model/people/contract-terms.ts";
import { dateIn } from "../src/model/values/dates.ts";

// Every date was worked out by hand on a calendar, from the contract's words alone.

type Case = {
  /** The day of the announcement, at 09:00 UTC unless a time is said. */
  on: string;
  holidays?: string[];
  /** What the organisation states itself; a day's notice, if nothing. */
  own?: Partial<z.input<typeof Organisation>>;
  contract?: z.input<typeof ContractTerms>;
  effectiveOn?: string;
};

const winter = ["2026-12-25", "2027-01-01"];
/** Good Friday, Easter Monday, Labour Day. */
const spring = ["2026-04-03", "2026-04-06", "2026-05-01"];

const CASES: [title: string, Case, lastDayToObjectOn: string, earliestEffectiveOn: string][] = [
  ["30 days", { on: "2026-11-26", contract: { noticePeriod: { days: 30 } } }, "2026-12-26", "2026-12-27"],
  ["30 days from 1 March", { on: "2026-03-01", contract: { noticePeriod: { days: 30 } } }, "2026-03-31", "2026-04-01"],
  [
    "10 business days over the holidays",
    { on: "2026-12-18", holidays: winter, contract: { noticePeriod: { days: 10, basis: "business" } } },
    "2027-01-05",
    "2027-01-06",
  ],
  ["2 weeks", { on: "2026-11-26", contract: { noticePeriod: { weeks: 2 } } }, "2026-12-10", "2026-12-11"],
  [
    "4 weeks over New Year",
    { on: "2026-12-15", holidays: winter, contract: { noticePeriod: { weeks: 4 } } },
    "2027-01-12",
    "2027-01-13",
  ],
  ["6 weeks over February", { on: "2027-01-18", contract: { noticePeriod: { weeks: 6 } } }, "2027-03-01", "2027-03-02"],
  ["1 month", { on: "2026-11-26", contract: { noticePeriod: { months: 1 } } }, "2026-12-26", "2026-12-27"],
  [
    "1 month from 31 January",
    { on: "2026-01-31", contract: { noticePeriod: { months: 1 } } },
    "2026-02-28",
    "2026-03-01",
  ],
  [
    "1 month from 31 January, leap year",
    { on: "2028-01-31", contract: { noticePeriod: { months: 1 } } },
    "2028-02-29",
    "2028-03-01",
  ],
  [
    "1 month from 30 January, leap year",
    { on: "2028-01-30", contract: { noticePeriod: { months: 1 } } },
    "2028-02-29",
    "2028-03-01",
  ],
  [
    "1 month from 28 February",
    { on: "2027-02-28", contract: { noticePeriod: { months: 1 } } },
    "2027-03-28",
    "2027-03-29",
  ],
  [
    "3 months from 30 November",
    { on: "2026-11-30", contract: { noticePeriod: { months: 3 } } },
    "2027-02-28",
    "2027-03-01",
  ],
  [
    "2 months from 31 December",
    { on: "2026-12-31", contract: { noticePeriod: { months: 2 } } },
    "2027-02-28",
    "2027-03-01",
  ],
  [
    "6 months from 31 August",
    { on: "2026-08-31", contract: { noticePeriod: { months: 6 } } },
    "2027-02-28",
    "2027-03-01",
  ],
  [
    "1 month from 31 March",
    { on: "2026-03-31", contract: { noticePeriod: { months: 1 } } },
    "2026-04-30",
    "2026-05-01",
  ],
  [
    "12 months into a leap year",
    { on: "2027-02-28", contract: { noticePeriod: { months: 12 } } },
    "2028-02-28",
    "2028-02-29",
  ],
  [
    "12 months from a leap day",
    { on: "2028-02-29", contract: { noticePeriod: { months: 12 } } },
    "2029-02-28",
    "2029-03-01",
  ],
  ["1 month from 31 May", { on: "2026-05-31", contract: { noticePeriod: { months: 1 } } }, "2026-06-30", "2026-07-01"],
  [
    "1 month from 1 December",
    { on: "2026-12-01", holidays: winter, contract: { noticePeriod: { months: 1 } } },
    "2027-01-01",
    "2027-01-02",
  ],
  [
    "6 working days",
    { on: "2026-11-26", contract: { noticePeriod: { days: 6, basis: "working" } } },
    "2026-12-03",
    "2026-12-04",
  ],
  [
    "1 working day from a Friday is Saturday",
    { on: "2026-11-27", contract: { noticePeriod: { days: 1, basis: "working" } } },
    "2026-11-28",
    "2026-11-29",
  ],
  [
    "1 working day from a Saturday",
    { on: "2026-11-28", contract: { noticePeriod: { days: 1, basis: "working" } } },
    "2026-11-30",
    "2026-12-01",
  ],
  [
    "1 working day from a Sunday",
    { on: "2026-11-29", contract: { noticePeriod: { days: 1, basis: "working" } } },
    "2026-11-30",
    "2026-12-01",
  ],
  [
    "24 working days to the last of the year",
    {
      on: "2026-12-01",
      holidays: ["2026-12-25", "2026-12-26", "2027-01-01"],
      contract: { noticePeriod: { days: 24, basis: "working" } },
    },
    "2026-12-31",
    "2027-01-01",
  ],
  [
    "25 working days, over New Year",
    {
      on: "2026-12-01",
      holidays: ["2026-12-25", "2026-12-26", "2027-01-01"],
      contract: { noticePeriod: { days: 25, basis: "working" } },
    },
    "2027-01-02",
    "2027-01-03",
  ],
  [
    "12 working days",
    { on: "2026-06-01", contract: { noticePeriod: { days: 12, basis: "working" } } },
    "2026-06-15",
    "2026-06-16",
  ],
  [
    "5 business days",
    { on: "2026-11-26", contract: { noticePeriod: { days: 5, basis: "business" } } },
    "2026-12-03",
    "2026-12-04",
  ],
  [
    "1 business day from a Friday",
    { on: "2026-11-27", contract: { noticePeriod: { days: 1, basis: "business" } } },
    "2026-11-30",
    "2026-12-01",
  ],
  [
    "15 business days over Easter",
    { on: "2026-04-01", holidays: spring, contract: { noticePeriod: { days: 15, basis: "business" } } },
    "2026-04-24",
    "2026-04-25",
  ],
  [
    "20 business days over Easter and Labour Day",
    { on: "2026-04-01", holidays: spring, contract: { noticePeriod: { days: 20, basis: "business" } } },
    "2026-05-04",
    "2026-05-05",
  ],
  [
    "30 days, received after 3",
    { on: "2026-11-26", contract: { noticePeriod: { days: 30, deemedReceiptDays: 3 } } },
    "2026-12-29",
    "2026-12-30",
  ],
  [
    "30 days, received after 2 business days, from a Friday",
    {
      on: "2026-11-27",
      contract: { noticePeriod: { days: 30, deemedReceiptDays: 2, deemedReceiptBasis: "business" } },
    },
    "2026-12-31",
    "2027-01-01",
  ],
  [
    "1 month, received after 3 business days over Christmas",
    {
      on: "2026-12-24",
      holidays: winter,
      contract: { noticePeriod: { months: 1, deemedReceiptDays: 3, deemedReceiptBasis: "business" } },
    },
    "2027-01-30",
    "2027-01-31",
  ],
  [
    "2 weeks, received after 1 business day, from a Saturday",
    {
      on: "2026-11-28",
      contract: { noticePeriod: { weeks: 2, deemedReceiptDays: 1, deemedReceiptBasis: "business" } },
    },
    "2026-12-14",
    "2026-12-15",
  ],
  [
    "10 business days, received after 3 calendar days",
    {
      on: "2026-12-18",
      holidays: winter,
      contract: { noticePeriod: { days: 10, basis: "business", deemedReceiptDays: 3 } },
    },
    "2027-01-06",
    "2027-01-07",
  ],
  [
    "10 business days, received after 3 business days",
    {
      on: "2026-12-18",
      holidays: winter,
      contract: { noticePeriod: { days: 10, basis: "business", deemedReceiptDays: 3, deemedReceiptBasis: "business" } },
    },
    "2027-01-08",
    "2027-01-09",
  ],
  [
    "1 month, received on 31 January",
    { on: "2026-01-30", contract: { noticePeriod: { months: 1, deemedReceiptDays: 1 } } },
    "2026-02-28",
    "2026-03-01",
  ],
  [
    "1 month, received on 1 February",
    { on: "2026-01-30", contract: { noticePeriod: { months: 1, deemedReceiptDays: 2 } } },
    "2026-03-01",
    "2026-03-02",
  ],
  [
    "0 days, received after 2",
    {
      on: "2026-11-26",
      own: { noticePeriod: { days: 0 } },
      contract: { noticePeriod: { days: 0, deemedReceiptDays: 2 } },
    },
    "2026-11-28",
    "2026-11-29",
  ],
  [
    "30 days ending on a Saturday move to Monday",
    { on: "2026-11-26", contract: { noticePeriod: { days: 30, extendToWorkingDay: true } } },
    "2026-12-28",
    "2026-12-29",
  ],
  [
    "… and over a holiday on that Monday",
    {
      on: "2026-11-26",
      holidays: ["2026-12-25", "2026-12-26", "2026-12-28"],
      contract: { noticePeriod: { days: 30, extendToWorkingDay: true } },
    },
    "2026-12-29",
    "2026-12-30",
  ],
  [
    "31 days ending on a Sunday",
    { on: "2026-11-26", contract: { noticePeriod: { days: 31, extendToWorkingDay: true } } },
    "2026-12-28",
    "2026-12-29",
  ],
  [
    "29 days ending on Christmas, a Friday",
    { on: "2026-11-26", holidays: winter, contract: { noticePeriod: { days: 29, extendToWorkingDay: true } } },
    "2026-12-28",
    "2026-12-29",
  ],
  [
    "29 days ending on a Friday that is no holiday",
    { on: "2026-11-26", contract: { noticePeriod: { days: 29, extendToWorkingDay: true } } },
    "2026-12-25",
    "2026-12-26",
  ],
  [
    "1 month ending on a Saturday",
    { on: "2026-07-01", contract: { noticePeriod: { months: 1, extendToWorkingDay: true } } },
    "2026-08-03",
    "2026-08-04",
  ],
  [
    "1 month ending on Labour Day, a Friday",
    { on: "2026-04-01", holidays: spring, contract: { noticePeriod: { months: 1, extendToWorkingDay: true } } },
    "2026-05-04",
    "2026-05-05",
  ],
  [
    "1 week from a Saturday",
    { on: "2026-11-28", contract: { noticePeriod: { weeks: 1, extendToWorkingDay: true } } },
    "2026-12-07",
    "2026-12-08",
  ],
  [
    "1 working day from a Friday, extended: Saturday is a weekend",
    { on: "2026-11-27", contract: { noticePeriod: { days: 1, basis: "working", extendToWorkingDay: true } } },
    "2026-11-30",
    "2026-12-01",
  ],
  [
    "10 business days need no extension",
    { on: "2026-11-26", contract: { noticePeriod: { days: 10, basis: "business", extendToWorkingDay: true } } },
    "2026-12-10",
    "2026-12-11",
  ],
  [
    "notice 30, objecting 14",
    { on: "2026-11-26", contract: { noticePeriod: { days: 30 }, objectionPeriod: { days: 14 } } },
    "2026-12-10",
    "2026-12-27",
  ],
  [
    "notice 14, objecting 30 makes it wait",
    { on: "2026-11-26", contract: { noticePeriod: { days: 14 }, objectionPeriod: { days: 30 } } },
    "2026-12-26",
    "2026-12-27",
  ],
  [
    "… unless it may outlast the notice",
    {
      on: "2026-11-26",
      contract: { noticePeriod: { days: 14 }, objectionPeriod: { days: 30, mayOutlastNotice: true } },
    },
    "2026-12-26",
    "2026-12-11",
  ],
  [
    "notice 30 calendar, objecting 30 business",
    {
      on: "2026-11-26",
      holidays: winter,
      contract: { noticePeriod: { days: 30 }, objectionPeriod: { days: 30, basis: "business" } },
    },
    "2027-01-11",
    "2027-01-12",
  ],
  [
    "notice 1 month, objecting 2 weeks",
    { on: "2026-11-26", contract: { noticePeriod: { months: 1 }, objectionPeriod: { weeks: 2 } } },
    "2026-12-10",
    "2026-12-27",
  ],
  [
    "notice 10 business, objecting 1 month",
    {
      on: "2026-12-18",
      holidays: winter,
      contract: { noticePeriod: { days: 10, basis: "business" }, objectionPeriod: { months: 1 } },
    },
    "2027-01-18",
    "2027-01-19",
  ],
  [
    "objecting counts from receipt, notice does not",
    { on: "2026-11-26", contract: { noticePeriod: { days: 30 }, objectionPeriod: { days: 30, deemedReceiptDays: 3 } } },
    "2026-12-29",
    "2026-12-30",
  ],
  [
    "objecting counts from the receipt of the notice beside it",
    {
      on: "2026-03-01",
      contract: {
        noticePeriod: { days: 30, deemedReceiptDays: 5, deemedReceiptBasis: "business" },
        objectionPeriod: { days: 3 },
      },
    },
    "2026-03-09",
    "2026-04-06",
  ],
  [
    "… of the organisation's notice, where the contract states objecting alone",
    {
      on: "2026-03-01",
      own: { noticePeriod: { days: 30, deemedReceiptDays: 5 } },
      contract: { objectionPeriod: { days: 3 } },
    },
    "2026-03-09",
    "2026-04-06",
  ],
  [
    "… but from its own receipt where it states one",
    {
      on: "2026-03-01",
      contract: {
        noticePeriod: { days: 30, deemedReceiptDays: 5 },
        objectionPeriod: { days: 3, deemedReceiptDays: 2 },
      },
    },
    "2026-03-06",
    "2026-04-06",
  ],
  [
    "2 days from a Friday, extended, have two working days",
    { on: "2026-12-18", holidays: winter, contract: { noticePeriod: { days: 2, extendToWorkingDay: true } } },
    "2026-12-22",
    "2026-12-23",
  ],
  [
    "only objecting is stated",
    {
      on: "2026-11-26",
      own: { noticePeriod: { days: 30 }, objectionPeriod: { days: 14 } },
      contract: { objectionPeriod: { days: 60 } },
    },
    "2027-01-25",
    "2027-01-26",
  ],
  [
    "only notice is stated: objecting is as long",
    {
      on: "2026-11-26",
      own: { noticePeriod: { days: 30 }, objectionPeriod: { days: 14 } },
      contract: { noticePeriod: { days: 45 } },
    },
    "2027-01-10",
    "2027-01-11",
  ],
  [
    "neither is stated: the organisation's",
    { on: "2026-11-26", own: { noticePeriod: { days: 30 }, objectionPeriod: { days: 14 } } },
    "2026-12-10",
    "2026-12-27",
  ],
  [
    "neither, and the organisation states no objection period",
    { on: "2026-11-26", own: { noticePeriod: { days: 30 } } },
    "2026-12-26",
    "2026-12-27",
  ],
  [
    "still the 25th in Los Angeles; its last day ends at 09:00 in Paris on the 6th",
    { on: "2026-11-26T07:30Z", contract: { noticePeriod: { days: 10 }, timeZone: "America/Los_Angeles" } },
    "2026-12-05",
    "2026-12-07",
  ],
  [
    "already the 27th in Tokyo",
    { on: "2026-11-26T16:00Z", contract: { noticePeriod: { days: 10 }, timeZone: "Asia/Tokyo" } },
    "2026-12-07",
    "2026-12-08",
  ],
  [
    "London's last day ends an hour after midnight in Paris",
    { on: "2026-11-26", contract: { noticePeriod: { days: 10 }, timeZone: "Europe/London" } },
    "2026-12-06",
    "2026-12-08",
  ],
  [
    "Tokyo's last day ends in the afternoon of Paris",
    { on: "2026-11-26", contract: { noticePeriod: { days: 10 }, timeZone: "Asia/Tokyo" } },
    "2026-12-06",
    "2026-12-07",
  ],
  [
    "own holidays instead of the organisation's",
    {
      on: "2026-12-18",
      holidays: winter,
      contract: { noticePeriod: { days: 10, basis: "business" }, holidays: ["2026-12-24"] },
    },
    "2027-01-04",
    "2027-01-05",
  ],
  [
    "objecting until 10 days before the effect, at the earliest",
    { on: "2026-11-26", contract: { noticePeriod: { days: 30 }, objectUntilEffect: { daysBefore: 10 } } },
    "2026-12-17",
    "2026-12-27",
  ],
  [
    "… with a later effect",
    {
      on: "2026-11-26",
      contract: { noticePeriod: { days: 30 }, objectUntilEffect: { daysBefore: 10 } },
      effectiveOn: "2027-01-31",
    },
    "2027-01-21",
    "2026-12-27",
  ],
];

describe("the last day to object and the earliest effect, of contracts as they are written", () => {
  test.each(CASES)(
    "%s",
    (_, { on, holidays = [], own, contract = {}, effectiveOn = null }, lastDayToObjectOn, earliest) => {
      const now = new Date(on.includes("T") ? on : `${on}T09:00Z`);
      const organisation = Organisation.parse({
        name: "Firma",
        timeZone: "Europe/Paris",
        noticePeriod: { days: 1 },
        holidays,
        ...own,
      });
      const today = dateIn(organisation.timeZone, now);

      const dates = deadlinesOf(organisation, today, ContractTerms.parse(contract), { now, effectiveOn });

      expect(dates.lastDayToObjectOn).toBe(lastDayToObjectOn);
      expect(earliestOf(deadlinesOf(organisation, today), [dates])).toBe(earliest);
    },
  );
});
