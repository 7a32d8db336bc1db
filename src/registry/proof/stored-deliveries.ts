import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type AsJson, rowsAsJson } from "../../db/json.ts";
import { isBeyond, paged } from "../../db/paging.ts";
import { batches, deliveries, deliveryEvents, notices, providerEvents, subscribers } from "../../db/schema.ts";
import { DeliveryReport, DeliveryStep } from "../../model/people/delivery.ts";
import { isoOf } from "../log/audit.ts";

/** Many: where the planner knows nothing yet of deliveries that were just owed, each page looks through all there are. */
const ROWS_AT_ONCE = 2500;

/** With their steps and reports, in the order of their ids; those of a set are in the order in which they were owed. */
export async function* deliveryRecords(tx: Db, changeSet?: number, isLike?: SQL) {
  const rows = changeSet === undefined ? allDeliveries(tx, isLike) : deliveriesOf(tx, changeSet);
  for await (const { delivery, notice, person, events, reports } of rows) {
    const owedAt = notice === null ? "" : isoOf(notice.createdAt);
    const recipient = person ?? { email: delivery.address, emailHash: delivery.emailHash };
    yield { ...delivery, owedAt, stateAt: isoOf(delivery.stateAt), events, reports, recipient, notice };
  }
}

const deliveryRows = (tx: Db) =>
  tx
    .select({
      delivery: deliveries,
      notice: { kind: notices.kind, changeSet: notices.changeSet, createdAt: notices.createdAt },
      person: PERSON,
      events: STEPS,
      reports: REPORTS,
    })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    // A delivery and its batch are of one notice.
    .leftJoin(notices, sql`${notices.id} = ${deliveries.noticeId} and ${notices.id} = ${batches.noticeId}`);

const allDeliveries = (tx: Db, isLike?: SQL) =>
  paged(
    (after) => deliveryRows(tx).where(and(isLike, after)).orderBy(deliveries.id).limit(ROWS_AT_ONCE),
    ({ delivery }) => isBeyond([deliveries.id], [delivery.id]),
  );

async function* deliveriesOf(tx: Db, changeSet: number) {
  const order = [notices.createdAt, notices.id, batches.position];
  const rowsUntil = sql`sum(count(*)) over (order by ${sql.join(order, sql`, `)})`;
  const owed = await tx
    .select({ id: batches.id, page: sql<string>`floor(${rowsUntil} / ${ROWS_AT_ONCE}::integer)` })
    .from(batches)
    .innerJoin(notices, eq(notices.id, batches.noticeId))
    .innerJoin(deliveries, eq(deliveries.batchId, batches.id))
    .where(eq(notices.changeSet, changeSet))
    .groupBy(batches.id, notices.id)
    .orderBy(...order);
  for (const some of Map.groupBy(owed, ({ page }) => page).values()) {
    const ids = some.map(({ id }) => id);
    yield* await deliveryRows(tx)
      .where(inArray(deliveries.batchId, ids))
      .orderBy(...order, deliveries.id);
  }
}

/** Looked up for each row: for a join, each page might read everybody there is. Null once the person is erased. */
const PERSON = sql<{ email: string; emailHash: string } | null>`(
  select json_build_object('email', ${subscribers.email}, 'emailHash', ${subscribers.emailHash})
  from ${subscribers} where ${subscribers.id} = ${deliveries.subscriberId})`;

const STEPS = rowsAsJson(deliveryEvents, DeliveryStep, eq(deliveryEvents.deliveryId, deliveries.id), deliveryEvents.id);

const REPORTS = rowsAsJson(
  providerEvents,
  DeliveryReport,
  eq(providerEvents.deliveryId, deliveries.id),
  sql`${providerEvents.receivedAt}, ${providerEvents.id}`,
).mapWith((reports: AsJson<DeliveryReport>[]) =>
  reports.map(({ occurredAt, receivedAt, ...report }) => ({
    ...report,
    occurredAt: new Date(occurredAt),
    receivedAt: new Date(receivedAt),
  })),
);
