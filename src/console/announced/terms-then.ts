import { objectionPeriodOf } from "../../model/change/deadlines.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { ConcernedCustomer } from "../../model/people/customer-document.ts";
import { dateIn, type IsoDate, latest } from "../../model/values/dates.ts";
import { leavesOutHolidays } from "../../model/values/period.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { formatPeriod } from "../kit/period.tsx";

/** Of a customer when a set came to concern it: its terms, the organisation's own, which hold where its contract says nothing, and that moment. */
export type TermsThen = {
  customer: ConcernedCustomer;
  organisation: Organisation;
  told: Date;
  isEmergency: boolean;
  locale: ConsoleLocale;
};

/** The terms that a customer's dates follow from, a sentence each. */
export function termsThen(then: TermsThen): string[] {
  const { authorisation, onObjection, lastDayToObjectOn, periods } = then.customer;
  const words = wordsFor(then.locale).screens.evidence.file.terms;
  if (lastDayToObjectOn === null) return [words.none];
  const stance = authorisation === "specific" ? words.specific : words.onObjection[onObjection];
  return [...(periods === null ? [words.notRecorded] : periodsThen({ ...then, periods })), stance];
}

type Periods = NonNullable<ConcernedCustomer["periods"]>;

function periodsThen({ customer, organisation, told, isEmergency, locale, periods }: TermsThen & { periods: Periods }) {
  const words = wordsFor(locale).screens.evidence.file.terms;
  const { objectUntilEffect, since } = customer;
  const { emergency } = periods;
  const notice = periods.noticePeriod ?? organisation.noticePeriod;
  const objection = objectionPeriodOf(organisation, periods);
  const objecting = objectUntilEffect
    ? words.objectBefore(Math.max(objectUntilEffect.daysBefore, 1))
    : objection === notice
      ? words.objectAsNotice
      : words.object(formatPeriod(objection, locale), periods.objectionPeriod === null);
  const timeZone = customer.timeZone ?? organisation.timeZone;
  const from = dateIn(timeZone, told);
  const shortened =
    typeof emergency === "string" ? words.emergency[emergency] : words.emergencyPeriod(formatPeriod(emergency, locale));
  return [
    words.notice(formatPeriod(notice, locale), periods.noticePeriod === null),
    objecting,
    words.counted(formatDate(from, locale), timeZone.replaceAll("_", " ")),
    ...([notice, objection].some(leavesOutHolidays)
      ? [holidaysThen(from, { customer, organisation, locale, periods })]
      : []),
    ...(isEmergency ? [shortened] : []),
    ...(since === null ? [] : [words.newcomer]),
  ];
}

/** The holidays that its dates left out, by whose calendar. */
function holidaysThen(
  from: IsoDate,
  {
    customer,
    organisation,
    locale,
    periods,
  }: Pick<TermsThen, "customer" | "organisation" | "locale"> & { periods: Periods },
): string {
  const words = wordsFor(locale).screens.evidence.file.terms;
  const { lastDayToObjectOn, earliestEffectiveOn } = customer;
  const until = latest(lastDayToObjectOn ?? from, earliestEffectiveOn ?? from);
  const days = (periods.holidays ?? organisation.holidays).filter((day) => day > from && day <= until);
  if (days.length === 0) return words.noHolidays;
  const named = formatList(
    [...days].sort().map((day) => formatDate(day, locale)),
    locale,
  );
  return words.holidays(named, periods.holidays === null);
}
