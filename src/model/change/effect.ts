import type { IsoDate } from "../values/dates.ts";
import type { ChangeView } from "./register.ts";
import { isDoneBy } from "./share.ts";

/**
 * From when a change applies, as it may be said on a day: `from` a day that is fixed; at the `earliest` on one, while it waits
 * for customers' agreement; `heldUp`, where it waits beyond it; `since` it, once it is in force.
 */
export type Effect = { as: "from" | "earliest" | "heldUp" | "since"; on: IsoDate };

/** Null for a draft's change without a date, and for one that was withdrawn by itself. */
export function effectOf(change: ChangeView, today: IsoDate): Effect | null {
  const { awaitsApproval, effectiveOn: on, withdrawn } = change;
  if (on === null || withdrawn) return null;
  if (awaitsApproval) return { as: on <= today ? "heldUp" : "earliest", on };
  return { as: isDoneBy(change, today) ? "since" : "from", on };
}

/**
 * The different effects of changes, each with its changes: by day, and what is fixed before what waits. Without a day to say
 * it on, none has come yet.
 */
export function effectsOf(changes: readonly ChangeView[], today: IsoDate = "") {
  const alike = Map.groupBy(changes, ({ effectiveOn, awaitsApproval }) => `${effectiveOn} ${awaitsApproval}`);
  return [...alike]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) =>
      of
        .slice(0, 1)
        .flatMap((one) => effectOf(one, today) ?? [])
        .map((effect) => ({ ...effect, of })),
    );
}

/** Whether one day, said in one way, holds for all of them. */
export const isOneEffect = (changes: readonly ChangeView[]): boolean => effectsOf(changes).length < 2;
