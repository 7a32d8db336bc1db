import { and, asc, between, count, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { notices, responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type KindAbout, OF_ANSWERS } from "../../model/people/notice.ts";
import { dayOf } from "../../model/values/dates.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { readOrganisation } from "../log/organisation.ts";
import { isAnswerHeard, oweOrganisation } from "../owed/owe.ts";
import type { Earlier, Given } from "./given.ts";

/** How the organisation hears of answers: of each at once; of more than twenty an hour, and of who takes note, together. */
const AT_ONCE_AN_HOUR = 20;
const HOUR = 3_600_000;

/** More would be a list nobody reads to its end: the API has them all. */
const MOST_NAMED = 100;

type Told = { id: string; earlier: Earlier | undefined; given: Given; reopened: boolean };

/** As what an answer is told at once; null where the summary of the day has it. */
function toldAs({ earlier, given: { kind }, reopened }: Told): KindAbout<"answer"> | null {
  const isNew = earlier?.kind !== kind;
  if (kind === "objected" && (isNew || reopened)) return "objection";
  if (kind === "asked" && (isNew || reopened)) return "question";
  if (kind === "approved" && isNew) return "approval";
  return earlier && !(kind === "acknowledged" && earlier.kind === kind) ? "answer-changed" : null;
}

/** Owes the organisation a mail of an answer; or gives since when the answer waits to be told with others. */
export async function tellAnswer(w: Locked, told: Told): Promise<Date | null> {
  const { id, earlier, given } = told;
  const kind = toldAs(told);
  const since = earlier?.untoldSince ?? w.now;
  if (kind === null || !(await isAnswerHeard(w.db, w.organisation))) return since;
  if ((await toldLately(w)) >= AT_ONCE_AN_HOUR) return since;
  const was = earlier && earlier.kind !== given.kind ? { was: earlier.kind } : {};
  await oweOrganisation(w, { kind, changeSet: given.changeSet, about: { response: id, ...was } });
  return null;
}

async function toldLately({ db, now }: Locked): Promise<number> {
  const [row] = await db
    // The organisation, and each user who hears of it too, are told the same at the same time.
    .select({ mails: sql<number>`count(distinct (${notices.createdAt}, ${notices.about} - 'user'))::integer` })
    .from(notices)
    .where(and(inArray(notices.kind, OF_ANSWERS), between(notices.createdAt, new Date(now.getTime() - HOUR), now)));
  return row?.mails ?? 0;
}

/** Answers that wait are told in two mails: who has taken note once a day, everything else within the hour. */
const GATHERED = {
  note: eq(responses.kind, "acknowledged"),
  other: ne(responses.kind, "acknowledged"),
};
type Gathered = keyof typeof GATHERED;

const waits = (which: Gathered) => and(isNotNull(responses.untoldSince), GATHERED[which]);

/**
 * Owes the organisation a mail of the answers that have waited to be told with others: an hour, or until the day was over
 * for those who take note. They wait on while nobody hears of answers. Safe to call at any time, from anywhere.
 */
export async function oweAnswers(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  if ((await dueOn(deps.db, deps.clock.now())).length === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    for (const which of await dueOn(w.db, w.now)) {
      const [row] = await w.db.select({ total: count() }).from(responses).where(waits(which));
      const named = await w.db
        .select({ id: responses.id })
        .from(responses)
        .where(waits(which))
        .orderBy(sql`${responses.kind} <> 'objected'`, asc(responses.untoldSince), asc(responses.id))
        .limit(MOST_NAMED);
      const total = row?.total ?? 0;
      await oweOrganisation(w, { kind: "answers", about: { responses: named.map(({ id }) => id), total } });
      await w.db.update(responses).set({ untoldSince: null }).where(waits(which));
      w.audit("responses.told", null, { responses: total });
    }
  });
}

async function dueOn(db: Db, now: Date): Promise<Gathered[]> {
  const { organisation, calendar } = await readOrganisation(db);
  if (!(await isAnswerHeard(db, organisation))) return [];
  const since = async (which: Gathered): Promise<Date | null> => {
    const [first] = await db
      .select({ since: responses.untoldSince })
      .from(responses)
      .where(waits(which))
      .orderBy(asc(responses.untoldSince))
      .limit(1);
    return first?.since ?? null;
  };
  const [note, other] = [await since("note"), await since("other")];
  // What waits since a time to come was answered before the clock was set back.
  const isDue = {
    note: note !== null && dayOf(calendar, note) !== dayOf(calendar, now),
    other: other !== null && Math.abs(now.getTime() - other.getTime()) >= HOUR,
  };
  return (["other", "note"] as const).filter((which) => isDue[which]);
}
