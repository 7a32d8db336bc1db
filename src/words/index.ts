import { type Organisation, UNNAMED } from "../model/organisation-document.ts";
import type { LastDay } from "../model/people/last-day.ts";
import type { IsoDate } from "../model/values/dates.ts";
import { CONSOLE_LANGUAGES, LANGUAGES } from "../model/values/languages.ts";
import { type ConsoleLocale, LOCALES, type Locale } from "../model/values/text.ts";
import type { ConsoleDictionary, Dictionary } from "./dictionary.ts";
import * as en from "./en/index.ts";

/** Where the words of each language are read from; English is always there. */
const DICTIONARIES: Record<Locale, () => Promise<Dictionary>> = {
  en: async () => en,
  fr: () => import("./fr/index.ts"),
  de: () => import("./de/index.ts"),
  es: () => import("./es/index.ts"),
  it: () => import("./it/index.ts"),
  nl: () => import("./nl/index.ts"),
  sv: () => import("./sv/index.ts"),
};

const CONSOLE_DICTIONARIES: Record<ConsoleLocale, () => Promise<ConsoleDictionary>> = {
  en: () => import("./en/for-console.ts"),
  fr: () => import("./fr/for-console.ts"),
};

const loaded: Partial<Record<Locale, Dictionary>> = { en: { ...en } };

async function load(locale: Locale, words: Promise<Dictionary | ConsoleDictionary>): Promise<void> {
  const read = await words;
  // Words of this language that were read meanwhile stay.
  loaded[locale] = Object.assign(loaded[locale] ?? {}, read) as Dictionary;
}

/**
 * Reads the words of a language. Awaited wherever it is decided in which language something is written: `wordsFor` does
 * not wait, and throws where that was forgotten.
 */
export async function loadWords(locale: Locale): Promise<void> {
  if (!loaded[locale]) await load(locale, DICTIONARIES[locale]());
}

/** Reads the words of every language, before something is written to several readers. */
export async function loadEveryLanguage(): Promise<void> {
  await Promise.all(LOCALES.map(loadWords));
}

let consoleLoaded: Promise<unknown> | undefined;

/** Reads the words of the console, and those of every language, as it shows mails to readers of all. */
export async function loadConsole(): Promise<void> {
  await loadEveryLanguage();
  consoleLoaded ??= Promise.all(CONSOLE_LANGUAGES.map((locale) => load(locale, CONSOLE_DICTIONARIES[locale]())));
  await consoleLoaded;
}

/** Every word a reader of `locale` sees; in a language of the console what that says too. Throws where they are not loaded. */
export function wordsFor(locale: ConsoleLocale): Dictionary & ConsoleDictionary;
export function wordsFor(locale: Locale): Dictionary;
export function wordsFor(locale: Locale): Dictionary {
  const words = loaded[locale];
  if (!words) throw new Error(`The words of "${locale}" are not loaded`);
  return words;
}

// Made once per language, when it is first asked for: making a formatter takes a hundred times as long as using it.
const formatsOf = onceForEach((locale) => {
  const { tag } = LANGUAGES[locale];
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  return {
    date,
    dates: patternOf(date),
    list: new Intl.ListFormat(tag, { type: "conjunction" }),
    region: new Intl.DisplayNames([tag], { type: "region" }),
    language: new Intl.DisplayNames([tag], { type: "language" }),
    order: new Intl.Collator(tag, { sensitivity: "base", numeric: true }),
  };
});

/** Something for each language, made when it is first asked for. */
export function onceForEach<Value>(make: (locale: Locale) => Value): (locale: Locale) => Value {
  const made: Partial<Record<Locale, Value>> = {};
  return (locale) => (made[locale] ??= make(locale));
}

/** "21 December 2026", "21 décembre 2026". */
export const formatDate = kept((date: IsoDate, locale: Locale): string => {
  const { dayOfMonth } = wordsFor(locale);
  const parts = formatsOf(locale).date.formatToParts(new Date(`${date}T00:00:00Z`));
  return parts.map(({ type, value }) => (type === "day" ? dayOfMonth(value) : value)).join("");
});

