import { and, asc, eq, like, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { mapped } from "../../db/paging.ts";
import { auditLog, changeSets, mails, notices, publishers, responses, snapshots } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { owedLink } from "../../evidence/chain.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import { ConcernedCustomer } from "../../model/people/customer-document.ts";
import { DeliveryEvidence, type DeliveryReport } from "../../model/people/delivery.ts";
import { NoticeEvidence } from "../../model/people/notice.ts";
import { ResponseEvidence } from "../../model/people/response.ts";
import { Refusal } from "../../model/values/refusal.ts";
import type { Locale } from "../../model/values/text.ts";
import { recordedChangeSet } from "../changes/change-sets.ts";
import { findChangeSet } from "../changes/draft/drafts.ts";
import { auditEntries, auditHead } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import { asRead } from "../log/history.ts";
import { getSnapshot } from "../log/snapshots.ts";
import { deliveryRecords } from "./stored-deliveries.ts";
import { noticeRecords, responseRecords } from "./stored-records.ts";

/** The records of a change set as they are shown, a page of memory at a time. */

/** Who was told of a change set, but for what there may be thousands of. Refuses: not-found. */
export async function evidenceHead(deps: Deps, number: number) {
  const { db } = deps;
  const { publishedAs } = await findChangeSet(db, number);
  const changeSet = await recordedChangeSet(deps, number);
  return {
    changeSet: { ...changeSet, changes: changeSet.changes.map(asRead) },
    snapshot: publishedAs === null ? null : await getSnapshot(db, publishedAs),
    auditHead: await auditHead(db),
  };
}

/** The version of the list by which a set was announced, as it was published; "{}" where there is none. */
export async function announcingVersion(db: Db, number: number): Promise<string> {
  const [row] = await db
    .select({ content: snapshots.content })
    .from(snapshots)
    .innerJoin(changeSets, eq(changeSets.publishedAs, snapshots.number))
    .where(eq(changeSets.number, number));
  return row?.content ?? "{}";
}

/** Whom a set concerned, in the order of their own ids. */
export const customerEvidence = async (db: Db, number: number): Promise<ConcernedCustomer[]> =>
  (await concernedBy(db, number)).map((customer) => ConcernedCustomer.parse(customer));

/** Who has published, with the terms of its own, since which version of the list; first to last. */
export const ownTerms = (db: Db) =>
  db
    .select({ version: snapshots.number, from: snapshots.takenAt, organisation: publishers.document })
    .from(publishers)
    .innerJoin(snapshots, eq(snapshots.number, publishers.snapshot))
    .orderBy(asc(snapshots.number));

/** What people were told, in the order in which it was owed. */
export const noticeEvidence = (db: Db, number: number): AsyncGenerator<NoticeEvidence> =>
  mapped(noticeRecords(db, number), (notice) => NoticeEvidence.parse(notice));

/** Every delivery with all it went through, in the order in which they were owed. */
export const deliveryEvidence = (db: Db, number: number): AsyncGenerator<DeliveryEvidence> =>
  mapped(deliveryRecords(db, number), ({ recipient, ...delivery }) => {
    const { owedAt, customers, events } = delivery;
    const owed = { state: "pending", at: owedAt, cause: "owed", emailId: null, hash: owedLink(delivery) };
    const customer = customers?.join(", ") ?? null;
    return DeliveryEvidence.parse({ ...delivery, events: [owed, ...events], email: recipient.email, customer });
  });

/** What the provider reported of these deliveries. */
export async function* reportEvidence(db: Db, number: number): AsyncGenerator<DeliveryReport> {
  for await (const { reports } of deliveryRecords(db, number)) yield* reports;
}

/** Every response, in the order of their ids. */
export const responseEvidence = (db: Db, number: number): AsyncGenerator<ResponseEvidence> =>
  mapped(responseRecords(db, number), ({ recipient, ...response }) =>
    ResponseEvidence.parse({ ...response, email: recipient?.email ?? null }),
  );

const isAboutOne = (kind: string, of: typeof notices | typeof responses, number: number): SQL =>
  sql`${auditLog.subject} in (select ${`${kind}:`}::text || ${of.id} from ${of} where ${of.changeSet} = ${number})`;

/** That an entry of the audit log is about a change set, the vendors in it, or the responses to it. */
export const isDoneAbout = (number: number): SQL | undefined =>
  or(
    eq(auditLog.subject, `change-set:${number}`),
    // As canonical JSON names the set: a text in it would have its quotes escaped.
    and(like(auditLog.subject, "vendor:%"), sql`${auditLog.data} ~ ${`"changeSet":${number}[,}]`}`),
    isAboutOne("response", responses, number),
  );

/** The entries of the audit log about a change set, the vendors in it, its notices and the responses to it, first to last. */
export const auditEvidence = (db: Db, number: number): AsyncGenerator<AuditEntry> =>
  auditEntries(db, or(isDoneAbout(number), isAboutOne("notice", notices, number)));

/** A notice's mail in one language as it was frozen; `variant` says for whom, '' for followers. Refuses: not-found. */
export async function getFrozenMail({ db }: { db: Db }, noticeId: string, locale: Locale, variant: string) {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.noticeId, noticeId), eq(mails.locale, locale), eq(mails.variant, variant)));
  if (!mail) throw new Refusal("not-found", "No such mail has been written (yet).");
  return mail;
}
