import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import { isUnavailable } from "../db/errors.ts";
import { batches } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { settleSignups } from "../registry/signups.ts";
import { type Batch, freeze } from "./freeze.ts";
import { giveLeaseBack, pauseSending, resumeSending, type Sender, takeLease } from "./lease.ts";
import type { Mailer, Outcome } from "./mailer.ts";
import { Pace } from "./pace.ts";
import { settleAccepted, settleRefused, settleUncertain } from "./settle.ts";

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
  const pace = new Pace();
  const deadline = Date.now() + budgetMs;
  try {
    while (Date.now() + pace.waitMs(Date.now()) < deadline) {
      await sleep(pace.waitMs(Date.now()));
      const sender = await takeLease(deps.db, holder, pace);
      if (!sender || isPaused(sender, deps.clock.now())) break;
      const batch = await nextDue(deps);
      if (!batch) break;
      await attempt(deps, batch, sender, pace).catch((error: unknown) => putOff(deps, batch, error));
    }
  } finally {
    await giveLeaseBack(deps.db, holder);
  }
}

const isPaused = ({ pausedUntil }: Sender, now: Date) => pausedUntil !== null && pausedUntil > now;

async function nextDue({ db, clock }: Deps): Promise<Batch | undefined> {
  const [batch] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.state, "pending"), lte(batches.nextAttemptAt, clock.now())))
    .orderBy(asc(batches.priority), asc(batches.nextAttemptAt), asc(batches.position))
    .limit(1);
  return batch;
}

/** Sends a batch once, and records what came of it. */
async function attempt(deps: SendingDeps, batch: Batch, sender: Sender, pace: Pace): Promise<void> {
  if (batch.firstAttemptAt && deps.clock.now().getTime() - batch.firstAttemptAt.getTime() > RETRY_WINDOW_MS) {
    await settleUncertain(deps, batch, `no outcome in 23 hours; last: ${batch.lastError ?? "no answer recorded"}`);
    return deps.log("batch.uncertain", { batch: batch.id, attempts: batch.attempts });
  }
  const mails = await freeze(deps, batch);
  if (mails.length === 0) return;
  await recordAttempt(deps, batch);
  const madeAt = Date.now();
  const { outcome, limits } = await deps.mailer.send(mails, batch.id);
  pace.learn(limits, madeAt, Date.now());
  await record(deps, batch, outcome);
  if (outcome.kind !== "paused" && sender.pausedSince) await resume(deps, sender);
  const took = Date.now() - madeAt;
  deps.log("batch.attempted", {
    batch: batch.id,
    mails: mails.length,
    attempt: batch.attempts + 1,
    outcome: outcome.kind,
    took,
  });
}

async function resume(deps: Deps, { pausedBecause }: Sender): Promise<void> {
  await resumeSending(deps.db);
  deps.log("sending.resumed", { after: pausedBecause });
}

/** A batch that breaks on its way to the provider must not hold up the others; a lost database stops everything. */
async function putOff(deps: Deps, batch: Batch, error: unknown): Promise<void> {
  if (isUnavailable(error)) throw error;
  deps.log("batch.broken", { batch: batch.id, error: error instanceof Error ? error.name : "unknown" });
  const nextAttemptAt = new Date(deps.clock.now().getTime() + backoffMs(batch.attempts));
  await later(deps, batch, {
    attempts: batch.attempts + 1,
    nextAttemptAt,
    lastError: "could not be prepared or recorded",
  });
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

async function record(deps: Deps, batch: Batch, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case "accepted":
      return settleAccepted(deps, batch, outcome);
    case "refused":
      return settleRefused(deps, batch, outcome.because);
    case "unknown":
      return later(deps, batch, { lastError: outcome.because });
    case "rate-limited":
      return notSent(deps, batch, "rate limited");
    case "paused":
      deps.log("sending.paused", { because: outcome.because });
      await pauseSending(deps.db, deps.clock.now(), PAUSE_MS, outcome.because);
      return notSent(deps, batch, outcome.because);
  }
}

/** Known not sent: the attempt does not count, and the retry window has not begun by it. Due again at once. */
function notSent(deps: Deps, { id, attempts, firstAttemptAt }: Batch, lastError: string): Promise<void> {
  return later(deps, { id }, { attempts, firstAttemptAt, nextAttemptAt: deps.clock.now(), lastError });
}

async function later(
  { db }: Deps,
  { id }: Pick<Batch, "id">,
  state: Partial<typeof batches.$inferInsert>,
): Promise<void> {
  await db.update(batches).set(state).where(eq(batches.id, id));
}

/** 5 s, 10 s, 20 s … up to 15 minutes, each up to a half longer, so that processes do not return in step. */
function backoffMs(attempts: number): number {
  return Math.min(900_000, 5000 * 2 ** attempts) * (1 + Math.random() / 2);
}
