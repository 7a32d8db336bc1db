import { gunzipSync, gzipSync } from "node:zlib";
import { and, asc, desc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { batches, deliveries, notices, subscribers, suppressions } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { advance, type Step } from "../registry/deliveries.ts";
import type { Subscriber } from "../registry/followers.ts";
import { sha256 } from "../registry/hash.ts";
import { compose } from "./compose.ts";
import type { OutgoingMail } from "./mailer.ts";
import { isPastRetrying, putOff } from "./retry.ts";
import { settleUncertain } from "./settle.ts";
import type { Notice } from "./write.ts";

export type Batch = typeof batches.$inferSelect;

/** A batch that is due, with the bytes every attempt of it sends. */
export type Prepared = { batch: Batch; mails: OutgoingMail[] };

/**
 * The next batch that is due, frozen; null when nothing is due. With `urgentFirst` a confirmation somebody waits for goes
 * before a notice to thousands; the sender alternates, so that a flood of the one never holds up the other.
 */
export async function prepareNext(deps: Deps, urgentFirst: boolean): Promise<Prepared | null> {
  const priority = urgentFirst ? asc(batches.priority) : desc(batches.priority);
  for (;;) {
    const [due] = await deps.db
      .select({ id: batches.id, attempts: batches.attempts })
      .from(batches)
      .where(and(eq(batches.state, "pending"), lte(batches.nextAttemptAt, deps.clock.now()), inOrder))
      .orderBy(priority, asc(batches.nextAttemptAt), asc(batches.position))
      .limit(1);
    if (!due) return null;
    try {
      const prepared = await freeze(deps, due.id);
      if (prepared && !isPastRetrying(prepared.batch.firstAttemptAt, deps.clock.now())) return prepared;
      if (prepared) await settleUncertain(deps, prepared.batch);
    } catch (error) {
      await putOff(deps, due, error);
    }
  }
}

/** What follows an announcement waits until that is out of the way: in the other order it would announce anew. */
const inOrder = sql`not exists (
  select 1 from ${notices} here
  join ${notices} first on first.change_set = here.change_set and first.kind = 'announcement' and here.kind in ('withdrawal', 'correction', 'reminder')
  join batches earlier on earlier.notice_id = first.id and earlier.state = 'pending'
  where here.id = ${batches.noticeId})`;

/**
 * Fixes the members and bytes of a batch before its first attempt; from then on every attempt sends these. Members who
 * have left since the notice was owed are skipped here. Null when the batch needs no sending any more.
 */
export function freeze(deps: Deps, batchId: string): Promise<Prepared | null> {
  return deps.db.transaction(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId)).for("update");
    if (batch?.state !== "pending") return null;
    if (batch.body) return { batch, mails: JSON.parse(gunzipSync(batch.body).toString()) };
    const [notice] = await tx.select().from(notices).where(eq(notices.id, batch.noticeId));
    if (!notice) throw new Error(`Batch ${batch.id} has no notice`);
    const inside = { ...deps, db: tx };
    const now = deps.clock.now();
    const people = await membersOf(tx, batchId);
    const leaving = people.flatMap(({ id, subscriber, suppressed }): Step[] => {
      const cause = whyNot(notice, subscriber, suppressed);
      return cause === null ? [] : [{ id, state: cause === "suppressed" ? cause : "skipped", cause }];
    });
    await advance(tx, now, leaving);
    const gone = new Set(leaving.map(({ id }) => id));
    const staying = people.flatMap(({ id, subscriber }) => (subscriber && !gone.has(id) ? [{ id, subscriber }] : []));
    const mails = await compose(
      inside,
      batch,
      notice,
      staying.map(({ subscriber }) => subscriber),
    );
    const body = Buffer.from(JSON.stringify(mails));
    const frozen = {
      members: staying.map(({ id }) => id),
      bodySha256: sha256(body),
      // Level 1: a hundred mails are nearly the same mail, and the sender waits for this.
      ...(mails.length > 0 ? { body: gzipSync(body, { level: 1 }) } : { state: "sent" as const, settledAt: now }),
    };
    const [saved] = await tx.update(batches).set(frozen).where(eq(batches.id, batchId)).returning();
    return mails.length > 0 && saved ? { batch: saved, mails } : null;
  });
}

async function membersOf(tx: Db, batchId: string) {
  return tx
    .select({ id: deliveries.id, subscriber: subscribers, suppressed: isNotNull(suppressions.id).mapWith(Boolean) })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .leftJoin(suppressions, eq(suppressions.emailHash, deliveries.emailHash))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.state, "pending")))
    .orderBy(asc(deliveries.id))
    .for("update", { of: deliveries });
}

/** Why a member gets no mail after all; null when they do. Confirmations go to people who are not active yet. */
function whyNot({ kind }: Notice, subscriber: Subscriber | null, suppressed: boolean) {
  if (!subscriber) return "erased";
  if (suppressed) return "suppressed";
  if (kind === "confirmation") return subscriber.status === "active" ? "confirmed already" : null;
  return subscriber.status === "active" ? null : "unsubscribed";
}
