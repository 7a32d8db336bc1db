import { and, asc, eq, like, sql } from "drizzle-orm";
import { idempotencyKeys, type SubscriberStatus, signups, subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Actor, audit } from "./audit.ts";
import type { Subscriber } from "./followers.ts";
import { emailKey, hashEmail } from "./hash.ts";
import { lockRegistry } from "./organisation.ts";
import { oweMail } from "./owe.ts";
import { Refusal, refuseField } from "./refusal.ts";
import type { Locale } from "./text.ts";

export type NewSubscriber = {
  email: string;
  name?: string | undefined;
  locale: Locale;
  products: string[];
  /** The operator vouches that the person has asked for it; else a confirmation mail asks. */
  confirmed: boolean;
};

/** Adds a follower for the operator. Refuses: email-taken. */
export function addSubscriber(deps: Deps, input: NewSubscriber, actor: Actor): Promise<Subscriber> {
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    // Not by catching the violated constraint: PostgreSQL would write the address into its log.
    const [subscriber] = await tx
      .insert(subscribers)
      .values({
        email: input.email,
        emailKey: emailKey(input.email),
        emailHash: hashEmail(deps.config.tokenSecret, input.email),
        name: input.name ?? null,
        locale: input.locale,
        products: input.products,
        status: input.confirmed ? "active" : "pending",
        createdAt: now,
        requestedAt: now,
        confirmedAt: input.confirmed ? now : null,
      })
      .onConflictDoNothing()
      .returning();
    if (!subscriber) throw refuseField("email-taken", "/email", "is a subscriber already");
    if (!input.confirmed) await oweMail(tx, now, { kind: "confirmation" }, subscriber.id);
    await audit(tx, deps.clock, { actor, action: "subscriber.added", subject: `subscriber:${subscriber.id}` });
    return subscriber;
  });
}

/** Where a subscriber stands in the list; it stays a place after they are gone. */
export const positionOf = ({ createdAt, id }: Subscriber): string => `${createdAt.toISOString()} ${id}`;

/** A page of subscribers, oldest first, after a position. */
export async function listSubscribers(
  { db }: Deps,
  { limit, after, status }: { limit: number; after: string | null; status?: SubscriberStatus | undefined },
): Promise<Subscriber[]> {
  const [createdAt, id] = after?.split(" ") ?? [];
  const position = after
    ? sql`(${subscribers.createdAt}, ${subscribers.id}) > (${createdAt}::timestamptz, ${id}::uuid)`
    : undefined;
  return db
    .select()
    .from(subscribers)
    .where(and(position, status ? eq(subscribers.status, status) : undefined))
    .orderBy(asc(subscribers.createdAt), asc(subscribers.id))
    .limit(limit);
}

/** Refuses: not-found. */
export async function getSubscriber({ db }: Deps, id: string): Promise<Subscriber> {
  const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.id, id));
  if (!subscriber) throw new Refusal("not-found", "There is no such subscriber.");
  return subscriber;
}

/** Erases a person (GDPR Art. 17): deliveries keep a keyed hash, and what was not tried yet is never sent. */
export function eraseSubscriber(deps: Deps, id: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    // Taking turns with announcements: none may owe a mail to somebody who is just being erased.
    await lockRegistry(tx);
    const subscriber = await getSubscriber({ ...deps, db: tx }, id);
    await tx.delete(signups).where(eq(signups.emailHash, subscriber.emailHash));
    // Answers kept for repeated requests may show the person too.
    await tx.delete(idempotencyKeys).where(like(idempotencyKeys.body, `%${id}%`));
    await tx.delete(subscribers).where(eq(subscribers.id, id));
    await audit(tx, deps.clock, { actor, action: "subscriber.erased", subject: `subscriber:${id}` });
  });
}
