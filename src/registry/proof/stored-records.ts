import { and, eq, getTableColumns, gte, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "../../db/client.ts";
import { rowsAsJson, texts } from "../../db/json.ts";
import { isBeyond, mapped, paged } from "../../db/paging.ts";
import {
  auditLog,
  changeSets,
  changes,
  deliveries,
  mails,
  notices,
  publishers,
  responses,
  snapshots,
  subscribers,
  vendors,
} from "../../db/schema.ts";
import type { BuiltOn, Records } from "../../evidence/records.ts";
import { MailEvidence } from "../../model/people/notice.ts";
import { isoOf } from "../log/audit.ts";
import { announcedSet, concernedBy } from "../log/digests.ts";
import { deliveryRecords } from "./stored-deliveries.ts";

/**
 * The records of the registry, each kind read in one way: all of them, or those of a change set. A page of memory at a
 * time.
 */

const ROWS_AT_ONCE = 500;
const MAILS_AT_ONCE = 200;
/** Each holds a whole register. */
const SNAPSHOTS_AT_ONCE = 10;

/** Everything that is verified. */
export const allRecords = (tx: Db): Records => ({
  only: null,
  snapshots: () => snapshotRecords(tx),
  changeSets: () => changeSetRecords(tx),
  builtOn: () => builtOn(tx),
  notices: () => noticeRecords(tx),
  mails: () => mailRecords(tx),
  deliveries: () => deliveryRecords(tx),
  responses: () => responseRecords(tx),
});

/**
 * All of some sets, the versions that are not known with the one before each, and what was written since a time and is of
 * no set.
 */
export function recordsSince(
  tx: Db,
  only: NonNullable<Records["only"]>,
  { known, since }: { known: readonly string[]; since: Date },
): Records {
  const sets = [...only.sets];
  const isNew = (at: AnyPgColumn) =>
    or(
      inArray(notices.changeSet, sets),
      and(isNull(notices.changeSet), or(gte(at, since), inArray(notices.id, [...only.notices]))),
    );
  return {
    only,
    snapshots: () => snapshotRecords(tx, withTheOneBefore(tx, sql`${snapshots.hash} not in ${texts(known)}`)),
    changeSets: () => changeSetRecords(tx, inArray(changeSets.number, sets)),
    builtOn: () => builtOn(tx),
    notices: () => noticeRecords(tx, undefined, isNew(notices.createdAt)),
    mails: () => mailRecords(tx, undefined, isNew(mails.frozenAt)),
    deliveries: () => deliveryRecords(tx, undefined, isNew(deliveries.stateAt)),
    responses: () => responseRecords(tx, undefined, inArray(responses.changeSet, sets)),
  };
}

/** That a row is of a set, where only its rows are asked for. */
const isOf = (column: AnyPgColumn, changeSet: number | undefined): SQL | undefined =>
  changeSet === undefined ? undefined : eq(column, changeSet);

/** Every version of the list, or those that are like that. In their order. */
export function snapshotRecords(tx: Db, isLike?: SQL) {
  const rows = paged(
    (after) =>
      tx
        .select({ ...getTableColumns(snapshots), publisher: publishers.document })
        .from(snapshots)
        .leftJoin(publishers, eq(publishers.snapshot, snapshots.number))
        .where(and(isLike, after))
        .orderBy(snapshots.number)
        .limit(SNAPSHOTS_AT_ONCE),
    ({ number }) => isBeyond([snapshots.number], [number]),
  );
  return mapped(rows, (row) => ({ ...row, takenAt: isoOf(row.takenAt) }));
}

/** That a version published something of a set, or is the one before such a version. */
export function shows(tx: Db, changeSet: number): SQL | undefined {
  const named = tx
    .select({ hash: sql`${auditLog.data}::jsonb ->> 'snapshot'` })
    .from(auditLog)
    .where(eq(auditLog.subject, `change-set:${changeSet}`));
  return withTheOneBefore(tx, inArray(snapshots.hash, named));
}

function withTheOneBefore(tx: Db, isLike: SQL): SQL | undefined {
  const published = tx.select({ number: snapshots.number }).from(snapshots).where(isLike);
  return or(inArray(snapshots.number, published), inArray(sql`${snapshots.number} + 1`, published));
}

async function builtOn(tx: Db): Promise<Map<number, BuiltOn>> {
  const rows = await tx
    .select({ set: changes.changeSet, vendor: vendors.slug, basedOn: changes.basedOn })
    .from(changes)
    .innerJoin(vendors, eq(vendors.id, changes.vendorId));
  return Map.groupBy(rows, ({ set }) => set);
}

async function* changeSetRecords(tx: Db, isLike?: SQL) {
  const sets = await tx
    .select({ number: changeSets.number, version: snapshots.hash })
    .from(changeSets)
    .leftJoin(snapshots, eq(snapshots.number, changeSets.publishedAs))
    .where(and(ne(changeSets.state, "draft"), isLike))
    .orderBy(changeSets.number);
  for (const { number, version } of sets) {
    const announced = await announcedSet(tx, number);
    const postponed = announced.changes.map(({ vendor, postponedTo }) => ({ vendor, postponedTo }));
    const awaiting = announced.changes.flatMap(({ vendor, awaitsApproval }) => (awaitsApproval ? vendor : []));
    yield {
      ...announced,
      customers: await concernedBy(tx, number),
      stored: { state: announced.state, awaiting, postponed, version },
    };
  }
}

/** With the mails written for each, without their words. Those of a set are in the order in which they were owed. */
export function noticeRecords(tx: Db, changeSet?: number, isLike?: SQL) {
  const time = changeSet === undefined ? [] : [notices.createdAt];
  const key = [...time, notices.id];
  return paged(
    (after) =>
      tx
        .select({ ...getTableColumns(notices), version: snapshots.hash, mails: MAILS })
        .from(notices)
        .leftJoin(snapshots, eq(snapshots.number, notices.snapshot))
        .where(and(isOf(notices.changeSet, changeSet), isLike, after))
        .orderBy(...key)
        .limit(ROWS_AT_ONCE),
    ({ createdAt, id }) => isBeyond(key, [...time.map(() => createdAt.toISOString()), id]),
  );
}

const IN_BYTES = sql`${mails.variant} collate "C"`;

const MAILS = rowsAsJson(mails, MailEvidence, eq(mails.noticeId, notices.id), sql`${mails.locale}, ${IN_BYTES}`);

/** Of notices like that, in the order in which these were owed; else all there are. Those of a notice are in its order. */
export function mailRecords(tx: Db, ofNotices?: SQL, isLike?: SQL) {
  const { noticeId, locale } = mails;
  const time = ofNotices === undefined ? [] : [notices.createdAt];
  const key = [...time, noticeId, locale, IN_BYTES];
  return paged(
    (after) =>
      tx
        .select({ ...getTableColumns(mails), notice: notices })
        .from(mails)
        .leftJoin(notices, eq(notices.id, noticeId))
        .where(and(ofNotices, isLike, after))
        .orderBy(...key)
        .limit(MAILS_AT_ONCE),
    ({ notice, noticeId, locale, variant }) => {
      const at = time.map(() => notice?.createdAt.toISOString() ?? "");
      return isBeyond(key, [...at, noticeId, locale, variant]);
    },
  );
}

export const responseRecords = (tx: Db, changeSet?: number, isLike?: SQL) =>
  paged(
    (after) =>
      tx
        .select({
          ...getTableColumns(responses),
          recipient: { email: subscribers.email, emailHash: subscribers.emailHash },
        })
        .from(responses)
        .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
        .where(and(isOf(responses.changeSet, changeSet), isLike, after))
        .orderBy(responses.id)
        .limit(ROWS_AT_ONCE),
    ({ id }) => isBeyond([responses.id], [id]),
  );
