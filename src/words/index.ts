import { type Organisation, UNNAMED } from "../model/organisation-document.ts";
import type { LastDay } from "../model/people/last-day.ts";
import type { IsoDate } from "../model/values/dates.ts";
import { type Locale, perLocale } from "../model/values/text.ts";
import type { Dictionary } from "./dictionary.ts";
import * as en from "./en/index.ts";
import * as fr from "./fr/index.ts";

const DICTIONARIES: Record<Locale, Dictionary> = { en, fr };

/** Every word a reader of `locale` sees. */
export const wordsFor = (locale: Locale): Dictionary => DICTIONARIES[locale];

// Made once per language: making a formatter takes a hundred times as long as using it.
const formats = perLocale((locale) => {
  const { tag } = wordsFor(locale);
  return {
    date: new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }),
    list: new Intl.ListFormat(tag, { type: "conjunction" }),
    region: new Intl.DisplayNames([tag], { type: "region" }),
    order: new Intl.Collator(tag, { sensitivity: "base", numeric: true }),
  };
});

/** "21 December 2026", "21 décembre 2026". */
export function formatDate(date: IsoDate, locale: Locale): string {
  const { dayOfMonth } = wordsFor(locale);
  const parts = formats[locale].date.formatToParts(new Date(`${date}T00:00:00Z`));
  return parts.map(({ type, value }) => (type === "day" ? dayOfMonth(value) : value)).join("");
}

/**
 * The last day on which something is in time, and whose midnight ends it, as IANA names the place: "26 December 2026, end
 * of day in Paris".
 */
export function formatDeadline(date: IsoDate, locale: Locale, timeZone: string): string {
  return wordsFor(locale).endOfDay(formatDate(date, locale), clockOf(timeZone, locale));
}

/** The day on which something comes into force, and whose midnight begins it: "27 December 2026, start of day in Paris". */
export const formatBeginning = (date: IsoDate, locale: Locale, timeZone: string): string =>
  wordsFor(locale).startOfDay(formatDate(date, locale), clockOf(timeZone, locale));

/** Whose midnight it is: that of a city, or of a time such as UTC. */
function clockOf(timeZone: string, locale: Locale): { city: string } | { time: string } {
  const { cities } = wordsFor(locale);
  const [area, name = area] = [timeZone.split("/")[0] ?? "", timeZone.split("/").at(-1)];
  const isPlace = timeZone !== "UTC" && area !== "Etc";
  return isPlace ? { city: cities[name] ?? name.replaceAll("_", " ") } : { time: name };
}

/** A last day to object, with whose midnight ends it; by the effect that it is counted from, while that has no day. Null where there is none. */
export function formatLastDay(last: LastDay, locale: Locale, ownTimeZone: string): string | null {
  const { lastDayToObjectOn: on, timeZone, beforeEffect } = last;
  if (typeof beforeEffect === "number") return wordsFor(locale).beforeEffect(beforeEffect);
  return on && formatDeadline(on, locale, timeZone ?? ownTimeZone);
}

/** As it stands at the start of a line. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a, b and c", "a, b et c". */
export function formatList(items: readonly string[], locale: Locale): string {
  return formats[locale].list.format(items);
}

/** Orders names as a reader of `locale` does: "Vendor 2" before "Vendor 10". */
export const inOrderOf = (locale: Locale): ((a: string, b: string) => number) => formats[locale].order.compare;

/** An organisation by what it is called in a language, where it has not yet said its name. */
export const namedIn = (organisation: Organisation, locale: Locale): Organisation =>
  organisation.name === UNNAMED.name ? { ...organisation, name: wordsFor(locale).page.unnamed } : organisation;

/** A country's name, or an area's. */
export function formatCountry(code: string, locale: Locale): string {
  const areas: Record<string, string> = wordsFor(locale).terms.areas;
  return areas[code] ?? formats[locale].region.of(code) ?? code;
}
