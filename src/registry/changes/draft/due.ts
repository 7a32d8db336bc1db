import { and, eq, gte, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { changeSets, changes, notices } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeSetRow } from "../../../model/change/change-set.ts";
import { lacksApproval } from "../../../model/change/four-eyes.ts";
import type { DraftDue } from "../../../model/people/notice.ts";
import { addDays, dayOf, type IsoDate } from "../../../model/values/dates.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { readOrganisation } from "../../log/organisation.ts";
import { announcers, oweUsers } from "../../users/announcers.ts";
import { lastDayToAnnounce } from "./announce-by.ts";

/** So many days before the last day to announce a draft for its own, users are told of it. */
const DAYS_BEFORE = 3;
/** Whoever has just edited a draft is at it, and may give it another day. */
const QUIET_MS = 3_600_000;

/**
 * Tells users who can help that a draft has to be announced for the day that it gives: three days before the last on which
 * that is possible, and on it. Those who may approve it and have not written it, where it lacks that under four eyes; else whoever
 * may announce. Once each for a draft and such a day, and not within an hour of an edit. Safe to call at any time, from anywhere.
 */
export async function oweDraftsDue(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const due = await dueNow(deps);
  if (due.length === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    const told = await toldOf(w.db);
    for (const { set, ...about } of due) {
      const draft = await draftStill(w.db, set);
      if (!draft || told.has(keyOf(about))) continue;
      const readers = await helpersOf(w, draft);
      await oweUsers(w, readers, (user) => ({ kind: "draft-due", about: { draft: about, user } }));
      w.audit("change-set.announce-by-told", about.changeSet, {
        moment: about.moment,
        on: about.on,
        told: readers.length,
      });
    }
  });
}

/** The users who can bring a draft on: of one that lacks an approval, those who may give it; where nobody may, all who may announce. */
export async function helpersOf({ db, organisation }: Locked, set: ChangeSetRow): ReturnType<typeof announcers> {
  const all = await announcers(db);
  const others = all.filter(({ id }) => !set.authors.includes(`user:${id}`));
  return lacksApproval(organisation, set) && others.length > 0 ? others : all;
}

type Due = Extract<DraftDue, { on: IsoDate }> & { set: Pick<ChangeSetRow, "number" | "updatedAt"> };

async function dueNow(deps: Deps): Promise<Due[]> {
  const { db } = deps;
  const now = deps.clock.now();
  const today = dayOf((await readOrganisation(db)).calendar, now);
  const drafts = await datedDrafts(db, today);
  if (drafts.length === 0 || (await announcers(db)).length === 0) return [];
  const told = await toldOf(db);
  const due: Due[] = [];
  for (const { wished, ...set } of drafts) {
    if (Math.abs(now.getTime() - set.updatedAt.getTime()) < QUIET_MS) continue;
    const on = await lastDayToAnnounce(deps, set.number);
    if (on === null || today < addDays(on, -DAYS_BEFORE) || on < today) continue;
    const each: Due = { set, changeSet: set.number, wished, moment: on === today ? "last" : "near", on };
    if (!told.has(keyOf(each))) due.push(each);
  }
  return due;
}

/** The drafts that give a day to come, with the last of those that they give. */
const datedDrafts = (db: Db, today: IsoDate) =>
  db
    .select({ number: changeSets.number, updatedAt: changeSets.updatedAt, wished: lastWished })
    .from(changeSets)
    .where(and(eq(changeSets.state, "draft"), gte(lastWished, today)))
    .orderBy(changeSets.number);

/** Of `change_sets`: the last of the days that it, or a change of it, is to take effect. */
const lastWished = sql<IsoDate>`greatest(${changeSets.effectiveOn}, (
  select max(${changes.plannedOn}) from ${changes} where ${changes.changeSet} = ${changeSets.number}))::text`;

/** The draft as it was looked at; null where it was edited since, or is none any more. */
async function draftStill(db: Db, { number, updatedAt }: Due["set"]): Promise<ChangeSetRow | null> {
  const here = and(eq(changeSets.number, number), eq(changeSets.state, "draft"), eq(changeSets.updatedAt, updatedAt));
  return (await db.select().from(changeSets).where(here))[0] ?? null;
}

/** Whether what users were to be told of a draft is over: it is none any more, has another day, or the approval asked for. */
export async function isDraftDueOver(db: Db, { changeSet, moment, wished }: DraftDue): Promise<boolean> {
  const [draft] = await db
    .select({ state: changeSets.state, approvedBy: changeSets.approvedBy, wished: lastWished })
    .from(changeSets)
    .where(eq(changeSets.number, changeSet));
  if (draft?.state !== "draft") return true;
  return moment === "asked" ? draft.approvedBy !== null : draft.wished !== wished;
}

const keyOf = ({ changeSet, moment, on }: Pick<DraftDue, "changeSet" | "moment" | "on">): string =>
  `${changeSet} ${moment} ${on}`;

async function toldOf(db: Db): Promise<Set<string>> {
  const rows = await db.select({ about: notices.about }).from(notices).where(eq(notices.kind, "draft-due"));
  return new Set(rows.flatMap(({ about }) => (about?.draft ? [keyOf(about.draft)] : [])));
}
