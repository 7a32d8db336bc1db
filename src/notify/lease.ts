import { eq, not, or, sql } from "drizzle-orm";
import { isWithin, type Timer } from "../clock.ts";
import type { WriteDb } from "../db/client.ts";
import { sender as table } from "../db/schema.ts";
import type { Sending } from "../deps.ts";
import { Pace } from "./pace.ts";

/** Longer than one request to the provider can take, so that a holder who still waits for one keeps it. */
const LEASE = sql`now() + interval '45 seconds'`;

/** Whether somebody may be sending. A lease that would last longer than any was taken before the clock was set back. */
export const isLeased = sql<boolean>`coalesce(${table.leasedUntil} between now() and ${LEASE}, false)`;

/** Renewed in good time: what is left of it always covers one request and its recording. */
const RENEW_AFTER_MS = 15_000;

export type Sender = typeof table.$inferSelect;

/**
 * Takes, or keeps, the right to send: the provider's limits are per team, so there is one sender whatever runs in
 * parallel. By the database's clock, which every process shares. Null while another holds it.
 */
export async function takeLease(db: WriteDb, holder: string, learned: Partial<Sender> = {}): Promise<Sender | null> {
  const free = or(not(isLeased), eq(table.holder, holder));
  const [taken] = await db
    .update(table)
    .set({ ...learned, holder, leasedUntil: LEASE })
    .where(free)
    .returning();
  return taken ?? null;
}

/**
 * The pace that the last sender learned. From `now` (in milliseconds) nobody waits for longer than there was to wait when
 * it was said: the clock may have been set back since.
 */
export function paceOf({ limitRequests, limitSeconds, paceMs, readyAt, readySaidAt }: Sender, now: number): Pace {
  const ready = readyAt?.getTime() ?? 0;
  const waitMs = ready - (readySaidAt?.getTime() ?? ready);
  return new Pace({
    limit: limitRequests,
    windowSeconds: limitSeconds,
    perRequestMs: paceMs,
    readyAt: readyAt && new Date(Math.min(ready, now + waitMs)),
    saidAt: new Date(now),
  });
}

/** How long sending pauses before it asks again whether the cause is gone. */
const PAUSE_MS = 60_000;

/** Whether sending is paused at an instant: a pause that would last longer than any was begun before the clock was set back. */
export function isPausedAt({ pausedUntil }: Pick<Sender, "pausedUntil">, now: Date): boolean {
  const left = (pausedUntil?.getTime() ?? 0) - now.getTime();
  return left > 0 && left <= PAUSE_MS;
}

/** A lease on sending that is renewed as it is used. */
export function keepLease({ db, clock, timer }: Pick<Sending, "db" | "clock"> & { timer: Timer }, holder: string) {
  let sender: Sender | null = null;
  let renewedAt = 0;
  return {
    /** The sender's row while we may send; null while another does, or sending is paused or held. */
    async hold(pace?: Pace): Promise<Sender | null> {
      if (!sender || !isWithin(timer, renewedAt, RENEW_AFTER_MS)) {
        sender = await takeLease(db, holder, learned(pace));
        renewedAt = timer.now();
      }
      return sender && (sender.heldSince || isPausedAt(sender, clock.now())) ? null : sender;
    },
    async giveBack(pace?: Pace): Promise<void> {
      const free = { holder: null, leasedUntil: null, ...learned(pace) };
      await db.update(table).set(free).where(eq(table.holder, holder));
    },
  };
}

/** What to keep of the provider's limit; what an earlier process learned stays until we know better. */
function learned(pace: Pace | undefined): Partial<Sender> {
  if (!pace) return {};
  return {
    readyAt: pace.readyAt,
    readySaidAt: pace.saidAt,
    ...(pace.perRequestMs === null ? {} : { paceMs: Math.round(pace.perRequestMs) }),
    ...(pace.limit ? { limitRequests: pace.limit, limitSeconds: pace.windowSeconds } : {}),
  };
}

/** Stops all sending for a while, saying why and since when. */
export async function pauseSending(db: WriteDb, now: Date, because: string): Promise<void> {
  await db.update(table).set({
    pausedUntil: new Date(now.getTime() + PAUSE_MS),
    pausedSince: sql`coalesce(${table.pausedSince}, ${now.toISOString()}::timestamptz)`,
    pausedBecause: because,
  });
}

export async function resumeSending(db: WriteDb): Promise<void> {
  await db.update(table).set({ pausedUntil: null, pausedSince: null, pausedBecause: null });
}
