import { and, eq, inArray, isNull, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, concernedCustomers, notices, responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { OutlinedChange } from "../../model/change/change-set.ts";
import { type Dated, isInForce, plannedFor } from "../../model/change/history.ts";
import type { Deadline } from "../../model/people/notice.ts";
import { OPEN_KINDS } from "../../model/people/response.ts";
import { addDays, type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { outlineOf } from "../log/history.ts";
import { readOrganisation } from "../log/organisation.ts";
import { approvalsOf } from "../owed/approvals.ts";
import { oweOrganisation } from "../owed/owe.ts";

/** So many days before the last day to object the organisation is reminded of what is open. */
const DAYS_BEFORE = 3;

/** What is open of a set: an objection or a question by its id, or the approval of a customer, by its own id, that is missing. */
type Open = {
  changeSet: number;
  is: "responses" | "customers";
  id: string;
  /** The last day to object for it. */
  until: IsoDate | null;
  /** The day it has been open since: of that day the organisation knows. */
  since: IsoDate;
};

type Due = { deadline: Deadline; responses: string[]; customers: string[] };

/**
 * Reminds the organisation of open objections and questions, and of missing approvals: three days before the last day to
 * object, on the eve of the day a change takes effect, and when that day has come. Of each once, and not on the day it
 * came in. Without a `privacyEmail` there is nobody to remind. Safe to call at any time, from anywhere.
 */
export async function oweDeadlines(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const { organisation, calendar } = await readOrganisation(deps.db);
  if (!organisation.privacyEmail || (await dueOn(deps.db, calendar, deps.clock.now())).length === 0) return;
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
  const open = [...(await openResponses(db, calendar)), ...(await missingApprovals(db, calendar))].filter(
    ({ since }) => since < today,
  );
  const sets = [...new Set(open.map(({ changeSet }) => changeSet))];
  if (sets.length === 0) return [];
  const daysOf = Map.groupBy(await outlineOf(db, sets), ({ changeSet }) => changeSet);
  const told = await toldOf(db, sets);
  const due = new Map<string, Due>();
  for (const each of open) {
    for (const deadline of momentsOf(each, daysOf.get(each.changeSet) ?? [], today)) {
      const key = keyOf(deadline);
      if (told.has(`${key} ${each.id}`)) continue;
      const mail = due.get(key) ?? { deadline, responses: [], customers: [] };
      mail[each.is].push(each.id);
      due.set(key, mail);
    }
  }
  return [...due.values()];
}

const keyOf = ({ changeSet, moment, on }: Deadline): string => `${changeSet} ${moment} ${on}`;

/** The moments to remind of something open at, on a day. */
function momentsOf(
  { changeSet, is, until }: Open,
  changes: readonly Dated<OutlinedChange>[],
  today: IsoDate,
): Deadline[] {
  const found: Deadline[] = [];
  if (until !== null && addDays(until, -DAYS_BEFORE) <= today && today <= until)
    found.push({ changeSet, moment: "last-day", on: until });
  const tomorrow = addDays(today, 1);
  if (changes.some((change) => dayOfEffect(change) === tomorrow))
    found.push({ changeSet, moment: "eve", on: tomorrow });
  const inForce = changes.flatMap((change) => (isInForce(change, today) ? (change.effectiveOn ?? []) : [])).sort();
  const held = changes.flatMap((change) => (isInForce(change, today) ? [] : (dayOfEffect(change) ?? []))).sort();
  const [first] = inForce;
  if (first && is === "responses") found.push({ changeSet, moment: "in-force", on: first });
  const [planned] = held;
  if (planned && planned <= today) found.push({ changeSet, moment: "held", on: planned });
  return found;
}

/** The day a change takes effect; where it waits for approvals, the day it was planned for. */
const dayOfEffect = (change: Dated<OutlinedChange>): IsoDate | null => change.effectiveOn ?? plannedFor(change);

/** A customer's last day to object; one that came to use more has several rows, and may answer until the last of its days. */
const lastDayOf = (changeSet: SQLWrapper, customer: SQLWrapper) => sql<IsoDate | null>`(
  select max(theirs.last_day_to_object_on) from ${concernedCustomers} theirs
  where theirs.change_set = ${changeSet} and theirs.external_id = ${customer})`;

const isAnnounced = eq(changeSets.state, "announced");

async function openResponses(db: Db, calendar: Calendar): Promise<Open[]> {
  const rows = await db
    .select({
      changeSet: responses.changeSet,
      id: responses.id,
      until: sql<IsoDate | null>`case when ${responses.customer} is null
        then ${changeSets.lastDayToObjectOn} else ${lastDayOf(responses.changeSet, responses.customer)} end`,
      at: sql<string>`coalesce(${responses.editedAt}, ${responses.answeredAt})`,
    })
    .from(responses)
    .innerJoin(changeSets, and(eq(changeSets.number, responses.changeSet), isAnnounced))
    .where(and(inArray(responses.kind, OPEN_KINDS), isNull(responses.resolvedAt)))
    .orderBy(responses.changeSet, responses.id);
  return rows.map(({ at, ...each }) => ({ ...each, is: "responses", since: dayOf(calendar, new Date(at)) }));
}

async function missingApprovals(db: Db, calendar: Calendar): Promise<Open[]> {
  const { changeSet, externalId: id, lastDayToObjectOn, since, authorisation } = concernedCustomers;
  const { number, announcedAt } = changeSets;
  const waiting = await db
    .selectDistinct({ number })
    .from(changeSets)
    .innerJoin(changes, and(eq(changes.changeSet, number), eq(changes.awaitsApproval, true)))
    .where(and(isAnnounced, isNull(changes.releasedOn)));
  const numbers = waiting.map((set) => set.number);
  if (numbers.length === 0) return [];
  const approvals = await approvalsOf(db, numbers);
  const rows = await db
    .select({
      changeSet,
      id,
      until: sql<IsoDate | null>`max(${lastDayToObjectOn})`,
      at: sql<string>`min(coalesce(${since}, ${announcedAt}))`,
    })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(number, changeSet))
    .where(and(inArray(changeSet, numbers), eq(authorisation, "specific")))
    .groupBy(changeSet, id)
    .orderBy(changeSet, id);
  return rows.flatMap(({ at, ...each }): Open[] =>
    approvals.get(each.changeSet)?.missing.includes(each.id)
      ? [{ ...each, is: "customers", since: dayOf(calendar, new Date(at)) }]
      : [],
  );
}

/** What the organisation was reminded of, of these sets. */
async function toldOf(db: Db, sets: readonly number[]): Promise<Set<string>> {
  const rows = await db.select({ about: notices.about }).from(notices).where(eq(notices.kind, "deadline"));
  return new Set(
    rows.flatMap(({ about }) => {
      const { deadline, responses = [], customers = [] } = about ?? {};
      if (!deadline || !sets.includes(deadline.changeSet)) return [];
      return [...responses, ...customers].map((id) => `${keyOf(deadline)} ${id}`);
    }),
  );
}
