import type { Organisation } from "../organisation-document.ts";
import type { ContractTerms } from "../people/contract-terms.ts";
import { type IsoDate, latest, periodEnd } from "../values/dates.ts";

/** The terms of a contract that its dates follow from. */
export const TIME_TERMS = ["noticePeriod", "objectionPeriod"] as const;
export type TimeTerms = Pick<ContractTerms, (typeof TIME_TERMS)[number]>;

/** The first day a change may take effect, and the last on which an objection is in time. */
export type Deadlines = { earliestEffectiveOn: IsoDate; lastDayToObjectOn: IsoDate };

const OWN: TimeTerms = { noticePeriod: null, objectionPeriod: null };

/** The dates that follow from a contract's terms when changes are announced on `today`, in the organisation's time zone. */
export function deadlinesOf(organisation: Organisation, today: IsoDate, terms: TimeTerms = OWN): Deadlines {
  const { noticePeriod, objectionPeriod, holidays } = organisation;
  return {
    earliestEffectiveOn: periodEnd(today, terms.noticePeriod ?? noticePeriod, holidays),
    lastDayToObjectOn: periodEnd(today, terms.objectionPeriod ?? objectionPeriod, holidays),
  };
}

/** The first day that every contract and the organisation's own notice period allow (GDPR Art. 28(2): in time to object). */
export function earliestOf(own: Deadlines, contracts: readonly Deadlines[]): IsoDate {
  return latest(own.earliestEffectiveOn, ...contracts.map(({ earliestEffectiveOn }) => earliestEffectiveOn));
}
