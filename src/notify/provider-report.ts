import { z } from "@hono/zod-openapi";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { deliveries, providerEvents, subscribers, suppressions } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { arrived, DELIVERY_STATES, type DeliveryState, type SuppressionReason } from "../model/people/delivery.ts";
import { hashEmail } from "../model/values/hash.ts";
import { type Locked, type Mutation, writeRegistry, writeWithoutLock } from "../registry/log/frame.ts";
import { advance } from "../registry/owed/deliveries.ts";
import { customersAt, noteReachability } from "../registry/people/reachability.ts";
import type { ProviderReport } from "./resend.ts";
import { closeIfKnown, lockUncertain } from "./uncertain.ts";

type Delivery = typeof deliveries.$inferSelect;

/**
 * What each report of the provider says of a delivery; null: it is kept, but moves nothing. The others (opened, clicked)
 * are none of our business.
 */
const STATES = new Map<string, DeliveryState | null>([
  ["email.sent", "accepted"],
  ["email.delivery_delayed", null],
  ["email.delivered", "delivered"],
  ["email.bounced", "bounced"],
  ["email.complained", "complained"],
  ["email.failed", "failed"],
  ["email.suppressed", "suppressed"],
]);

/**
 * Takes a provider's report about one mail: moves its delivery forward, in whatever order reports arrive, and suppresses
 * the address after a permanent bounce or a complaint. The same event again changes nothing. A report that matches no
 * delivery is only kept: the account may send mail that is not ours. Mail to the organisation itself suppresses nothing:
 * it is tried again.
 */
export async function takeReport(deps: Deps, eventId: string, report: ProviderReport): Promise<void> {
  const state = STATES.get(report.type);
  if (state === undefined) return;
  const reason = suppressionOf(report);
  // The registry's lock is taken only by the few that change who can be told.
  const delivery = await (reason === null
    ? writeWithoutLock(deps, "provider", (w) => keepReport(w, eventId, report, state))
    : writeRegistry(deps, "provider", async (w) => {
        const reported = await keepReport(w, eventId, report, state);
        if (reported && reported.address === null) await suppress(w, reported.emailHash, reason, report.detail);
        return reported;
      }));
  if (delivery && delivery.address !== null && state && !DELIVERY_STATES[state].tells)
    deps.log("privacyEmail.missed", { notice: delivery.noticeId, state, because: report.detail });
}

/** Keeps a report and moves its delivery. Gives the delivery; null without one, and for an event that came before. */
async function keepReport(
  { db, config, now }: Mutation,
  eventId: string,
  { to, isPermanent: _, ...report }: ProviderReport,
  state: DeliveryState | null,
): Promise<Delivery | null> {
  const emailHash = to === null ? null : hashEmail(config.tokenSecret, to);
  const delivery = await find(db, report, emailHash);
  const [fresh] = await db
    .insert(providerEvents)
    .values({ ...report, id: eventId, emailHash, receivedAt: now, deliveryId: delivery?.id ?? null })
    .onConflictDoNothing()
    .returning({ id: providerEvents.id });
  if (!fresh || !delivery) return null;
  if (state && !isOfEarlierMail(delivery, report.emailId, state)) {
    await lockUncertain(db, delivery.batchId);
    await advance(db, now, [{ id: delivery.id, state, cause: report.detail, emailId: report.emailId }]);
    await closeIfKnown(db, delivery.batchId, now);
  }
  return delivery;
}

/** The delivery by the provider's id; before that was recorded, by the notice the mail is tagged with and its address. */
async function find(
  tx: Db,
  { emailId, noticeId }: Pick<ProviderReport, "emailId" | "noticeId">,
  emailHash: string | null,
): Promise<Delivery | null> {
  if (emailId !== null) {
    const [known] = await tx.select().from(deliveries).where(eq(deliveries.emailId, emailId));
    if (known) return known;
  }
  // The tag comes from outside, and may be no id.
  if (emailHash === null || !z.guid().safeParse(noticeId).success) return null;
  const isTagged = and(eq(deliveries.noticeId, noticeId ?? ""), eq(deliveries.emailHash, emailHash));
  // By the person, whom an index has beside the notice: so it is one of many thousand. Whoever was erased, and the
  // organisation, are among the few that are no person's.
  const people = tx.select({ id: subscribers.id }).from(subscribers).where(eq(subscribers.emailHash, emailHash));
  const [theirs] = await tx
    .select()
    .from(deliveries)
    .where(and(isTagged, inArray(deliveries.subscriberId, people)));
  if (theirs) return theirs;
  const [nobodys] = await tx
    .select()
    .from(deliveries)
    .where(and(isTagged, isNull(deliveries.subscriberId)));
  return nobodys ?? null;
}

/**
 * Whether a report tells what became of a mail whose delivery was reopened since, and another sent or about to be. That
 * the earlier mail came after all still counts.
 */
function isOfEarlierMail(delivery: Delivery, emailId: string | null, state: DeliveryState): boolean {
  if (emailId === null || delivery.emailId === null || arrived(state)) return false;
  return (delivery.state === "pending") === (delivery.emailId === emailId);
}

/** Why an address is suppressed: only for what will not mend itself. A full mailbox is empty again tomorrow. */
function suppressionOf({ type, isPermanent }: ProviderReport): SuppressionReason | null {
  if (type === "email.complained") return "complained";
  if (type === "email.suppressed") return "suppressed";
  return type === "email.bounced" && isPermanent ? "bounced" : null;
}

async function suppress(w: Locked, emailHash: string, reason: SuppressionReason, detail: string | null): Promise<void> {
  const [made] = await w.db
    .insert(suppressions)
    .values({ emailHash, reason, detail, since: w.now })
    .onConflictDoNothing()
    .returning({ id: suppressions.id });
  if (!made) return;
  await noteReachability(w, customersAt(emailHash));
  w.audit("address.suppressed", made.id, { reason });
}
