import { and, eq, gt, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import { changeSetParts, changeSets, changes, concernedCustomers, customers } from "../../db/schema.ts";
import { concernedDigest } from "../../evidence/chain.ts";
import type { ChangeSetRow, RecordedChange } from "../../model/change/change-set.ts";
import { concerning, isNewTo } from "../../model/change/concern.ts";
import { type Ending, endingAt } from "../../model/change/deadlines.ts";
import { type Dated, isToCome, plannedFor } from "../../model/change/history.ts";
import { isSilent, waitsForCustomers } from "../../model/change/terms.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { weightOf } from "../../model/vendor/weight.ts";
import { concernedBy } from "../log/digests.ts";
import type { Locked } from "../log/frame.ts";
import { loadHistory, outlineOf, plannedDay } from "../log/history.ts";
import { takeApprovals } from "./announced/release.ts";
import { type ConcernedDates, contractsOf, type Part, partsOf, type Use } from "./concerned.ts";
import { recordConcerned } from "./record-concerned.ts";

/** An announced set with those of its changes that are not in force yet. */
type Pending = {
  set: ChangeSetRow;
  /** How many changes the set has. */
  total: number;
  changes: Dated<RecordedChange>[];
};

/** What some customers use, and each part of a set, by its number, that they are concerned by already; and if it waits for them. */
type KnownUse = Use & { parts: readonly (readonly [changeSet: number, part: number, waits: boolean])[] };

/**
 * Records those of some customers whom changes of an announced set have come to concern since: they are new, or use more
 * than they did. Their periods are counted from today, and end on the eve of the change: nothing waits for them, but that
 * their approval is asked for where their contract says so. Call it before `noteReachability`, which owes them the
 * announcement.
 */
export async function concernNewcomers(w: Locked, whose: SQL): Promise<void> {
  const sets = await pendingSets(w);
  if (sets.length === 0) return;
  const uses = await usesOf(w.db, sets, whose);
  const known = await partsBySet(w.db, sets);
  for (const pending of sets) {
    const parts = newParts(pending, uses, known.get(pending.set.number) ?? []);
    if (parts.length > 0) await concernMore(w, pending, parts, whose);
  }
}

async function pendingSets({ db, today }: Locked): Promise<Pending[]> {
  const { number, state, weight } = changeSets;
  const { awaitsApproval, releasedOn } = changes;
  const isWaiting = and(eq(awaitsApproval, true), or(isNull(releasedOn), gt(releasedOn, today)));
  const candidates = await db
    .selectDistinct({ number })
    .from(changeSets)
    .innerJoin(changes, eq(changes.changeSet, number))
    .where(and(eq(state, "announced"), ne(weight, "editorial"), or(gt(plannedDay, today), isWaiting)));
  if (candidates.length === 0) return [];
  // What builds on one of them is not in force either.
  const outline = await outlineOf(
    db,
    candidates.map((set) => set.number),
  );
  const pending = outline.filter(
    (change) => change.set.state === "announced" && !isSilent(change.set) && isToCome(change, today),
  );
  const bySet = Map.groupBy(pending, ({ changeSet }) => changeSet);
  const documents = await loadHistory(db, { sets: [...bySet.keys()] });
  return [...bySet].flatMap(([changeSet, each]) => {
    const days = new Map(each.map(({ vendorId, effectiveOn }) => [vendorId, effectiveOn]));
    const all = documents.filter((change) => change.changeSet === changeSet);
    const changes = all.flatMap((change) => {
      const effectiveOn = days.get(change.vendorId);
      return effectiveOn === undefined ? [] : { ...change, effectiveOn };
    });
    return each.slice(0, 1).map(({ set }) => ({ set, total: all.length, changes }));
  });
}

/** The different uses of these customers, and by what they are concerned. */
const usesOf = (db: Db, sets: readonly Pending[], whose: SQL): Promise<readonly KnownUse[]> =>
  rowsOf<KnownUse>(db)`
    with theirs as materialized (select * from ${customers} where ${whose})
    select products, "hostingRegions", parts from (
      select theirs.products, theirs.hosting_regions as "hostingRegions", coalesce(
        jsonb_agg(jsonb_build_array(change_set, part, last_day_to_object_on is not null) order by change_set, part) filter (where part is not null), '[]') as parts
      from theirs left join ${concernedCustomers} on ${concernedCustomers.externalId} = theirs.external_id
        and ${inArray(
          concernedCustomers.changeSet,
          sets.map(({ set }) => set.number),
        )}
      group by theirs.id, theirs.products, theirs.hosting_regions
    ) each group by products, "hostingRegions", parts`;

type Known = Pick<Part, "number" | "vendors">;

async function partsBySet(db: Db, sets: readonly Pending[]): Promise<Map<number, Known[]>> {
  const numbers = sets.map(({ set }) => set.number);
  const rows = await db.select().from(changeSetParts).where(inArray(changeSetParts.changeSet, numbers));
  return Map.groupBy(rows, ({ changeSet }) => changeSet);
}

/** The parts by which a set has come to concern some of these: without what concerns them already. */
function newParts({ set, total, changes }: Pending, uses: readonly KnownUse[], known: readonly Known[]): Part[] {
  const concernedNow = concerning(changes);
  const vendorsOf = new Map(known.map(({ number, vendors }) => [number, new Set(vendors)]));
  const theirs = uses.map((use) => {
    const inSet = use.parts.filter(([changeSet]) => changeSet === set.number);
    const waiting = new Set(inSet.flatMap(([, part, waits]) => (waits ? part : [])));
    return { ...use, known: inSet.map(([, part]) => part), waiting };
  });
  const has = (part: number, { vendor }: RecordedChange) =>
    part === 0 || vendorsOf.get(part)?.has(vendor.slug) === true;
  const without = new Map<string, readonly RecordedChange[]>();
  const parts = partsOf(
    changes,
    theirs,
    (use) => {
      const now = concernedNow(use);
      if (use.known.length === 0) return now;
      // What they only lost by then may be new to them by what they use now.
      const more = now.filter((change) => {
        const counts = waitsOf(set, change) && isNewTo(change, use) ? [...use.waiting] : use.known;
        return !counts.some((part) => has(part, change));
      });
      const key = more.map(({ vendor }) => vendor.slug).join();
      const same = without.get(key) ?? more;
      without.set(key, same);
      return same;
    },
    set,
  );
  let last = Math.max(0, ...known.map(({ number }) => number));
  const taken = new Set<number>();
  return parts.map((part) => {
    if (part.number === 0 && part.vendors.length === total) return part;
    const isTheirs = new Set(part.uses.flatMap(({ known: theirs }) => theirs));
    const same = known.find(
      ({ number, vendors }) => vendors.join() === part.vendors.join() && !isTheirs.has(number) && !taken.has(number),
    );
    const number = same?.number ?? ++last;
    taken.add(number);
    return { ...part, number };
  });
}

async function concernMore(w: Locked, pending: Pending, parts: Part[], whose: SQL): Promise<void> {
  const { db, now: since } = w;
  const { set, changes } = pending;
  const { number } = set;
  const contracts = await contractsOf(db, w.organisation, w, parts, whose);
  const days = new Map(parts.map((part) => [part.number, firstDayOf(part, pending, w.today)]));
  const dates = contracts.map(({ terms, part, ...own }): ConcernedDates => {
    const ending = { inForceOn: days.get(part) ?? null, extendedTo: set.objectionExtendedTo };
    const ends = endingAt(w.organisation, terms, own, w, ending);
    return { terms, part, earliestEffectiveOn: null, ...ends };
  });
  const asked = await recordConcerned(w, { changeSet: number, parts, dates, since, whose });
  const recorded = await concernedBy(db, number, since);
  if (recorded.length === 0) return;
  const joined = { at: since.toISOString(), sha256: concernedDigest(recorded) };
  w.audit("change-set.joined", number, { customers: recorded.length, joined }, "system");
  const waiting = changes.filter((change) => asked.has(change.vendor.slug) && waitsOf(set, change));
  const slugs = waiting.map(({ vendor }) => vendor.slug);
  if (slugs.length > 0) await takeApprovals(w, number, slugs);
}

const waitsOf = (set: ChangeSetRow, change: RecordedChange): boolean =>
  waitsForCustomers({ ...set, weight: weightOf(change) });

/** When the first of a part's changes that wait comes into force; `held` where that has no day, as the planned one is over. */
function firstDayOf({ vendors }: Part, { set, changes }: Pending, today: IsoDate): Ending["inForceOn"] {
  // In an emergency an objection may be in time after the change, for everybody.
  if (set.emergencyReason !== null) return null;
  const waiting = changes.filter((change) => vendors.includes(change.vendor.slug) && waitsOf(set, change));
  const days = waiting.flatMap((change) => change.effectiveOn ?? plannedFor(change) ?? []);
  return days.filter((day) => day > today).sort()[0] ?? (waiting.length > 0 ? "held" : null);
}
