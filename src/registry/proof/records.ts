import { and, eq, getTableColumns, inArray, is, ne, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, PgTimestamp } from "drizzle-orm/pg-core";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { isBeyond, paged } from "../../db/paging.ts";
import {
  auditLog,
  batches,
  changeSets,
  deliveries,
  deliveryEvents,
  mails,
  notices,
  providerEvents,
  responses,
  snapshots,
  subscribers,
} from "../../db/schema.ts";
import type { Records } from "../../evidence/records.ts";
import { DeliveryReport, DeliveryStep } from "../../model/people/delivery.ts";
import { MailEvidence } from "../../model/people/notice.ts";
import { auditEntries, isoOf } from "../log/audit.ts";
import { announcedSet, concernedBy } from "../log/digests.ts";

/** The records of the registry, each kind read in one way: all of them, or those of a change set. A page of memory at a time. */

const ROWS_AT_ONCE = 500;
const MAILS_AT_ONCE = 200;
/** Each holds a whole register. */
const SNAPSHOTS_AT_ONCE = 10;

/** Everything that is verified. */
export const allRecords = (tx: Db): Records => ({
  changeSet: null,
  entries: () => auditEntries(tx),
  snapshots: () => snapshotRecords(tx),
  changeSets: () => changeSetRecords(tx),
  notices: () => noticeRecords(tx),
  mails: () => mailRecords(tx),
  deliveries: () => deliveryRecords(tx),
  responses: () => responseRecords(tx),
});

/** That a row is of a set, where only its rows are asked for. */
const isOf = (column: AnyPgColumn, changeSet: number | undefined): SQL | undefined =>
  changeSet === undefined ? undefined : eq(column, changeSet);

/** Every version of the list; or those that published something of a set, and the one before each. In their order. */
export async function* snapshotRecords(tx: Db, changeSet?: number) {
  const rows = paged(
    (after) =>
      tx
        .select()
        .from(snapshots)
        .where(and(changeSet === undefined ? undefined : shows(tx, changeSet), after))
        .orderBy(snapshots.number)
        .limit(SNAPSHOTS_AT_ONCE),
    ({ number }) => isBeyond([snapshots.number], [number]),
  );
  for await (const row of rows) yield { ...row, takenAt: isoOf(row.takenAt) };
}

/** That a version published something of a set, or is the one before such a version. */
function shows(tx: Db, changeSet: number): SQL | undefined {
  const named = tx
    .select({ hash: sql`${auditLog.data}::jsonb ->> 'snapshot'` })
    .from(auditLog)
    .where(eq(auditLog.subject, `change-set:${changeSet}`));
  const published = tx.select({ number: snapshots.number }).from(snapshots).where(inArray(snapshots.hash, named));
  return or(inArray(snapshots.number, published), inArray(sql`${snapshots.number} + 1`, published));
}

async function* changeSetRecords(tx: Db) {
  const sets = await tx
    .select({ number: changeSets.number, version: snapshots.hash })
    .from(changeSets)
    .leftJoin(snapshots, eq(snapshots.number, changeSets.publishedAs))
    .where(ne(changeSets.state, "draft"))
    .orderBy(changeSets.number);
  for (const { number, version } of sets) {
    const announced = await announcedSet(tx, number);
    const { state, awaitsApproval } = announced;
    const builtOn = announced.changes.map(({ vendor, basedOn }) => ({ vendor, basedOn }));
    yield {
      ...announced,
      customers: await concernedBy(tx, number),
      stored: { state, awaitsApproval, version, builtOn },
    };
  }
}

/** With the mails written for each, without their words. Those of a set are in the order in which they were owed. */
export function noticeRecords(tx: Db, changeSet?: number) {
  const time = changeSet === undefined ? [] : [notices.createdAt];
  const key = [...time, notices.id];
  return paged(
    (after) =>
      tx
        .select({ ...getTableColumns(notices), version: snapshots.hash, mails: MAILS })
        .from(notices)
        .leftJoin(snapshots, eq(snapshots.number, notices.snapshot))
        .where(and(isOf(notices.changeSet, changeSet), after))
        .orderBy(...key)
        .limit(ROWS_AT_ONCE),
    ({ createdAt, id }) => isBeyond(key, [...time.map(() => createdAt.toISOString()), id]),
  );
}

const IN_BYTES = sql`${mails.variant} collate "C"`;

const MAILS = rowsAsJson<MailEvidence>(
  columnsOf(mails, MailEvidence),
  sql`from ${mails} where ${mails.noticeId} = ${notices.id}`,
  sql`${mails.locale}, ${IN_BYTES}`,
);

