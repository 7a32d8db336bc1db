import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { notices } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { OutlinedChange } from "../../model/change/change-set.ts";
import { type Dated, isInForce, plannedFor } from "../../model/change/history.ts";
import type { Deadline } from "../../model/people/notice.ts";
import { addDays, type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { outlineOf } from "../log/history.ts";
import { readOrganisation } from "../log/organisation.ts";
import { partsOf, shareIn } from "../log/parts.ts";
import { isAnswerHeard, oweOrganisation } from "../owed/owe.ts";
import { type Open, openOf } from "./open.ts";

/** So many days before the last day to object the organisation is reminded of what is open. */
const DAYS_BEFORE = 3;

type Due = { deadline: Deadline; responses: string[]; customers: string[] };

/**
 * Reminds the organisation of open objections and questions, and of missing approvals: three days before the last day to
 * object, on the eve of the day a change takes effect, and when that day has come. Of each once for each change that
 * concerns whoever it is from, and not on the day it came in; of none while nobody hears of answers. Safe to call at any time,
 * from anywhere.
 */
export async function oweDeadlines(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const { organisation, calendar } = await readOrganisation(deps.db);
  if (!(await isAnswerHeard(deps.db, organisation))) return;
  if ((await dueOn(deps.db, calendar, deps.clock.now())).length === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    for (const due of await dueOn(w.db, w.calendar, w.now)) await remind(w, due);
  });
}

async function remind(w: Locked, about: Due): Promise<void> {
  const { changeSet, moment, on } = about.deadline;
  await oweOrganisation(w, { kind: "deadline", about });
  const open = about.responses.length + about.customers.length;
  w.audit("change-set.deadline-told", changeSet, { moment, on, open });
}

/** What the organisation is to be reminded of now, a mail for each set, moment and day. */
async function dueOn(db: Db, calendar: Calendar, now: Date): Promise<Due[]> {
  const today = dayOf(calendar, now);
  const open = (await openOf(db, calendar)).filter(({ since }) => since < today);
  const sets = [...new Set(open.map(({ changeSet }) => changeSet))];
  if (sets.length === 0) return [];
  const daysOf = Map.groupBy(await outlineOf(db, sets), ({ changeSet }) => changeSet);
  const parts = new Map(await Promise.all(sets.map(async (set) => [set, await partsOf(db, set)] as const)));
  const told = await toldOf(db, sets);
  const due = new Map<string, Due>();
  for (const each of open) {
    const share = each.parts && shareIn(parts.get(each.changeSet) ?? new Map(), each.parts);
    const theirs = (daysOf.get(each.changeSet) ?? []).filter(
      ({ vendor, withdrawn }) => !withdrawn && (share === null || share.has(vendor.slug)),
    );
    for (const { moment, on, changes } of momentsOf(each, theirs, today)) {
      const key = keyOf({ changeSet: each.changeSet, moment, on });
      const slugs = changes.map(({ vendor }) => vendor.slug);
      const untold = slugs.filter((slug) => !told.has(`${key} ${each.id}`) && !told.has(`${key} ${each.id} ${slug}`));
      if (untold.length === 0) continue;
      const deadline = { changeSet: each.changeSet, moment, on, changes: {} };
      const mail: Due = due.get(key) ?? { deadline, responses: [], customers: [] };
      mail[each.is].push(each.id);
      mail.deadline.changes = { ...mail.deadline.changes, [each.id]: untold };
      due.set(key, mail);
    }
  }
  return [...due.values()];
}

const keyOf = ({ changeSet, moment, on }: Deadline): string => `${changeSet} ${moment} ${on}`;

type DatedOutline = Dated<OutlinedChange>;
type Moment = Pick<Deadline, "moment" | "on"> & { changes: readonly DatedOutline[] };

/** The moments to remind of something open at, on a day, each with those of the changes it is about. */
function momentsOf({ is, until }: Open, concerning: readonly DatedOutline[], today: IsoDate): Moment[] {
  // An approval is missing of what waits for it alone, whatever else is announced to that customer.
  const isAbout = (change: DatedOutline) => is === "responses" || (change.awaitsApproval && change.releasedOn === null);
  const changes = concerning.filter(isAbout);
  const found: Moment[] = [];
  if (until !== null && addDays(until, -DAYS_BEFORE) <= today && today <= until)
    found.push({ moment: "last-day", on: until, changes });
  const tomorrow = addDays(today, 1);
  for (const [on, each] of Map.groupBy(changes, dayOfEffect)) {
    if (on === null) continue;
    if (on === tomorrow) found.push({ moment: "eve", on, changes: each });
    if (on > today) continue;
    if (is === "responses")
      found.push({ moment: "in-force", on, changes: each.filter((one) => isInForce(one, today)) });
    found.push({ moment: "held", on, changes: each.filter((one) => !isInForce(one, today)) });
  }
  return found;
}

/** The day a change takes effect; where it waits for approvals, the day it was planned for. */
const dayOfEffect = (change: Dated<OutlinedChange>): IsoDate | null => change.effectiveOn ?? plannedFor(change);

/** What the organisation was reminded of, of these sets: of each change, by its slug; by a mail that names none, of all. */
async function toldOf(db: Db, sets: readonly number[]): Promise<Set<string>> {
  const rows = await db.select({ about: notices.about }).from(notices).where(eq(notices.kind, "deadline"));
  return new Set(
    rows.flatMap(({ about }) => {
      const { deadline, responses = [], customers = [] } = about ?? {};
      if (!deadline || !sets.includes(deadline.changeSet)) return [];
      return [...responses, ...customers].flatMap((id) => {
        const key = `${keyOf(deadline)} ${id}`;
        return deadline.changes?.[id]?.map((slug) => `${key} ${slug}`) ?? [key];
      });
    }),
  );
}
