import { and, count, desc, eq, gt, inArray, lte, min, not, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { batches, changeSets, deliveries, type NoticeKind, notices, sender } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Actor, audit } from "../registry/audit.ts";
import { advance, reopen } from "../registry/deliveries.ts";
import { Refusal } from "../registry/refusal.ts";
import type { Batch } from "./prepare.ts";
import { moveToNewBatch } from "./settle.ts";

export type SendingStatus = {
  state: "idle" | "sending" | "waiting" | "paused";
  paused: { because: string; since: Date; until: Date } | null;
  /** Batches and mails still to be sent, and how many of the batches may be tried now. */
  pending: { batches: number; deliveries: number; due: number; nextAttemptAt: Date | null };
  uncertain: { batches: number; deliveries: number };
  /** The provider's limit as it last said. */
  limit: { requests: number; seconds: number } | null;
  /** When all that is due will have been sent at that pace; null without a limit, or with nothing due. */
  expectedEndAt: Date | null;
};

/** What is due, what is being sent, and what keeps it from being sent. */
export async function sendingStatus({ db, clock }: Deps): Promise<SendingStatus> {
  const now = clock.now();
  const [row] = await db
    .select({ sender, leased: sql<boolean>`coalesce(${sender.leasedUntil} > now(), false)` })
    .from(sender);
  const counted = await db
    .select({ state: batches.state, batches: count(), next: min(batches.nextAttemptAt) })
    .from(batches)
    .where(inArray(batches.state, ["pending", "uncertain"]))
    .groupBy(batches.state);
  const mails = await db
    .select({ state: deliveries.state, deliveries: count() })
    .from(deliveries)
    .where(inArray(deliveries.state, ["pending", "uncertain"]))
    .groupBy(deliveries.state);
  const [due] = await db
    .select({ batches: count() })
    .from(batches)
    .where(and(eq(batches.state, "pending"), lte(batches.nextAttemptAt, now)));
  const of = (state: "pending" | "uncertain") => ({
    batches: counted.find((each) => each.state === state)?.batches ?? 0,
    deliveries: mails.find((each) => each.state === state)?.deliveries ?? 0,
  });
  const { pausedUntil, pausedSince, pausedBecause, limitRequests, limitSeconds } = row?.sender ?? {};
  const hasPending = of("pending").batches > 0;
  // With nothing to send, nobody asks whether the cause is gone.
  const paused =
    pausedUntil && pausedSince && pausedBecause && (hasPending || pausedUntil > now)
      ? { because: pausedBecause, since: pausedSince, until: pausedUntil }
      : null;
  const limit = limitRequests && limitSeconds ? { requests: limitRequests, seconds: limitSeconds } : null;
  const dueNow = due?.batches ?? 0;
  const seconds = limit && dueNow > 0 ? (dueNow / limit.requests) * limit.seconds : null;
  return {
    state: paused ? "paused" : row?.leased ? "sending" : hasPending ? "waiting" : "idle",
    paused,
    pending: {
      ...of("pending"),
      due: dueNow,
      nextAttemptAt: counted.find(({ state }) => state === "pending")?.next ?? null,
    },
    uncertain: of("uncertain"),
    limit,
    expectedEndAt: seconds === null || paused ? null : new Date(now.getTime() + seconds * 1000),
  };
}

/**
 * Batches that need a look, newest first: those that could not be made ready, or were tried without success, those whose
 * outcome stayed unknown, and those of which mails have failed.
 */
export async function listTroubledBatches({ db }: Deps): Promise<(Batch & { deliveries: number; failed: number })[]> {
  const troubled = sql`${batches.state} = 'uncertain'
    or (${batches.state} = 'pending' and (${gt(batches.attempts, 0)} or ${batches.lastError} is not null))
    or (${batches.state} in ('sent', 'failed') and ${batches.id} in (
      select ${deliveries.batchId} from ${deliveries} where ${deliveries.state} = 'failed'))`;
  const failed = sql<number>`(count(*) filter (where ${deliveries.state} = 'failed'))::integer`;
  const rows = await db
    .select({ batch: batches, deliveries: count(deliveries.id), failed })
    .from(batches)
    .leftJoin(deliveries, eq(deliveries.batchId, batches.id))
    .where(troubled)
    .groupBy(batches.id)
    .orderBy(desc(batches.firstAttemptAt))
    .limit(200);
  return rows.map(({ batch, ...counts }) => ({ ...batch, ...counts }));
}

