import { and, eq, gt, inArray, isNull, lte, notBetween, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { uuids } from "../../db/json.ts";
import { batches, changeSets, changes, concernedCustomers, deliveries, notices, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Moment } from "../../model/change/deadlines.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { type EndOfObjecting, isTooLate } from "../../model/people/last-day.ts";
import { addDays, type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { owedRecord } from "../log/digests.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { plannedDay } from "../log/history.ts";
import { readOrganisation } from "../log/organisation.ts";
import { oweAnnouncementAgain, stopUntried } from "./set-notices.ts";
import { announces, hasAnswered, isAnnouncedBesides, isMissedAt, mayStillObject, wantsMail } from "./told.ts";

/** A mailbox that was full may take mail after a day. What bounced a week ago is left to the operator. */
const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;

type Publisher = { organisation: Organisation; calendar: Calendar };

/**
 * Owes announcements once more, late, in two cases. One bounced a day ago though the address takes mail. One was not
 * tried yet, and a day that it speaks of is over: in its place. Safe to call at any time, from anywhere.
 */
export async function announceAgain(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const publisher = await readOrganisation(deps.db);
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const [overtaken, bounced] = [
    await overtakenOn(deps.db, publisher, now),
    await bouncedBefore(deps.db, publisher, now),
  ];
  if (overtaken.length + bounced.length === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    for (const { notice, changeSet } of await overtakenOn(w.db, w, w.now)) {
      const stopped = await stopUntried(w, sql`select ${notice}::uuid`, "overtaken");
      if (stopped.length > 0) await again(w, changeSet, sql`${deliveries.batchId} in ${uuids(stopped)}`);
    }
    for (const [changeSet, each] of Map.groupBy(await bouncedBefore(w.db, w, w.now), (row) => row.changeSet))
      await again(w, changeSet, sql`${deliveries.id} in ${uuids(each.map(({ id }) => id))}`);
  });
}

async function again(w: Locked, changeSet: number, which: SQL): Promise<void> {
  const owed = await owedRecord(w.db, await oweAnnouncementAgain(w, changeSet, which));
  w.audit("change-set.announced-late", changeSet, { owed });
}

/** Announcements with mails not tried yet, though a day is over since they were owed: that of the change, or one to object. */
async function overtakenOn(db: Db, { calendar }: Pick<Publisher, "calendar">, now: Date) {
  const { number, state } = changeSets;
  const lastDayToObjectOn = sql<IsoDate | null>`coalesce(${changeSets.objectionExtendedTo}, ${changeSets.lastDayToObjectOn})`;
  const days = sql<
    IsoDate[]
  >`(select jsonb_agg(distinct ${plannedDay}) from ${changes} where ${changes.changeSet} = ${number} and not ${changes.withdrawn})`;
  const { lastDayToObjectOn: lastDay, objectUntil } = concernedCustomers;
  const theirs = sql<
    [day: IsoDate, until: string | null][]
  >`coalesce((select jsonb_agg(distinct jsonb_build_array(${lastDay}, ${objectUntil})) from ${concernedCustomers}
    where ${concernedCustomers.changeSet} = ${number} and ${concernedCustomers.lastDayToObjectOn} is not null), '[]')`;
  const untried = db
    .select({ id: batches.noticeId })
    .from(batches)
    .where(and(eq(batches.state, "pending"), isNull(batches.firstAttemptAt)));
  const rows = await db
    .select({
      notice: notices.id,
      owedAt: notices.createdAt,
      changeSet: number,
      days,
      lastDayToObjectOn,
      theirs,
    })
    .from(notices)
    .innerJoin(changeSets, eq(number, notices.changeSet))
    .where(and(inArray(notices.id, untried), announces, eq(state, "announced")));
  const today = dayOf(calendar, now);
  return rows.filter(({ owedAt, days, lastDayToObjectOn, theirs }) => {
    const owedOn = dayOf(calendar, owedAt);
    // Of its day on, a change is told of as done.
    const told = [...days.map((day) => addDays(day, -1)), lastDayToObjectOn].map(
      (day): EndOfObjecting => ({ lastDayToObjectOn: day, objectUntil: null }),
    );
    const ends = theirs.map(([day, until]): EndOfObjecting => {
      return { lastDayToObjectOn: day, objectUntil: until === null ? null : new Date(until) };
    });
    const isOverAt = (at: Moment) => (day: EndOfObjecting) => isTooLate(day, at);
    const wasOver = isOverAt({ now: owedAt, today: owedOn });
    return [...told, ...ends].filter(isOverAt({ now, today })).some((day) => !wasOver(day));
  });
}

/**
 * Announcements that bounced a day ago, to readers who can be told: the only ones of their set to them, or the latest
 * ones where it is time to remind. Nobody is reminded of what they were not told.
 */
function bouncedBefore(db: Db, { organisation, calendar }: Publisher, now: Date) {
  const at = (ms: number) => new Date(now.getTime() + ms);
  const today = dayOf(calendar, now);
  const isOnly = and(gt(deliveries.stateAt, at(-WEEK)), sql`not ${isAnnouncedBesides(() => sql`true`)}`);
  const isLatest = sql`not ${isAnnouncedBesides(() => sql`theirs.state_at > ${deliveries.stateAt}`)}`;
  const isToRemind = sql`exists (select 1 from ${concernedCustomers}
    where ${concernedCustomers.changeSet} = ${changeSets.number} and ${deliveries.customers} ? ${concernedCustomers.externalId}
      and ${lte(concernedCustomers.lastDayToObjectOn, addDays(today, organisation.reminderDays))} and ${mayStillObject({ now, today })}
      and not ${hasAnswered(changeSets.number, deliveries.emailHash, sql`${concernedCustomers.externalId}`)})`;
  return db
    .select({ id: deliveries.id, changeSet: changeSets.number })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .innerJoin(changeSets, eq(changeSets.number, notices.changeSet))
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(deliveries.state, "bounced"),
        isMissedAt(now),
        notBetween(deliveries.stateAt, at(-DAY + 1), at(DAY)),
        announces,
        eq(changeSets.state, "announced"),
        wantsMail,
        or(isOnly, and(isLatest, isToRemind)),
      ),
    );
}
