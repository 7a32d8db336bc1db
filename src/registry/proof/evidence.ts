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
import {
  type AuditEntry,
  type AuditHead,
  type ChainedDelivery,
  type ConcernedCustomer,
  owedLink,
} from "../../evidence/chain.ts";
import { RecordedResponse, type ResponseEvidence } from "../../model/response.ts";
import { getChangeSet, type OperatorView } from "../changes/change-sets.ts";
import { asEntry, auditHead } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import { type MailEvidence, mailHeads } from "./mails.ts";
import { stepsOf } from "./records.ts";

export type NoticeEvidence = Pick<typeof notices.$inferSelect, "id" | "kind" | "about" | "createdAt"> & {
  /** The mail as written for each kind of reader, by its hash. */
  mails: MailEvidence[];
};

/** Its first step is that it was owed. */
export type DeliveryEvidence = ChainedDelivery & {
  /** Null once the person is erased; the keyed hash stays. Of a mail to the organisation itself, its address. */
  email: string | null;
  /** The customers it was owed for, by their own ids, as one text; null for a follower. */
  customer: string | null;
};

export type EvidenceHead = {
  changeSet: OperatorView;
  snapshot: { number: number; hash: string; takenAt: Date } | null;
  auditHead: AuditHead | null;
  /** Whom it concerned, on the terms that held when it was announced. */
  customers: ConcernedCustomer[];
};

/** Who was told of a change set, but for what there may be thousands of. Refuses: not-found. */
export async function evidenceHead(deps: Deps, number: number): Promise<EvidenceHead> {
  const { db } = deps;
  const changeSet = await getChangeSet(deps, number);
  const published = changeSet.announcedAt === null ? null : await publishedAs(db, number);
  return {
    changeSet,
    snapshot: published,
    auditHead: await auditHead(db),
    customers: await concernedBy(db, number),
  };
}

async function publishedAs(db: Db, number: number) {
  const [snapshot] = await db
    .select({ number: snapshots.number, hash: snapshots.hash, takenAt: snapshots.takenAt })
    .from(snapshots)
    .where(sql`${snapshots.number} = (select published_as from change_sets where number = ${number})`);
  return snapshot ?? null;
}

/** What people were told of a change set, in the order in which it was owed, a page of memory at a time. */
export async function* noticeEvidence(db: Db, number: number): AsyncGenerator<NoticeEvidence> {
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
    .select({ delivery: deliveries, owedAt: notices.createdAt, email: subscribers.email, events: stepsOf })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(inArray(deliveries.batchId, batchIds))
    .orderBy(asc(notices.createdAt), asc(notices.id), asc(batches.position), asc(deliveries.id));
  return rows.map(({ delivery, owedAt, email, events }) => {
    const { id, noticeId, emailHash, customers, address, state, stateAt, cause, emailId, chain } = delivery;
    const owed = { state: "pending", at: owedAt.toISOString(), cause: "owed", emailId: null };
    return {
      id,
      noticeId,
      email: email ?? address,
      emailHash,
      customer: customers?.join(", ") ?? null,
      customers,
      owedAt: owed.at,
      state,
      stateAt: stateAt.toISOString(),
      cause,
      emailId,
      chain,
      events: [
        { ...owed, hash: owedLink(delivery) },
        ...events.map(({ state, at, cause, emailId, hash }) => ({ state, at, cause, emailId, hash })),
      ],
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
export function reportEvidence(db: Db, number: number) {
  const { id, deliveryId, type, emailId, detail, occurredAt, receivedAt } = providerEvents;
  return paged(
    (after) =>
      db
        .select({ id, deliveryId, type, emailId, detail, occurredAt, receivedAt })
        .from(providerEvents)
        .innerJoin(deliveries, eq(deliveries.id, deliveryId))
        .innerJoin(notices, eq(notices.id, deliveries.noticeId))
        .where(and(eq(notices.changeSet, number), after))
        .orderBy(asc(id))
        .limit(ROWS_AT_ONCE),
    (last) => isBeyond([id], [last.id]),
  );
}
