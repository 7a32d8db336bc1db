import { asc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
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
} from "../db/schema.ts";
import { auditWalk, mailKey, type Said } from "../evidence/audit-walk.ts";
import type { ChainedDelivery } from "../evidence/chain.ts";
import { receiptsTally, responseFault } from "../evidence/check-responses.ts";
import {
  ANSWER_KINDS,
  answerMailFault,
  type Claim,
  changeSetFault,
  claimOf,
  concernedFault,
  deliveryFault,
  mailFault,
  noticeFault,
  owedTally,
  type Report,
  remindedFault,
  snapshotFault,
  stateFault,
  unnamedFault,
} from "../evidence/checks.ts";
import { type Fault, type Faults, firstFaults } from "../evidence/fault.ts";
import { type AuditHead, auditEntries, auditHead } from "./audit.ts";
import { sha256 } from "./hash.ts";
import { announcedSet, concernedBy } from "./witness.ts";

export type Verification = {
  ok: boolean;
  /** How many of each were checked. */
  entries: number;
  snapshots: number;
  deliveries: number;
  head: AuditHead | null;
  firstBad: Fault | null;
  /** The first of each kind. */
  bad: Fault[];
};

/**
 * Checks everything that is chained, and what the chain says of the rest: the audit log, the snapshots, what was
 * announced and to whom, every delivery, the mails and the responses. Reads all of it, a page of memory at a time.
 */
