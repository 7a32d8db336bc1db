import { and, eq, sql } from "drizzle-orm";
import { batches, deliveries, notices, subscribers } from "../db/schema.ts";
import type { Sending } from "../deps.ts";
import type { Moment } from "../model/change/deadlines.ts";
import { type Batch, NO_OUTCOME_YET } from "./batch.ts";
import { whyLeftOut } from "./prepare/members.ts";
import { freeze, type Prepared } from "./prepare/prepared.ts";
import { backoffMs, isPastRetrying } from "./retry.ts";

/**
 * Records an attempt before it is made, so that it is known of whatever happens during the call. Before the first
 * attempt a batch is frozen anew if a member has left, or another process has frozen it, since. Null when another process
 * has tried or settled the batch, when nobody is left, and when the key of an earlier attempt may have expired.
 */
export async function recordAttempt(deps: Sending, prepared: Prepared): Promise<Prepared | null> {
  const { batch, today } = prepared;
  const now = deps.clock.now();
  if (isPastRetrying(batch.firstAttemptAt, now)) return null;
  const [tried] = await deps.db
    .update(batches)
    .set({
      attempts: batch.attempts + 1,
      firstAttemptAt: batch.firstAttemptAt ?? now,
      nextAttemptAt: new Date(now.getTime() + backoffMs(batch.attempts)),
      lastError: NO_OUTCOME_YET,
    })
    .where(
      and(
        // Without waiting for a lock: whoever left during the wait would not be seen.
        sql`${batches.id} in (select id from ${batches} where id = ${batch.id}::uuid for update skip locked)`,
        eq(batches.state, "pending"),
        eq(batches.attempts, batch.attempts),
        sql`${batches.bodySha256} = ${batch.bodySha256}`,
        batch.firstAttemptAt ? undefined : sql`not (${someoneLeft(batch.id, { now, today })})`,
      ),
    )
    .returning({ id: batches.id })
    .prepare("attempt")
    .execute();
  if (tried) return prepared;
  const anew = batch.firstAttemptAt ? null : await freezeAnew(deps, batch);
  return anew && recordAttempt(deps, anew);
}

/**
 * Whether a member of the frozen bytes is to get no mail any more: has since unsubscribed or answered, was erased, suppressed
 * or skipped, or has a link that ended.
 */
function someoneLeft(batchId: string, moment: Moment) {
  return sql`(
    select count(*) from ${deliveries}
    join ${notices} on ${notices.id} = ${deliveries.noticeId}
    left join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId}
    where ${deliveries.batchId} = ${batchId}::uuid and ${deliveries.state} = 'pending'
      and (${whyLeftOut(notices.kind, notices.changeSet, sql`${notices.about} ->> 'user'`, moment)}) is null
  ) <> jsonb_array_length(${batches.members})`;
}

async function freezeAnew(deps: Sending, { id, attempts }: Batch): Promise<Prepared | null> {
  const untried = and(eq(batches.id, id), eq(batches.state, "pending"), eq(batches.attempts, attempts));
  const thawed = await deps.db
    .update(batches)
    .set({ body: null, bodySha256: null, members: null })
    .where(and(untried, sql`${batches.firstAttemptAt} is null`))
    .returning({ id: batches.id });
  return thawed.length === 0 ? null : freeze(deps, id);
}
