import { batches } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { pauseSending } from "./lease.ts";
import type { Outcome } from "./mailer.ts";
import { type Batch, isLatestAttempt, settleAccepted, settleRefused } from "./settle.ts";

const PAUSE_MS = 60_000;

/** Records what came of an attempt; `batch` is as it was before the attempt. */
export async function record(deps: Deps, batch: Batch, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case "accepted":
      return settleAccepted(deps, batch, outcome);
    case "refused":
      // Also after an attempt without an answer: had that one been taken, its key would give its answer again.
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
function notSent(deps: Deps, batch: Batch, lastError: string): Promise<void> {
  const { attempts, firstAttemptAt } = batch;
  return later(deps, batch, { attempts, firstAttemptAt, nextAttemptAt: deps.clock.now(), lastError });
}

async function later({ db }: Deps, batch: Batch, state: Partial<typeof batches.$inferInsert>): Promise<void> {
  await db.update(batches).set(state).where(isLatestAttempt(batch));
}
