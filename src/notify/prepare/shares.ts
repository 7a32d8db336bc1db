import type { Db } from "../../db/client.ts";
import { concerning } from "../../model/change/concern.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import type { Scope } from "../../model/change/scope.ts";
import { asWithdrawn, partedByWithdrawal, type Share, shareOf } from "../../model/change/share.ts";
import { NOTICE_KINDS, type NoticeAbout, type NoticeKind } from "../../model/people/notice.ts";
import type { Reader } from "../../model/people/reader.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { diff } from "../../model/vendor/diff.ts";
import { vendorFor } from "../../model/vendor/places-for.ts";
import { isDraftDueOver } from "../../registry/changes/draft/due.ts";
import { loadHistory } from "../../registry/log/history.ts";
import { partsOf, shareIn } from "../../registry/log/parts.ts";
import { leftOf } from "../../registry/owed/set-readers.ts";

/** Which changes of a set a reader's mail tells of. */

type Chosen = readonly string[] | null;

/**
 * By the products that a follower of a batch chose: those, where only some changes of the notice's set are for them;
 * undefined where they read all of it. Nothing is read where nobody of the batch chose any.
 */
export async function choosing(
  db: Db,
  { kind, changeSet }: { kind: NoticeKind; changeSet: number | null },
  members: readonly { chosen: Chosen }[],
): Promise<(chosen: Chosen) => readonly string[] | undefined> {
  const hasChoice = members.some(({ chosen }) => chosen !== null && chosen.length > 0);
  if (!hasChoice || changeSet === null || NOTICE_KINDS[kind].to !== "readers") return () => undefined;
  const changes = await loadHistory(db, { sets: [changeSet] });
  const concernedBy = concerning(changes);
  return (chosen) => {
    if (chosen === null || chosen.length === 0) return undefined;
    const { length } = concernedBy({ products: [...chosen], hostingRegions: [] });
    return length === 0 || length === changes.length ? undefined : chosen;
  };
}

/** The set as a reader is told of it on a day, and how many changes of it do not concern them. */
export function reducedTo(
  set: ChangeSetView,
  { terms, products }: Pick<Reader, "terms" | "products">,
  parts: ReadonlyMap<number, readonly string[]>,
  today: IsoDate,
): { changeSet: ChangeSetView; others: number } {
  const share = terms.length > 0 ? sharedBy(terms, parts) : products ? chosenBy(set, products) : null;
  const all = reduced(set, share, today);
  const { changeSet } = all;
  // Of whoever was told before, what is left out may concern them.
  const others = terms.some(({ toldBefore }) => toldBefore) ? 0 : all.others;
  const uses = terms.flatMap(({ used }) => used ?? []);
  // Somebody who speaks for a customer that uses everything reads everything.
  if (terms.length === 0 || uses.length < terms.length) return { changeSet, others };
  return { changeSet: { ...changeSet, changes: changeSet.changes.map((change) => changeFor(change, uses)) }, others };
}

/** A change as those read it who use these: without what is for others, unless nothing would be left of it. */
function changeFor(change: ChangeView, uses: readonly Scope[]): ChangeView {
  const [before, after] = [change.before, change.after].map((each) => each && vendorFor(each, uses));
  const isEmpty = [before, after].every((each) => !each || each.services.length === 0);
  const differences = diff(before ?? null, after ?? null);
  if (isEmpty || differences.length === 0) return change;
  return { ...change, before: before ?? null, after: after ?? null, diff: differences };
}

export function reduced(set: ChangeSetView, share: Share, today: IsoDate) {
  const changeSet = shareOf(set, share, today);
  const { left } = partedByWithdrawal(set.changes);
  return { changeSet, others: Math.max(left.length - changeSet.changes.length, 0) };
}

/** How a notice of a kind shows a set to its reader. */
export const shownBy = (kind: NoticeKind) => (kind === "withdrawal" ? withdrawnFor : reducedTo);

/** The set as a reader is told that it, or some of its changes, was withdrawn; with those of it that concern them and stay. */
function withdrawnFor(
  set: ChangeSetView,
  reader: Pick<Reader, "terms" | "products">,
  parts: ReadonlyMap<number, readonly string[]>,
  today: IsoDate,
): { changeSet: ChangeSetView; others: number; stays: readonly ChangeView[] } {
  const { withdrawn } = partedByWithdrawal(set.changes);
  if (withdrawn.length === 0) return { ...reducedTo(set, reader, parts, today), stays: [] };
  const theirs = reducedTo(set, reader, parts, today).changeSet;
  return {
    ...reducedTo(asWithdrawn(set, withdrawn), reader, parts, today),
    others: 0,
    stays: theirs.state === "withdrawn" ? [] : theirs.changes,
  };
}

/**
 * Which readers of a notice have nothing left to be told, since all that concerns them of its set was withdrawn by itself, or
 * the draft that it is about is none any more, or has another day. Of the withdrawal everybody is told.
 */
export async function mootFor(
  db: Db,
  { kind, changeSet, about }: { kind: NoticeKind; changeSet: number | null; about: NoticeAbout | null },
): Promise<(reader: Pick<Reader, "terms" | "products">) => boolean> {
  const { to, step } = NOTICE_KINDS[kind];
  if (about?.draft) {
    const isOver = await isDraftDueOver(db, about.draft);
    return () => isOver;
  }
  if (changeSet === null || to !== "readers" || step === "ends" || (await leftOf(db, changeSet)) === null)
    return () => false;
  const changes = await loadHistory(db, { sets: [changeSet] });
  const parts = await partsOf(db, changeSet);
  const isLeft = (share: Share) =>
    changes.some(({ vendor, withdrawn }) => !withdrawn && (share?.has(vendor.slug) ?? true));
  const concernedBy = concerning(changes);
  const chosen = (products: readonly string[]): Share =>
    new Set(concernedBy({ products: [...products], hostingRegions: [] }).map(({ vendor }) => vendor.slug));
  return ({ terms, products }) =>
    !isLeft(terms.length > 0 ? sharedBy(terms, parts) : products ? chosen(products) : null);
}

/**
 * A set with only those of its changes that are named by slug; with all of them where none is named. Its last day to object
 * stays that of the whole set.
 */
export function narrowed(set: ChangeSetView, slugs: readonly string[] | undefined, today: IsoDate): ChangeSetView {
  if (slugs === undefined) return set;
  const { lastDayToObjectOn } = set;
  return { ...shareOf(set, new Set(slugs), today), lastDayToObjectOn };
}

const sharedBy = (terms: Reader["terms"], parts: ReadonlyMap<number, readonly string[]>): Share =>
  shareIn(
    parts,
    terms.map(({ part = 0 }) => part),
  );

const chosenBy = ({ changes }: ChangeSetView, products: readonly string[]): Share =>
  new Set(concerning(changes)({ products: [...products], hostingRegions: [] }).map(({ vendor }) => vendor));
