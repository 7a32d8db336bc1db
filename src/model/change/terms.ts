import type { Organisation } from "../organisation-document.ts";
import type { IsoDate } from "../values/dates.ts";
import type { Weight } from "../vendor/grounds.ts";
import { heaviest, weightOf } from "../vendor/weight.ts";
import type { RecordedChange } from "./change-set.ts";
import { type Deadlines, deadlinesOf, earliestOf } from "./deadlines.ts";

/** What whoever announces asks for. A baseline states what is so already: it takes effect at once and tells nobody. */
export type Wish = { effectiveOn: IsoDate | null; emergencyReason: string | null; baseline: boolean };

/** On what terms a set of changes is announced. Dates are the organisation's. */
export type AnnouncementTerms = ReturnType<typeof weighSet> & {
  /** The first day that every period it waits for allows. */
  earliestEffectiveOn: IsoDate;
  /** The day it would take effect; null where a date has to be named and is not. */
  effectiveOn: IsoDate | null;
  /** The last day to object by the organisation's own period; null where nothing is waited for. */
  lastDayToObjectOn: IsoDate | null;
  /** Why it does not wait as long as it should; null where it does: the notice would say what is not so. */
  emergency: { reason: string } | null;
  /** Whether its date is before the earliest and no emergency says why. */
  isTooEarly: boolean;
};

type Weighed = { weight: Weight | null; baseline: boolean };

/** Whether customers have a notice period first, and a say (GDPR Art. 28(2)): only what is material. */
export const waitsForCustomers = ({ weight, baseline }: Weighed): boolean => weight === "material" && !baseline;

/** Whether nobody is told. */
export const isSilent = ({ weight, baseline }: Weighed): boolean => weight === "editorial" || baseline;

/** The weight of a set, and what follows from it before any contract is read. */
export function weighSet(changes: readonly RecordedChange[], { baseline }: Pick<Wish, "baseline">) {
  const kind = { baseline, weight: heaviest(changes.map(weightOf)) };
  return { ...kind, waits: waitsForCustomers(kind), isSilent: isSilent(kind) };
}

/**
 * Decides on what terms changes would be announced on `today`, for the preview and for announcing alike. `contracts` are
 * the dates of the customers concerned, if the set waits for them.
 */
export function decideTerms(
  organisation: Organisation,
  changes: readonly RecordedChange[],
  contracts: readonly Deadlines[],
  today: IsoDate,
  wish: Wish,
): AnnouncementTerms {
  const kind = weighSet(changes, wish);
  const own = deadlinesOf(organisation, today);
  const earliest = kind.waits ? earliestOf(own, contracts) : today;
  const { emergencyReason: reason } = wish;
  const atOnce = kind.waits && reason === null ? null : today;
  const effectiveOn = wish.baseline ? today : (wish.effectiveOn ?? atOnce);
  const isEarly = effectiveOn !== null && effectiveOn < earliest;
  return {
    ...kind,
    earliestEffectiveOn: earliest,
    effectiveOn,
    lastDayToObjectOn: kind.waits ? own.lastDayToObjectOn : null,
    emergency: isEarly && reason !== null ? { reason } : null,
    isTooEarly: isEarly && reason === null,
  };
}
