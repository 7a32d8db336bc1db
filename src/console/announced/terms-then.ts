import { objectionPeriodOf } from "../../model/change/deadlines.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
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

/** Who has published, with the terms of its own, since which version of the list and when: first to last. */
export type OwnTerms = readonly { version: number; from: Date; organisation: Organisation }[];

/** Who published when a set came to concern somebody: at the announcement by its version, after it by the time. */
export function publisherThen(
  own: OwnTerms,
  { since, announcedAs, told }: { since: string | Date | null; announcedAs: number | null; told: Date },
): Organisation {
  const then = own.findLast(({ version, from }) => (since === null ? version <= (announcedAs ?? 0) : from <= told));
  return then?.organisation ?? UNNAMED;
}

/** The terms that a customer's dates follow from, a sentence each. */
export function termsThen(then: TermsThen): string[] {
  const { authorisation, onObjection, lastDayToObjectOn, periods } = then.customer;
  const words = wordsFor(then.locale).screens.evidence.file.terms;
  if (lastDayToObjectOn === null) return [words.none];
  const stance = authorisation === "specific" ? words.specific : words.onObjection[onObjection];
  return [...(periods === null ? [words.notRecorded] : periodsThen({ ...then, periods })), stance];
}

type Periods = NonNullable<ConcernedCustomer["periods"]>;

type Agreed = { periods: Periods } & Pick<ConcernedCustomer, "objectUntilEffect">;

const noticeThen = ({ periods }: Agreed, { noticePeriod }: Organisation) => periods.noticePeriod ?? noticePeriod;

/** How long a customer was told before, and may object: a sentence each, with whose terms those are. */
export function agreedThen(agreed: Agreed, organisation: Organisation, locale: ConsoleLocale): string[] {
  const words = wordsFor(locale).screens.evidence.file.terms;
  const { periods, objectUntilEffect } = agreed;
  const notice = noticeThen(agreed, organisation);
  const objection = objectionPeriodOf(organisation, periods);
  const objecting = objectUntilEffect
    ? words.objectBefore(Math.max(objectUntilEffect.daysBefore, 1))
    : objection === notice
      ? words.objectAsNotice
      : words.object(formatPeriod(objection, locale), periods.objectionPeriod === null);
  return [words.notice(formatPeriod(notice, locale), periods.noticePeriod === null), objecting];
}

function periodsThen({ customer, organisation, told, isEmergency, locale, periods }: TermsThen & { periods: Periods }) {
  const words = wordsFor(locale).screens.evidence.file.terms;
  const { objectUntilEffect, since } = customer;
  const { emergency } = periods;
  const agreed = { periods, objectUntilEffect };
  const counted = [noticeThen(agreed, organisation), objectionPeriodOf(organisation, periods)];
  const timeZone = customer.timeZone ?? organisation.timeZone;
  const from = dateIn(timeZone, told);
  const shortened =
    typeof emergency === "string" ? words.emergency[emergency] : words.emergencyPeriod(formatPeriod(emergency, locale));
  return [
    ...agreedThen(agreed, organisation, locale),
    words.counted(formatDate(from, locale), timeZone.replaceAll("_", " ")),
    ...(counted.some(leavesOutHolidays) ? [holidaysThen(from, { customer, organisation, locale, periods })] : []),
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
