import type { IsoDate } from "../values/dates.ts";
import { heaviest } from "../vendor/weight.ts";
import type { ChangeSetView, ChangeView } from "./register.ts";
import { waitsForCustomers } from "./terms.ts";

/** The changes of a set that somebody reads of, by their vendors' slugs; null: all of them. */
export type Share = ReadonlySet<string> | null;

/** The set as somebody reads it whom only some of its changes concern: its dates and weight are those of these, on `today`. */
export function shareOf(set: ChangeSetView, share: Share, today: IsoDate): ChangeSetView {
  const changes = share === null ? set.changes : set.changes.filter(({ vendor }) => share.has(vendor));
  if (changes.length === 0 || changes.length === set.changes.length) return set;
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

/** Whether a change is in force on a day. */
export const isDoneBy = ({ awaitsApproval, effectiveOn }: ChangeView, day: IsoDate): boolean =>
  !awaitsApproval && effectiveOn !== null && effectiveOn <= day;

/** The different days on which changes take, or took, effect, the first first. */
export const daysOf = (changes: readonly ChangeView[]): IsoDate[] => [
  ...new Set(changes.flatMap(({ effectiveOn }) => effectiveOn ?? []).sort()),
];
