import { and, eq, lt } from "drizzle-orm";
import { subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { audit } from "./audit.ts";
import { takeSignup } from "./signups.ts";
import type { Locale } from "./text.ts";
import { CONFIRMATION_HOURS, readToken, type TokenPurpose } from "./token.ts";

export type Subscriber = typeof subscribers.$inferSelect;

/** The person a link was made for; null when the link is not ours, or the person was erased or forgotten. */
export async function subscriberOf(deps: Deps, purpose: TokenPurpose, token: string): Promise<Subscriber | null> {
  const read = readToken(deps.config.tokenSecret, purpose, token);
  if (!read) return null;
  const [subscriber] = await deps.db.select().from(subscribers).where(eq(subscribers.id, read.subscriberId));
  return subscriber ?? null;
}

/** Whether a confirmation link is past its 48 hours. */
export function isExpired({ clock, config }: Deps, token: string): boolean {
  const at = readToken(config.tokenSecret, "confirm", token)?.at.getTime() ?? 0;
  return clock.now().getTime() - at > CONFIRMATION_HOURS * 3_600_000;
}

/** Confirms an address, as often as the button is pressed. */
export function confirm(deps: Deps, subscriber: Subscriber): Promise<void> {
  return setStatus(deps, subscriber, "active", "subscriber.confirmed");
}

/** Asks for another confirmation mail, within the limits of the form. */
export function askAgain(deps: Deps, { email, locale, products }: Subscriber, ip: string | null): Promise<void> {
  return takeSignup(deps, { email, locale, products, ip });
}

/** Ends a subscription at once (RFC 8058, 3.2). Doing it again changes nothing. */
export function unsubscribe(deps: Deps, subscriber: Subscriber): Promise<void> {
  return setStatus(deps, subscriber, "unsubscribed", "subscriber.unsubscribed");
}

/** Takes an unsubscription back, by the link of the same person. An unconfirmed address stays unconfirmed. */
export async function undoUnsubscribe(deps: Deps, subscriber: Subscriber): Promise<void> {
  if (subscriber.confirmedAt) await setStatus(deps, subscriber, "active", "subscriber.resubscribed");
}

function setStatus(deps: Deps, { id }: Subscriber, status: "active" | "unsubscribed", action: string): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const [subscriber] = await tx.select().from(subscribers).where(eq(subscribers.id, id)).for("update");
    if (!subscriber || subscriber.status === status) return;
    const now = deps.clock.now();
    const times =
      status === "active"
        ? { confirmedAt: subscriber.confirmedAt ?? now, unsubscribedAt: null }
        : { unsubscribedAt: now };
    await tx
      .update(subscribers)
      .set({ status, ...times })
      .where(eq(subscribers.id, id));
    await audit(tx, deps.clock, { actor: `subscriber:${id}`, action, subject: `subscriber:${id}` });
  });
}

export type Preferences = { locale: Locale; products: string[] };

/** Sets the language of the mails and the products they are about (none chosen: all). */
export function setPreferences(deps: Deps, { id }: Subscriber, preferences: Preferences): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await tx.update(subscribers).set(preferences).where(eq(subscribers.id, id));
    await audit(tx, deps.clock, {
      actor: `subscriber:${id}`,
      action: "subscriber.preferences",
      subject: `subscriber:${id}`,
      data: preferences,
    });
  });
}

/** Forgets addresses that nobody confirmed within seven days of asking. */
export async function forgetPending({ db, clock }: Deps): Promise<void> {
  const weekAgo = new Date(clock.now().getTime() - 7 * 86_400_000);
  await db.transaction(async (tx) => {
    const forgotten = await tx
      .delete(subscribers)
      .where(and(eq(subscribers.status, "pending"), lt(subscribers.requestedAt, weekAgo)))
      .returning({ id: subscribers.id });
    for (const { id } of forgotten) {
      await audit(tx, clock, { actor: "system", action: "subscriber.forgotten", subject: `subscriber:${id}` });
    }
  });
}
