import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { auditLog, changeSets, changes, notices } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import { readData, subjectOf } from "../../../model/actions.ts";
import type { OutlinedChange } from "../../../model/change/change-set.ts";
import { isTold } from "../../../model/change/concern.ts";
import { type Dated, isInForce } from "../../../model/change/history.ts";
import type { ToldDay } from "../../../model/people/notice.ts";
import { type Calendar, dayOf, type IsoDate, startOf } from "../../../model/values/dates.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { owedRecord } from "../../log/digests.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { isAwaiting, outlineOf, plannedDay } from "../../log/history.ts";
import { readOrganisation } from "../../log/organisation.ts";
import { oweDays, oweWaiver } from "../../owed/day-notices.ts";

/**
 * Readers of an announced set hear when a change takes effect on another day than they were told: when what waited is
 * released, and when the day has come and the change waits. Of each day once, as the notices say what was told.
 */

type Change = Dated<OutlinedChange>;

/** Owes the news of the days on which changes, of any sets, take effect now, to those who were told others. */
export async function tellReleased(w: Locked, released: readonly Change[], besides?: Waived): Promise<void> {
  for (const [changeSet, days] of await releasedDays(w.db, w.calendar, released))
    await tell(w, "release", { changeSet, days }, besides?.changeSet === changeSet ? besides.customers : []);
}

/** The days of changes which readers were told others of, by their sets. */
export async function releasedDays(
  db: Db,
  calendar: Calendar,
  released: readonly Change[],
): Promise<Map<number, ToldDay[]>> {
  const told = await toldDays(db, calendar, released);
  const bySet = Map.groupBy(released, (change) => change.changeSet);
  return new Map(
    [...bySet].map(([changeSet, each]) => [
      changeSet,
      each.flatMap((change): ToldDay[] => {
        const was = told.get(change);
        const { effectiveOn: on } = change;
        return was === undefined || on === null || on === was ? [] : [{ change: change.vendor.slug, on, was }];
      }),
    ]),
  );
}

/** Customers of a set, by their own ids, whose approval was missing, or whose objection was open, when that was waived. */
type Waived = { changeSet: number; customers: readonly string[] };

/** Owes the news of a waiver to those customers, with the days on which the changes that waited take effect. */
export async function tellWaived(w: Locked, { changeSet, customers }: Waived, slugs: readonly string[]): Promise<void> {
  const days = waivedDays(await outlineOf(w.db, [changeSet]), changeSet, slugs);
  await record(w, changeSet, await oweWaiver(w, { changeSet, days }, customers), { days, customers: [...customers] });
}

/** The days of changes of a set, by slug, that no longer wait. */
export const waivedDays = (outline: readonly Change[], changeSet: number, slugs: readonly string[]): ToldDay[] =>
  outline.flatMap((change): ToldDay[] => {
    const isWaived = change.changeSet === changeSet && slugs.includes(change.vendor.slug);
    return isWaived ? [{ change: change.vendor.slug, on: change.effectiveOn, was: null }] : [];
  });

/**
 * Tells of changes that wait though the day has come which readers were told. Safe to call at any time, from anywhere.
 */
export async function oweHeld(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const { calendar } = await readOrganisation(deps.db);
  if ((await heldOn(deps.db, calendar, dayOf(calendar, deps.clock.now()))).size === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    for (const [changeSet, days] of await heldOn(w.db, w.calendar, w.today)) await tell(w, "hold", { changeSet, days });
  });
}

/** The changes to tell of, by their sets. */
async function heldOn(db: Db, calendar: Calendar, today: IsoDate): Promise<Map<number, ToldDay[]>> {
  const rows = await db
    .selectDistinct({ number: changeSets.number })
    .from(changeSets)
    .innerJoin(changes, eq(changes.changeSet, changeSets.number))
    .where(and(eq(changeSets.state, "announced"), isAwaiting, lte(plannedDay, today)));
  if (rows.length === 0) return new Map();
  // What was announced after it, of the same vendor, waits with it.
  const outline = await outlineOf(
    db,
    rows.map(({ number }) => number),
  );
  const told = await toldDays(db, calendar, outline);
  const held = outline.flatMap((change) => {
    const was = told.get(change) ?? null;
    if (change.effectiveOn !== null || was === null || was > today) return [];
    return [{ changeSet: change.changeSet, day: { change: change.vendor.slug, on: null, was } }];
  });
  return new Map(
    [...Map.groupBy(held, ({ changeSet }) => changeSet)].map(([number, each]) => [number, each.map(({ day }) => day)]),
  );
}

