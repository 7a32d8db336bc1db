import { and, type SQL, sql } from "drizzle-orm";
import { concernedCustomers } from "../../../db/schema.ts";
import type { Postponement } from "../../../model/change/change-set.ts";
import type { ChangeSetView } from "../../../model/change/register.ts";
import type { NoticeKind, ToldDay } from "../../../model/people/notice.ts";
import { latest } from "../../../model/values/dates.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import { outlineOf } from "../../log/history.ts";
import { partsWith } from "../../log/parts.ts";
import { contactsOf, readersOfDays } from "../../owed/day-notices.ts";
import { readersOfChanges, readersOfSome, readersOfWithdrawal } from "../../owed/set-readers.ts";
import { correctedChanges, type NewCorrection } from "./correct.ts";
import { isExtendedTo, lastDaysWithEffect } from "./last-days.ts";
import { changesToMove, decidePostponement, type NewPostponement } from "./postpone.ts";
import { waitedFor } from "./release.ts";
import { movedSince, releaseDays } from "./release-days.ts";
import { type Reading, supposed, supposedOutline } from "./supposed.ts";
import { releasedDays, waivedDays } from "./told-days.ts";
import { decideWithdrawal, withdrawn } from "./withdraw.ts";

/**
 * What verbs on an announced set would do: they ask the same rules, and the same statements select whom they tell. Nothing
 * is written.
 */

/** A notice that a verb would owe, to the people that a statement selects as `owe` takes them. */
export type Telling = {
  kind: Extract<NoticeKind, "withdrawal" | "correction" | "postponement" | "waiver" | "release">;
  changeSet: number;
  people: SQL;
  /** The set as its readers would be told of it; null while what they would be told is not known. */
  set: ChangeSetView | null;
  text?: LocalizedText | undefined;
  /** The changes that are corrected, by slug. */
  changes?: readonly string[] | undefined;
  days?: readonly ToldDay[];
  postponement?: Postponement;
  /** Of `concerned_customers`: the last day to object as it would be. */
  lastDay?: SQL;
};

/** Refuses: not-found, not-announced, already-effective, later-change-exists. */
async function foreseeWithdrawal(r: Reading, number: number, reason: LocalizedText | null): Promise<Telling[]> {
  const slugs = await decideWithdrawal(r, number);
  const set = await supposed(r, number, {
    set: withdrawn(r, slugs, reason),
    ...(slugs && { slugs, changes: { withdrawn: true } }),
  });
  return [{ kind: "withdrawal", changeSet: number, people: await readersOfWithdrawal(r.db, number, slugs), set }];
}

/** Of a correction that is not written yet, whom it would go to. Refuses: not-found, not-announced, invalid-request. */
async function foreseeCorrection(
  r: Reading,
  number: number,
  { text, changes: slugs }: { text: LocalizedText | null; changes: readonly string[] | undefined },
): Promise<Telling[]> {
  const changes = await correctedChanges(r.db, number, slugs);
  const people = await readersOfSome(r.db, number, changes);
  const set = text === null ? null : await supposed(r, number, {});
  return [{ kind: "correction", changeSet: number, people, set, text: text ?? undefined, changes }];
}

/**
 * Of a postponement that has no fit day yet, whom it would go to. Refuses: not-found, not-announced, already-effective,
 * invalid-request for a change that the set does not have.
 */
async function foreseePostponement(
  r: Reading,
  number: number,
  input: Pick<NewPostponement, "changes"> | NewPostponement,
): Promise<Telling[]> {
  const telling = { kind: "postponement", changeSet: number } as const;
  if (!("effectiveOn" in input)) {
    const slugs = await changesToMove(r, number, input.changes);
    return [{ ...telling, people: await readersOfChanges(r.db, number, slugs), set: null }];
  }
  const { effectiveOn, reason, lastDayToObjectOn = null } = input;
  const { set: row, changes } = await decidePostponement(r, number, input);
  const supposing = {
    set: lastDayToObjectOn ? { objectionExtendedTo: lastDayToObjectOn } : {},
    slugs: changes,
    changes: { postponedTo: effectiveOn },
  };
  const parts = await partsWith(r.db, number, changes);
  const moved = await lastDaysWithEffect(r, row, parts, await supposedOutline(r.db, number, supposing));
  const extended = lastDayToObjectOn ? [{ which: isExtendedTo(parts, lastDayToObjectOn), day: lastDayToObjectOn }] : [];
  const days = [...moved.map(({ which, day }) => ({ which, day: day.lastDayToObjectOn })), ...extended];
  return [
    {
      ...telling,
      people: await readersOfChanges(r.db, number, changes),
      set: await supposed(r, number, supposing),
      postponement: { at: r.now, effectiveOn, lastDayToObjectOn, reason, changes },
      // A day is never earlier than it was.
      lastDay: days.reduce<SQL>(
        (last, { which, day }) => sql`greatest(${last}, case when ${and(which)} then ${day}::date end)`,
        sql`${concernedCustomers.lastDayToObjectOn}`,
      ),
    },
  ];
}

/**
 * The news to whoever was waited for, and to whom it moves a day that they were told. Refuses: not-found, not-announced,
 * not-awaiting-approval.
 */
async function foreseeWaiver(r: Reading, number: number, reason: LocalizedText | null): Promise<Telling[]> {
  const { db, calendar, today } = r;
  const { slugs, customers } = await waitedFor(db, number);
  const releasedOn = latest(today, ...(await releaseDays(r, number, slugs)).values());
  const supposing = { slugs, changes: { releasedOn, releasedReason: reason } };
  const outline = await supposedOutline(db, number, supposing);
  const set = await supposed(r, number, supposing);
  const waived: Telling[] =
    customers.length === 0
      ? []
      : [
          {
            kind: "waiver",
            changeSet: number,
            people: contactsOf(customers),
            set,
            days: waivedDays(outline, number, slugs),
          },
        ];
  const released: Telling[] = [];
  for (const [changeSet, days] of await releasedDays(
    db,
    calendar,
    movedSince(await outlineOf(db, [number]), outline),
  )) {
    if (days.length === 0) continue;
    const besides = changeSet === number ? customers : [];
    const people = await readersOfDays(db, { changeSet, days }, { besides });
    const told = changeSet === number ? set : await supposed(r, changeSet, {});
    released.push({ kind: "release", changeSet, people, set: told, days });
  }
  return [...waived, ...released];
}

type Sayable = NewCorrection & NewPostponement;
/** What is said of a deed, as far as it is fit. */
export type Said = { [Name in keyof Sayable]?: Sayable[Name] | undefined };

/** What each deed would tell whom, by what is said of it so far. Refuses as the deed does. */
export const FORESEEN = {
  withdraw: (r, number, { reason = null }) => foreseeWithdrawal(r, number, reason),
  correct: (r, number, { text = null, changes }) => foreseeCorrection(r, number, { text, changes }),
  postpone: (r, number, { effectiveOn, reason, changes, lastDayToObjectOn }) =>
    foreseePostponement(
      r,
      number,
      effectiveOn && reason ? { effectiveOn, reason, changes, lastDayToObjectOn } : { changes },
    ),
  waive: (r, number, { reason = null }) => foreseeWaiver(r, number, reason),
} as const satisfies Record<string, (r: Reading, number: number, said: Said) => Promise<Telling[]>>;
export type Deed = keyof typeof FORESEEN;
