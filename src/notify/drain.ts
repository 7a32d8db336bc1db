import { isWithin, type Timer } from "../clock.ts";
import type { Sending } from "../deps.ts";
import { recordAttempt } from "./attempt.ts";
import type { Batch } from "./batch.ts";
import { keepLease, paceOf, resumeSending, type Sender } from "./lease.ts";
import type { Mailer, Outcome } from "./mailer.ts";
import type { Pace } from "./pace.ts";
import { prepareAhead } from "./prepare/ahead.ts";
import type { Prepared } from "./prepare/prepared.ts";
import { putOff } from "./retry.ts";
import { recordOutcome } from "./settle.ts";

export type SendingDeps = Sending & { mailer: Mailer; timer: Timer };

/** How long to go on; `signal` ends it after the batch that is out. */
type Budget = { budgetMs: number; signal?: AbortSignal };

/** How long before its request an attempt is recorded, so that the request itself is on time. */
const RECORDING_MS = 100;

/** The longest wait without a look at the lease: it must not end while we wait for the provider's limit. */
const LOOK_AFTER_MS = 10_000;

/** After a longer sleep the lease may have passed on, and another process may have tried, or split, our batch. */
const OVERSLEPT_MS = 30_000;

/** What was chosen longer ago is chosen anew: it may not be due any more, or not in order. */
const CHOSEN_FOR_MS = 60_000;

/**
 * Pays what is owed: settles the form's requests, and sends one due batch after another until nothing is due or
 * `budgetMs` has passed. Sends nothing while another process is sending. Safe to call at any time, from anywhere.
 */
export async function drain(deps: SendingDeps, { budgetMs, signal }: Budget): Promise<void> {
  const { timer } = deps;
  const startedAt = timer.now();
  const lease = keepLease(deps, crypto.randomUUID());
  let pace: Pace | undefined;
  const ahead = prepareAhead(deps);
  let recorded: Promise<void> = Promise.resolve();

  /** The next batch. If none was due, another look after the last outcome is recorded, as that may make one due. */
  async function whatIsDue() {
    const next = await ahead.next();
    if (next) return next;
    await recorded;
    return ahead.next();
  }

  /** Waits until it is nearly time for the next request. Null when we may not send it any more, or the clock was set back. */
  async function whenDue(pace: Pace): Promise<Sender | null> {
    for (;;) {
      const early = Math.max(0, pace.waitMs(timer.now()) - RECORDING_MS);
      if (early > 0) await timer.sleep(Math.min(early, LOOK_AFTER_MS), signal);
      const sender = await lease.hold(pace);
      if (!sender || early <= LOOK_AFTER_MS || signal?.aborted) return sender;
      if (timer.now() < startedAt) return null;
    }
  }

  try {
    for (
      let sender = await lease.hold();
      sender && isWithin(timer, startedAt, budgetMs) && !signal?.aborted;
      sender = await lease.hold(pace)
    ) {
      pace ??= paceOf(sender, timer.now());
      const due = await whatIsDue();
      if (!due && !ahead.moreSignups()) break;
      if (!due) continue;
      if (!isWithin(timer, startedAt, budgetMs - pace.waitMs(timer.now()))) break;
      sender = await whenDue(pace);
      if (!sender || signal?.aborted) break;
      if (!isWithin(timer, due.chosenAt, CHOSEN_FOR_MS)) {
        await ahead.letGo();
        continue;
      }
      const attempt = await recordAttempt(deps, due.prepared);
      ahead.tried(due.prepared);
      if (!attempt) continue;
      const recordedAt = timer.now();
      const early = pace.waitMs(recordedAt);
      if (early > 0) await timer.sleep(early);
      if (!isWithin(timer, recordedAt, OVERSLEPT_MS)) continue;
      pace.take(timer.now());
      const answer = send(deps, attempt, pace);
      // The provider takes the longest: meanwhile the next are made ready, and the one before is recorded.
      ahead.goOn();
      const outcome = await answer;
      await recorded;
      recorded = recordAndResume(deps, attempt.batch, outcome, sender);
      recorded.catch(() => {});
      // Anything but a plain success may be a reason not to send the next.
      if (outcome.kind !== "accepted") await recorded;
      if (outcome.kind === "paused") break;
    }
    await recorded;
  } finally {
    await Promise.allSettled([ahead.letGo(), recorded]);
    await lease.giveBack(pace);
  }
}

async function send(deps: SendingDeps, { batch, body }: Prepared, pace: Pace): Promise<Outcome> {
  const madeAt = deps.timer.now();
  const mails = batch.members?.length ?? 0;
  const { outcome, limits } = await deps.mailer.send({ body, mails }, batch.id);
  pace.learn(limits, deps.timer.now(), outcome.kind);
  deps.log("batch.attempted", {
    batch: batch.id,
    mails,
    attempt: batch.attempts + 1,
    outcome: outcome.kind,
    ...(outcome.kind === "accepted" ? { refused: outcome.mails.filter((mail) => "refused" in mail).length } : {}),
    took: deps.timer.now() - madeAt,
  });
  return outcome;
}

async function recordAndResume(deps: Sending, batch: Batch, outcome: Outcome, sender: Sender): Promise<void> {
  await recordOutcome(deps, batch, outcome).catch((error: unknown) => putOff(deps, batch, error));
  // Only these show that the cause of the pause is gone.
  if ((outcome.kind === "accepted" || outcome.kind === "refused") && sender.pausedSince) {
    await resumeSending(deps.db);
    deps.log("sending.resumed", { after: sender.pausedBecause });
    sender.pausedSince = null;
  }
}
