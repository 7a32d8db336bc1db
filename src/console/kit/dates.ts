import { type IsoDate, isIsoDate } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { type ConsoleLocale, LOCALES } from "../../model/values/text.ts";
import { formatDate } from "../../words/index.ts";

/** The number of a month by its name in any language, in full or cut short: "december", "dec". */
let months: Map<string, number> | undefined;
function monthsByName(): Map<string, number> {
  // Made when it is first asked for: formatters take their time.
  months ??= new Map(
    LOCALES.flatMap((locale) =>
      (["long", "short"] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(LANGUAGES[locale].tag, { month, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, index) => {
          const name = format.format(new Date(Date.UTC(2026, index, 1)));
          return [folded(name), index + 1] as const;
        });
      }),
    ),
  );
  return months;
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}|\./gu, "")
    .toLowerCase();
}

/**
 * A date as people write it, day before month: "26 December 2026", "1er mai 2027", "26.12.2026", "26/12/2026" and
 * "2026-12-26"; what is none of these comes back as it is, for the schema to refuse.
 */
export function dateTyped(text: string): IsoDate | string {
  const tidy = text.trim().replace(/^[\p{L}]+\.?,?\s+(?=\d)/u, "");
  if (isIsoDate(tidy)) return tidy;
  const [, day = "", between = "", year = ""] =
    /^(\d{1,2})(?:er|st|nd|rd|th)?[\s./-]+([\p{L}]+\.?|\d{1,2})[\s./,-]+(\d{4})$/u.exec(tidy) ?? [];
  const month = /^\d+$/.test(between) ? Number(between) : monthsByName().get(folded(between));
  if (month === undefined || day === "") return text.trim();
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : text.trim();
}

/** Dates, each on a line of its own, as a text to edit. */
export const datesAsText = (dates: readonly IsoDate[], locale: ConsoleLocale): string =>
  dates.map((each) => (isIsoDate(each) ? formatDate(each, locale) : each)).join("\n");
