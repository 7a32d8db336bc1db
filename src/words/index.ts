import type { IsoDate } from "../model/dates.ts";
import type { Locale } from "../model/text.ts";
import { answers as answersEn } from "./answers.en.ts";
import { answers as answersFr } from "./answers.fr.ts";
import { mail as mailEn } from "./mail.en.ts";
import { mail as mailFr } from "./mail.fr.ts";
import { page as pageEn } from "./page.en.ts";
import { page as pageFr } from "./page.fr.ts";
import { type Terms, terms as termsEn } from "./terms.en.ts";
import { terms as termsFr } from "./terms.fr.ts";
import { transfers as transfersEn } from "./transfers.en.ts";
import { transfers as transfersFr } from "./transfers.fr.ts";

const catalogue = {
  en: { terms: termsEn, page: pageEn, mail: mailEn, answers: answersEn, transfers: transfersEn },
  fr: { terms: termsFr, page: pageFr, mail: mailFr, answers: answersFr, transfers: transfersFr },
} as const satisfies Record<Locale, object>;

export type Words = (typeof catalogue)["en"];

/** Every word a reader of `locale` sees. */
export const wordsFor = (locale: Locale): Words => catalogue[locale];

// "en" alone would write dates the American way; readers of legal notices here expect day before month.
const intl = { en: "en-GB", fr: "fr-FR" } as const satisfies Record<Locale, string>;

/** Made once per language: making a formatter takes a hundred times as long as using it. */
const perLocale = <T>(make: (tag: string) => T): Record<Locale, T> => ({ en: make(intl.en), fr: make(intl.fr) });
const dates = perLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }));
const lists = perLocale((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));
const regions = perLocale((tag) => new Intl.DisplayNames([tag], { type: "region" }));

/** "21 December 2026", "21 décembre 2026". */
export function formatDate(date: IsoDate, locale: Locale): string {
  const text = dates[locale].format(new Date(`${date}T00:00:00Z`));
  // French counts the first of a month as an ordinal, which Intl does not know.
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** "a, b and c", "a, b et c". */
export function formatList(items: readonly string[], locale: Locale): string {
  return lists[locale].format(items);
}

/** A country's name, or an area's. */
export function formatCountry(code: string, locale: Locale): string {
  const area = (wordsFor(locale).terms.areas as Record<string, string>)[code];
  return area ?? regions[locale].of(code) ?? code;
}

export type { Terms };
