import type { IsoDate } from "../values/dates.ts";
import { heaviest } from "../vendor/weight.ts";
import type { ChangeSetView, ChangeView } from "./register.ts";
import { waitsForCustomers } from "./terms.ts";

/** The changes of a set that somebody reads of, by their vendors' slugs; null: all of them. */
export type Share = ReadonlySet<string> | null;

/**
 * The set as somebody reads it whom only some of its changes concern: its dates and weight are those of these, on `today`.
 * What was withdrawn by itself is left out; where that is all that concerns them, the set is withdrawn to them.
 */
export function shareOf(set: ChangeSetView, share: Share, today: IsoDate): ChangeSetView {
  const concerning = share === null ? set.changes : set.changes.filter(({ vendor }) => share.has(vendor));
  const { left } = partedByWithdrawal(concerning);
  if (concerning.length > 0 && left.length === 0) return asWithdrawn(set, concerning);
  if (left.length === 0 || left.length === set.changes.length) return set;
  const changes = left;
  const waits = changes.some(({ weight }) => waitsForCustomers({ ...set, weight }));
  const isDone = changes.every((change) => isDoneBy(change, today));
  return {
    ...set,
    changes,
    state: set.state === "announced" && isDone ? "effective" : set.state,
    weight: heaviest(changes.map(({ weight }) => weight)),
    effectiveOn: daysOf(changes).at(-1) ?? set.effectiveOn,
    awaitsApproval: changes.some(({ awaitsApproval }) => awaitsApproval),
    lastDayToObjectOn: waits ? set.lastDayToObjectOn : null,
    // What waits for nobody is not early.
    emergency: waits ? set.emergency : null,
  };
}

/** The changes that were withdrawn by themselves, and those that are left. */
export const partedByWithdrawal = (changes: readonly ChangeView[]) => ({
  withdrawn: changes.filter(({ withdrawn }) => withdrawn),
  left: changes.filter(({ withdrawn }) => !withdrawn),
});

/** The set as whoever was told of these changes alone reads that they were withdrawn. */
export const asWithdrawn = (set: ChangeSetView, changes: readonly ChangeView[]): ChangeSetView => ({
  ...set,
  changes: changes.map((change) => ({ ...change, withdrawn: false })),
  state: "withdrawn",
  weight: heaviest(changes.map(({ weight }) => weight)),
  effectiveOn:
    changes
      .flatMap(({ effectiveOn }) => effectiveOn ?? [])
      .sort()
      .at(-1) ?? set.effectiveOn,
  awaitsApproval: false,
});

/** Whether a change is in force on a day. */
export const isDoneBy = ({ awaitsApproval, effectiveOn, withdrawn }: ChangeView, day: IsoDate): boolean =>
  !withdrawn && !awaitsApproval && effectiveOn !== null && effectiveOn <= day;

/** The different days on which changes take, or took, effect, the first first. */
export const daysOf = (changes: readonly ChangeView[]): IsoDate[] => [
  ...new Set(changes.flatMap(({ effectiveOn }) => effectiveOn ?? []).sort()),
];
