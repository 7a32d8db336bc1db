import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { changes, contacts, customers, responses, subscribers } from "../../src/db/schema.ts";
import type { Authorisation } from "../../src/model/people/contract-terms.ts";
import type { ResponseKind, ResponseOutcome } from "../../src/model/people/response.ts";
import { hashEmail } from "../../src/model/values/hash.ts";
import { ObjectionPeriod, type Period } from "../../src/model/values/period.ts";
import { settleApprovals } from "../../src/registry/changes/announced/release.ts";
import { writeRegistry } from "../../src/registry/log/frame.ts";
import type { Registry } from "./registry.ts";

export type CustomerFields = {
  name?: string;
  notice?: Partial<Period>;
  objection?: Partial<ObjectionPeriod>;
  authorisation?: Authorisation;
  products?: string[];
  hostingRegions?: string[];
  /** Addresses: by default one of the customer's own. */
  contacts?: string[];
  locale?: "en" | "fr";
};

const period = (given: Partial<ObjectionPeriod> | undefined) => (given ? ObjectionPeriod.parse(given) : null);

/** A customer with a contract, put into the database as it is. */
export async function customer(r: Registry, externalId: string, given: CustomerFields = {}): Promise<void> {
  const at = r.deps.clock.now();
  const [made] = await r.db
    .insert(customers)
    .values({
      externalId,
      name: given.name ?? `Customer ${externalId}`,
      noticePeriod: period(given.notice),
      objectionPeriod: period(given.objection),
      authorisation: given.authorisation ?? "general",
      products: given.products ?? [],
      hostingRegions: given.hostingRegions ?? [],
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  for (const email of given.contacts ?? [`dpo@${externalId}.example`]) {
    await r.db
      .insert(subscribers)
      .values({
        email,
        emailKey: email,
        emailHash: hashEmail(r.deps.config.tokenSecret, email),
        locale: given.locale ?? "en",
        status: "active",
        createdAt: at,
      })
      .onConflictDoNothing();
    const [person] = await r.db.select().from(subscribers).where(eq(subscribers.emailKey, email));
    if (!made || !person) throw new Error("A customer was not made");
    await r.db.insert(contacts).values({ customerId: made.id, subscriberId: person.id });
  }
}

/**
 * What a customer answers, recorded as an answer is: with what follows from it in the same transaction. Gives whether
 * the set is released.
 */
export function answer(
  r: Registry,
  changeSet: number,
  customerId: string,
  kind: ResponseKind,
  outcome: ResponseOutcome | null = null,
): Promise<boolean> {
  return writeRegistry(r.deps, "system", async (w) => {
    const answeredAt = w.now;
    await w.db.insert(responses).values({
      changeSet,
      customer: customerId,
      emailHash: randomUUID(),
      kind,
      late: false,
      answeredAt,
      ...(outcome && { outcome, resolvedAt: answeredAt }),
    });
    await settleApprovals(w, changeSet);
    const waiting = await w.db.select().from(changes).where(eq(changes.changeSet, changeSet));
    return waiting.every(({ awaitsApproval, releasedOn }) => !awaitsApproval || releasedOn !== null);
  });
}
