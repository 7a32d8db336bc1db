import type { Organisation } from "../organisation-document.ts";
import { leavesOutHolidays } from "../values/period.ts";
import type { TimeTerms } from "./deadlines.ts";

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
