import type { Deps } from "../../../deps.ts";
import { deadlinesOf } from "../../../model/change/deadlines.ts";
import { decideTerms } from "../../../model/change/terms.ts";
import { addDays, daysBetween, type IsoDate, startOf } from "../../../model/values/dates.ts";
import { canonicalJson } from "../../../model/values/hash.ts";
import { organisationToday } from "../../log/organisation.ts";
import { concernOf } from "../concerned.ts";
import { daysOf } from "./pending.ts";
import { draftAsItIs, wishOf } from "./preview.ts";

/**
 * The last day on which a draft can be announced for the days that it gives; null where it gives none, nothing of it waits,
 * or they are too early today. Refuses: not-found.
 */
export async function lastDayToAnnounce(deps: Deps, number: number): Promise<IsoDate | null> {
  const { view, changes, pending } = await draftAsItIs(deps, number);
  const last = [view.plannedOn, ...view.changes.map(({ plannedOn }) => plannedOn)].filter((day) => day !== null).sort();
  const until = last.at(-1);
  if (until === undefined || changes.length === 0) return null;
  const { organisation, today } = await organisationToday(deps);
  const now = deps.clock.now();
  const wish = wishOf(view);
  const { contracts } = await concernOf(deps.db, organisation, { now, today }, changes, wish);
  const builtOn = daysOf(pending);
  const termsOn = (day: IsoDate) => {
    const at = day === today ? now : startOf(day, organisation.timeZone);
    const dates = new Map<string, ReturnType<typeof deadlinesOf>>();
    const dated = contracts.map((contract) => {
      const key = canonicalJson(contract.terms);
      const found = dates.get(key) ?? deadlinesOf(organisation, day, contract.terms, { now: at });
      dates.set(key, found);
      return { ...contract, ...found };
    });
    return decideTerms(organisation, { changes, contracts: dated, builtOn }, day, wish);
  };
  const isKept = (day: IsoDate): boolean => termsOn(day).tooEarly.length === 0;
  if (!termsOn(today).waits || !isKept(today)) return null;
  // The later it is announced, the later its periods end.
  let [kept, missed] = [0, daysBetween(today, until) + 1];
  while (missed - kept > 1) {
    const middle = Math.floor((kept + missed) / 2);
    if (isKept(addDays(today, middle))) kept = middle;
    else missed = middle;
  }
  return addDays(today, kept);
}
