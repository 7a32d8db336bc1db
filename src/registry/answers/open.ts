import { and, eq, inArray, isNull, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, concernedCustomers, responses } from "../../db/schema.ts";
import { OPEN_KINDS } from "../../model/people/response.ts";
import { type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { isAwaiting } from "../log/history.ts";
import { approvalsOf } from "../owed/approvals.ts";

/** What is open of an announced set: an objection or a question by its id, or the approval of a customer, by its own id, that is missing. */
export type Open = {
  changeSet: number;
  is: "responses" | "customers";
  id: string;
  /** The last day to object for it. */
  until: IsoDate | null;
  /** The day it has been open since: of that day the organisation knows. */
  since: IsoDate;
  /** The parts of the set that concern whoever it is from; null: all of it. */
  parts: number[] | null;
};

/** Everything that is open on announced sets. */
export const openOf = async (db: Db, calendar: Calendar): Promise<Open[]> => [
  ...(await openResponses(db, calendar)),
  ...(await missingApprovals(db, calendar)),
];

/** A customer's last day to object; one that came to use more has several rows, and may answer until the last of its days. */
const lastDayOf = (changeSet: SQLWrapper, customer: SQLWrapper) => sql<IsoDate | null>`(
  select max(theirs.last_day_to_object_on) from ${concernedCustomers} theirs
  where theirs.change_set = ${changeSet} and theirs.external_id = ${customer})`;

/** The parts of a set that concern a customer; null where there is none. */
const partsOfCustomer = (changeSet: SQLWrapper, customer: SQLWrapper) => sql<number[] | null>`(
  select jsonb_agg(theirs.part) from ${concernedCustomers} theirs
  where theirs.change_set = ${changeSet} and theirs.external_id = ${customer})`;

/** Of `responses` with their `change_sets`: the last day to object of whoever gave it; null where there was none. */
export const lastDayOfResponse = sql<IsoDate | null>`case when ${responses.customer} is null
  then coalesce(${changeSets.objectionExtendedTo}, ${changeSets.lastDayToObjectOn})
  else ${lastDayOf(responses.changeSet, responses.customer)} end`;

const isAnnounced = eq(changeSets.state, "announced");

async function openResponses(db: Db, calendar: Calendar): Promise<Open[]> {
  const rows = await db
    .select({
      changeSet: responses.changeSet,
      id: responses.id,
      until: lastDayOfResponse,
      parts: partsOfCustomer(responses.changeSet, responses.customer),
      at: sql<string>`coalesce(${responses.editedAt}, ${responses.answeredAt})`,
    })
    .from(responses)
    .innerJoin(changeSets, and(eq(changeSets.number, responses.changeSet), isAnnounced))
    .where(and(inArray(responses.kind, OPEN_KINDS), isNull(responses.resolvedAt)))
    .orderBy(responses.changeSet, responses.id);
  return rows.map(({ at, ...each }) => ({ ...each, is: "responses", since: dayOf(calendar, new Date(at)) }));
}

/** The approvals that are missing on announced sets: of each customer, by its own id. */
export async function missingApprovals(db: Db, calendar: Calendar): Promise<Open[]> {
  const { changeSet, externalId: id, lastDayToObjectOn, since, authorisation } = concernedCustomers;
  const { number, announcedAt } = changeSets;
  const waiting = await db
    .selectDistinct({ number })
    .from(changeSets)
    .innerJoin(changes, and(eq(changes.changeSet, number), isAwaiting))
    .where(isAnnounced);
  const numbers = waiting.map((set) => set.number);
  if (numbers.length === 0) return [];
  const approvals = await approvalsOf(db, numbers);
  const rows = await db
    .select({
      changeSet,
      id,
      until: sql<IsoDate | null>`max(${lastDayToObjectOn})`,
      parts: sql<number[]>`jsonb_agg(${concernedCustomers.part})`,
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
