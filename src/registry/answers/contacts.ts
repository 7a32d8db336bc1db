import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { Locked } from "../log/frame.ts";
import { canBeTold } from "../owed/told.ts";

/** Of a customer with more contacts these are told what became of its answer: nobody needs a mail to everybody. */
const MOST_TOLD = 20;

/** The contacts of a customer who can be told: they hear what is recorded for it, and what becomes of that. */
export function hearersFor(db: Db, externalId: string): Promise<{ id: string; email: string | null }[]> {
  return db
    .select({ id: subscribers.id, email: subscribers.email })
    .from(customers)
    .innerJoin(contacts, eq(contacts.customerId, customers.id))
    .innerJoin(subscribers, eq(subscribers.id, contacts.subscriberId))
    .where(and(eq(customers.externalId, externalId), canBeTold))
    .orderBy(asc(subscribers.createdAt), asc(subscribers.id))
    .limit(MOST_TOLD);
}

/** The same by their ids alone. */
export const contactsOf = async ({ db }: Locked, externalId: string): Promise<string[]> =>
  (await hearersFor(db, externalId)).map(({ id }) => id);
