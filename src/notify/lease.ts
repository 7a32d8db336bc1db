import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { sender } from "../db/schema.ts";
import type { Pace } from "./pace.ts";

/** Longer than one request to the provider can take, so that a holder who still waits for one keeps it. */
const LEASE = sql`now() + interval '45 seconds'`;

export type Sender = typeof sender.$inferSelect;

/**
 * Takes, or keeps, the right to send: the provider's limits are per team, so there is one sender whatever runs in
 * parallel. By the database's clock, which every process shares. Null while another holds it.
 */
export async function takeLease(db: Db, holder: string, pace?: Pace): Promise<Sender | null> {
  const free = or(isNull(sender.leasedUntil), sql`${sender.leasedUntil} < now()`, eq(sender.holder, holder));
  const learned = pace
    ? { limitRequests: pace.limit, limitSeconds: pace.limit === null ? null : pace.windowSeconds }
    : {};
  const [taken] = await db
    .update(sender)
    .set({ holder, leasedUntil: LEASE, ...learned })
    .where(free)
    .returning();
  return taken ?? null;
}

export async function giveLeaseBack(db: Db, holder: string): Promise<void> {
  await db
    .update(sender)
    .set({ holder: null, leasedUntil: null })
    .where(and(eq(sender.id, 1), eq(sender.holder, holder)));
}

/** Stops all sending for a while, saying why and since when. */
export async function pauseSending(db: Db, now: Date, ms: number, because: string): Promise<void> {
  await db.update(sender).set({
    pausedUntil: new Date(now.getTime() + ms),
    pausedSince: sql`coalesce(${sender.pausedSince}, ${now.toISOString()}::timestamptz)`,
    pausedBecause: because,
  });
}

export async function resumeSending(db: Db): Promise<void> {
  await db.update(sender).set({ pausedUntil: null, pausedSince: null, pausedBecause: null });
}