/** Of notices like that, in the order in which these were owed; else all there are. Those of a notice are in its order. */
export function mailRecords(tx: Db, ofNotices?: SQL) {
  const { noticeId, locale } = mails;
  const time = ofNotices === undefined ? [] : [notices.createdAt];
  const key = [...time, noticeId, locale, IN_BYTES];
  return paged(
    (after) =>
      tx
        .select({ ...getTableColumns(mails), notice: notices })
        .from(mails)
        .leftJoin(notices, eq(notices.id, noticeId))
        .where(and(ofNotices, after))
        .orderBy(...key)
        .limit(MAILS_AT_ONCE),
    ({ notice, noticeId, locale, variant }) => {
      const at = time.map(() => notice?.createdAt.toISOString() ?? "");
      return isBeyond(key, [...at, noticeId, locale, variant]);
    },
  );
}

/** With their steps and reports, in the order of their ids; those of a set are in the order in which they were owed. */
export async function* deliveryRecords(tx: Db, changeSet?: number) {
  const rows = changeSet === undefined ? allDeliveries(tx) : deliveriesOf(tx, changeSet);
  for await (const { delivery, notice, person, events, reports } of rows) {
    const owedAt = notice === null ? "" : isoOf(notice.createdAt);
    const recipient = person ?? { email: delivery.address, emailHash: delivery.emailHash };
    yield { ...delivery, owedAt, stateAt: isoOf(delivery.stateAt), events, reports, recipient, notice };
  }
}

const deliveryRows = (tx: Db) =>
  tx
    .select({ delivery: deliveries, notice: notices, person: subscribers, events: STEPS, reports: REPORTS })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    // A delivery and its batch are of one notice.
    .leftJoin(notices, sql`${notices.id} = ${deliveries.noticeId} and ${notices.id} = ${batches.noticeId}`)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId));

const allDeliveries = (tx: Db) =>
  paged(
    (after) => deliveryRows(tx).where(after).orderBy(deliveries.id).limit(ROWS_AT_ONCE),
    ({ delivery }) => isBeyond([deliveries.id], [delivery.id]),
  );

/** How many batches' deliveries are read at a time: at most so many hundred rows. */
const BATCHES_AT_ONCE = 5;

async function* deliveriesOf(tx: Db, changeSet: number) {
  const order = [notices.createdAt, notices.id, batches.position];
  const owed = await tx
    .select({ id: batches.id })
    .from(batches)
    .innerJoin(notices, eq(notices.id, batches.noticeId))
    .where(eq(notices.changeSet, changeSet))
    .orderBy(...order);
  while (owed.length > 0) {
    const some = owed.splice(0, BATCHES_AT_ONCE).map(({ id }) => id);
    yield* await deliveryRows(tx)
      .where(inArray(deliveries.batchId, some))
      .orderBy(...order, deliveries.id);
  }
}

const STEPS = rowsAsJson<DeliveryStep>(
  columnsOf(deliveryEvents, DeliveryStep),
  sql`from ${deliveryEvents} where ${deliveryEvents.deliveryId} = ${deliveries.id}`,
  sql`${deliveryEvents.id}`,
);

const REPORTS = rowsAsJson<DeliveryReport>(
  columnsOf(providerEvents, DeliveryReport),
  sql`from ${providerEvents} where ${providerEvents.deliveryId} = ${deliveries.id}`,
  sql`${providerEvents.receivedAt}, ${providerEvents.id}`,
).mapWith((reports: AsJson<DeliveryReport>[]) =>
  reports.map(({ occurredAt, receivedAt, ...report }) => ({
    ...report,
    occurredAt: new Date(occurredAt),
    receivedAt: new Date(receivedAt),
  })),
);

export const responseRecords = (tx: Db, changeSet?: number) =>
  paged(
    (after) =>
      tx
        .select({ ...getTableColumns(responses), recipient: subscribers })
        .from(responses)
        .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
        .where(and(isOf(responses.changeSet, changeSet), after))
        .orderBy(responses.id)
        .limit(ROWS_AT_ONCE),
    ({ id }) => isBeyond([responses.id], [id]),
  );

type AsJson<Row> = { [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] };

/** Rows as a JSON array, with the members of a record in its order, which `jsonb` would not keep; instants are text. */
function rowsAsJson<Row>(columns: Record<string, AnyPgColumn>, from: SQL, order: SQL): SQL<AsJson<Row>[]> {
  const members = Object.entries(columns).map(([name, column]) => {
    const value = is(column, PgTimestamp)
      ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : column;
    return sql`${sql.raw(`'${name}'`)}, ${value}`;
  });
  const object = sql`json_build_object(${sql.join(members, sql`, `)})`;
  return sql`coalesce((select json_agg(${object} order by ${order}) ${from}), '[]'::json)`;
}
