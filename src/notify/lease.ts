import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { sender } from "../db/schema.ts";

/** Longer than one request to the provider can take, so that a holder who still waits for one keeps it. */
const LEASE = sql`now() + interval '45 seconds'`;

/**
 * Takes, or keeps, the right to send: the provider's limits are per team, so there is one sender whatever runs in
 * parallel. By the database's clock, which every process shares.
 */
export async function takeLease(db: Db, holder: string): Promise<boolean> {
  const free = or(isNull(sender.leasedUntil), sql`${sender.leasedUntil} < now()`, eq(sender.holder, holder));
  const taken = await db.update(sender).set({ holder, leasedUntil: LEASE }).where(free).returning({ id: sender.id });
  return taken.length > 0;
}

export async function giveLeaseBack(db: Db, holder: string): Promise<void> {
  await db
    .update(sender)
    .set({ holder: null, leasedUntil: null })
    .where(and(eq(sender.id, 1), eq(sender.holder, holder)));
}

/** Stops all sending until a moment, saying why; `pausedUntil` null resumes. */
export async function pauseSending(db: Db, pausedUntil: Date | null, pausedBecause: string | null): Promise<void> {
  await db.update(sender).set({ pausedUntil, pausedBecause });
}

export async function isPaused(db: Db, now: Date): Promise<boolean> {
  const [row] = await db.select({ pausedUntil: sender.pausedUntil }).from(sender);
  return row?.pausedUntil != null && row.pausedUntil > now;
}
