import { eq } from "drizzle-orm";
import { responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import { confirmContact } from "../customers/customers.ts";
import type { Actor } from "../log/audit.ts";

/**
 * Confirms that whoever gave an answer answers for the customer it is for: what they approved counts from then on. Doing it
 * again changes nothing. Refuses: not-found, also where they are no contact of it any more.
 */
export async function confirmAnswerer(deps: Deps, actor: Actor, id: string): Promise<void> {
  const { subscriberId, customer } = responses;
  const given = found(
    await deps.db.select({ person: subscriberId, customer }).from(responses).where(eq(responses.id, id)),
    "response",
  );
  if (given.person === null || given.customer === null)
    throw new Refusal("not-found", "Nobody is named who gave this answer for a customer.");
  await confirmContact(deps, actor, given.customer, given.person);
}
