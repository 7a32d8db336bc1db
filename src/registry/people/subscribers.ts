import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { contacts, customers, signups, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { refuseUnknownProducts } from "../../model/change/scope.ts";
import type { NewSubscriber, Subscriber, SubscriberStatus, SubscriberView } from "../../model/people/subscriber.ts";
import { emailKey } from "../../model/values/email.ts";
import { hashEmail } from "../../model/values/hash.ts";
import { found, refuseField } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { oweMail } from "../owed/owe.ts";
import { erase } from "./erase.ts";
import { customersWith, noteReachability } from "./reachability.ts";

const viewOf = (subscriber: Subscriber, customers: string[]): SubscriberView => ({
  ...subscriber,
  follower: subscriber.confirmedAt !== null,
  customers,
});

/** Adds a follower for the operator. Refuses: email-taken, an unknown product. */
export function addSubscriber(deps: Deps, actor: Actor, input: NewSubscriber): Promise<SubscriberView> {
  return writeRegistry(deps, actor, async (w) => {
    const { now } = w;
    refuseUnknownProducts(input.products, w.organisation);
    // Not by catching the violated constraint: PostgreSQL would write the address into its log.
    const [subscriber] = await w.db
      .insert(subscribers)
      .values({
        email: input.email,
        emailKey: emailKey(input.email),
        emailHash: hashEmail(w.config.tokenSecret, input.email),
        name: input.name ?? null,
        locale: input.locale ?? w.organisation.defaultLocale,
        products: input.products,
        status: input.confirmed ? "active" : "pending",
        createdAt: now,
        requestedAt: now,
        confirmedAt: input.confirmed ? now : null,
      })
      .onConflictDoNothing()
      .returning();
    if (!subscriber) throw refuseField("email-taken", "/email", "is a subscriber already");
    if (!input.confirmed) await oweMail(w, { kind: "confirmation" }, subscriber.id);
    w.audit("subscriber.added", subscriber.id);
    return viewOf(subscriber, []);
  });
}

/** Subscribers, oldest first. */
export const subscriberPages = pagesOfTable({ createdAt: KEY.instant, id: KEY.id }, subscribers, asc);

type SubscriberFilter = {
  status?: SubscriberStatus | undefined;
  /** Part of an address or a name. */
  q?: string | undefined;
  /** Whether they have asked to follow, or follow, by themselves: nobody who is only a contact. */
  byOwnWish?: boolean;
};

export function listSubscribers(
  { db }: Deps,
  { status, q, byOwnWish = false, ...page }: PageOf<typeof subscriberPages> & SubscriberFilter,
): Promise<Page<SubscriberView>> {
  const matches = and(
    status && eq(subscribers.status, status),
    byOwnWish ? or(isNotNull(subscribers.confirmedAt), isNotNull(subscribers.requestedAt)) : undefined,
    q === undefined ? undefined : mentions(q),
  );
  return subscriberPages.page(page, (after, limit) => select(db, and(after, matches), limit));
}

function mentions(q: string): SQL {
  const part = sql`lower(${q})`;
  const { email, emailKey: key, name } = subscribers;
  return sql`(strpos(${key}, ${part}) > 0 or strpos(lower(${email}), ${part}) > 0 or strpos(lower(${name}), ${part}) > 0)`;
}

async function select(db: Db, whose: SQL | undefined, limit: number): Promise<SubscriberView[]> {
  // Joined to nothing, a query leaves the table's name away; the part that asks of its row needs it.
  const rows = await db
    .select({ subscriber: subscribers, customers: customersOfRow })
    .from(subscribers)
    .innerJoin(sql`(select 1) one`, sql`true`)
    .where(whose)
    .orderBy(...subscriberPages.order)
    .limit(limit);
  return rows.map((row) => viewOf(row.subscriber, row.customers));
}

/** Asked for each row that is shown, after the limit: a join would be made of everybody there is. */
const customersOfRow = sql<string[]>`coalesce((
  select jsonb_agg(${customers.externalId} order by ${customers.externalId})
  from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
  where ${contacts.subscriberId} = "subscribers"."id"), '[]'::jsonb)`;

/** Refuses: not-found. */
export const getSubscriber = async ({ db }: Pick<Deps, "db">, id: string): Promise<SubscriberView> =>
  found(await select(db, eq(subscribers.id, id), 1), "subscriber");

/**
 * Erases a person (GDPR Art. 17): deliveries and responses keep a keyed hash, and what was not tried yet is never sent.
 * The organisation is told of customers whom nobody is left to be told for.
 */
export function eraseSubscriber(deps: Deps, actor: Actor, id: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    await getSubscriber(w, id);
    const left = await w.db.select({ id: contacts.customerId }).from(contacts).where(eq(contacts.subscriberId, id));
    w.audit("subscriber.erased", id);
    const hash = w.db.select({ hash: subscribers.emailHash }).from(subscribers).where(eq(subscribers.id, id));
    await w.db.delete(signups).where(inArray(signups.emailHash, hash));
    await erase(w, [{ id }]);
    await noteReachability(w, customersWith(left.map((customer) => customer.id)));
  });
}
