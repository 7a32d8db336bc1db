import { z } from "@hono/zod-openapi";
import type { Db } from "../../../db/client.ts";
import { postponements } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeSetRow, OutlinedChange } from "../../../model/change/change-set.ts";
import { type Dated, isInForce, isToCome, plannedFor } from "../../../model/change/history.ts";
import { newcomersOf } from "../../../model/change/replacements.ts";
import { waitsForCustomers } from "../../../model/change/terms.ts";
import { DateOn, type IsoDate } from "../../../model/values/dates.ts";
import { Refusal, refuseField } from "../../../model/values/refusal.ts";
import { Key, Reason } from "../../../model/values/text.ts";
import { weightOf } from "../../../model/vendor/weight.ts";
import type { Actor } from "../../log/audit.ts";
import { owedRecord } from "../../log/digests.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { partsWith } from "../../log/parts.ts";
import { loadPostponements } from "../../log/register.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { owePostponement } from "../../owed/set-notices.ts";
import { findAnnounced, refuseUnfitDate } from "../draft/drafts.ts";
import { reviseChanges, reviseSet } from "../revisions.ts";
import { refuseOther } from "./as-read.ts";
import { extendObjecting, moveWithEffect } from "./last-days.ts";
import { changesNamed } from "./named.ts";

/** To when announced changes are put off, and why. */
export const NewPostponement = z
  .strictObject({
    effectiveOn: DateOn.describe("A day later than the announced one."),
    reason: Reason.describe("Why: readers are told."),
    lastDayToObjectOn: DateOn.optional().openapi({
      description:
        "Where this moves, too. Else it stays, but for customers who may object until so many days before the effect (`objectUntilEffect`).",
    }),
    changes: z.array(Key).min(1).max(1000).optional().openapi({
      description:
        "The changes that are put off, by their vendors' slugs; by default all that are not in force. Whom one of them replaces, and was to leave on the same day, is put off with it.",
    }),
  })
  .describe("To when announced changes are put off, and why.")
  .openapi("NewPostponement");
export type NewPostponement = z.infer<typeof NewPostponement>;

/**
 * Puts announced changes that are not in force off to a later day, and owes that news to those who were told of them. What
 * was announced stays recorded. The last day to object stays, unless another is said or a contract counts it from the
 * effect. Refuses: not-found, not-announced, already-effective, later-change-exists,
 * effective-date-in-the-past; invalid-request for a change that the set does not have, and days that are not later or
 * would let a change come into force while it can be objected to; stale-version where it is not as it was read.
 */
export function postponeChangeSet(
  deps: Deps,
  actor: Actor,
  number: number,
  input: NewPostponement,
  asRead?: string,
): Promise<void> {
  const { effectiveOn, reason } = input;
  const lastDayToObjectOn = input.lastDayToObjectOn ?? null;
  return writeRegistry(deps, actor, async (w) => {
    const { db, now: at } = w;
    await refuseOther(w, number, asRead);
    const { set, changes } = await decidePostponement(w, number, input);
    const last = (await loadPostponements(db, [number])).at(-1);
    // Each is known by its instant, and what follows from them by their order.
    if (last && last.at >= at)
      throw new Refusal("stale-version", `Change set ${number} was postponed at this very moment: read it again.`);
    await db.insert(postponements).values({ changeSet: number, at, effectiveOn, lastDayToObjectOn, reason, changes });
    await reviseChanges(w, number, changes, { postponedTo: effectiveOn });
    await reviseSet(w, number, lastDayToObjectOn ? { objectionExtendedTo: lastDayToObjectOn } : {});
    const parts = await partsWith(db, number, changes);
    const untilEffect = await moveWithEffect(w, set, parts, await outlineOf(db, [number]));
    if (lastDayToObjectOn) await extendObjecting(w, number, parts, lastDayToObjectOn);
    const snapshot = await takeSnapshot(w, `change-set.postponed:${number}`);
    const notice = await owePostponement(w, { changeSet: number, snapshot: snapshot.number }, changes);
    w.audit("change-set.postponed", number, {
      effectiveOn,
      lastDayToObjectOn,
      reason,
      changes,
      ...(untilEffect.length > 0 && { untilEffect }),
      snapshot: snapshot.hash,
      owed: await owedRecord(db, notice),
    });
  });
}

type Outlined = Dated<OutlinedChange>;
type Today = Pick<Locked, "today"> & { db: Db };

/** The changes that are put off, by slug, of their set. Refuses what `postponeChangeSet` does. */
export async function decidePostponement(
  r: Today,
  number: number,
  { effectiveOn, lastDayToObjectOn, changes: slugs }: NewPostponement,
): Promise<{ set: ChangeSetRow; changes: string[] }> {
  const set = await findAnnounced(r, number);
  const history = await outlineOf(r.db, [number]);
  const own = history.filter(({ changeSet }) => changeSet === number);
  const moved = movedChanges(r, own, slugs);
  refuseUnfitDate(r, effectiveOn);
  refuseEarlier(moved, effectiveOn);
  refuseBuiltOn(history, moved, effectiveOn);
  const staying = own.filter((change) => !moved.includes(change) && isToCome(change, r.today));
  refuseApart(moved, staying, effectiveOn);
  refuseUnfitDate(r, lastDayToObjectOn, "/lastDayToObjectOn");
  if (lastDayToObjectOn) refuseLastDay(set, { moved, staying, effectiveOn, lastDayToObjectOn });
  return { set, changes: moved.map(({ vendor }) => vendor.slug) };
}

