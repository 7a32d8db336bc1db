import { eq, sql } from "drizzle-orm";
import { isUnavailable } from "../db/errors.ts";
import { batches } from "../db/schema.ts";
import type { Sending } from "../deps.ts";

/** The provider forgets an idempotency key after 24 hours; a retry after 23 could be a second mail. */
const RETRY_WINDOW_MS = 23 * 3_600_000;

/** By how much the clocks of processes that send may differ: what is left of the key. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** Whether the key may have expired, or nobody knows: the first attempt is in the future of a clock that was set back. */
export function isPastRetrying(firstAttemptAt: Date | null, now: Date): boolean {
  if (firstAttemptAt === null) return false;
  const age = now.getTime() - firstAttemptAt.getTime();
  return age > RETRY_WINDOW_MS || age < -CLOCKS_DIFFER_MS;
}

const FIRST_BACKOFF_MS = 5000;
const LONGEST_BACKOFF_MS = 900_000;
const SPREAD = 1 / 2;

/** 5 s, 10 s, 20 s … up to 15 minutes, each up to a half longer, so that processes do not return in step. */
export function backoffMs(attempts: number): number {
  return Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempts) * (1 + Math.random() * SPREAD);
}

/**
 * Of `batches`: it may be tried now. What would wait for longer than it is ever put off after so many attempts was put
 * off, or owed, by a clock that was set back since.
 */
export function isDue(now: Date) {
  const doubled = sql`${FIRST_BACKOFF_MS}::integer * 2 ^ least(${batches.attempts}, 20)`;
  const longest = sql`interval '1 millisecond' * (least(${LONGEST_BACKOFF_MS}::integer, ${doubled}) * ${1 + SPREAD}::float8)`;
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql<boolean>`(${batches.nextAttemptAt} not between ${at} + interval '1 millisecond' and ${at} + ${longest})`;
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
