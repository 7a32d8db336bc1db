import type { ChangeSetView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { listSome } from "../../page/describe/names.ts";
import type { LastDayToCome } from "../../registry/changes/announced/last-days-to-come.ts";
import { titleOfSet } from "../changes/list.tsx";
import type { ConsoleView } from "../shell.tsx";
import type { NextDate } from "./screen.tsx";

/** The most days by contracts of one set, soonest first: all of them stand on its page. */
const MOST_OF_CONTRACTS = 3;

/** The days of an announced set that are to come; those of contracts where they are others than by the organisation's own terms. */
export function datesOf(
  set: ChangeSetView,
  ofContracts: readonly LastDayToCome[],
  view: ConsoleView & { today: IsoDate },
): NextDate[] {
  const { number, effectiveOn, lastDayToObjectOn, awaitsApproval } = set;
  const of = { number, title: titleOfSet(set, view) };
  const effect = awaitsApproval ? ("waiting" as const) : ("effect" as const);
  const differing = ofContracts
    .filter(({ changeSet, on }) => changeSet === number && on !== lastDayToObjectOn)
    .slice(0, MOST_OF_CONTRACTS);
  return [
    ...differing.map(({ on, names, total }) => ({
      ...of,
      on,
      what: "contract" as const,
      names: listSome(names, view.locale, { all: total }),
    })),
    ...(lastDayToObjectOn !== null && lastDayToObjectOn >= view.today
      ? [{ ...of, on: lastDayToObjectOn, what: "lastDay" as const }]
      : []),
    ...(effectiveOn !== null && effectiveOn >= view.today ? [{ ...of, on: effectiveOn, what: effect }] : []),
  ];
}
