import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { batches, notices, sender } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../registry/log/audit.ts";
import { writeRegistry, writeWithoutLock } from "../registry/log/frame.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { oweOrganisation } from "../registry/owed/owe.ts";

/**
 * Owes the organisation a mail of a pause that the provider forces, once for each: notices are not sent meanwhile. It
 * arrives when they are sent again, and says so; until then `GET /v1/sending` and the log have the pause. Safe to call at
 * any time, from anywhere.
 */
export async function owePause(deps: Deps): Promise<void> {
  if (!(await untoldPause(deps.db))) return;
  await writeRegistry(deps, "system", async (w) => {
    const pause = await untoldPause(w.db);
    if (!pause) return;
    await oweOrganisation(w, { kind: "sending-paused", about: { pause } });
    w.audit("sender.pause-told", null, { since: pause.since });
  });
}

/**
 * Sends nothing more until somebody resumes. Whoever is sending ends within seconds: `GET /v1/sending` says `held` when
 * nothing is under way any more. Does nothing where it is held already.
 */
export function holdSending(deps: Deps, actor: Actor): Promise<void> {
  return writeWithoutLock(deps, actor, async (w) => {
    const held = await w.db
      .update(sender)
      .set({ heldSince: w.now, heldBecause: "asked" })
      .where(isNull(sender.heldSince))
      .returning({ id: sender.id });
    if (held.length > 0) w.audit("sender.held", null);
  });
}

/**
 * Sends again at once: what was held, or paused, which ends by itself within the minute. That is the same pause until something
 * is sent: what is still refused is told to nobody anew. Does nothing where there is neither.
 */
export function resumeNow(deps: Deps, actor: Actor): Promise<void> {
  return writeWithoutLock(deps, actor, async (w) => {
    const pausedUntil = sql`case when ${sender.pausedUntil} is not null then ${w.now.toISOString()}::timestamptz end`;
    const paused = await w.db
      .update(sender)
      .set({ pausedUntil, heldSince: null, heldBecause: null })
      .where(or(isNotNull(sender.pausedUntil), isNotNull(sender.heldSince)))
      .returning({ id: sender.id });
    if (paused.length === 0) return;
    w.kick();
    w.audit("sender.resumed", null);
  });
}

/** The pause there is, with something that waits for its end, and of which the organisation is not told. */
async function untoldPause(db: Db): Promise<{ since: string; because: string } | null> {
  const [row] = await db.select({ at: sender.pausedSince, because: sender.pausedBecause }).from(sender);
  if (!row?.at || !row.because || !(await getOrganisation(db)).privacyEmail) return null;
  if ((await db.$count(batches, eq(batches.state, "pending"))) === 0) return null;
  const since = row.at.toISOString();
  const told = and(eq(notices.kind, "sending-paused"), sql`${notices.about} -> 'pause' ->> 'since' = ${since}`);
  return (await db.$count(notices, told)) > 0 ? null : { since, because: row.because };
}
