import { and, asc, count, desc, eq, inArray, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { changeSets, changes, deliveries, notices } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { ChangeSetRow, DatedState, OutlinedChange } from "../../model/change/change-set.ts";
import { isToCome } from "../../model/change/history.ts";
import { type ChangeSetView, type ChangeView, type OperatorSet, viewChangeSet } from "../../model/change/register.ts";
import type { DeliveryState } from "../../model/people/delivery.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { type VerdictChange, verdictChanges } from "../../transfers/index.ts";
import { loadHistory, outlineOf, plannedDay } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { loadPostponements } from "../log/register.ts";
import { approvalsOf, exemptedFrom, type SetApprovals } from "../owed/approvals.ts";
import { findChangeSet } from "./draft/drafts.ts";
import type { Judge } from "./findings/of-changes.ts";

/** A change as the operator sees it: with what it does to the verdicts on the vendor's transfers. */
export type OperatorChange = ChangeView & { verdictChanges: VerdictChange[] };

/** A change set as the operator sees it. */
export type OperatorView = Omit<OperatorSet, "changes"> & { changes: OperatorChange[] };

/** Which of a set's changes are shown, and whether by the keys they were recorded with. */
type Shown = { slug?: string | undefined; asRecorded?: boolean };

/** With its changes, or only that of one vendor. Refuses: not-found. */
export const getChangeSet = (deps: Deps, number: number, slug?: string): Promise<OperatorView> =>
  viewOf(deps, number, { slug });

/** As it was announced: evidence has the keys that were hashed then, whatever they are called since. Refuses: not-found. */
export const recordedChangeSet = (deps: Deps, number: number): Promise<OperatorView> =>
  viewOf(deps, number, { asRecorded: true });

async function viewOf(deps: Deps, number: number, which: Shown): Promise<OperatorView> {
  const [view] = await operatorViews(deps, [await findChangeSet(deps.db, number)], which);
  if (!view) throw new Error(`Change set ${number} has no view`);
  return view;
}

/** Change sets, newest first. */
export const changeSetPages = pagesOfTable({ number: KEY.number }, changeSets, desc);

/** Which sets are sought: by your own id of one, by their numbers, or by what they are today. */
type Sought = {
  reference?: string | undefined;
  numbers?: readonly number[] | undefined;
  states?: readonly DatedState[] | undefined;
};

export const listChangeSets = (
  deps: Deps,
  { reference, states, ...query }: Sought & PageOf<typeof changeSetPages>,
): Promise<Page<OperatorView>> => pageOfSets(deps, { reference, states }, query, (sets) => operatorViews(deps, sets));

/** The same with what they change, but without what this does to verdicts, and without who has a say in it. */
export async function outlineChangeSets(
  deps: Deps,
  { reference, numbers: only, states, ...query }: Sought & PageOf<typeof changeSetPages>,
): Promise<Page<ChangeSetView>> {
  return pageOfSets(deps, { reference, numbers: only, states }, query, async (sets) => {
    const numbers = sets.map(({ number }) => number);
    const bySet = Map.groupBy(await outlineOf(deps.db, numbers), ({ changeSet }) => changeSet);
    const shown = Map.groupBy(await loadHistory(deps.db, { sets: numbers }), ({ changeSet }) => changeSet);
    const { today } = await organisationToday(deps);
    return sets.map((set) => viewChangeSet(set, bySet.get(set.number) ?? [], shown.get(set.number) ?? [], today));
  });
}

function pageOfSets<View extends ChangeSetView>(
  deps: Deps,
  { reference, numbers, states }: Sought,
  query: PageOf<typeof changeSetPages>,
  viewsOf: (sets: ChangeSetRow[]) => Promise<View[]>,
): Promise<Page<View>> {
  return changeSetPages.page(query, async (after, limit) => {
    const isSought = reference === undefined ? undefined : eq(changeSets.reference, reference);
    const isNamed = numbers && inArray(changeSets.number, [...numbers]);
    const isLike = states === undefined ? undefined : await hasState(deps, states);
    const sets = deps.db
      .select()
      .from(changeSets)
      .where(and(after, isSought, isNamed, isLike));
    return viewsOf(await sets.orderBy(...changeSetPages.order).limit(limit));
  });
}

/** That a set is in one of these states today. That it is in force is no column: those that are to come are few. */
async function hasState(deps: Deps, states: readonly DatedState[]): Promise<SQL | undefined> {
  const coming = await comingSets(deps.db, (await organisationToday(deps)).today);
  const isAnnounced = eq(changeSets.state, "announced");
  const isState = {
    draft: eq(changeSets.state, "draft"),
    withdrawn: eq(changeSets.state, "withdrawn"),
    announced: and(isAnnounced, inArray(changeSets.number, coming)),
    effective: and(isAnnounced, notInArray(changeSets.number, coming)),
  };
  return or(...states.map((state) => isState[state]));
}

/** The announced sets that are not in force, all of them, on a day. */
async function comingSets(db: Db, today: IsoDate): Promise<number[]> {
  const isAnnounced = eq(changeSets.state, "announced");
  const own = sql`case when not ${changes.awaitsApproval} then ${plannedDay}
    when ${changes.releasedOn} is not null then greatest(${plannedDay}, ${changes.releasedOn}) end`;
  const waiting = db
    .select({ id: changes.vendorId })
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
    .where(and(isAnnounced, eq(changes.withdrawn, false), sql`not coalesce(${own} <= ${today}::date, false)`));
  const candidates = await db
    .selectDistinct({ number: changes.changeSet })
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
    .where(and(isAnnounced, inArray(changes.vendorId, waiting)));
  const numbers = candidates.map(({ number }) => number);
  const bySet = Map.groupBy(await outlineOf(db, numbers), ({ changeSet }) => changeSet);
  return numbers.filter((number) => (bySet.get(number) ?? []).some((change) => isToCome(change, today)));
}

async function operatorViews(deps: Deps, sets: ChangeSetRow[], which: Shown = {}): Promise<OperatorView[]> {
  const numbers = sets.map(({ number }) => number);
  const bySet = Map.groupBy(await outlineOf(deps.db, numbers), ({ changeSet }) => changeSet);
  const shown = Map.groupBy(await loadHistory(deps.db, { ...which, sets: numbers }), ({ changeSet }) => changeSet);
  const judge = await organisationToday(deps);
  const { today } = judge;
  const approvals = await approvalsOf(deps.db, numbers);
  const exempted = await exemptedFrom(deps.db, numbers);
  const postponed = Map.groupBy(await loadPostponements(deps.db, numbers), ({ changeSet }) => changeSet);
  return sets.map((set) => {
    const { number } = set;
    const own = (bySet.get(number) ?? []).filter(({ changeSet }) => changeSet === number);
    const view = viewChangeSet(set, own, shown.get(number) ?? [], today);
    return {
      ...view,
      changes: withVerdicts(view, judge),
      approvals: approvalsShown(approvals.get(number), own),
      exempted: exempted.get(number) ?? [],
      postponements: (postponed.get(number) ?? []).map(({ changeSet: _, ...each }) => each),
      // Evidence has what was announced, and by what it was extended beside it.
      ...(which.asRecorded && { lastDayToObjectOn: set.lastDayToObjectOn }),
    };
  });
}

/** Whose approval a set takes, and from when on nothing of it waits for one any more, with the reason why some of it does not. */
function approvalsShown(asked: SetApprovals | undefined, changes: readonly OutlinedChange[]): OperatorSet["approvals"] {
  if (!asked) return null;
  const { required, missing, former, objecting } = asked;
  const waiting = changes.filter(({ awaitsApproval }) => awaitsApproval);
  const days = waiting.map(({ releasedOn }) => releasedOn).filter((day) => day !== null);
  const releasedOn = days.length === waiting.length ? (days.sort().at(-1) ?? null) : null;
  const releasedReason = waiting.find((change) => change.releasedReason !== null)?.releasedReason ?? null;
  return { required, missing, former, objecting, releasedOn, releasedReason };
}

/** The changes of a set, each with its verdicts before and after by the law of the day it takes effect; until that is known, of today. */
export function withVerdicts(
  { changes }: Pick<ChangeSetView, "changes">,
  { organisation: { regimes }, law, today }: Judge & { today: IsoDate },
): OperatorChange[] {
  return changes.map((change) => ({
    ...change,
    verdictChanges: verdictChanges(change.before, change.after, regimes, change.effectiveOn ?? today, law),
  }));
}

/** Whether anything was ever announced; before that, the first list is published as it is. */
export async function hasAnnounced(db: Db): Promise<boolean> {
  const [one] = await db
    .select({ number: changeSets.number })
    .from(changeSets)
    .where(ne(changeSets.state, "draft"))
    .limit(1);
  return one !== undefined;
}

/** How far the notices of a change set have come: a count per delivery state. */
export async function deliveryProgress(db: Db, number: number): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await db
    .select({ state: deliveries.state, deliveries: count() })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(eq(notices.changeSet, number))
    .groupBy(deliveries.state)
    .orderBy(asc(deliveries.state));
  return Object.fromEntries(rows.map((row) => [row.state, row.deliveries]));
}
