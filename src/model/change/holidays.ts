import type { Organisation } from "../organisation-document.ts";
import { addDays, latest } from "../values/dates.ts";
import { leavesOutHolidays } from "../values/period.ts";
import { deadlinesOf, type Moment, type TimeTerms } from "./deadlines.ts";

/**
 * Whether periods that a contract states leave out holidays, and none is entered for the year in which they end when a change
 * is announced at a moment: neither its own nor the organisation's. A contract for which no day is a holiday says so, by an
 * empty list.
 */
export function lacksHolidays(organisation: Organisation, terms: Partial<TimeTerms>, { now, today }: Moment): boolean {
  const { noticePeriod, objectionPeriod, emergency, holidays: own } = terms;
  if (own?.length === 0) return false;
  const inEmergency = typeof emergency === "object" ? emergency : null;
  const isCounted = [noticePeriod, objectionPeriod, inEmergency].some((period) => period && leavesOutHolidays(period));
  if (!isCounted) return false;
  const { earliestEffectiveOn, lastDayToObjectOn } = deadlinesOf(organisation, today, terms, { now });
  const year = latest(lastDayToObjectOn, addDays(earliestEffectiveOn, -1)).slice(0, 4);
  return !(own ?? organisation.holidays).some((day) => day.slice(0, 4) >= year);
}
