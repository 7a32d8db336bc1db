import { and, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import { changeSets, concernedCustomers, customers } from "../../db/schema.ts";
import { concernedDigest } from "../../evidence/chain.ts";
import type { ChangeSetRow, RecordedChange } from "../../model/change/change-set.ts";
import { isInForce } from "../../model/change/history.ts";
import { isSilent, waitsForCustomers } from "../../model/change/terms.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { concernedBy } from "../log/digests.ts";
import type { Locked } from "../log/frame.ts";
import { loadHistory, outlineOf } from "../log/history.ts";
import { type ConcernedDates, contractsOf, isConcerned, recordConcerned } from "./concerned.ts";
import { takeApprovals } from "./release.ts";

/** An announced set with those of its changes that are not in force yet. */
type Pending = {
  set: ChangeSetRow;
  changes: RecordedChange[];
  /** The first day on which one of them is in force; null where that depends on approvals. */
  inForceOn: IsoDate | null;
};

/**
 * Records those of some customers whom an announced set has come to concern since: they are new, or use more than they
 * did. Their periods are counted from today, and end on the eve of the change: nothing waits for them, but that their
 * approval is asked for where their contract says so. Call it before `noteReachability`, which owes them the announcement.
 */
export async function concernNewcomers(w: Locked, whose: SQL): Promise<void> {
  for (const pending of await withNewcomers(w.db, await pendingSets(w), whose)) await concernMore(w, pending, whose);
}

async function pendingSets({ db, today }: Locked): Promise<Pending[]> {
  const { number, state, weight, effectiveOn, awaitsApproval, releasedOn } = changeSets;
  const isWaiting = and(eq(awaitsApproval, true), or(isNull(releasedOn), gt(releasedOn, today)));
  const candidates = await db
    .select({ number })
    .from(changeSets)
    .where(and(eq(state, "announced"), ne(weight, "editorial"), or(gt(effectiveOn, today), isWaiting)));
  if (candidates.length === 0) return [];
  // What builds on one of them is not in force either.
  const outline = await outlineOf(
    db,
    candidates.map((set) => set.number),
  );
  const pending = outline.filter(
    (change) => change.set.state === "announced" && !isSilent(change.set) && !isInForce(change, today),
  );
  const bySet = Map.groupBy(pending, ({ changeSet }) => changeSet);
  const documents = await loadHistory(db, { sets: [...bySet.keys()] });
  return [...bySet].flatMap(([changeSet, each]) => {
    const vendors = each.map(({ vendorId }) => vendorId);
    const changes = documents.filter((change) => change.changeSet === changeSet && vendors.includes(change.vendorId));
    const planned = each.flatMap((change) => change.effectiveOn ?? change.set.effectiveOn ?? []).sort();
    return each.slice(0, 1).map(({ set }) => ({ set, changes, inForceOn: planned.find((on) => on > today) ?? null }));
  });
}

/** Those of the sets that concern one of these customers of whom nothing is recorded: found by one statement. */
async function withNewcomers(db: Db, sets: Pending[], whose: SQL): Promise<Pending[]> {
  if (sets.length === 0) return [];
  const found = sets.map(
    ({ set, changes }) => sql`select ${set.number}::integer as number where exists (
      select 1 from theirs as customers where ${isConcerned(changes)} and not exists (
        select 1 from ${concernedCustomers} where ${concernedCustomers.changeSet} = ${set.number}
          and ${concernedCustomers.externalId} = "customers"."external_id"))`,
  );
  const rows = await rowsOf<{ number: number }>(db)`
    with theirs as materialized (select * from ${customers} where ${whose}) ${sql.join(found, sql` union all `)}`;
  const numbers = new Set(rows.map(({ number }) => number));
  return sets.filter(({ set }) => numbers.has(set.number));
}

async function concernMore(w: Locked, { set, changes, inForceOn }: Pending, whose: SQL): Promise<void> {
  const { db, now: since } = w;
  const { number } = set;
  const condition = sql`${whose} and ${isConcerned(changes)}`;
  const waits = waitsForCustomers(set);
  // In an emergency an objection may be in time after the change, for everybody.
  const eve = inForceOn !== null && set.emergencyReason === null ? addDays(inForceOn, -1) : null;
  const until = (own: IsoDate) => (eve !== null && eve < own ? eve : own);
  const contracts = waits ? await contractsOf(db, w.organisation, w.today, condition) : null;
  const dates = contracts?.map(({ terms, lastDayToObjectOn }): ConcernedDates => {
    return { terms, earliestEffectiveOn: null, lastDayToObjectOn: until(lastDayToObjectOn) };
  });
  const { specific } = await recordConcerned(w, { changeSet: number, condition, dates: dates ?? null, since });
  const recorded = await concernedBy(db, number, since);
  const joined = { at: since.toISOString(), sha256: concernedDigest(recorded) };
  w.audit("change-set.joined", number, { customers: recorded.length, joined }, "system");
  if (waits && specific > 0) await takeApprovals(w, number);
}
