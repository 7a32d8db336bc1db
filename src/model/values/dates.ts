import { z } from "@hono/zod-openapi";

/** A calendar date, `YYYY-MM-DD`, in the organisation's time zone unless said otherwise. */
export type IsoDate = string;

const DAY = 86_400_000;

export function isIsoDate(value: string): value is IsoDate {
  // PostgreSQL knows no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const DateOn = z
  .string()
  .refine(isIsoDate, { error: "must be a date that exists, as YYYY-MM-DD" })
  .openapi({ example: "2026-12-21" })
  .meta({ format: "date" });

/** A moment: a `Date` in a row, text in JSON; read from either. */
export const Instant = z
  .preprocess((at) => (typeof at === "string" ? new Date(at) : at), z.date())
  .openapi({ format: "date-time", example: "2026-11-21T09:00:00.000Z" });

/** A place's time, as IANA names it: its days begin and end by the summer time of the place. */
export const TimeZone = z
  .string()
  .max(64, { abort: true })
  .refine(isTimeZone, { error: "must be an IANA time zone, such as Europe/Paris" });

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days after a date another is. */
export const daysBetween = (date: IsoDate, later: IsoDate): number => (Date.parse(later) - Date.parse(date)) / DAY;

export function latest(date: IsoDate, ...others: IsoDate[]): IsoDate {
  return others.reduce((last, each) => (each > last ? each : last), date);
}

/** The instant so many years before another, by the calendar of UTC. */
export function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** The same day so many years later; of a 29 February, 1 March where there is none. */
export function yearsAfter(date: IsoDate, years: number): IsoDate {
  const after = new Date(`${date}T00:00:00Z`);
  after.setUTCFullYear(after.getUTCFullYear() + years);
  return after.toISOString().slice(0, 10);
}

/** The date it is in `timeZone` (IANA name) at an instant. */
export function dateIn(timeZone: string, at: Date): IsoDate {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

/** The instant at which a date begins in `timeZone`: midnight, or the first moment after where the clocks skip it. */
export function startOf(date: IsoDate, timeZone: string): Date {
  // No place is a day away from UTC: the date begins between these two, to the millisecond.
  let [before, from] = [Date.parse(`${date}T00:00:00Z`) - DAY, Date.parse(`${date}T00:00:00Z`) + DAY];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dateIn(timeZone, new Date(middle)) < date) before = middle;
    else from = middle;
  }
  return new Date(from);
}

/** What an organisation's days follow from: its time zone, and the day it had come to when that last moved west. */
export type Calendar = { timeZone: string; reached: Reached | null };

/** A day that it was already at an instant. */
export type Reached = { on: IsoDate; at: string };

/**
 * The organisation's date at an instant. A day that had begun never ends by a change of time zone, so that what was in
 * force, or over, stays so: it lasts until the new time zone has come to it as well.
 */
export function dayOf({ timeZone, reached }: Calendar, at: Date): IsoDate {
  const date = dateIn(timeZone, at);
  return reached && at >= new Date(reached.at) ? latest(date, reached.on) : date;
}

/** Making a formatter takes a hundred times as long as using it. One per time zone that passed validation: a few. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether it is the name of a place's time, area/location, or UTC: neither offsets nor Intl's abbreviations ("AET"). */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
