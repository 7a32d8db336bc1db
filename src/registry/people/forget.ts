import { and, eq, isNull, lt, not, or } from "drizzle-orm";
import { idempotencyKeys, imports, proposedContacts, signups, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { writeRegistry, writeWithoutLock } from "../log/frame.ts";
import { isProposed } from "../owed/told.ts";
import { forgetAccess } from "../users/sessions.ts";
import { erase } from "./erase.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;

/**
 * Forgets what is kept only for a while: addresses and proposals of contacts that nobody confirmed within seven days of
 * asking; of the form's limits the keyed hash of an IP address after the hour it counts, and the rest after a day;
 * answers kept for repeated requests; plans of imports, with what was read of their files, after thirty days.
 */
export async function forgetExpired(deps: Deps): Promise<void> {
  const now = deps.clock.now().getTime();
  const ago = (ms: number) => new Date(now - ms);
  await writeWithoutLock(deps, "system", async (w) => {
    const { db } = w;
    await db.delete(proposedContacts).where(lt(proposedContacts.proposedAt, ago(WEEK)));
    await db
      .update(signups)
      .set({ ipHash: null })
      .where(lt(signups.requestedAt, ago(HOUR)));
    await db.delete(signups).where(lt(signups.requestedAt, ago(DAY)));
    await forgetAccess(w);
    await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, ago(DAY)));
    const gone = await db
      .delete(imports)
      .where(lt(imports.madeAt, ago(MONTH)))
      .returning({ id: imports.id });
    for (const { id } of gone) w.audit("import.forgotten", id);
  });
  const unasked = or(isNull(subscribers.requestedAt), lt(subscribers.requestedAt, ago(WEEK)));
  const unconfirmed = and(eq(subscribers.status, "pending"), unasked, not(isProposed));
  // There is nobody to forget at nearly every minute: the registry's lock is taken only when there is.
  if ((await deps.db.$count(subscribers, unconfirmed)) === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    const forgotten = await w.db.select({ id: subscribers.id }).from(subscribers).where(unconfirmed);
    await erase(w, forgotten);
    for (const { id } of forgotten) w.audit("subscriber.forgotten", id);
  });
}
