import { objectionPeriodOf, type TimeTerms } from "../../../model/change/deadlines.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { leavesOutHolidays } from "../../../model/values/period.ts";
import { FINDINGS } from "../../../transfers/index.ts";
import type { Some } from "../named-customers.ts";
import type { VendorFinding } from "./of-changes.ts";

/**
 * Whether periods that a contract states leave out holidays, and none is entered: neither its own nor the organisation's. A
 * contract for which no day is a holiday says so, by an empty list.
 */
export function lacksHolidays(
  { holidays }: Pick<Organisation, "holidays">,
  { noticePeriod, objectionPeriod, emergency, holidays: own }: Partial<TimeTerms>,
): boolean {
  if (holidays.length > 0 || (own ?? null) !== null) return false;
  const inEmergency = typeof emergency === "object" ? emergency : null;
  return [noticePeriod, objectionPeriod, inEmergency].some((period) => period && leavesOutHolidays(period));
}

/** The finding that dates of a set are counted without holidays: by these customers' contracts, or by the organisation's own terms. */
export function findingOfHolidays(
  organisation: Organisation,
  { total, named }: Some<{ name: string }>,
): VendorFinding[] {
  const { noticePeriod } = organisation;
  const own = { noticePeriod, objectionPeriod: objectionPeriodOf(organisation, {}) };
  if (total === 0 && !lacksHolidays(organisation, own)) return [];
  const code = "holidays-not-entered" as const;
  return [
    {
      vendor: "",
      code,
      facts: { customers: named.map(({ name }) => name), total },
      severity: FINDINGS[code].severity,
      pointer: "",
      identity: JSON.stringify([code]),
    },
  ];
}
