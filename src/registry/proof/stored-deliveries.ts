import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type AsJson, rowsAsJson } from "../../db/json.ts";
import { isBeyond, paged } from "../../db/paging.ts";
import { batches, deliveries, deliveryEvents, notices, providerEvents, subscribers } from "../../db/schema.ts";
import { DeliveryReport, DeliveryStep } from "../../model/people/delivery.ts";
import { isoOf } from "../log/audit.ts";

const ROWS_AT_ONCE = 500;
/** Read to be verified, and not to be given away: where only some are, each page looks through all of their sets. */
const VERIFIED_AT_ONCE = 2500;

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
      person: { email: subscribers.email, emailHash: subscribers.emailHash },
      events: STEPS,
      reports: REPORTS,
    })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    // A delivery and its batch are of one notice.
    .leftJoin(notices, sql`${notices.id} = ${deliveries.noticeId} and ${notices.id} = ${batches.noticeId}`)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId));

const allDeliveries = (tx: Db, isLike?: SQL) =>
  paged(
    (after) => deliveryRows(tx).where(and(isLike, after)).orderBy(deliveries.id).limit(VERIFIED_AT_ONCE),
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
