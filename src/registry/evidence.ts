import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import {
  auditLog,
  batches,
  type DeliveryState,
  deliveries,
  deliveryEvents,
  mails,
  notices,
  snapshots,
  subscribers,
} from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { getChangeSet } from "./change-sets.ts";
import { Refusal } from "./refusal.ts";
import type { ChangeSetView } from "./register.ts";

export type NoticeEvidence = {
  id: string;
  kind: string;
  createdAt: Date;
  /** The mail as written in each language, by its hash. */
  mails: { locale: string; subject: string; sha256: string; frozenAt: Date }[];
};

export type DeliveryEvidence = {
  id: string;
  noticeId: string;
  /** Null once the person is erased; the keyed hash stays. */
  email: string | null;
  emailHash: string;
  customer: string | null;
  state: DeliveryState;
  stateAt: Date;
  cause: string | null;
  emailId: string | null;
  events: { state: string; at: string; cause: string | null }[];
};

export type EvidenceHead = {
  changeSet: ChangeSetView;
  notices: NoticeEvidence[];
  snapshot: { number: number; hash: string; takenAt: Date } | null;
  auditHead: { sequence: number; hash: string } | null;
};

/** Who was told of a change set, but for the deliveries themselves. Refuses: not-found. */
export async function evidenceHead(deps: Deps, number: number): Promise<EvidenceHead> {
  const { db } = deps;
  const changeSet = await getChangeSet(deps, number);
  const told = await db.select().from(notices).where(eq(notices.changeSet, number)).orderBy(asc(notices.createdAt));
  const written = await db
    .select({
      noticeId: mails.noticeId,
      locale: mails.locale,
      subject: mails.subject,
      sha256: mails.sha256,
      frozenAt: mails.frozenAt,
    })
    .from(mails)
    .innerJoin(notices, eq(notices.id, mails.noticeId))
    .where(eq(notices.changeSet, number))
    .orderBy(asc(mails.locale));
  const published = told.find(({ kind }) => kind === "announcement")?.snapshot ?? null;
  const [snapshot] =
    published === null
      ? []
      : await db
          .select({ number: snapshots.number, hash: snapshots.hash, takenAt: snapshots.takenAt })
          .from(snapshots)
          .where(eq(snapshots.number, published));
  const [head] = await db
    .select({ sequence: auditLog.sequence, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.sequence))
    .limit(1);
  return {
    changeSet,
    notices: told.map(({ id, kind, createdAt }) => ({
      id,
      kind,
      createdAt,
      mails: written.filter(({ noticeId }) => noticeId === id).map(({ noticeId: _, ...mail }) => mail),
    })),
    snapshot: snapshot ?? null,
    auditHead: head ?? null,
  };
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
    .orderBy(asc(notices.createdAt), asc(batches.position));
  for (let start = 0; start < owed.length; start += BATCHES_AT_ONCE) {
    yield* await deliveriesOf(
      db,
      owed.slice(start, start + BATCHES_AT_ONCE).map(({ id }) => id),
    );
  }
}

async function deliveriesOf(db: Db, batchIds: string[]): Promise<DeliveryEvidence[]> {
  const events = sql<DeliveryEvidence["events"]>`coalesce((
    select jsonb_agg(jsonb_build_object('state', e.state, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'cause', e.cause) order by e.id)
    from ${deliveryEvents} e where e.delivery_id = ${deliveries.id}), '[]'::jsonb)`;
  const rows = await db
    .select({ delivery: deliveries, owedAt: notices.createdAt, email: subscribers.email, events })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(inArray(deliveries.batchId, batchIds))
    .orderBy(asc(notices.createdAt), asc(batches.position), asc(deliveries.id));
  return rows.map(
    ({ delivery: { id, noticeId, emailHash, state, stateAt, cause, emailId }, owedAt, email, events }) => ({
      id,
      noticeId,
      email,
      emailHash,
      customer: null,
      state,
      stateAt,
      cause,
      emailId,
      events: [{ state: "pending", at: owedAt.toISOString(), cause: "owed" }, ...events],
    }),
  );
}

/** A notice's mail in one language as it was frozen. Refuses: not-found. */
export async function getFrozenMail({ db }: Deps, noticeId: string, locale: "en" | "fr") {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.noticeId, noticeId), eq(mails.locale, locale)));
  if (!mail) throw new Refusal("not-found", "No such mail has been written (yet).");
  return mail;
}
