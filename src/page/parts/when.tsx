import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatDate } from "../../words/index.ts";
import type { RegisterView } from "../shell/view.ts";

/** A date for readers, and for programs. */
export function Day({ on, locale }: { on: IsoDate; locale: Locale }) {
  return <time datetime={on}>{formatDate(on, locale)}</time>;
}

/** The day of an instant where the organisation is. */
export function DayOf({ at, view: { register, locale } }: { at: Date; view: RegisterView }) {
  return <Day on={dateIn(register.organisation.timeZone, at)} locale={locale} />;
}
