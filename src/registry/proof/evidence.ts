import { and, asc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { json } from "../../db/json.ts";
import {
  auditLog,
  batches,
  deliveries,
  mails,
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
import { Refusal } from "../../model/refusal.ts";
import { RecordedResponse, type ResponseEvidence } from "../../model/response.ts";
import type { Locale } from "../../model/text.ts";
import { getChangeSet, type OperatorView } from "../changes/change-sets.ts";
import { asEntry, auditHead } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import { stepsOf } from "./records.ts";

export type MailEvidence = { locale: Locale; variant: string; subject: string; sha256: string; frozenAt: Date };

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
  let after: SQL | undefined;
  for (;;) {
    const told = await db
      .select({ id: notices.id, kind: notices.kind, about: notices.about, createdAt: notices.createdAt })
      .from(notices)
      .where(and(eq(notices.changeSet, number), after))
      .orderBy(asc(notices.createdAt), asc(notices.id))
      .limit(ROWS_AT_ONCE);
    const last = told.at(-1);
    if (!last) return;
    const ids = told.map(({ id }) => id);
    const written = await mailHeads(db, ids);
    for (const notice of told) yield { ...notice, mails: written.get(notice.id) ?? [] };
    after = sql`(${notices.createdAt}, ${notices.id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
  }
}

async function mailHeads(db: Db, ids: string[]): Promise<Map<string, MailEvidence[]>> {
  const { noticeId, locale, variant, subject, sha256, frozenAt } = mails;
  const written = await db
    .select({ noticeId, locale, variant, subject, sha256, frozenAt })
    .from(mails)
    .where(inArray(noticeId, ids))
    .orderBy(asc(locale), sql`${variant} collate "C"`);
  const byNotice = new Map<string, MailEvidence[]>();
  for (const { noticeId: notice, ...mail } of written) {
    const before = byNotice.get(notice);
    if (before) before.push(mail);
    else byNotice.set(notice, [mail]);
  }
  return byNotice;
}

/** Which mail: of a notice, in a language, for whom. */
export type MailKey = { noticeId: string; locale: Locale; variant: string };

const MAILS_AT_ONCE = 50;

/** The words of mails, in the order in which they are asked for, a few of memory at a time. */
export async function* wordsOf<Key extends MailKey>(
  db: Db,
  keys: AsyncIterable<Key>,
): AsyncGenerator<Key & { subject: string; text: string; html: string }> {
  let some: Key[] = [];
  for await (const key of keys) {
    some.push(key);
    if (some.length < MAILS_AT_ONCE) continue;
    yield* await wordsOfSome(db, some);
    some = [];
  }
  yield* await wordsOfSome(db, some);
}

async function wordsOfSome<Key extends MailKey>(db: Db, keys: Key[]) {
  const wanted = json(keys.map(({ noticeId, locale, variant }) => ({ noticeId, locale, variant })));
  const { noticeId, locale, variant, subject, text, html } = mails;
  const rows = await db
    .select({ position: sql<number>`wanted.position::integer`, subject, text, html })
    .from(mails)
    .innerJoin(
      sql`jsonb_array_elements(${wanted}) with ordinality as wanted(key, position)`,
      sql`${noticeId} = (wanted.key ->> 'noticeId')::uuid and ${locale} = wanted.key ->> 'locale'
        and ${variant} = wanted.key ->> 'variant'`,
    )
    .orderBy(sql`wanted.position`);
  return rows.flatMap(({ position, ...words }) => {
    const key = keys[position - 1];
    return key ? [{ ...key, ...words }] : [];
  });
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
export async function* responseEvidence(db: Db, number: number): AsyncGenerator<ResponseEvidence> {
  let after: SQL | undefined;
  for (;;) {
    const rows = await db
      .select({ ...columnsOf(responses, RecordedResponse), email: subscribers.email })
      .from(responses)
      .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
      .where(and(eq(responses.changeSet, number), after))
      .orderBy(asc(responses.id))
      .limit(ROWS_AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = gt(responses.id, last.id);
  }
}

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
  for (let last = 0; ; ) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(and(gt(auditLog.sequence, last), ofSet))
      .orderBy(asc(auditLog.sequence))
      .limit(ROWS_AT_ONCE);
    yield* rows.map(asEntry);
    const end = rows.at(-1);
    if (!end) return;
    last = end.sequence;
  }
}

/** What the provider reported of a change set's deliveries, in the order of its ids. */
export async function* reportEvidence(db: Db, number: number) {
  const { id, deliveryId, type, emailId, detail, occurredAt, receivedAt } = providerEvents;
  for (let last = ""; ; ) {
    const rows = await db
      .select({ id, deliveryId, type, emailId, detail, occurredAt, receivedAt })
      .from(providerEvents)
      .innerJoin(deliveries, eq(deliveries.id, deliveryId))
      .innerJoin(notices, eq(notices.id, deliveries.noticeId))
      .where(and(eq(notices.changeSet, number), gt(id, last)))
      .orderBy(asc(id))
      .limit(ROWS_AT_ONCE);
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** A notice's mail in one language as it was frozen; `variant` says for whom, '' for followers. Refuses: not-found. */
export async function getFrozenMail({ db }: { db: Db }, noticeId: string, locale: Locale, variant = "") {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.noticeId, noticeId), eq(mails.locale, locale), eq(mails.variant, variant)));
  if (!mail) throw new Refusal("not-found", "No such mail has been written (yet).");
  return mail;
}