/** Those that would be put off, to whatever day. Refuses: not-found, not-announced, already-effective, invalid-request. */
export async function changesToMove(r: Today, number: number, slugs: readonly string[] | undefined): Promise<string[]> {
  await findAnnounced(r, number);
  const own = (await outlineOf(r.db, [number])).filter(({ changeSet }) => changeSet === number);
  return movedChanges(r, own, slugs).map(({ vendor }) => vendor.slug);
}

/** The changes that are meant: those named, else all that are not in force. */
function movedChanges(
  { today }: Today,
  changes: readonly Outlined[],
  slugs: readonly string[] | undefined,
): Outlined[] {
  if (slugs === undefined) {
    const coming = changes.filter((change) => isToCome(change, today));
    if (coming.length === 0) throw new Refusal("already-effective", "All of the change set is in force.");
    return coming;
  }
  const named = withThoseReplaced(changesNamed(changes, slugs), changes);
  const over = named.find((change) => isInForce(change, today));
  if (over) throw new Refusal("already-effective", `The change of "${over.vendor.slug}" is in force.`);
  return named;
}

/** Changes of a set, and whom they replace that was to leave on the same day: a list must not be without both. */
function withThoseReplaced(some: readonly Outlined[], all: readonly Outlined[]): Outlined[] {
  const newcomers = newcomersOf(all);
  const goesWith = (change: Outlined, newcomer = newcomers.get(change.vendor.slug)) =>
    newcomer !== undefined && some.includes(newcomer) && plannedFor(newcomer) === plannedFor(change);
  return all.filter((change) => some.includes(change) || goesWith(change));
}

/** A vendor that was to leave later than the one that replaces it comes is not overtaken by that one's new day. */
function refuseApart(moved: readonly Outlined[], staying: readonly Outlined[], effectiveOn: IsoDate): void {
  for (const [former, newcomer] of newcomersOf([...moved, ...staying])) {
    const left = staying.find(({ vendor }) => vendor.slug === former);
    const day = left && plannedFor(left);
    if (moved.includes(newcomer) && day && day < effectiveOn) {
      const detail = `must name "${former}" as well, which "${newcomer.vendor.slug}" replaces, and which would leave before`;
      throw refuseField("invalid-request", "/changes", detail);
    }
  }
}

function refuseEarlier(moved: readonly Outlined[], effectiveOn: IsoDate): void {
  const days = moved.flatMap((change) => change.effectiveOn ?? plannedFor(change) ?? []);
  const last = days.sort().at(-1);
  if (last !== undefined && effectiveOn <= last)
    throw refuseField("invalid-request", "/effectiveOn", `must be after ${last}, the day it was to take effect`);
}

/** What was announced later builds on it, and its readers were told of its own day. */
function refuseBuiltOn(history: readonly Outlined[], moved: readonly Outlined[], effectiveOn: IsoDate): void {
  for (const { vendorId, vendor, changeSet, set } of moved) {
    const later = history.find((other) => {
      const day = other.effectiveOn ?? plannedFor(other);
      const isLater = (other.set.publishedAs ?? 0) > (set.publishedAs ?? 0) && other.set.state === "announced";
      return (
        other.vendorId === vendorId && other.changeSet !== changeSet && isLater && day !== null && day < effectiveOn
      );
    });
    if (later)
      throw new Refusal(
        "later-change-exists",
        `Change set ${later.changeSet} builds on this change of "${vendor.slug}" before ${effectiveOn}: postpone or withdraw it first.`,
      );
  }
}

function refuseLastDay(
  set: ChangeSetRow,
  days: { moved: readonly Outlined[]; staying: readonly Outlined[]; effectiveOn: IsoDate; lastDayToObjectOn: IsoDate },
): void {
  const { moved, staying, effectiveOn, lastDayToObjectOn } = days;
  const refuse = (detail: string) => refuseField("invalid-request", "/lastDayToObjectOn", detail);
  const last = set.objectionExtendedTo ?? set.lastDayToObjectOn;
  const waits = (change: Outlined) => waitsForCustomers({ ...set, weight: weightOf(change) });
  if (last === null || !moved.some(waits)) throw refuse("is not taken: nothing that is put off waits for objections");
  if (lastDayToObjectOn <= last) throw refuse(`must be after ${last}, the last day to object until now`);
  const others = staying.filter(waits).flatMap((change) => change.effectiveOn ?? plannedFor(change) ?? []);
  const [first = effectiveOn] = [effectiveOn, ...others].sort();
  if (lastDayToObjectOn >= first) throw refuse(`must be before ${first}, when a change takes effect`);
}
