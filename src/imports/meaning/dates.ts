import { type IsoDate, isIsoDate } from "../../model/values/dates.ts";
import { LOCALES } from "../../model/values/text.ts";
import { foldWord, wordsOf } from "../phrases.ts";

/** A date as a file writes it. `instead` is the other one that it may be: of "03/04/2025", the month first. */
export type DateSaid = { date: IsoDate; sure: boolean; instead: readonly IsoDate[] };

export type DateOrder = "day-first" | "month-first";

let months: ReadonlyMap<string, number> | undefined;

/** The names of months in the languages of the product, long and short. */
function monthNames(): ReadonlyMap<string, number> {
  months ??= new Map(
    LOCALES.flatMap((locale) =>
      (["long", "short"] as const).flatMap((month) => {
        // Beside a day, a month may be inflected; it is the only word that is no number.
        const format = new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, index): [string, number] => {
          const parts = format.formatToParts(Date.UTC(2024, index, 15));
          const name = parts.find(({ type }) => type === "month")?.value ?? "";
          return [foldWord(name).replace(/[^\p{L}]/gu, ""), index + 1];
        });
      }),
    ),
  );
  return months;
}

const made = (year: number, month: number, day: number): IsoDate | undefined => {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? date : undefined;
};

const NUMBERS = /^\s*(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[T ][\d:.Z+]+)?\s*\.?$/;

/**
 * The one date that a cell is, day, month and year. With slashes and hyphens, either may come first: unsure, unless `order`
 * says so, one is beyond 12, or both are the same. With points, the day does.
 */
export function dateIn(text: string, order?: DateOrder): DateSaid | undefined {
  if (text.length > 60) return undefined;
  const [, first, sign, second, third] = NUMBERS.exec(text) ?? [];
  if (first && second && third) {
    const [a, b, c] = [Number(first), Number(second), Number(third)];
    if (first.length === 4) return sure(made(a, b, c));
    if (third.length !== 4) return undefined;
    const [dayFirst, monthFirst] = [made(c, b, a), made(c, a, b)];
    if (sign === ".") return sure(dayFirst);
    if (!dayFirst || !monthFirst || dayFirst === monthFirst) return sure(dayFirst ?? monthFirst);
    if (order) return sure(order === "day-first" ? dayFirst : monthFirst);
    return { date: dayFirst, sure: false, instead: [monthFirst] };
  }
  return inWords(text);
}

/** Which comes first in a column of dates: what one of its cells can only be. */
export function orderOf(cells: readonly string[]): DateOrder | undefined {
  const numbers = cells.flatMap((text) => {
    const [, first, , second, third] = (text.length <= 60 && NUMBERS.exec(text)) || [];
    return first && second && third?.length === 4 ? [[Number(first), Number(second)]] : [];
  });
  const isDayFirst = numbers.some(([first = 0]) => first > 12);
  const isMonthFirst = numbers.some(([, second = 0]) => second > 12);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? "day-first" : "month-first";
}

function inWords(text: string): DateSaid | undefined {
  const numbers: string[] = [];
  let month = 0;
  for (const { folded } of wordsOf(text)) {
    if (/^\d+(st|nd|rd|th|er|e|o)?$/.test(folded)) numbers.push(folded.replace(/\D/g, ""));
    else if (monthNames().has(folded) && month === 0) month = monthNames().get(folded) ?? 0;
    else if (folded !== "de" && folded !== "of" && folded !== "the") return undefined;
  }
  const year = numbers.find((each) => each.length === 4);
  const day = numbers.find((each) => each.length <= 2);
  if (month === 0 || numbers.length !== 2 || !year || !day) return undefined;
  return sure(made(Number(year), month, Number(day)));
}

/** From the first to the last day that a date, or a year, is. */
export type Span = { from: IsoDate; to: IsoDate };

/** The first date that stands in a text, in three to five words; or else the last year. */
export function spanIn(text: string): Span | undefined {
  if (text.length > 300) return undefined;
  const words = wordsOf(text);
  for (const count of [3, 4, 5])
    for (let at = 0; at + count <= words.length; at++) {
      const [first, last] = [words[at], words[at + count - 1]];
      const said = first && last && dateIn(text.slice(first.start, last.end));
      if (said) return { from: said.date, to: said.date };
    }
  const year = words.findLast(({ folded }) => /^(?:19|20)\d\d$/.test(folded))?.folded;
  const [from, to] = year ? [made(Number(year), 1, 1), made(Number(year), 12, 31)] : [];
  return from && to ? { from, to } : undefined;
}

const sure = (date: IsoDate | undefined): DateSaid | undefined =>
  date === undefined ? undefined : { date, sure: true, instead: [] };
