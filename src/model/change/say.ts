import type { ContractTerms } from "../people/contract-terms.ts";
import type { IsoDate } from "../values/dates.ts";
import type { ChangeSetView, ChangeView } from "./register.ts";
import { isDoneBy } from "./share.ts";
import { waitsForCustomers } from "./terms.ts";

/** What a customer's contract lets it do about changes that wait for customers. */
type Say = Pick<ContractTerms, "authorisation"> &
  Partial<Pick<ContractTerms, "onObjection">> &
  UntilEffect & { lastDayToObjectOn: IsoDate | null };

/** Until how many days before the effect a customer may object, where its last day counts from that. */
type UntilEffect = { untilEffect?: number | undefined };

type Changes = Pick<ChangeSetView, "changes" | "baseline" | "rectification">;

/** The changes of a set that wait for customers. */
export const waitingIn = (set: Changes): ChangeView[] =>
  set.changes.filter(({ weight }) => waitsForCustomers({ ...set, weight }));

/**
 * Whether changes that concern a customer wait for its approval on a day, unless it has given it. They do not where all
 * approvals were given, nor where an operator has waived them.
 */
export const isAskedToApprove = ({ authorisation }: Pick<Say, "authorisation">, set: Changes, on: IsoDate): boolean =>
  authorisation === "specific" && waitingIn(set).some((change) => change.releasedOn === null && !isDoneBy(change, on));

/**
 * Whether objecting is open to a customer whatever its recorded last day: that counts from the effect, and what concerns it
 * waits and has no day. Then the days before the effect on which that ends, else null.
 */
export const openBeforeEffect = ({ untilEffect }: UntilEffect, set: Changes): number | null =>
  untilEffect !== undefined && waitingIn(set).some((change) => change.awaitsApproval) ? untilEffect : null;

/**
 * The changes of those that concern a customer which an objection that it makes on a day would hold (GDPR Art. 28(2) leaves to
 * the contract what an objection leads to). What is in force, and what was waived, is held by none; nor by a late objection,
 * where the contract says that objecting suspends.
 */
export function heldByObjection(say: Say, set: Changes, on: IsoDate): ChangeView[] {
  const { authorisation, onObjection, lastDayToObjectOn } = say;
  const isInTime = lastDayToObjectOn !== null && (on <= lastDayToObjectOn || openBeforeEffect(say, set) !== null);
  if (authorisation !== "specific" && !(onObjection === "suspends" && isInTime)) return [];
  return waitingIn(set).filter((change) => change.releasedReason === null && !isDoneBy(change, on));
}

/** What of changes an objection would hold, by the names of their vendors; null where that is all of them. */
export function heldAlone(held: readonly ChangeView[], all: readonly ChangeView[]): string[] | null {
  const slugs = new Set(held.map(({ vendor }) => vendor));
  if (all.every(({ vendor }) => slugs.has(vendor))) return null;
  return [...new Set(all.flatMap(({ vendor, name }) => (slugs.has(vendor) ? name : [])))];
}
