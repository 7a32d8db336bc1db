import { and, asc, count, desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { changeSets, deliveries, notices } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { ChangeSetRow, OutlinedChange } from "../../model/change/change-set.ts";
import { type ChangeSetView, type ChangeView, type OperatorSet, viewChangeSet } from "../../model/change/register.ts";
import type { DeliveryState } from "../../model/people/delivery.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { type VerdictChange, verdictChanges } from "../../transfers/index.ts";
import { loadHistory, outlineOf } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { loadPostponements } from "../log/register.ts";
import { approvalsOf, exemptedFrom, type SetApprovals } from "../owed/approvals.ts";
import { findChangeSet } from "./drafts.ts";
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

export function listChangeSets(
  deps: Deps,
  { reference, ...query }: { reference?: string | undefined } & PageOf<typeof changeSetPages>,
): Promise<Page<OperatorView>> {
  const isSought = reference === undefined ? undefined : eq(changeSets.reference, reference);
  return changeSetPages.page(query, async (after, limit) => {
    const sets = deps.db.select().from(changeSets).where(and(after, isSought));
    return operatorViews(deps, await sets.orderBy(...changeSetPages.order).limit(limit));
  });
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
