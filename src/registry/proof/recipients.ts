import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { concernedCustomers, deliveries, deliveryEvents, notices, subscribers } from "../../db/schema.ts";
import { ARRIVED, type DeliveryState } from "../../model/people/delivery.ts";
import { kindsWhere, type NoticeKind } from "../../model/people/notice.ts";
import { namesOfConcerned } from "../changes/announced/progress.ts";
import { deliveryEvidence, noticeEvidence } from "./evidence.ts";

/** A mail of a set to one reader: what it was, for whom, when it was owed, sent and arrived, and the hash of all it went through. */
export type ToldReader = {
  id: string;
  at: Date;
  kind: NoticeKind;
  /** Null once the person is erased. */
  email: string | null;
  /** The customers it was owed for, by name; null for a follower, and where it tells somebody of their own answer. */
  customers: string[] | null;
  state: DeliveryState;
  cause: string | null;
  sentAt: Date | null;
  arrivedAt: Date | null;
  chain: string;
};

export const recipientPages = pagesOfTable(
  { at: KEY.instant, id: KEY.id },
  { at: notices.createdAt, id: deliveries.id },
  asc,
);

/** What tells of the set, and what tells somebody of their own answer to it. */
const TO_READERS = kindsWhere(({ step, about }) => step !== null || about === "response");

/** How many people each postponement of a set was told, and how many of them for customers; by the time of it. */
export async function toldOfPostponements(db: Db, number: number): Promise<ToldThen[]> {
  return await db
    .select({ at: notices.createdAt, people: count(), contacts: count(deliveries.customers) })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .where(and(eq(notices.changeSet, number), eq(notices.kind, "postponement")))
    .groupBy(notices.createdAt);
}

export type ToldThen = { at: Date; people: number; contacts: number };

/** So many readers are given at once. */
const AT_ONCE = 500;

/** Everybody to whom a set's mails were owed, all of them: `customers` are those whom it concerned, by whose names they are told. */
export async function* everyReader(
  db: Db,
  number: number,
  customers: readonly { externalId: string; name: string }[],
): AsyncGenerator<ToldReader[]> {
  const names = new Map(customers.map(({ externalId, name }) => [externalId, name]));
  const kinds = new Map<string, NoticeKind>();
  for await (const { id, kind } of noticeEvidence(db, number)) if (TO_READERS.includes(kind)) kinds.set(id, kind);
  let readers: ToldReader[] = [];
  for await (const { noticeId, events, ...delivery } of deliveryEvidence(db, number)) {
    const kind = kinds.get(noticeId);
    if (kind === undefined) continue;
    const firstly = (states: readonly DeliveryState[]): Date | null => {
      const step = events.find(({ state }) => states.includes(state));
      return step ? new Date(step.at) : null;
    };
    readers.push({
      ...delivery,
      kind,
      at: new Date(delivery.owedAt),
      customers: delivery.customers?.map((id) => names.get(id) ?? id) ?? null,
      sentAt: firstly(["accepted"]),
      arrivedAt: firstly(ARRIVED),
    });
    if (readers.length < AT_ONCE) continue;
    yield readers;
    readers = [];
  }
  yield readers;
}

/** Everybody to whom a set's mails were owed, in that order, a page at a time; `q` is part of an address or a customer's name. */
export async function listRecipients(
  db: Db,
  number: number,
  { q, ...page }: PageOf<typeof recipientPages> & { q?: string | undefined },
): Promise<Page<ToldReader>> {
  const firstly = (states: readonly DeliveryState[]): SQL<Date | null> =>
    sql<Date | null>`(select min(${deliveryEvents.at}) from ${deliveryEvents} where ${deliveryEvents.deliveryId} = ${deliveries.id}
      and ${inArray(deliveryEvents.state, [...states])})`.mapWith(deliveries.stateAt);
  // Which customers are called so is asked once, and not of each mail.
  const mentions = (text: string) =>
    sql`(strpos(lower(${subscribers.email}), lower(${text})) > 0 or exists (
      select from jsonb_array_elements_text(${deliveries.customers}) as customer where customer in (
        select c.external_id from ${concernedCustomers} c
        where c.change_set = ${number} and strpos(lower(c.name), lower(${text})) > 0)))`;
  const { data, next } = await recipientPages.page(page, (after, limit) =>
    db
      .select({
        id: deliveries.id,
        at: notices.createdAt,
        kind: notices.kind,
        email: subscribers.email,
        customers: deliveries.customers,
        state: deliveries.state,
        cause: deliveries.cause,
        sentAt: firstly(["accepted"]),
        arrivedAt: firstly(ARRIVED),
        chain: deliveries.chain,
      })
      .from(deliveries)
      .innerJoin(notices, eq(notices.id, deliveries.noticeId))
      .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
      .where(
        and(
          after,
          eq(notices.changeSet, number),
          inArray(notices.kind, TO_READERS),
          q === undefined ? undefined : mentions(q),
        ),
      )
      .orderBy(...recipientPages.order)
      .limit(limit),
  );
  const names = await namesOfConcerned(
    db,
    number,
    data.flatMap(({ customers }) => customers ?? []),
  );
  const named = (ids: readonly string[]) => [...new Set(ids.map((id) => names.get(id) ?? id))].sort();
  return { data: data.map((reader) => ({ ...reader, customers: reader.customers && named(reader.customers) })), next };
}
