import { LANGUAGES } from "../../model/values/languages.ts";
import type { ConsoleView } from "../shell.tsx";

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day and a time of it, where the organisation is: "26 November 2026 at 09:00"; in a narrow column "26 Nov 2026, 09:00". */
export function formatMoment(
  at: Date,
  { locale, timeZone }: Pick<ConsoleView, "locale" | "timeZone">,
  dateStyle: "long" | "medium" = "long",
): string {
  const key = `${locale} ${timeZone} ${dateStyle}`;
  // Making a formatter takes a hundred times as long as using it.
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(LANGUAGES[locale].tag, { dateStyle, timeStyle: "short", timeZone });
  formats.set(key, format);
  return format.format(at);
}
