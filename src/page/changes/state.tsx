import type { ChangeSetRow } from "../../model/change/change-set.ts";
import { objectionPeriodOf } from "../../model/change/deadlines.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { periodEnd } from "../../model/values/period.ts";
import { wordsFor } from "../../words/index.ts";
import type { RegisterView } from "../shell/view.ts";

/** Whether an objection would still be in time: until the end of the last day to object. */
export function isOpen({ lastDayToObjectOn }: ChangeSetView, today: IsoDate): boolean {
  return lastDayToObjectOn !== null && today <= lastDayToObjectOn;
}

/** Whether objections to a set are open on `today`, or would be had its emergency left time for them. */
export function isRecent(set: ChangeSetView, organisation: Organisation, today: IsoDate): boolean {
  if (set.state !== "effective" || set.effectiveOn === null) return false;
  if (isOpen(set, today)) return true;
  if (set.emergency === null) return false;
  return today <= periodEnd(set.effectiveOn, objectionPeriodOf(organisation), organisation.holidays);
}

/** Whether `isRecent` has to be asked of a set, by its row alone. */
export const mayBeRecent = (set: ChangeSetRow, today: IsoDate): boolean =>
  set.emergencyReason !== null || today <= (set.objectionExtendedTo ?? set.lastDayToObjectOn ?? "");

/** Whether a change set applies, in one word; or that it corrects the list. */
export function State({ view, set }: { view: RegisterView; set: ChangeSetView }) {
  const { changes, rectification } = wordsFor(view.locale);
  const state = set.rectification ? rectification.page.title : changes.states[set.state];
  return <span class={`tag state ${set.state}`}>{state}</span>;
}
