import { z } from "@hono/zod-openapi";
import { addDays, type IsoDate, latest } from "./dates.ts";
import { explained } from "./explained.ts";

/** Which days count: all of them, Monday to Friday, or Monday to Saturday; of the last two only those that are no holiday. */
export const Basis = explained({
  calendar: "every day counts",
  business: "Monday to Friday, without holidays",
  working: "Monday to Saturday, without holidays",
}).openapi("Basis");
export type Basis = z.infer<typeof Basis>;

export const UNITS = ["days", "weeks", "months"] as const;

const fields = {
  days: z.int().min(0).max(365).optional().describe("So many days, of `basis`."),
  weeks: z.int().min(1).max(104).optional().describe("So many weeks."),
  months: z
    .int()
    .min(1)
    .max(24)
    .optional()
    .describe("So many months; the last day has the same number, or is the month's last."),
  basis: Basis.default("calendar").describe("Which days count."),
  deemedReceiptDays: z
    .int()
    .min(0)
    .max(60)
    .default(0)
    .describe("How many days after it was sent a notice counts as received."),
  deemedReceiptBasis: Basis.optional().describe("Which days count until then; by default all."),
  extendToWorkingDay: z
    .boolean()
    .optional()
    .describe(
      "A last day on a weekend or holiday moves to the next day that is neither; two days or more have two such days.",
    ),
};

type Fields = z.infer<z.ZodObject<typeof fields>>;

/** Exactly one unit; and a basis is one of days. */
function checkUnit(period: Fields, context: z.RefinementCtx): void {
  const refuse = (field: keyof Fields, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const [unit, ...more] = UNITS.filter((each) => period[each] !== undefined);
  if (unit === undefined) refuse("days", "is required, or weeks or months");
  for (const other of more) refuse(other, `must not stand beside ${unit}`);
  if (unit !== "days" && period.basis !== "calendar") refuse("basis", "is one of days: weeks and months are calendar");
}

/** What says no more than is so without it is left out, so that the same periods are written the same. */
function plain<Any extends Fields>(period: Any): Any {
  const isDefault = period.deemedReceiptDays === 0 || period.deemedReceiptBasis === "calendar";
  const said = Object.entries(period).filter(
    ([field, value]) => value !== undefined && value !== false && !(field === "deemedReceiptBasis" && isDefault),
  );
  return Object.fromEntries(said) as Any;
}

const HOW =
  "One of `days`, `weeks` and `months`, counted from the day after the notice is received. Announced on 26 November with 30 " +
  "calendar days, the last day is 26 December.";

export const Period = z
  .strictObject(fields)
  .superRefine(checkUnit)
  .overwrite(plain)
  .openapi("Period", { description: HOW });
export type Period = z.infer<typeof Period>;

export const ObjectionPeriod = z
  .strictObject({
    ...fields,
    mayOutlastNotice: z.boolean().optional().describe("A change may take effect while objecting is still open."),
  })
  .superRefine(checkUnit)
  .overwrite(plain)
  .openapi("ObjectionPeriod", {
    description:
      "How long objecting is open: counted as a Period, and from the receipt of the notice where it states none of its own.",
  });
export type ObjectionPeriod = z.infer<typeof ObjectionPeriod>;

/**
 * The last day of a period that starts with a notice on `noticeOn`: 30 calendar days from 21 November end on
 * 21 December; 10 business days from Friday 2026-12-18 without 25 December and 1 January end on 2027-01-05; a month from
 * 31 January ends on the last of February (Regulation (EEC, Euratom) 1182/71, Art. 3(2)(c)). One that is extended ends on no
 * Saturday, Sunday or holiday (Art. 3(4)), and has two days that are neither if it is of two days or more (Art. 3(5)).
 */
export function periodEnd(noticeOn: IsoDate, period: Period, holidays: readonly IsoDate[]): IsoDate {
  const { days = 0, weeks = 0, months = 0, basis, extendToWorkingDay } = period;
  const receivedOn = receiptOf(noticeOn, period, holidays);
  const last = months > 0 ? addMonths(receivedOn, months) : countDays(receivedOn, days + 7 * weeks, basis, holidays);
  if (!extendToWorkingDay) return last;
  const isOfTwoDays = days > 1 || weeks > 0 || months > 0;
  const least = isOfTwoDays ? latest(last, countDays(receivedOn, 2, "business", holidays)) : last;
  return counts(least, "business", holidays) ? least : countDays(least, 1, "business", holidays);
}

/** The day on which a notice of `noticeOn` counts as received. */
export const receiptOf = (noticeOn: IsoDate, period: Period, holidays: readonly IsoDate[]): IsoDate =>
  countDays(noticeOn, period.deemedReceiptDays, period.deemedReceiptBasis ?? "calendar", holidays);

/** The last of so many days after `date`; `date` itself of none. */
/** Whether a holiday makes a period longer, or its last day another one. */
export const leavesOutHolidays = ({ basis, deemedReceiptBasis, extendToWorkingDay }: Period): boolean =>
  [basis, deemedReceiptBasis ?? "calendar"].some((each) => each !== "calendar") || extendToWorkingDay === true;

function countDays(date: IsoDate, days: number, basis: Basis, holidays: readonly IsoDate[]): IsoDate {
  if (basis === "calendar") return addDays(date, days);
  let day = date;
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    if (counts(day, basis, holidays)) counted += 1;
  }
  return day;
}

/** The day of the same number so many months later, or the last of that month. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lengthOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lengthOfMonth))).toISOString().slice(0, 10);
}

/** Whether a day is one of a basis. */
function counts(date: IsoDate, basis: Basis, holidays: readonly IsoDate[]): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const weekend = { calendar: [] as number[], working: [0], business: [0, 6] }[basis];
  return !weekend.includes(weekday) && (basis === "calendar" || !holidays.includes(date));
}