export function verifyRecords({ db }: { db: Db }): Promise<Verification> {
  return db.transaction(
    async (tx) => {
      const faults = firstFaults();
      const { said, entries } = await verifyAudit(tx, faults);
      const taken = await verifySnapshots(tx, said, faults);
      await verifyAnnouncements(tx, said, faults);
      await verifyNotices(tx, said, faults);
      const owed = await verifyDeliveries(tx, said, faults);
      await verifyMails(tx, said, faults);
      await verifyResponses(tx, said, faults);
      const bad = faults.all();
      const head = await auditHead(tx);
      return { ok: bad.length === 0, entries, snapshots: taken, deliveries: owed, head, firstBad: bad[0] ?? null, bad };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

const ROWS_AT_ONCE = 1000;

/** What is wrong with a row; a row that cannot be read as one of its table is wrong, too, and no failure of the check. */
function faultOf(check: () => string | null): string | null {
  try {
    return check();
  } catch {
    return "it is not what a row of its table is";
  }
}

/** Whoever has the database can write a time that is none (infinity): it equals no other. */
const isoOf = (at: Date): string => (Number.isNaN(at.getTime()) ? "no time" : at.toISOString());

async function verifyAudit(tx: Db, faults: Faults): Promise<{ said: Said; entries: number }> {
  const claims = await claimsOf(tx);
  const walk = auditWalk();
  let entries = 0;
  const head = await auditHead(tx);
  for await (const entry of auditEntries(tx, head?.sequence ?? 0)) {
    entries += 1;
    const fault = walk.take(entry);
    if (fault) faults.note("audit", fault.id, fault.reason);
    const claim = claims.get(entry.sequence);
    if (claim && claim.hash !== entry.hash)
      faults.note("audit", entry.sequence, `snapshot ${claim.snapshot} was taken after another entry of this number`);
    claims.delete(entry.sequence);
  }
  for (const { sequence, snapshot } of claims.values())
    faults.note("audit", sequence, `is missing: snapshot ${snapshot} was taken after it`);
  return { said: walk.said, entries };
}

/** How far each snapshot says the log had come, by the number of the entry. */
async function claimsOf(tx: Db): Promise<Map<number, Claim>> {
  const claims = new Map<number, Claim>();
  for await (const snapshot of allSnapshots(tx)) {
    const claim = claimOf(snapshot);
    if (claim) claims.set(claim.sequence, claim);
  }
  return claims;
}

/** A few at a time: each holds a whole register. */
async function* allSnapshots(tx: Db) {
  for (let last = 0; ; ) {
    const rows = await tx
      .select()
      .from(snapshots)
      .where(gt(snapshots.number, last))
      .orderBy(asc(snapshots.number))
      .limit(10);
    yield* rows.map((row) => ({ ...row, takenAt: isoOf(row.takenAt) }));
    const end = rows.at(-1);
    if (!end) return;
    last = end.number;
  }
}

async function verifySnapshots(tx: Db, said: Said, faults: Faults): Promise<number> {
  let taken = 0;
  let previous: string | null = null;
  const unnamed = new Set(said.snapshots.keys());
  for await (const snapshot of allSnapshots(tx)) {
    taken += 1;
    const { number, previousHash, hash } = snapshot;
    if (number !== taken) faults.note("snapshot", taken, "is missing");
    if (previousHash !== previous) faults.note("snapshot", number, "does not name the hash of the one before it");
    faults.note(
      "snapshot",
      number,
      faultOf(() => snapshotFault(snapshot) ?? unnamedFault(snapshot, said)),
    );
    unnamed.delete(hash);
    previous = hash;
  }
  for (const hash of unnamed)
    faults.note("audit", said.snapshots.get(hash) ?? 0, `names a snapshot that is not there: ${hash}`);
  return taken;
}

async function verifyAnnouncements(tx: Db, said: Said, faults: Faults): Promise<void> {
  const sets = await tx
    .select({
      number: changeSets.number,
      state: changeSets.state,
      awaitsApproval: changeSets.awaitsApproval,
      authors: changeSets.authors,
      approvedBy: changeSets.approvedBy,
      approvedAt: changeSets.approvedAt,
      releasedOn: changeSets.releasedOn,
      releasedReason: changeSets.releasedReason,
      withdrawnAt: changeSets.withdrawnAt,
      withdrawnReason: changeSets.withdrawnReason,
    })
    .from(changeSets)
    .where(ne(changeSets.state, "draft"))
    .orderBy(asc(changeSets.number));
  const missing = new Set(said.announced.keys());
  for (const row of sets) {
    const { number } = row;
    missing.delete(number);
    const set = { ...(await announcedSet(tx, number)), ...row };
    const concerned = await concernedBy(tx, number);
    const fault = faultOf(() => changeSetFault(set, said) ?? stateFault(set, concerned, said));
    faults.note("change-set", number, fault);
    const ofCustomers = faultOf(
      () => concernedFault(number, concerned, said) ?? remindedFault(number, concerned, said),
    );
    faults.note("customer", `change-set:${number}`, ofCustomers);
  }
  for (const number of missing) faults.note("change-set", number, "is missing: the audit log says it was announced");
}

/** Every notice there is, in the order of their ids, by what the log says was owed; and that all of that is there. */
async function verifyNotices(tx: Db, said: Said, faults: Faults): Promise<void> {
  const missing = new Set(said.owed.keys());
  const receipts = receiptsTally();
  for (let last = NO_ID; ; ) {
    const rows = await tx
      .select({ notice: notices, emailHashes: emailHashesOf })
      .from(notices)
      .where(gt(notices.id, last))
      .orderBy(asc(notices.id))
      .limit(ROWS_AT_ONCE);
    for (const { notice, emailHashes } of rows) {
      missing.delete(notice.id);
      receipts.take(notice);
      const fault = faultOf(() => noticeFault(notice, said) ?? answerMailFault(notice, emailHashes, said));
      faults.note("notice", notice.id, fault);
    }
    const end = rows.at(-1);
    if (!end) break;
    last = end.notice.id;
  }
  for (const id of missing) faults.note("notice", id, "is missing");
  for (const [id, response] of said.responses) faults.note("notice", `response ${id}`, receipts.fault(id, response));
}

const NO_ID = "00000000-0000-0000-0000-000000000000";

/** To whom a notice of an answer is owed; nobody of another notice, which may be owed to thousands. */
const emailHashesOf = sql<string[]>`coalesce((
  select jsonb_agg(d.email_hash) from ${deliveries} d
  where d.notice_id = "notices"."id" and ${inArray(sql`"notices"."kind"`, ANSWER_KINDS)}), '[]'::jsonb)`;

async function verifyDeliveries(tx: Db, said: Said, faults: Faults): Promise<number> {
  const tally = owedTally(said);
  let owed = 0;
  for await (const { delivery, reports, misplaced } of allDeliveries(tx)) {
    owed += 1;
    if (!areTexts(delivery.customers)) {
      // Nothing can be hashed of it: its notice lacks a delivery, too.
      faults.note("delivery", delivery.id, "its customers are no list of ids");
      continue;
    }
    faults.note(
      "delivery",
      delivery.id,
      faultOf(() => deliveryFault(delivery, reports) ?? misplaced),
    );
    tally.take(delivery);
  }
  for (const each of said.owed.values()) faults.note("notice", each.notice, tally.fault(each));
  return owed;
}

/** What a column of JSON holds is what its type says only as long as nobody else writes it. */
const areTexts = (customers: unknown): boolean =>
  customers === null || (Array.isArray(customers) && customers.every((each) => typeof each === "string"));

const utc = (at: unknown) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The steps of a delivery, first to last, as JSON. */
export const stepsOf = sql<ChainedDelivery["events"]>`coalesce((
  select jsonb_agg(jsonb_build_object('state', e.state, 'at', ${utc(sql`e.at`)}, 'cause', e.cause, 'emailId', e.email_id, 'hash', e.hash)
    order by e.id)
  from ${deliveryEvents} e where e.delivery_id = ${deliveries.id}), '[]'::jsonb)`;

const reportsOf = sql<Report[]>`coalesce((
  select jsonb_agg(jsonb_build_object('type', p.type, 'receivedAt', ${utc(sql`p.received_at`)}, 'detail', p.detail) order by p.received_at, p.id)
  from ${providerEvents} p where p.delivery_id = ${deliveries.id}), '[]'::jsonb)`;

/** Every delivery there is, in the order of their ids. */
async function* allDeliveries(tx: Db) {
  for (let last = NO_ID; ; ) {
    const rows = await tx
      .select({
        row: deliveries,
        notice: notices.createdAt,
        batchOf: batches.noticeId,
        subscriberHash: subscribers.emailHash,
        events: stepsOf,
        reports: reportsOf,
      })
      .from(deliveries)
      .leftJoin(notices, eq(notices.id, deliveries.noticeId))
      .innerJoin(batches, eq(batches.id, deliveries.batchId))
      .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
      .where(gt(deliveries.id, last))
      .orderBy(asc(deliveries.id))
      .limit(ROWS_AT_ONCE);
    for (const { row, notice, batchOf, subscriberHash, events, reports } of rows) {
      const delivery = { ...row, owedAt: notice ? isoOf(notice) : "", stateAt: isoOf(row.stateAt), events };
      const otherPerson = subscriberHash !== null && subscriberHash !== row.emailHash;
      const misplaced = otherPerson ? "it names another person than its hash" : null;
      const isLost = notice === null || batchOf !== row.noticeId;
      yield { delivery, reports, misplaced: isLost ? "its batch is of another notice, or of none" : misplaced };
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.row.id;
  }
}

/** Each mail by its own hash, and by what the audit log says was written. */
async function verifyMails(tx: Db, said: Said, faults: Faults): Promise<void> {
  const missing = new Set(said.mails.keys());
  let after: SQL | undefined;
  for (;;) {
    const rows = await tx
      .select({ mail: mails, notice: notices })
      .from(mails)
      .leftJoin(notices, eq(notices.id, mails.noticeId))
      .where(after)
      .orderBy(asc(mails.noticeId), asc(mails.locale), asc(mails.variant))
      .limit(ROWS_AT_ONCE);
    for (const { mail, notice } of rows) {
      const key = mailKey(mail.noticeId, mail.locale, sha256(mail.variant));
      missing.delete(key);
      const fault = faultOf(() => (notice ? mailFault(mail, notice, said.mails.get(key), said) : "it is of no notice"));
      faults.note("mail", `${mail.noticeId} ${mail.locale}`, fault);
    }
    const end = rows.at(-1);
    if (!end) break;
    const { noticeId, locale, variant } = mails;
    after = sql`(${noticeId}, ${locale}, ${variant}) > (${end.mail.noticeId}::uuid, ${end.mail.locale}, ${end.mail.variant})`;
  }
  for (const key of missing) faults.note("mail", key, "is missing");
}

async function verifyResponses(tx: Db, said: Said, faults: Faults): Promise<void> {
  const missing = new Set(said.responses.keys());
  for (let last: string | null = null; ; ) {
    const after: string | null = last;
    const rows = await tx
      .select()
      .from(responses)
      .where(after === null ? undefined : gt(responses.id, after))
      .orderBy(asc(responses.id))
      .limit(ROWS_AT_ONCE);
    for (const response of rows) {
      missing.delete(response.id);
      faults.note(
        "response",
        response.id,
        faultOf(() => responseFault(response, said)),
      );
    }
    const end = rows.at(-1);
    if (!end) break;
    last = end.id;
  }
  for (const id of missing) faults.note("response", id, "is missing");
}
