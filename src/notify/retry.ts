import { eq } from "drizzle-orm";
import { isUnavailable } from "../db/errors.ts";
import { batches } from "../db/schema.ts";
import type { Sending } from "../deps.ts";

/** The provider forgets an idempotency key after 24 hours; a retry after 23 could be a second mail. */
const RETRY_WINDOW_MS = 23 * 3_600_000;

export function isPastRetrying(firstAttemptAt: Date | null, now: Date): boolean {
  return firstAttemptAt !== null && now.getTime() - firstAttemptAt.getTime() > RETRY_WINDOW_MS;
}

/** 5 s, 10 s, 20 s … up to 15 minutes, each up to a half longer, so that processes do not return in step. */
export function backoffMs(attempts: number): number {
  return Math.min(900_000, 5000 * 2 ** attempts) * (1 + Math.random() / 2);
}

/** Puts off a batch that could not be prepared or recorded, for others to go on. Throws when the database is lost. */
export async function putOff(
  { db, clock, log }: Sending,
  batch: { id: string; attempts: number },
  error: unknown,
): Promise<void> {
  if (isUnavailable(error)) throw error;
  log("batch.broken", { batch: batch.id, error: error instanceof Error ? error.name : "unknown" });
  const nextAttemptAt = new Date(clock.now().getTime() + backoffMs(batch.attempts));
  await db
    .update(batches)
    .set({ nextAttemptAt, lastError: "could not be prepared or recorded" })
    .where(eq(batches.id, batch.id));
}
