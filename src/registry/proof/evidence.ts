import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { isBeyond, paged } from "../../db/paging.ts";
import {
  auditLog,
  batches,
  deliveries,
  notices,
  providerEvents,
  responses,
  snapshots,
  subscribers,
} from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { owedLink } from "../../evidence/chain.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import { ChainedDelivery, type DeliveryEvidence, DeliveryReport } from "../../model/delivery.ts";
import { SnapshotRef } from "../../model/register.ts";
import { RecordedResponse, type ResponseEvidence } from "../../model/response.ts";
import { getChangeSet } from "../changes/change-sets.ts";
import { asEntry, auditHead } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import { mailHeads } from "./mails.ts";
import { stepsOf } from "./records.ts";

/** Who was told of a change set, but for what there may be thousands of. Refuses: not-found. */
export async function evidenceHead(deps: Deps, number: number) {
  const { db } = deps;
  const changeSet = await getChangeSet(deps, number);
  const [snapshot] = await db
    .select(columnsOf(snapshots, SnapshotRef))
    .from(snapshots)
    .where(sql`${snapshots.number} = (select published_as from change_sets where number = ${number})`);
  return {
    changeSet,
    snapshot: snapshot ?? null,
    auditHead: await auditHead(db),
    customers: await concernedBy(db, number),
  };
}

/** What people were told of a change set, in the order in which it was owed, a page of memory at a time. */
export async function* noticeEvidence(db: Db, number: number) {
  const page = async (after: SQL | undefined) => {
    const told = await db
      .select({ id: notices.id, kind: notices.kind, about: notices.about, createdAt: notices.createdAt })
      .from(notices)
      .where(and(eq(notices.changeSet, number), after))
      .orderBy(asc(notices.createdAt), asc(notices.id))
      .limit(ROWS_AT_ONCE);
    const written = await mailHeads(
      db,
      told.map(({ id }) => id),
    );
    return told.map((notice) => ({ ...notice, mails: written.get(notice.id) ?? [] }));
  };
  yield* paged(page, ({ createdAt, id }) => isBeyond([notices.createdAt, notices.id], [createdAt.toISOString(), id]));
}

/** How many batches' deliveries are read at a time: at most so many hundred rows. */
const BATCHES_AT_ONCE = 5;

/** Every delivery of a change set with all it went through, in the order it was owed, a few batches of memory at a time. */
export async function* deliveryEvidence(db: Db, number: number): AsyncGenerator<DeliveryEvidence> {
  const owed = await db
    .select({ id: batches.id })
    .from(batches)
    .innerJoin(notices, eq(notices.id, batches.noticeId))
    .where(eq(notices.changeSet, number))
    .orderBy(asc(notices.createdAt), asc(notices.id), asc(batches.position));
  for (let start = 0; start < owed.length; start += BATCHES_AT_ONCE) {
    yield* await deliveriesOf(
      db,
      owed.slice(start, start + BATCHES_AT_ONCE).map(({ id }) => id),
    );
  }
}

async function deliveriesOf(db: Db, batchIds: string[]): Promise<DeliveryEvidence[]> {
  const rows = await db
    .select({
      row: columnsOf(deliveries, ChainedDelivery.omit({ owedAt: true, events: true })),
      owedAt: notices.createdAt,
      email: sql<string | null>`coalesce(${subscribers.email}, ${deliveries.address})`,
      events: stepsOf,
    })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(inArray(deliveries.batchId, batchIds))
    .orderBy(asc(notices.createdAt), asc(notices.id), asc(batches.position), asc(deliveries.id));
  return rows.map(({ row, owedAt: at, email, events }) => {
    const owedAt = at.toISOString();
    const owed = { state: "pending" as const, at: owedAt, cause: "owed", emailId: null, hash: owedLink(row) };
    return {
      ...row,
      stateAt: row.stateAt.toISOString(),
      owedAt,
      events: [owed, ...events],
      email,
      customer: row.customers?.join(", ") ?? null,
    };
  });
}

const ROWS_AT_ONCE = 500;

/** Every response to a change set, in the order of their ids, a page of memory at a time. */
export const responseEvidence = (db: Db, number: number): AsyncGenerator<ResponseEvidence> =>
  paged(
    (after) =>
      db
        .select({ ...columnsOf(responses, RecordedResponse), email: subscribers.email })
        .from(responses)
        .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
        .where(and(eq(responses.changeSet, number), after))
        .orderBy(asc(responses.id))
        .limit(ROWS_AT_ONCE),
    ({ id }) => isBeyond([responses.id], [id]),
  );

/** The entries of the audit log about a change set, its notices and the responses to it, first to last. */
export async function* auditEvidence(db: Db, number: number): AsyncGenerator<AuditEntry> {
  const ofSet = or(
    eq(auditLog.subject, `change-set:${number}`),
    inArray(
      auditLog.subject,
      db
        .select({ subject: sql`'notice:' || ${notices.id}` })
        .from(notices)
        .where(eq(notices.changeSet, number)),
    ),
    inArray(
      auditLog.subject,
      db
        .select({ subject: sql`'response:' || ${responses.id}` })
        .from(responses)
        .where(eq(responses.changeSet, number)),
    ),
  );
  const rows = paged(
    (after) => db.select().from(auditLog).where(and(after, ofSet)).orderBy(asc(auditLog.sequence)).limit(ROWS_AT_ONCE),
    ({ sequence }) => isBeyond([auditLog.sequence], [sequence]),
  );
  for await (const row of rows) yield asEntry(row);
}

/** What the provider reported of a change set's deliveries, in the order of its ids. */
export const reportEvidence = (db: Db, number: number) =>
  paged(
    (after) =>
      db
        .select(columnsOf(providerEvents, DeliveryReport))
        .from(providerEvents)
        .innerJoin(deliveries, eq(deliveries.id, providerEvents.deliveryId))
        .innerJoin(notices, eq(notices.id, deliveries.noticeId))
        .where(and(eq(notices.changeSet, number), after))
        .orderBy(asc(providerEvents.id))
        .limit(ROWS_AT_ONCE),
    ({ id }) => isBeyond([providerEvents.id], [id]),
  );
