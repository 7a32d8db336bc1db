import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "../deps.ts";
import { settleSignups } from "../registry/signups.ts";
import { recordAttempt } from "./attempt.ts";
import { keepLease, paceOf, resumeSending, type Sender } from "./lease.ts";
import type { Mailer, Sent } from "./mailer.ts";
import type { Pace } from "./pace.ts";
import { type Prepared, prepareNext } from "./prepare.ts";
import { record } from "./record.ts";
import { putOff } from "./retry.ts";

export type SendingDeps = Deps & { mailer: Mailer };

/** How long to go on; `signal` ends it after the batch that is out. */
type Budget = { budgetMs: number; signal?: AbortSignal };

/** How many of the form's requests are settled at a time, so that neither they nor the notices wait for the others. */
const SIGNUPS_AT_ONCE = 20;

/**
 * Pays what is owed: settles the form's requests, and sends one due batch after another until nothing is due or
 * `budgetMs` has passed. Sends nothing while another process is sending. Safe to call at any time, from anywhere.
 */
export async function drain(deps: SendingDeps, { budgetMs, signal }: Budget): Promise<void> {
  const deadline = Date.now() + budgetMs;
  const lease = keepLease(deps, crypto.randomUUID());
  let pace: Pace | undefined;
  let moreSignups = await settleSignups(deps, SIGNUPS_AT_ONCE);
  let next: Promise<Prepared | null> | null = null;
  let urgentFirst = true;
  try {
    for (
      let held = await lease.hold();
      held && Date.now() < deadline && !signal?.aborted;
      held = await lease.hold(pace)
    ) {
      pace ??= paceOf(held);
      // What was made ready while a batch was out may not have seen what that batch was in the way of.
      const prepared: Prepared | null = (await next) ?? (await prepareNext(deps, urgentFirst));
      next = null;
      if (!prepared && !moreSignups) break;
      if (prepared) {
        if (Date.now() + pace.waitMs(Date.now()) > deadline) break;
        await sleep(pace.waitMs(Date.now()), undefined, { signal }).catch(() => {});
        if (signal?.aborted) break;
        const sender = await lease.hold(pace);
        if (!sender) break;
        pace.take(Date.now());
        const attempt = await recordAttempt(deps, prepared);
        if (attempt) {
          const answer = deps.mailer.send(attempt.mails, attempt.batch.id);
          // The provider takes the longest: meanwhile the next batch is made ready.
          urgentFirst = !urgentFirst;
          next = prepareNext(deps, urgentFirst);
          next.catch(() => {});
          const { outcome } = await settle(deps, attempt, answer, sender, pace);
          if (outcome.kind === "paused") break;
        }
      }
      moreSignups = await settleSignups(deps, SIGNUPS_AT_ONCE);
    }
  } finally {
    await next?.catch(() => null);
    await lease.giveBack(pace);
  }
}

async function settle(
  deps: Deps,
  { batch, mails }: Prepared,
  answer: Promise<Sent>,
  sender: Sender,
  pace: Pace,
): Promise<Sent> {
  const madeAt = Date.now();
  const sent = await answer;
  const { outcome, limits } = sent;
  pace.learn(limits, Date.now(), outcome.kind === "rate-limited");
  const took = Date.now() - madeAt;
  await record(deps, batch, outcome).catch((error: unknown) => putOff(deps, batch, error));
  deps.log("batch.attempted", {
    batch: batch.id,
    mails: mails.length,
    attempt: batch.attempts + 1,
    outcome: outcome.kind,
    took,
  });
  // Anything else says nothing of the cause: it may be there still.
  if ((outcome.kind === "accepted" || outcome.kind === "refused") && sender.pausedSince) {
    await resumeSending(deps.db);
    deps.log("sending.resumed", { after: sender.pausedBecause });
    sender.pausedSince = null;
  }
  return sent;
}
