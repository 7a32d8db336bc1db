import { asc, count, desc, eq, lt } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { changeSets, type DeliveryState, deliveries, notices, subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { earliestEffectiveOn } from "./announce.ts";
import { dateIn, type IsoDate, periodEnd } from "./dates.ts";
import { findChangeSet } from "./drafts.ts";
import type { RecordedChange } from "./history.ts";
import { loadHistory } from "./load-history.ts";
import { getOrganisation, today } from "./organisation.ts";
import { followsAny } from "./owe.ts";
import { type ChangeSetView, viewChangeSet } from "./register.ts";
import type { Locale } from "./text.ts";
import { heaviest, weightOf } from "./weight.ts";

/** Refuses: not-found. */
export async function getChangeSet(deps: Deps, number: number): Promise<ChangeSetView> {
  const set = await findChangeSet(deps.db, number);
  const changes = (await loadHistory(deps.db)).filter((change) => change.changeSet === number);
  return viewChangeSet(set, changes, await today(deps));
}

/** A page of change sets, newest first, before the one whose number is the cursor. */
export async function listChangeSets(
  deps: Deps,
  { limit, before }: { limit: number; before: number | null },
): Promise<ChangeSetView[]> {
  const sets = await deps.db
    .select()
    .from(changeSets)
    .where(before === null ? undefined : lt(changeSets.number, before))
    .orderBy(desc(changeSets.number))
    .limit(limit);
  const history = await loadHistory(deps.db);
  const on = await today(deps);
  return sets.map((set) =>
    viewChangeSet(
      set,
      history.filter((change) => change.changeSet === set.number),
      on,
    ),
  );
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

export type Preview = {
  changeSet: ChangeSetView;
  earliestEffectiveOn: IsoDate;
  /** Followers who would be told if the set were announced now, in all and per language. */
  followers: number;
  byLocale: Partial<Record<Locale, number>>;
};

/** What announcing a draft today would mean. Writes nothing. Refuses: not-found. */
export async function previewChangeSet(deps: Deps, number: number): Promise<Preview> {
  const organisation = await getOrganisation(deps.db);
  const set = await findChangeSet(deps.db, number);
  const changes = (await loadHistory(deps.db)).filter((change) => change.changeSet === number);
  const on = dateIn(organisation.timeZone, deps.clock.now());
  const earliest = earliestEffectiveOn(organisation, on, changes);
  const view = viewChangeSet(set, changes, on);
  const byLocale = await recipientsByLocale(deps.db, changes);
  return {
    changeSet: {
      ...view,
      effectiveOn: view.effectiveOn ?? earliest,
      lastDayToObjectOn:
        view.lastDayToObjectOn ??
        (view.weight === "material" ? periodEnd(on, organisation.objectionPeriod, organisation.holidays) : null),
    },
    earliestEffectiveOn: earliest,
    followers: Object.values(byLocale).reduce((sum, each) => sum + each, 0),
    byLocale,
  };
}

async function recipientsByLocale(db: Db, changes: RecordedChange[]): Promise<Record<string, number>> {
  if (changes.length === 0 || heaviest(changes.map(weightOf)) === "editorial") return {};
  const rows = await db
    .select({ locale: subscribers.locale, people: count() })
    .from(subscribers)
    .where(followsAny(changes))
    .groupBy(subscribers.locale)
    .orderBy(asc(subscribers.locale));
  return Object.fromEntries(rows.map((row) => [row.locale, row.people]));
}
