import { and, eq } from "drizzle-orm";
import type { WriteDb } from "../db/client.ts";
import { batches } from "../db/schema.ts";
import type { Sending } from "../deps.ts";
import { advance, moveToNewBatch, type Step } from "../registry/owed/deliveries.ts";
import type { Batch } from "./batch.ts";
import { pauseSending } from "./lease.ts";
import type { Outcome } from "./mailer.ts";

/** Records what came of an attempt; `batch` is as it was before the attempt. */
export async function recordOutcome(deps: Sending, batch: Batch, outcome: Outcome): Promise<void> {
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
      await pauseSending(deps.db, deps.clock.now(), outcome.because);
      return notSent(deps, batch, outcome.because);
  }
}

/** Known not sent: the attempt does not count, and the retry window has not begun by it. Due again at once. */
function notSent(deps: Sending, batch: Batch, lastError: string): Promise<void> {
  const { attempts, firstAttemptAt } = batch;
  return later(deps, batch, { attempts, firstAttemptAt, nextAttemptAt: deps.clock.now(), lastError });
}

async function later({ db }: Sending, batch: Batch, state: Partial<typeof batches.$inferInsert>): Promise<void> {
  await db.update(batches).set(state).where(isLatestAttempt(batch));
}

/**
 * Whether no other process has tried the batch since `batch` was read. A process may sleep past its lease before it
 * records an outcome: its "not sent" is no longer true of a batch that was tried again.
 */
const isLatestAttempt = ({ id, attempts }: Batch) =>
  and(eq(batches.id, id), eq(batches.state, "pending"), eq(batches.attempts, attempts + 1));

/** Records what the provider took of a batch, mail by mail, and lets its bytes go. */
function settleAccepted(
  { db, clock }: Sending,
  batch: Batch,
  { mails }: Outcome & { kind: "accepted" },
): Promise<void> {
  return db.transaction(async (tx) => {
    const steps = (batch.members ?? []).flatMap((id, position): Step[] => {
      const mail = mails[position];
      if (!mail) return [];
      return "emailId" in mail
        ? [{ id, state: "accepted", cause: null, emailId: mail.emailId }]
        : [{ id, state: "failed", cause: mail.refused }];
    });
    const settledAt = clock.now();
    await advance(tx, settledAt, steps);
    const lastError = steps.find(({ state }) => state === "failed")?.cause ?? null;
    await close(tx, batch, { state: "sent", settledAt, lastError });
  });
}

/**
 * A batch refused whole was not sent: it is split in two under new keys, so that what is wrong with one mail is found
 * and the others go. A mail refused alone has failed.
 */
function settleRefused({ db, clock }: Sending, batch: Batch, cause: string): Promise<void> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const [ours] = await tx.select({ id: batches.id }).from(batches).where(isLatestAttempt(batch)).for("update");
    if (!ours) return;
    const members = batch.members ?? [];
    if (members.length <= 1) {
      const failed = members.map((id): Step => ({ id, state: "failed", cause }));
      await advance(tx, now, failed);
      return close(tx, batch, { state: "failed", settledAt: now, lastError: cause });
    }
    const middle = Math.ceil(members.length / 2);
    for (const half of [members.slice(0, middle), members.slice(middle)]) await moveToNewBatch(tx, batch, half, now);
    await close(tx, batch, { state: "split", settledAt: now, lastError: cause });
  });
}

async function close(tx: WriteDb, { id }: Batch, as: Pick<Batch, "state" | "settledAt" | "lastError">): Promise<void> {
  await tx
    .update(batches)
    .set({ ...as, body: null })
    .where(eq(batches.id, id))
    .prepare("settled")
    .execute();
}
