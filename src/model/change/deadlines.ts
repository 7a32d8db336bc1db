import type { Organisation } from "../organisation-document.ts";
import type { ContractTerms } from "../people/contract-terms.ts";
import { addDays, type IsoDate, latest } from "../values/dates.ts";
import { type ObjectionPeriod, periodEnd } from "../values/period.ts";

/** The terms of a contract that its dates follow from. */
export const TIME_TERMS = ["noticePeriod", "objectionPeriod"] as const;
export type TimeTerms = Pick<ContractTerms, (typeof TIME_TERMS)[number]>;

/** The first day a change may take effect, and the last on which an objection is in time. */
export type Deadlines = { earliestEffectiveOn: IsoDate; lastDayToObjectOn: IsoDate };

const OWN: TimeTerms = { noticePeriod: null, objectionPeriod: null };

/**
 * The dates that follow from a contract's terms when changes are announced on `today`, in the organisation's time zone. A
 * period lasts until the end of its last day (Regulation (EEC, Euratom) 1182/71, Art. 3(2)), so a change may take effect on
 * the day after: in time to object *prior to* it (GDPR Art. 28(2), SCC 2021/914 clause 9(a)). It waits for objections too,
 * unless they may outlast the notice.
 */
export function deadlinesOf(organisation: Organisation, today: IsoDate, terms: TimeTerms = OWN): Deadlines {
  const { holidays } = organisation;
  const objection = objectionPeriodOf(organisation, terms);
  const noticeEndsOn = periodEnd(today, terms.noticePeriod ?? organisation.noticePeriod, holidays);
  const lastDayToObjectOn = periodEnd(today, objection, holidays);
  const waitsUntil = objection.mayOutlastNotice ? noticeEndsOn : latest(noticeEndsOn, lastDayToObjectOn);
  return { earliestEffectiveOn: addDays(waitsUntil, 1), lastDayToObjectOn };
}

/** One that is not stated is as long as the notice period beside it. */
export const objectionPeriodOf = (organisation: Organisation, terms: TimeTerms = OWN): ObjectionPeriod =>
  terms.objectionPeriod ?? terms.noticePeriod ?? organisation.objectionPeriod ?? organisation.noticePeriod;

/** The first day that every contract and the organisation's own periods allow. */
export function earliestOf(own: Deadlines, contracts: readonly Deadlines[]): IsoDate {
  return latest(own.earliestEffectiveOn, ...contracts.map(({ earliestEffectiveOn }) => earliestEffectiveOn));
}
