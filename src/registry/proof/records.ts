import { asc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isBeyond, paged } from "../../db/paging.ts";
import {
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
import type { Records, Report } from "../../evidence/records.ts";
import type { ChainedDelivery } from "../../model/delivery.ts";
import { auditEntries, auditHead, isoOf } from "../log/audit.ts";
import { announcedSet, concernedBy } from "../log/digests.ts";

const ROWS_AT_ONCE = 1000;
/** Each holds a whole register. */
const SNAPSHOTS_AT_ONCE = 10;

/** All there is, read a page of memory at a time. */
export const allRecords = (tx: Db): Records => ({
  changeSet: null,
  async *entries() {
    const head = await auditHead(tx);
    yield* auditEntries(tx, head?.sequence ?? 0);
  },
  snapshots: () => allSnapshots(tx),
  changeSets: () => allChangeSets(tx),
  notices: () => allNotices(tx),
  mails: () => allMails(tx),
  deliveries: () => allDeliveries(tx),
  responses: () => allResponses(tx),
});

async function* allSnapshots(tx: Db) {
  const rows = paged(
    (after) => tx.select().from(snapshots).where(after).orderBy(asc(snapshots.number)).limit(SNAPSHOTS_AT_ONCE),
    ({ number }) => isBeyond([snapshots.number], [number]),
  );
  for await (const row of rows) yield { ...row, takenAt: isoOf(row.takenAt) };
}

async function* allChangeSets(tx: Db) {
  const sets = await tx
    .select({ number: changeSets.number, version: snapshots.hash })
    .from(changeSets)
    .leftJoin(snapshots, eq(snapshots.number, changeSets.publishedAs))
    .where(ne(changeSets.state, "draft"))
    .orderBy(asc(changeSets.number));
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

async function* allNotices(tx: Db) {
  const rows = paged(
    (after) =>
      tx
        .select({ notice: notices, version: snapshots.hash })
        .from(notices)
        .leftJoin(snapshots, eq(snapshots.number, notices.snapshot))
        .where(after)
        .orderBy(asc(notices.id))
        .limit(ROWS_AT_ONCE),
    ({ notice }) => isBeyond([notices.id], [notice.id]),
  );
  for await (const { notice, version } of rows) yield { ...notice, version };
}

async function* allMails(tx: Db) {
  const { noticeId, locale, variant } = mails;
  const rows = paged(
    (after) =>
      tx
        .select({ mail: mails, notice: notices })
        .from(mails)
        .leftJoin(notices, eq(notices.id, noticeId))
        .where(after)
        .orderBy(asc(noticeId), asc(locale), asc(variant))
        .limit(ROWS_AT_ONCE),
    ({ mail }) => isBeyond([noticeId, locale, variant], [mail.noticeId, mail.locale, mail.variant]),
  );
  for await (const { mail, notice } of rows) yield { ...mail, notice };
}

const utc = (at: unknown) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The steps of a delivery, first to last; members are in the order of the record, which `jsonb` would not keep. */
export const stepsOf = sql<ChainedDelivery["events"]>`coalesce((
  select json_agg(json_build_object('state', e.state, 'at', ${utc(sql`e.at`)}, 'cause', e.cause, 'emailId', e.email_id, 'hash', e.hash)
    order by e.id)
  from ${deliveryEvents} e where e.delivery_id = ${deliveries.id}), '[]'::json)`;

const reportsOf = sql`coalesce((
  select jsonb_agg(jsonb_build_object('type', p.type, 'receivedAt', ${utc(sql`p.received_at`)}, 'detail', p.detail, 'emailId', p.email_id) order by p.received_at, p.id)
  from ${providerEvents} p where p.delivery_id = ${deliveries.id}), '[]'::jsonb)`.mapWith(
  (reports: (Omit<Report, "receivedAt"> & { receivedAt: string })[]): Report[] =>
    reports.map((report) => ({ ...report, receivedAt: new Date(report.receivedAt) })),
);

async function* allDeliveries(tx: Db) {
  const rows = paged(
    (after) =>
      tx
        .select({ row: deliveries, notice: notices, person: subscribers, events: stepsOf, reports: reportsOf })
        .from(deliveries)
        .innerJoin(batches, eq(batches.id, deliveries.batchId))
        // A delivery and its batch are of one notice.
        .leftJoin(notices, sql`${notices.id} = ${deliveries.noticeId} and ${notices.id} = ${batches.noticeId}`)
        .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
        .where(after)
        .orderBy(asc(deliveries.id))
        .limit(ROWS_AT_ONCE),
    ({ row }) => isBeyond([deliveries.id], [row.id]),
  );
  for await (const { row, notice, person, events, reports } of rows) {
    const recipient = person ?? { email: row.address, emailHash: row.emailHash };
    const owedAt = notice === null ? "" : isoOf(notice.createdAt);
    yield { ...row, owedAt, stateAt: isoOf(row.stateAt), events, reports, recipient, notice };
  }
}

async function* allResponses(tx: Db) {
  const rows = paged(
    (after) =>
      tx
        .select({ response: responses, recipient: subscribers })
        .from(responses)
        .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
        .where(after)
        .orderBy(asc(responses.id))
        .limit(ROWS_AT_ONCE),
    ({ response }) => isBeyond([responses.id], [response.id]),
  );
  for await (const { response, recipient } of rows) yield { ...response, recipient };
}