/** What dates of a formatter look like, whatever its language puts between day, month and year. */
function patternOf(format: Intl.DateTimeFormat): RegExp {
  const looks: Record<string, string> = { day: "\\d{1,2}\\p{L}*", month: "\\p{L}+", year: "\\d{4}" };
  const parts = format.formatToParts(0).map(({ type, value }) => looks[type] ?? value.replaceAll(".", "\\."));
  return new RegExp(parts.join(""), "gu");
}

/** The dates that `formatDate` writes in a text of `locale`. */
export const datesOf = (locale: Locale): RegExp => formatsOf(locale).dates;

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

/** By whose midnight the days of a page or a mail begin and end: said once, for the dates that do not say so themselves. */
export const formatMidnights = (locale: Locale, timeZone: string): string =>
  wordsFor(locale).midnights(clockOf(timeZone, locale));

/** Whose midnight it is: that of a city, or of a time such as UTC. */
function clockOf(timeZone: string, locale: Locale): { city: string } | { time: string } {
  const { cities } = wordsFor(locale);
  const [area, name = area] = [timeZone.split("/")[0] ?? "", timeZone.split("/").at(-1)];
  const isPlace = timeZone !== "UTC" && area !== "Etc";
  return isPlace ? { city: cities[name] ?? name.replaceAll("_", " ") } : { time: name };
}

/**
 * A last day to object, with the place whose midnight ends it; how many days before the effect it is, while the effect has
 * no day. Null where there is no last day.
 */
export function formatLastDay(last: LastDay, locale: Locale, ownTimeZone: string): string | null {
  const { lastDayToObjectOn: on, timeZone, beforeEffect } = last;
  if (typeof beforeEffect === "number") return wordsFor(locale).beforeEffect(beforeEffect);
  return on && formatDeadline(on, locale, timeZone ?? ownTimeZone);
}

/** As it stands at the start of a line. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a, b and c", "a, b et c". */
export function formatList(items: readonly string[], locale: Locale): string {
  return items.length < 2 ? (items[0] ?? "") : formatsOf(locale).list.format(items);
}

/** Orders names as a reader of `locale` does: "Vendor 2" before "Vendor 10". */
export const inOrderOf = (locale: Locale): ((a: string, b: string) => number) => formatsOf(locale).order.compare;

/** An organisation by what it is called in a language, where it has not yet said its name. */
export const namedIn = (organisation: Organisation, locale: Locale): Organisation =>
  organisation.name === UNNAMED.name ? { ...organisation, name: wordsFor(locale).page.unnamed } : organisation;

/** What a language is called in another: "French", "français". */
export const formatLanguage = (language: Locale, locale: Locale): string =>
  formatsOf(locale).language.of(language) ?? LANGUAGES[language].name;

/** A country's name, or an area's. */
export const formatCountry = kept((code: string, locale: Locale): string => {
  const areas: Record<string, string> = wordsFor(locale).terms.areas;
  return areas[code] ?? formatsOf(locale).region.of(code) ?? code;
});

/** The same within a sentence: "worldwide" alone is no name, and begins small. */
export function formatPlaceWithin(code: string, locale: Locale): string {
  const name = formatCountry(code, locale);
  return code === "001" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Keeps what was made of a text in each language: a page has the same few days and places many times over. */
function kept(make: (text: string, locale: Locale) => string): (text: string, locale: Locale) => string {
  const made = onceForEach(() => new Map<string, string>());
  return (text, locale) => {
    const all = made(locale);
    const known = all.get(text);
    if (known !== undefined) return known;
    const value = make(text, locale);
    // Any day may be asked for: how much is kept has to have a limit.
    if (all.size >= 2000) all.clear();
    all.set(text, value);
    return value;
  };
}
