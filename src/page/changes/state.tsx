import { objectionPeriodOf } from "../../model/change/deadlines.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { daysOf, isDoneBy } from "../../model/change/share.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { periodEnd } from "../../model/values/period.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { RegisterView } from "../shell/view.ts";

/** Whether an objection would still be in time: until the end of the last day to object. */
export function isOpen({ lastDayToObjectOn }: ChangeSetView, today: IsoDate): boolean {
  return lastDayToObjectOn !== null && today <= lastDayToObjectOn;
}

/** Whether objections to a set are open on `today`, or would be had its emergency left time for them. */
export function isRecent(set: ChangeSetView, organisation: Organisation, today: IsoDate): boolean {
  if (set.state !== "effective" || set.effectiveOn === null) return false;
  const over = periodEnd(set.effectiveOn, objectionPeriodOf(organisation), organisation.holidays);
  return isOpen(set, today) || (set.emergency !== null && today <= over);
}

/** Whether its date is over and it still waits for approvals. */
export function isHeldUp({ awaitsApproval, effectiveOn }: ChangeSetView, today: IsoDate): boolean {
  return awaitsApproval && effectiveOn !== null && effectiveOn <= today;
}

/** When one change of a set applies, where not all of the set does on the same day; null where it does. */
export function whenOf(change: ChangeView, set: ChangeSetView, { locale, today }: RegisterView): string | null {
  const { effectiveOn, awaitsApproval } = change;
  const isAlike = daysOf(set.changes).length < 2 && set.changes.every((each) => each.awaitsApproval === awaitsApproval);
  if (effectiveOn === null || isAlike || set.state === "withdrawn") return null;
  const words = wordsFor(locale).changes;
  const date = formatDate(effectiveOn, locale);
  if (isDoneBy(change, today)) return words.since(date);
  return awaitsApproval ? words.heldUp(date) : words.from(date);
}

const EFFECT = {
  draft: "takesEffectOn",
  announced: "takesEffectOn",
  effective: "tookEffectOn",
  withdrawn: "wouldHaveTakenEffectOn",
} as const;

/** What `effectiveOn` is called: the day a change set takes, took or would have taken effect. */
export function effectLabel(set: ChangeSetView, { locale, today }: RegisterView): string {
  return wordsFor(locale).changes[isHeldUp(set, today) ? "heldUpSince" : EFFECT[set.state]];
}

/** Whether a change set applies, in one word. */
export function State({ view, set }: { view: RegisterView; set: ChangeSetView }) {
  return <span class={`tag state ${set.state}`}>{wordsFor(view.locale).changes.states[set.state]}</span>;
}
