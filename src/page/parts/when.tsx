import { dateIn, type IsoDate } from "../../model/dates.ts";
import type { Locale } from "../../model/text.ts";
import { formatDate } from "../../words/index.ts";

/** A date for readers, and for programs. */
export function Day({ on, locale }: { on: IsoDate; locale: Locale }) {
  return <time datetime={on}>{formatDate(on, locale)}</time>;
}

/** The day of an instant where the organisation is. */
export function DayOf({ at, timeZone, locale }: { at: Date; timeZone: string; locale: Locale }) {
  return <Day on={dateIn(timeZone, at)} locale={locale} />;
}
