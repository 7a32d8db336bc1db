import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatBeginning, formatDate, formatDeadline } from "../../words/index.ts";
import type { RegisterView } from "../shell/view.ts";

/** A date for readers, and for programs. */
export function Day({ on, locale }: { on: IsoDate; locale: Locale }) {
  return <time datetime={on}>{formatDate(on, locale)}</time>;
}

/** A day that something is in time until the end of, where the organisation is or in a time zone that is given. */
export function LastDay({
  on,
  view,
  timeZone,
}: {
  on: IsoDate;
  view: RegisterView;
  timeZone?: string | null | undefined;
}) {
  const zone = timeZone ?? view.register.organisation.timeZone;
  return <time datetime={on}>{formatDeadline(on, view.locale, zone)}</time>;
}

/** A day on which something comes into force, and whose midnight begins it. */
export function FirstDay({ on, view: { register, locale } }: { on: IsoDate; view: RegisterView }) {
  return <time datetime={on}>{formatBeginning(on, locale, register.organisation.timeZone)}</time>;
}

/** The day of an instant where the organisation is. */
export function DayOf({ at, view: { register, locale } }: { at: Date; view: RegisterView }) {
  return <Day on={dateIn(register.organisation.timeZone, at)} locale={locale} />;
}
