import type { Db } from "../../../db/client.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeRow, ChangeSetRow, OutlinedChange } from "../../../model/change/change-set.ts";
import { type Dated, dated } from "../../../model/change/history.ts";
import { type ChangeSetView, viewChangeSet } from "../../../model/change/register.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { type Calendar, dayOf, type IsoDate } from "../../../model/values/dates.ts";
import { loadHistory, outlineOf } from "../../log/history.ts";
import { readOrganisation } from "../../log/organisation.ts";
import { findChangeSet } from "../draft/drafts.ts";

/** What is read of the registry at a moment, to say what a verb would do then. */
export type Reading = { db: Db; organisation: Organisation; calendar: Calendar; now: Date; today: IsoDate };

export async function readingOf({ db, clock }: Deps): Promise<Reading> {
  const { organisation, calendar } = await readOrganisation(db);
  const now = clock.now();
  return { db, organisation, calendar, now, today: dayOf(calendar, now) };
}

/** What a verb would write on a set, and on some of its changes, by slug. */
export type Supposing = {
  set?: Partial<ChangeSetRow>;
  slugs?: readonly string[];
  changes?: Partial<Pick<ChangeRow, "postponedTo" | "releasedOn" | "releasedReason" | "withdrawn">>;
};

/** All changes of the vendors of a set, dated as they would be with that written. */
export async function supposedOutline(db: Db, number: number, supposing: Supposing): Promise<Dated<OutlinedChange>[]> {
  const outline = await outlineOf(db, [number]);
  return dated(outline.map((change) => withWritten(change, number, supposing)));
}

function withWritten<Change extends OutlinedChange>(change: Change, number: number, supposing: Supposing): Change {
  if (change.changeSet !== number) return change;
  const set = { ...change.set, ...supposing.set };
  return supposing.slugs?.includes(change.vendor.slug) ? { ...change, ...supposing.changes, set } : { ...change, set };
}

/** A set as its readers would be told of it, with that written. */
export async function supposed({ db, today }: Reading, number: number, supposing: Supposing): Promise<ChangeSetView> {
  const set = { ...(await findChangeSet(db, number)), ...supposing.set };
  const outline = await supposedOutline(db, number, supposing);
  const shown = await loadHistory(db, { sets: [number] });
  return viewChangeSet(
    set,
    outline.filter(({ changeSet }) => changeSet === number),
    shown.map((change) => withWritten(change, number, supposing)),
    today,
  );
}
