import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import { isUnavailable } from "../db/errors.ts";
import { batches } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { settleSignups } from "../registry/signups.ts";
import { type Batch, freeze } from "./freeze.ts";
import { giveLeaseBack, isPaused, pauseSending, takeLease } from "./lease.ts";
import type { Mailer, Sent } from "./mailer.ts";
import { settleAccepted, settleAll } from "./settle.ts";

export type SendingDeps = Deps & { mailer: Mailer };

/** The provider forgets an idempotency key after 24 hours; a retry after 23 could be a second mail. */
const RETRY_WINDOW_MS = 23 * 3_600_000;
const PAUSE_MS = 60_000;

/**
 * Pays what is owed: settles the form's requests, then sends one due batch after another until nothing is due or
 * `budgetMs` has passed. Returns at once when another process is sending. Safe to call at any time, from anywhere.
 */
export async function drain(deps: SendingDeps, { budgetMs }: { budgetMs: number }): Promise<void> {
  await settleSignups(deps);
  const holder = crypto.randomUUID();
  const deadline = Date.now() + budgetMs;
  try {
    while (Date.now() < deadline && (await takeLease(deps.db, holder))) {
      if (await isPaused(deps.db, deps.clock.now())) break;
      const batch = await nextDue(deps);
      if (!batch) break;
      const waitMs = await attempt(deps, batch).catch((error: unknown) => putOff(deps, batch, error));
      if (waitMs > deadline - Date.now()) break;
      await sleep(waitMs);
    }
  } finally {
    await giveLeaseBack(deps.db, holder);
  }
}

async function nextDue({ db, clock }: Deps): Promise<Batch | undefined> {
  const [batch] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.state, "pending"), lte(batches.nextAttemptAt, clock.now())))
    .orderBy(asc(batches.priority), asc(batches.nextAttemptAt), asc(batches.position))
    .limit(1);
  return batch;
}

/** Sends a batch once. Gives the pause the provider wants, in milliseconds. */
async function attempt(deps: SendingDeps, batch: Batch): Promise<number> {
  if (batch.firstAttemptAt && deps.clock.now().getTime() - batch.firstAttemptAt.getTime() > RETRY_WINDOW_MS) {
    await settleAll(
      deps,
      batch,
      "uncertain",
      `no outcome in 23 hours; last: ${batch.lastError ?? "no answer recorded"}`,
    );
    deps.log("batch.uncertain", { batch: batch.id, attempts: batch.attempts });
    return 0;
  }
  const mails = await freeze(deps, batch);
  if (mails.length === 0) return 0;
  await recordAttempt(deps, batch);
  const sent = await deps.mailer.send(mails, batch.id);
  await record(deps, batch, sent);
  deps.log("batch.attempted", {
    batch: batch.id,
    mails: mails.length,
    attempt: batch.attempts + 1,
    outcome: sent.outcome.kind,
  });
  return sent.outcome.kind === "rate-limited" ? Math.max(sent.waitMs, 1000) : sent.waitMs;
}

/** A batch that breaks on its way to the provider must not hold up the others; a lost database stops everything. */
async function putOff(deps: Deps, batch: Batch, error: unknown): Promise<number> {
  if (isUnavailable(error)) throw error;
  deps.log("batch.broken", { batch: batch.id, error: error instanceof Error ? error.name : "unknown" });
  const nextAttemptAt = new Date(deps.clock.now().getTime() + backoffMs(batch.attempts));
  await later(deps, batch, {
    attempts: batch.attempts + 1,
    nextAttemptAt,
    lastError: "could not be prepared or recorded",
  });
  return 0;
}

/** Written before the call: whatever happens during it, the batch is known to have been tried. */
async function recordAttempt({ db, clock }: Deps, { id, attempts, firstAttemptAt }: Batch): Promise<void> {
  const now = clock.now();
  await db
    .update(batches)
    .set({
      attempts: sql`${batches.attempts} + 1`,
      firstAttemptAt: firstAttemptAt ?? now,
      nextAttemptAt: new Date(now.getTime() + backoffMs(attempts)),
      lastError: "no answer recorded",
    })
    .where(eq(batches.id, id));
}

async function record(deps: Deps, batch: Batch, { outcome, waitMs }: Sent): Promise<void> {
  switch (outcome.kind) {
    case "accepted":
      return settleAccepted(deps, batch, outcome);
    case "refused":
      return settleAll(deps, batch, "failed", outcome.because);
    case "unknown":
      return later(deps, batch, { lastError: outcome.because });
    case "rate-limited":
      return notSent(deps, batch, waitMs, "rate limited");
    case "paused":
      deps.log("sending.paused", { because: outcome.because });
      await pauseSending(deps.db, new Date(deps.clock.now().getTime() + PAUSE_MS), outcome.because);
      return notSent(deps, batch, PAUSE_MS, outcome.because);
  }
}

/** Known not sent: the attempt does not count, and the retry window has not begun by it. */
function notSent(deps: Deps, batch: Batch, waitMs: number, lastError: string): Promise<void> {
  const nextAttemptAt = new Date(deps.clock.now().getTime() + waitMs);
  return later(deps, batch, {
    attempts: batch.attempts,
    firstAttemptAt: batch.firstAttemptAt,
    nextAttemptAt,
    lastError,
  });
}

async function later({ db }: Deps, batch: Batch, state: Partial<typeof batches.$inferInsert>): Promise<void> {
  await db.update(batches).set(state).where(eq(batches.id, batch.id));
}

/** 5 s, 10 s, 20 s … up to 15 minutes, each up to a half longer, so that processes do not return in step. */
function backoffMs(attempts: number): number {
  return Math.min(900_000, 5000 * 2 ** attempts) * (1 + Math.random() / 2);
}
