import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { deliveries, providerEvents, suppressions } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { DeliveryState } from "../model/delivery.ts";
import { hashEmail } from "../model/hash.ts";
import type { Organisation } from "../model/organisation-document.ts";
import { audit } from "../registry/log/audit.ts";
import { lockRegistry } from "../registry/log/organisation.ts";
import { advance } from "../registry/owed/deliveries.ts";
import { customersAt, noteReachability } from "../registry/people/reachability.ts";
import type { ProviderReport } from "./resend.ts";
import { closeIfKnown, lockGiven } from "./settle.ts";

type Delivery = typeof deliveries.$inferSelect;

/** What each report of the provider says of a delivery; the others (opened, clicked) are none of our business. */
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
 * Takes a provider's report about one mail: moves its delivery forward, whatever the order in which reports arrive, and
 * suppresses the address after a permanent bounce or a complaint. The same event again changes nothing; one that
 * matches no delivery is kept, and no more: it may be about a mail of somebody else's to several people. Reports that
 * say nothing of a delivery are left aside.
 */
export async function takeReport(deps: Deps, eventId: string, report: ProviderReport): Promise<void> {
  const state = STATES.get(report.type);
  if (state === undefined) return;
  const emailHash = report.to === null ? null : hashEmail(deps.config.tokenSecret, report.to);
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const reason = suppressionOf(report);
    // Before anything else is locked, as everybody does who takes it.
    const organisation = reason && (await lockRegistry(tx));
    const delivery = await find(tx, report, emailHash);
    const cause = report.bounce ? `${report.bounce.type}: ${report.bounce.detail}` : null;
    const [fresh] = await tx
      .insert(providerEvents)
      .values({
        id: eventId,
        type: report.type,
        emailId: report.emailId,
        noticeId: report.noticeId,
        batchId: report.batchId,
        emailHash,
        detail: cause,
        occurredAt: report.createdAt,
        receivedAt: now,
        deliveryId: delivery?.id ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: providerEvents.id });
    if (!fresh) return;
    if (!delivery) return;
    if (state && !isOfEarlierMail(delivery, report, state)) {
      await lockGiven(tx, delivery.batchId);
      await advance(tx, now, [{ id: delivery.id, state, cause, emailId: report.emailId }]);
      await closeIfKnown(tx, delivery.batchId, now);
    }
    if (reason && organisation)
      await suppress({ ...deps, db: tx }, organisation, delivery.emailHash, { reason, detail: cause });
  });
}

/** By the provider's id; or, before its answer was recorded, by the notice the mail is tagged with and its address. */
async function find(tx: Db, { emailId, noticeId }: ProviderReport, emailHash: string | null) {
  if (emailId !== null) {
    const [known] = await tx.select().from(deliveries).where(eq(deliveries.emailId, emailId));
    if (known) return known;
  }
  if (noticeId === null || emailHash === null) return null;
  const tagged = and(sql`${deliveries.noticeId}::text = ${noticeId}`, eq(deliveries.emailHash, emailHash));
  const [delivery] = await tx.select().from(deliveries).where(tagged);
  return delivery ?? null;
}

/** Whether a report is about a mail that failed, and is to be sent again: that one's coming or failing says nothing now. */
const isOfEarlierMail = (delivery: Delivery, { emailId }: ProviderReport, state: DeliveryState): boolean =>
  delivery.state === "pending" &&
  emailId !== null &&
  delivery.emailId === emailId &&
  (state === "accepted" || state === "failed");

/** Only what will not mend itself: a full mailbox is empty again tomorrow, an address the provider gave up is not. */
function suppressionOf({ type, bounce }: ProviderReport): "bounced" | "complained" | null {
  if (type === "email.complained") return "complained";
  if (type === "email.suppressed") return "bounced";
  return type === "email.bounced" && bounce?.type === "Permanent" ? "bounced" : null;
}

async function suppress(
  deps: Deps,
  organisation: Organisation,
  emailHash: string,
  why: { reason: "bounced" | "complained"; detail: string | null },
): Promise<void> {
  const { db: tx, clock } = deps;
  const [made] = await tx
    .insert(suppressions)
    .values({ emailHash, ...why, since: clock.now() })
    .onConflictDoNothing()
    .returning({ id: suppressions.id });
  if (!made) return;
  await noteReachability(deps, organisation, customersAt(emailHash));
  await audit(tx, clock, {
    actor: "provider",
    action: "address.suppressed",
    subject: `suppression:${made.id}`,
    data: { reason: why.reason },
  });
}
