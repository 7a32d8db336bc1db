import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { texts } from "../../db/json.ts";
import { type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { rowsOf } from "../../db/reading.ts";
import { concernedCustomers, customers, deliveries, notices, responses, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { ExternalId } from "../../model/people/customer-document.ts";
import { ARRIVED, type DeliveryState } from "../../model/people/delivery.ts";
import type { Response } from "../../model/people/response.ts";
import { superseded } from "../answers/superseded.ts";
import { partsOf } from "../log/parts.ts";
import { announces } from "../owed/told.ts";

/**
 * How far the news of a set has come to a customer, by the contact it has come to best: it arrived, was sent, is on its way,
 * nobody knows, it came to none of them, or nobody was to be written to.
 */
export type ToldState = "arrived" | "sent" | "owed" | "uncertain" | "missed" | "nobody";

/** An answer of a customer to a set. */
type Answered = Pick<
  Response,
  "id" | "kind" | "late" | "waiting" | "outcome" | "receivedOn" | "editedAt" | "answeredAt" | "superseded"
>;

/** A customer whom a set concerned, or by a part of it: until when it may object, how far it was told, what it answered. */
export type ToldCustomer = Pick<
  typeof concernedCustomers.$inferSelect,
  "externalId" | "part" | "name" | "lastDayToObjectOn" | "extendedFrom" | "earliestEffectiveOn" | "timeZone" | "since"
> & {
  /** Whether there is still such a customer. */
  isThere: boolean;
  /** The vendors whose changes concern it, by slug; null: all of the set. */
  vendors: string[] | null;
  told: ToldState;
  /** The addresses that its news was owed to, of those that are not erased. */
  people: string[];
  answers: Answered[];
};

/** Whom a set concerned, in the order of their own ids. */
export const toldPages = pagesOfTable(
  { externalId: ExternalId, part: z.int32().min(0) },
  { externalId: concernedCustomers.externalId, part: concernedCustomers.part },
  asc,
);

/** Customers whom an announced set concerned, a page at a time; `q` is part of an id or a name. Of a draft there are none. */
export async function listToldCustomers(
  { db }: Pick<Deps, "db">,
  number: number,
  { q, ...page }: PageOf<typeof toldPages> & { q?: string | undefined },
): Promise<Page<ToldCustomer>> {
  const { changeSet, externalId, part, name, since, timeZone } = concernedCustomers;
  const { lastDayToObjectOn, extendedFrom, earliestEffectiveOn } = concernedCustomers;
  const mentions = (text: string): SQL => {
    const part = sql`lower(${text})`;
    return sql`(strpos(lower(${externalId}), ${part}) > 0 or strpos(lower(${name}), ${part}) > 0)`;
  };
  const parts = await partsOf(db, number);
  return toldPages.page(page, async (after, limit) => {
    const rows = await db
      .select({
        ...{ externalId, part, name, since, timeZone, lastDayToObjectOn, extendedFrom, earliestEffectiveOn },
        isThere: sql<boolean>`${customers.id} is not null`,
      })
      .from(concernedCustomers)
      .leftJoin(customers, eq(customers.externalId, externalId))
      .where(and(eq(changeSet, number), after, q === undefined ? undefined : mentions(q)))
      .orderBy(...toldPages.order)
      .limit(limit);
    const ids = [...new Set(rows.map((row) => row.externalId))];
    const [states, answers] = [await statesOf(db, number, ids), await answersOf(db, number, ids)];
    return rows.map((row) => ({
      ...row,
      vendors: parts.get(row.part) ?? null,
      told: toldState(states.get(row.externalId)?.states ?? []),
      people: states.get(row.externalId)?.people ?? [],
      answers: answers.get(row.externalId) ?? [],
    }));
  });
}

/** The states of the mails that announced the set to each of these customers, and to whom: all of them are read once. */
async function statesOf(db: Deps["db"], number: number, ids: readonly string[]) {
  const rows = await rowsOf<{ customer: string; states: DeliveryState[]; people: string[] }>(db)`
    select customer, jsonb_agg(distinct ${deliveries.state}) as states,
      coalesce(jsonb_agg(distinct ${subscribers.email}) filter (where ${subscribers.email} is not null), '[]') as people
    from ${deliveries} join ${notices} on ${notices.id} = ${deliveries.noticeId}
    left join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
    cross join lateral jsonb_array_elements_text(${deliveries.customers}) as customer
    where ${notices.changeSet} = ${number} and ${announces} and customer in ${texts(ids)}
    group by customer`;
  return new Map(rows.map(({ customer, ...told }) => [customer, told]));
}

async function answersOf(db: Deps["db"], number: number, ids: readonly string[]): Promise<Map<string, Answered[]>> {
  if (ids.length === 0) return new Map();
  const { id, kind, late, waiting, outcome, receivedOn, editedAt, answeredAt, customer, changeSet } = responses;
  const rows = await db
    .select({ id, kind, late, waiting, outcome, receivedOn, editedAt, answeredAt, customer, superseded })
    .from(responses)
    .where(and(eq(changeSet, number), inArray(customer, [...ids])))
    .orderBy(desc(answeredAt), asc(id));
  return Map.groupBy(rows, (row) => row.customer ?? "");
}

function toldState(states: readonly DeliveryState[]): ToldState {
  const has = (...some: DeliveryState[]) => some.some((state) => states.includes(state));
  if (states.length === 0) return "nobody";
  if (has(...ARRIVED)) return "arrived";
  if (has("accepted")) return "sent";
  if (has("pending")) return "owed";
  return has("uncertain") ? "uncertain" : "missed";
}
