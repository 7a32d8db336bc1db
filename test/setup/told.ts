import { and, eq, getTableColumns, isNotNull } from "drizzle-orm";
import { contacts, customers, deliveries, notices, subscribers } from "../../src/db/schema.ts";
import { hashEmail } from "../../src/model/values/hash.ts";
import { signToken } from "../../src/model/values/token.ts";
import { takeReport } from "../../src/notify/provider-report.ts";
import { respond } from "../../src/registry/answers/respond.ts";
import { type Registry, registry, vendor } from "./registry.ts";

/**
 * A registry with something in every table that is evidence: a baseline; set 2, announced to two followers and a
 * customer's contact in two languages, delivered, bounced, objected to and resolved; set 3, announced and withdrawn.
 */
export async function toldStory(options: Parameters<typeof registry>[0] = {}) {
  const r = await registry(options);
  const objection = "We object: Ada will not have it.";
  await r.organisation({ locales: ["en", "fr"], privacyEmail: "privacy@acme.example" });
  await r.listed(vendor());
  await r.follower("en@customer.example", { locale: "en" });
  await r.follower("fr@customer.example", { locale: "fr" });
  await addCustomer(r, "c-1", "dpo@customer.example");
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30&reason=Growth", 201, { body: vendor() });
  r.passHours(1);
  await r.drain();
  r.passHours(1);
  await report(r, "en@customer.example", "email.delivered");
  r.passHours(1);
  await report(r, "fr@customer.example", "email.bounced", "Permanent: No such mailbox");
  r.passHours(1);
  const { id } = await deliveryTo(r, "dpo@customer.example");
  const token = signToken(r.deps.config.tokenSecret, "respond", id, r.deps.clock.now());
  const answer = { text: objection, customer: "c-1", onBehalfOf: null };
  await respond(r.deps, token, { ...answer, kind: "objected" });
  const [response] = await r.rows("select id from responses");
  r.passHours(1);
  await r.json("POST", `/v1/responses/${response?.id}/resolve`, 200, {
    body: { outcome: "exempted", note: "Kept out of it." },
  });
  await r.drain();
  r.passHours(1);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
  await r.drain();
  r.passHours(1);
  await r.json("POST", "/v1/change-sets/3/withdraw", 200, { body: { reason: "We stay." } });
  await r.drain();
  return { r, objection };
}

async function addCustomer(r: Registry, externalId: string, email: string): Promise<void> {
  const now = r.deps.clock.now();
  const [customer] = await r.db
    .insert(customers)
    .values({ externalId, name: "Customer One", createdAt: now, updatedAt: now })
    .returning();
  const emailHash = hashEmail(r.deps.config.tokenSecret, email);
  const [contact] = await r.db
    .insert(subscribers)
    .values({ email, emailKey: email, emailHash, locale: "en", status: "active", createdAt: now, name: "Ada" })
    .returning();
  if (!customer || !contact) throw new Error("No customer was made");
  await r.db.insert(contacts).values({ customerId: customer.id, subscriberId: contact.id });
}

/** The delivery to somebody that was owed first, of those that were sent: what becomes of one later moves none. */
async function deliveryTo(r: Registry, email: string) {
  const emailHash = hashEmail(r.deps.config.tokenSecret, email);
  const [delivery] = await r.db
    .select(getTableColumns(deliveries))
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(and(eq(deliveries.emailHash, emailHash), isNotNull(deliveries.emailId)))
    .orderBy(notices.createdAt, notices.kind, deliveries.id);
  if (!delivery) throw new Error(`Nothing was sent to ${email}`);
  return delivery;
}

/** The provider reports what became of the first mail to an address. */
export async function report(
  r: Registry,
  to: string,
  type: string,
  detail: string | null = null,
  isPermanent = detail !== null,
) {
  const { emailId, noticeId, batchId } = await deliveryTo(r, to);
  const occurredAt = r.deps.clock.now();
  await takeReport(r.deps, `event-${type}`, { type, occurredAt, emailId, noticeId, batchId, to, detail, isPermanent });
}
