import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db, WriteDb } from "../../db/client.ts";
import { KEY, mapped, type Page, type PageOf, paged, pagesOfTable } from "../../db/paging.ts";
import { auditLog } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { entryContent } from "../../evidence/chain.ts";
import type { AuditEntry, AuditHead } from "../../evidence/records.ts";
import type { Action, Performed } from "../../model/actions.ts";
import { canonicalJson, chainHash } from "../../model/values/hash.ts";

/**
 * Who did it: `user:<id>` for a person who operates the registry, by a key of theirs too; `key:<id>` for an API key that
 * is nobody's, `subscriber:<id>` for a person by their link, `public` for the form, `provider` for its reports, `system`
 * for the clock.
 */
export type Actor = `user:${string}` | `key:${string}` | `subscriber:${string}` | "public" | "provider" | "system";

/** The id of the user that an actor is; null where it is none. */
export const userOf = (actor: Actor): string | null => (actor.startsWith("user:") ? actor.slice("user:".length) : null);

/** Records a mutation, done by the mutation's own actor unless said otherwise. */
export type Audit = (...performed: [...Performed, by?: Actor]) => void;

/** What the log records of a mutation. */
export type AuditInput = { actor: Actor; action: Action; subject: string; data: object };

/**
 * Selected with a lock that others wait for: PostgreSQL ends the session that holds it and says nothing for two minutes. The
 * system would notice that whoever had it is gone, with its network, in two hours.
 */
export const heldAwake = sql<string>`set_config('idle_in_transaction_session_timeout', '2min', true)`;

/**
 * Records a mutation in the mutation's own transaction, chained to the entry before. Takes a lock until the transaction
 * ends, so it comes last: only the frames call it.
 */
export async function audit(tx: WriteDb, now: Date, entry: AuditInput): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('audit_log')), ${heldAwake}`);
  const last = await auditHead(tx);
  const row = { ...entry, sequence: (last?.sequence ?? 0) + 1, data: canonicalJson(entry.data) };
  const previousHash = last?.hash ?? null;
  const hash = chainHash(previousHash, entryContent({ ...row, at: now.toISOString() }));
  await tx.insert(auditLog).values({ ...row, at: now, previousHash, hash });
}

/** The newest entry of the log: its hash covers every entry before it. Null while there is none. */
export async function auditHead(db: Db): Promise<AuditHead | null> {
  const [head] = await db
    .select({ sequence: auditLog.sequence, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.sequence))
    .limit(1);
  return head ?? null;
}

/** `actor` may be a kind of actor, such as `subscriber`: then it is any of these. `since` is included, `before` is not. */
type AuditFilter = {
  actor?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  /** One of these. */
  subjects?: readonly string[] | undefined;
  isLike?: SQL | undefined;
  since?: Date | undefined;
  before?: Date | undefined;
};

/** The log, newest first. */
export const auditPages = pagesOfTable({ sequence: KEY.number }, auditLog, desc);

export function listAudit(
  { db }: Pick<Deps, "db">,
  { actor, action, subject, subjects, isLike, since, before, ...page }: AuditFilter & PageOf<typeof auditPages>,
): Promise<Page<AuditEntry>> {
  const filter = and(
    isLike,
    actor === undefined
      ? undefined
      : or(eq(auditLog.actor, actor), sql`split_part(${auditLog.actor}, ':', 1) = ${actor}`),
    action === undefined ? undefined : eq(auditLog.action, action),
    subject === undefined ? undefined : eq(auditLog.subject, subject),
    subjects && inArray(auditLog.subject, [...subjects]),
    since && gte(auditLog.at, since),
    before && lt(auditLog.at, before),
  );
  return auditPages.page(page, async (after, limit) => {
    const rows = db.select().from(auditLog).where(and(filter, after));
    return (await rows.orderBy(...auditPages.order).limit(limit)).map(asEntry);
  });
}

const ENTRIES_AT_ONCE = 1000;

/** The log from its first entry to its last, or only entries that meet a condition; a page of memory at a time. */
export function auditEntries(db: Db, isLike?: SQL): AsyncGenerator<AuditEntry> {
  const { sequence } = auditLog;
  const rows = paged(
    (after) => db.select().from(auditLog).where(and(isLike, after)).orderBy(asc(sequence)).limit(ENTRIES_AT_ONCE),
    (last) => gt(sequence, last.sequence),
  );
  return mapped(rows, asEntry);
}

/** An entry as its hash was made of it. */
const asEntry = (row: typeof auditLog.$inferSelect): AuditEntry => ({ ...row, at: isoOf(row.at) });

/** Whoever has the database can write a time that is none (infinity): it equals no other. */
export const isoOf = (at: Date): string => (Number.isNaN(at.getTime()) ? "no time" : at.toISOString());