async function tell(
  w: Locked,
  kind: "release" | "hold",
  { changeSet, days }: { changeSet: number; days: ToldDay[] },
  besides: readonly string[] = [],
): Promise<void> {
  if (days.length === 0) return;
  // Whoever was told late, when the day had come, has read that the change waits.
  const last = days
    .flatMap(({ was }) => was ?? [])
    .sort()
    .at(-1);
  const before = kind === "hold" && last ? startOf(last, w.organisation.timeZone) : undefined;
  const notice = await oweDays(w, kind, { changeSet, days }, { besides, before });
  await record(w, changeSet, notice, { days });
}

async function record(w: Locked, changeSet: number, notice: string | null, about: object): Promise<void> {
  if (notice === null) return;
  const owed = await owedRecord(w.db, notice);
  w.audit("change-set.days-told", changeSet, { owed, about: sha256(canonicalJson(about)) }, "system");
}

/**
 * The days that readers of sets were told, by the notice or by what was put off, in the order of the log: of two at one
 * instant it says which came first, and of two between which the clock was put back.
 */
async function loggedTellings(db: Db, sets: readonly number[]) {
  const { sequence, action, subject, data } = auditLog;
  const names = new Map(sets.map((changeSet) => [subjectOf("change-set.postponed", changeSet), changeSet]));
  const entries = await db
    .select({ action, subject, data })
    .from(auditLog)
    .where(and(inArray(subject, [...names.keys()]), inArray(action, ["change-set.days-told", "change-set.postponed"])))
    .orderBy(asc(sequence));
  return entries.map(({ action, subject, data }) => {
    if (action !== "change-set.postponed")
      return { notice: readData("change-set.days-told", JSON.parse(data))?.owed?.notice };
    const { changes: slugs = [], effectiveOn: on = null } = readData(action, JSON.parse(data)) ?? {};
    return { postponed: slugs.map((change) => ({ changeSet: names.get(subject), change, on })) };
  });
}

/**
 * The day that readers were last told of each change; null that it waits. Without those of which nobody was told: of drafts,
 * withdrawn and silent sets, and editorial changes.
 */
async function toldDays(db: Db, calendar: Calendar, all: readonly Change[]): Promise<Map<Change, IsoDate | null>> {
  const announced = all.filter(
    ({ set, withdrawn, ...change }) => set.state === "announced" && !withdrawn && !set.baseline && isTold(change),
  );
  const sets = [...new Set(announced.map(({ changeSet }) => changeSet))];
  if (sets.length === 0) return new Map();
  const rows = await db
    .select({ id: notices.id, kind: notices.kind, changeSet: notices.changeSet, about: notices.about })
    .from(notices)
    .where(and(inArray(notices.changeSet, sets), inArray(notices.kind, ["announcement", "release", "hold"])));
  const isAnnounced = new Set(rows.flatMap(({ kind, changeSet }) => (kind === "announcement" ? changeSet : [])));
  const tellings = (await loggedTellings(db, sets)).flatMap(({ notice, postponed }) => {
    if (postponed) return postponed;
    const row = rows.find(({ id }) => id === notice);
    return (row?.about?.days ?? []).map(({ change, on }) => ({ changeSet: row?.changeSet, change, on }));
  });
  return new Map(
    announced
      .filter(({ changeSet }) => isAnnounced.has(changeSet))
      .map((change) => {
        const { changeSet, vendor, plannedOn, set, awaitsApproval } = change;
        const last = tellings.findLast((each) => each.changeSet === changeSet && each.change === vendor.slug);
        if (last) return [change, last.on];
        const planned = plannedOn ?? set.effectiveOn;
        // An announcement on that very day, or later, has said itself that the change waits.
        const isPast = planned !== null && set.announcedAt !== null && planned <= dayOf(calendar, set.announcedAt);
        return [change, isPast && (awaitsApproval || !isInForce(change, planned)) ? null : planned];
      }),
  );
}
