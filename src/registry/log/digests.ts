import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { rowsOf } from "../../db/reading.ts";
import {
  changeSets,
  changes,
  concernedCustomers,
  deliveries,
  notices,
  postponements,
  vendors,
} from "../../db/schema.ts";
import { announcedDigest, concernedDigest } from "../../evidence/chain.ts";
import { Concerned } from "../../evidence/records.ts";
import type { Owed } from "../../model/actions.ts";
import { Postponement } from "../../model/change/change-set.ts";
import { addDays, startOf } from "../../model/values/dates.ts";
import { weightOf } from "../../model/vendor/weight.ts";
import { partsOf } from "./parts.ts";

/** What the audit log keeps of a publication, so that nobody can change it later without the log showing it. */

/** What is owed by a notice, in the transaction that owes it; null when nobody is told. */
export async function owedRecord(tx: Db, id: string | null): Promise<Owed | null> {
  if (id === null) return null;
  const [notice] = await tx
    .select({ kind: notices.kind, createdAt: notices.createdAt })
    .from(notices)
    .where(eq(notices.id, id));
  if (!notice) throw new Error("What was owed is not there");
  // What nothing has become of yet has its first link still.
  const [owed] = await rowsOf<{ deliveries: number; sha256: string }>(tx)`
    select count(*)::integer as deliveries,
      encode(sha256(convert_to(coalesce(string_agg(link || E'\n', '' order by id), ''), 'UTF8')), 'hex') as sha256
    from (
      select ${deliveries.id} as id, case when ${deliveries.state} = 'pending' then ${deliveries.chain}
        else chain_of_owed(${deliveries.id}, ${deliveries.noticeId}, ${deliveries.emailHash}, ${deliveries.customers}) end as link
      from ${deliveries} where ${deliveries.noticeId} = ${id}
    ) owed`;
  if (!owed) throw new Error("What is owed was not counted");
  return { notice: id, kind: notice.kind, at: notice.createdAt.toISOString(), ...owed };
}

/**
 * What is recorded of a set when it is announced: the set itself, who wrote and approved it, whom it concerns on what
 * terms, and by which notice it is owed.
 */
export async function announcedRecord(tx: Db, number: number, notice: string | null) {
  const set = await announcedSet(tx, number);
  const concerned = await concernedBy(tx, number);
  return {
    document: announcedDigest(set),
    authors: set.authors,
    approvedBy: set.approvedBy,
    approvedAt: set.approvedAt?.toISOString() ?? null,
    concerned: { customers: concerned.length, sha256: concernedDigest(concerned) },
    owed: await owedRecord(tx, notice),
  };
}

/** The set as its rows hold it. */
export async function announcedSet(tx: Db, number: number) {
  const [set] = await tx.select().from(changeSets).where(eq(changeSets.number, number));
  if (!set) throw new Error(`There is no change set ${number}`);
  const rows = await tx
    .select({ change: changes, vendor: vendors.slug })
    .from(changes)
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .where(eq(changes.changeSet, number));
  return {
    ...set,
    plannedOn: set.effectiveOn,
    postponements: await tx
      .select(columnsOf(postponements, Postponement))
      .from(postponements)
      .where(eq(postponements.changeSet, number))
      .orderBy(asc(postponements.at)),
    emergency: set.emergencyReason === null ? null : { reason: set.emergencyReason },
    changes: rows.map(({ change, vendor }) => ({ ...change, vendor, weight: weightOf(change) })),
  };
}

/** Whom a set concerned, on the terms that held then; or of them those whom it came to concern at a time after it was announced. */
export async function concernedBy(tx: Db, number: number, since?: Date): Promise<Concerned[]> {
  const { changeSet, externalId, extendedFrom, part } = concernedCustomers;
  // Thousands of customers share a few parts, and the arrays of these.
  const parts = await partsOf(tx, number);
  const rows = await tx
    .select({
      ...columnsOf(concernedCustomers, Concerned.omit({ changes: true, extendedTo: true })),
      extendedFrom,
      part,
    })
    .from(concernedCustomers)
    .where(and(eq(changeSet, number), since && eq(concernedCustomers.since, since)))
    .orderBy(asc(externalId), asc(part));
  return rows.map(({ part, extendedFrom: first, ...row }) => {
    const { lastDayToObjectOn: last, timeZone } = row;
    // What was announced, and beside it what a postponement made of it.
    const until = first !== null && timeZone !== null ? startOf(addDays(first, 1), timeZone) : null;
    const extended = { lastDayToObjectOn: first, objectUntil: until, extendedTo: last };
    // It gives the members in the order in which a pack has them.
    return Concerned.parse({
      ...row,
      extendedTo: null,
      ...(first !== null && extended),
      changes: parts.get(part) ?? null,
    });
  });
}
