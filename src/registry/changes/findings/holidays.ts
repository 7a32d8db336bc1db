import { type Moment, objectionPeriodOf } from "../../../model/change/deadlines.ts";
import { lacksHolidays } from "../../../model/change/holidays.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { FINDINGS } from "../../../transfers/index.ts";
import type { Some } from "../named-customers.ts";
import type { VendorFinding } from "./of-changes.ts";

/**
 * The finding that dates of a set, announced at a moment, are counted without holidays: by these customers' contracts, or by
 * the organisation's own terms.
 */
export function findingOfHolidays(
  organisation: Organisation,
  moment: Moment,
  { total, named }: Some<{ name: string }>,
): VendorFinding[] {
  const { noticePeriod } = organisation;
  const own = { noticePeriod, objectionPeriod: objectionPeriodOf(organisation, {}) };
  if (total === 0 && !lacksHolidays(organisation, own, moment)) return [];
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
