import { and, asc, eq, isNull, like, sql } from "drizzle-orm";
import { violatedConstraint } from "../db/errors.ts";
import { batches, deliveries, idempotencyKeys, type SubscriberStatus, signups, subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Actor, audit } from "./audit.ts";
import { advance } from "./deliveries.ts";
import type { Subscriber } from "./followers.ts";
import { oweMail } from "./owe.ts";
import { Refusal, refuseField } from "./refusal.ts";
import { emailKey, hashEmail } from "./signups.ts";
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
export async function addSubscriber(deps: Deps, input: NewSubscriber, actor: Actor): Promise<Subscriber> {
  const now = deps.clock.now();
  try {
    return await deps.db.transaction(async (tx) => {
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
        .returning();
      if (!subscriber) throw new Error("A subscriber was not inserted");
      if (!input.confirmed) await oweMail(tx, now, "confirmation", subscriber.id);
      await audit(tx, deps.clock, { actor, action: "subscriber.added", subject: `subscriber:${subscriber.id}` });
      return subscriber;
    });
  } catch (error) {
    if (violatedConstraint(error) !== "subscribers_email_is_unique") throw error;
    throw refuseField("email-taken", "/email", "is a subscriber already");
  }
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

/** Erases a person (GDPR Art. 17): deliveries keep a keyed hash, and what was not yet being sent is skipped. */
export function eraseSubscriber(deps: Deps, id: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const subscriber = await getSubscriber({ ...deps, db: tx }, id);
    const waiting = await tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .innerJoin(batches, eq(batches.id, deliveries.batchId))
      .where(and(eq(deliveries.subscriberId, id), eq(deliveries.state, "pending"), isNull(batches.body)));
    const now = deps.clock.now();
    await advance(
      tx,
      now,
      waiting.map((delivery) => ({ id: delivery.id, state: "skipped", cause: "erased" })),
    );
    await tx.delete(signups).where(eq(signups.emailHash, subscriber.emailHash));
    // Answers kept for repeated requests may show the person too.
    await tx.delete(idempotencyKeys).where(like(idempotencyKeys.body, `%${id}%`));
    await tx.delete(subscribers).where(eq(subscribers.id, id));
    await audit(tx, deps.clock, { actor, action: "subscriber.erased", subject: `subscriber:${id}` });
  });
}
