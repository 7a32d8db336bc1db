import { desc, sql } from "drizzle-orm";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/client.ts";
import { auditLog } from "../db/schema.ts";
import { canonicalJson, chainHash } from "./hash.ts";

/** Who did it: `key:<id>` for an API key, `subscriber:<id>` for a person by their
 * link, `public` for the form, `provider` for its reports, `system` for the clock. */
export type Actor = string;

/**
 * Records a mutation in the mutation's own transaction, chained to the entry before. Takes a lock until the
 * transaction ends, so call it last. `data` must hold no personal data.
 */
export async function audit(
  tx: Db,
  clock: Clock,
  entry: { actor: Actor; action: string; subject: string; data?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('audit_log'))`);
  const [last] = await tx.select().from(auditLog).orderBy(desc(auditLog.sequence)).limit(1);
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: clock.now(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    data: canonicalJson(entry.data ?? {}),
  };
  const previousHash = last?.hash ?? null;
  const content = canonicalJson({ ...row, at: row.at.toISOString(), data: entry.data ?? {} });
  await tx.insert(auditLog).values({ ...row, previousHash, hash: chainHash(previousHash, content) });
}