/**
 * What an operator who has asked the provider decides of a batch whose outcome stayed unknown: it arrived, it did not
 * and is given up, or it did not and is sent again under a new key. The mails of a batch that failed can be sent again
 * too, when what was wrong with them is mended. Refuses: not-found, batch-not-uncertain, not-announced for sending again
 * what was withdrawn meanwhile.
 */
export function decideBatch(
  deps: Deps,
  id: string,
  decision: { as: "accepted" | "failed" | "resend"; reason: string },
  actor: Actor,
): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const [batch] = await tx.select().from(batches).where(eq(batches.id, id)).for("update");
    if (!batch) throw new Refusal("not-found", "There is no such batch.");
    const isUncertain = batch.state === "uncertain";
    const isSettled = batch.state === "sent" || batch.state === "failed";
    const undecided = and(
      eq(deliveries.batchId, id),
      isUncertain ? eq(deliveries.state, "uncertain") : and(eq(deliveries.state, "failed"), not(toldSince)),
    );
    const open = (await tx.select({ id: deliveries.id }).from(deliveries).where(undecided)).map(
      (delivery) => delivery.id,
    );
    if (!isUncertain && !(isSettled && decision.as === "resend" && open.length > 0))
      throw new Refusal("batch-not-uncertain", `The batch is ${batch.state}, with ${open.length} failed mails.`);
    if (decision.as === "resend") await refuseWithdrawn(tx, batch.noticeId);
    const cause = `operator: ${decision.reason}`.slice(0, 300);
    if (decision.as === "resend") {
      await reopen(tx, now, open, cause);
      await moveToNewBatch(tx, batch, open, now);
    } else {
      const state = decision.as;
      await advance(
        tx,
        now,
        open.map((delivery) => ({ id: delivery, state, cause })),
      );
    }
    if (isUncertain)
      await tx
        .update(batches)
        .set({ state: decision.as === "accepted" ? "sent" : "failed", body: null })
        .where(eq(batches.id, id));
    const data = { as: decision.as, reason: decision.reason, mails: open.length };
    await audit(tx, deps.clock, { actor, action: "batch.decided", subject: `batch:${id}`, data });
  });
}

/** Whether the reader of a mail that failed has been told of its change late, or is about to be. */
const toldSince = sql`exists (
  select 1 from ${notices} failed join ${notices} late on late.change_set = failed.change_set and late.kind = 'late-announcement'
  join ${deliveries} theirs on theirs.notice_id = late.id and theirs.subscriber_id = ${deliveries.subscriberId}
  where failed.id = ${deliveries.noticeId} and failed.kind in ('announcement', 'late-announcement')
    and theirs.id <> ${deliveries.id} and theirs.state in ('pending', 'uncertain', 'accepted', 'delivered', 'complained'))`;

/** The notices that say a change is coming. */
const SAYS_IT_COMES: NoticeKind[] = ["announcement", "late-announcement", "correction", "reminder"];

/** What was withdrawn is not announced after all. */
async function refuseWithdrawn(tx: Db, noticeId: string): Promise<void> {
  const [withdrawn] = await tx
    .select({ number: changeSets.number })
    .from(notices)
    .innerJoin(changeSets, eq(changeSets.number, notices.changeSet))
    .where(and(eq(notices.id, noticeId), inArray(notices.kind, SAYS_IT_COMES), eq(changeSets.state, "withdrawn")));
  if (withdrawn) throw new Refusal("not-announced", `Change set ${withdrawn.number} was withdrawn.`);
}
