import { asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  batches,
  deliveries,
  deliveryEvents,
  mails,
  notices,
  providerEvents,
  responses,
  snapshots,
  subscribers,
} from "../../db/schema.ts";
import { mailKey, type Said } from "../../evidence/audit-walk.ts";
import type { ChainedDelivery } from "../../evidence/chain.ts";
import { deliveryFault, owedTally, type Report } from "../../evidence/check-deliveries.ts";
import { receiptsTally, responseFault } from "../../evidence/check-responses.ts";
import {
  ANSWER_KINDS,
  addressFault,
  answerMailFault,
  mailFault,
  noticeFault,
  versionFault,
} from "../../evidence/checks.ts";
import type { Faults } from "../../evidence/fault.ts";
import { hashEmail, sha256 } from "../../model/hash.ts";
import { faultOf, isoOf } from "./row-fault.ts";

/** What people were told and what they answered, checked row by row. */

const ROWS_AT_ONCE = 1000;

/** Every notice there is, in the order of their ids, by what the log says was owed; and that all of that is there. */
export async function verifyNotices(tx: Db, said: Said, faults: Faults): Promise<void> {
  const missing = new Set(said.owed.keys());
  const receipts = receiptsTally();
  for (let last = NO_ID; ; ) {
    const rows = await tx
      .select({ notice: notices, version: snapshots.hash, emailHashes: emailHashesOf })
      .from(notices)
      .leftJoin(snapshots, eq(snapshots.number, notices.snapshot))
      .where(gt(notices.id, last))
      .orderBy(asc(notices.id))
      .limit(ROWS_AT_ONCE);
    for (const { notice, version, emailHashes } of rows) {
      missing.delete(notice.id);
      receipts.take(notice);
      const fault = faultOf(
        () =>
          noticeFault(notice, said) ??
          versionFault(notice, version, said) ??
          answerMailFault(notice, emailHashes, said),
      );
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

export async function verifyDeliveries(tx: Db, secret: string, said: Said, faults: Faults): Promise<number> {
  const tally = owedTally(said);
  let owed = 0;
  for await (const { delivery, reports, misplaced } of allDeliveries(tx, secret)) {
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
  select jsonb_agg(jsonb_build_object('type', p.type, 'receivedAt', ${utc(sql`p.received_at`)}, 'detail', p.detail, 'emailId', p.email_id) order by p.received_at, p.id)
  from ${providerEvents} p where p.delivery_id = ${deliveries.id}), '[]'::jsonb)`;

/** Every delivery there is, in the order of their ids. */
async function* allDeliveries(tx: Db, secret: string) {
  for (let last = NO_ID; ; ) {
    const rows = await tx
      .select({
        row: deliveries,
        notice: notices.createdAt,
        kind: notices.kind,
        batchOf: batches.noticeId,
        person: subscribers,
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
    for (const { row, notice, kind, batchOf, person, events, reports } of rows) {
      const delivery = { ...row, owedAt: notice ? isoOf(notice) : "", stateAt: isoOf(row.stateAt), events };
      const isLost = notice === null || kind === null || batchOf !== row.noticeId;
      const misplaced = isLost
        ? "its batch is of another notice, or of none"
        : (addressFault(kind, row.address) ?? personFault(secret, person ?? { email: row.address }, row.emailHash));
      yield { delivery, reports, misplaced };
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.row.id;
  }
}

/** That somebody, of whom there is no address any more once they are erased, is who a keyed hash says. */
function personFault(
  secret: string,
  { email, emailHash: own }: { email: string | null; emailHash?: string },
  emailHash: string,
): string | null {
  if (own !== undefined && own !== emailHash) return "it names another person than its hash";
  return email === null || hashEmail(secret, email) === emailHash ? null : "its address is not that of its hash";
}

/** Each mail by its own hash, and by what the audit log says was written. */
export async function verifyMails(tx: Db, said: Said, faults: Faults): Promise<void> {
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

export async function verifyResponses(tx: Db, secret: string, said: Said, faults: Faults): Promise<void> {
  const missing = new Set(said.responses.keys());
  for (let last: string | null = null; ; ) {
    const after: string | null = last;
    const rows = await tx
      .select({ response: responses, person: subscribers })
      .from(responses)
      .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
      .where(after === null ? undefined : gt(responses.id, after))
      .orderBy(asc(responses.id))
      .limit(ROWS_AT_ONCE);
    for (const { response, person } of rows) {
      missing.delete(response.id);
      faults.note(
        "response",
        response.id,
        faultOf(() => responseFault(response, said) ?? (person && personFault(secret, person, response.emailHash))),
      );
    }
    const end = rows.at(-1);
    if (!end) break;
    last = end.response.id;
  }
  for (const id of missing) faults.note("response", id, "is missing");
}
