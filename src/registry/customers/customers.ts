import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { texts } from "../../db/json.ts";
import { type Page, type PageOf, paged, pagesOfTable } from "../../db/paging.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { refuseUnknownOfCustomer } from "../../model/change/scope.ts";
import {
  type CustomerChange,
  type CustomerState,
  changeOf,
  type KnownContact,
} from "../../model/people/customer-change.ts";
import {
  type ContactView,
  type Customer,
  CustomerDocument,
  type CustomerView,
  customerTag,
  ExternalId,
} from "../../model/people/customer-document.ts";
import { refuseStale } from "../../model/values/entity-tag.ts";
import { canonicalJson, keyedHash } from "../../model/values/hash.ts";
import { found, Refusal, refuseField } from "../../model/values/refusal.ts";
import { refuseLettingGo, settleApprovalsOf } from "../changes/announced/release.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { canBeTold, hasConfirmed, isReachable, isSuppressed } from "../owed/told.ts";
import { eraseFormerContacts } from "../people/erase.ts";
import { countApprovals } from "../people/successors.ts";
import { writeCustomers } from "./write-customers.ts";

/** The contacts of each row that is shown, read once: who they are, and whether any of them can be told. */
const people = sql`lateral (
  select coalesce(jsonb_agg(jsonb_build_object('id', ${subscribers.id}, 'email', ${subscribers.email}, 'name', ${subscribers.name},
    'locale', ${subscribers.locale}, 'status', ${subscribers.status}, 'follower', ${hasConfirmed},
    'confirmed', ${contacts.confirmed},
    'suppressed', ${isSuppressed()}) order by ${subscribers.emailKey}), '[]'::jsonb) as contacts,
    coalesce(bool_or(${canBeTold}), false) as reachable
  from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where ${contacts.customerId} = "customers"."id") people`;

/** Customers that meet a condition, in the order of their ids, with their contacts in the order of their addresses. */
async function select(db: Db, whose: SQL | undefined, limit: number): Promise<CustomerView[]> {
  const rows = await db
    .select({
      customer: customers,
      contacts: sql<ContactView[]>`people.contacts`,
      reachable: sql<boolean>`people.reachable`,
    })
    .from(customers)
    .innerJoin(people, sql`true`)
    .where(whose)
    .orderBy(...customerPages.order)
    .limit(limit);
  return rows.map(({ customer, ...rest }) => ({ ...customer, ...rest }));
}

/** `q` is part of an id, a name or a contact's address. */
type CustomerFilter = { reachable?: boolean | undefined; q?: string | undefined };

/** Customers in the order of their ids. */
export const customerPages = pagesOfTable({ externalId: ExternalId }, customers, asc);

export function listCustomers(
  { db }: Pick<Deps, "db">,
  query: CustomerFilter & PageOf<typeof customerPages>,
): Promise<Page<CustomerView>> {
  return customerPages.page(query, (after, limit) => select(db, and(after, matches(query)), limit));
}

/** Every customer that meets the filter, a thousand at a time. */
export const allCustomers = ({ db }: Pick<Deps, "db">, filter: CustomerFilter): AsyncGenerator<CustomerView> =>
  paged((after) => select(db, and(after, matches(filter)), 1000), customerPages.after);

const matches = ({ reachable, q }: CustomerFilter): SQL | undefined =>
  and(
    reachable === undefined ? undefined : sql`${isReachable} = ${reachable}`,
    q === undefined ? undefined : mentions(q),
  );

function mentions(q: string): SQL {
  const part = sql`lower(${q})`;
  return sql`(strpos(lower(${customers.externalId}), ${part}) > 0 or strpos(lower(${customers.name}), ${part}) > 0 or exists (
    select 1 from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
    where ${contacts.customerId} = "customers"."id"
      and (strpos(${subscribers.emailKey}, ${part}) > 0 or strpos(lower(${subscribers.email}), ${part}) > 0)))`;
}

/** Refuses: not-found. */
export const getCustomer = async ({ db }: Pick<Deps, "db">, externalId: string): Promise<CustomerView> =>
  found(await select(db, eq(customers.externalId, externalId), 1), "customer");

/** What a change of these customers has to be compared with, by their ids. */
export async function currentCustomers(
  { db }: Locked,
  externalIds: readonly string[],
): Promise<Map<string, CustomerState>> {
  const isNamed = sql`${customers.externalId} in ${texts(externalIds)}`;
  const { name, locale, emailKey: key } = subscribers;
  const stored = await db
    .select(columnsOf(customers, { shape: { externalId: ExternalId, ...TERMS_AND_NAME } }))
    .from(customers)
    .where(isNamed);
  const people = await db
    .select({ customer: customers.externalId, key, name, locale, follower: hasConfirmed })
    .from(customers)
    .innerJoin(contacts, eq(contacts.customerId, customers.id))
    .innerJoin(subscribers, eq(subscribers.id, contacts.subscriberId))
    .where(isNamed);
  const states = new Map(
    stored.map(({ externalId, ...terms }) => [externalId, { ...terms, contacts: new Map<string, KnownContact>() }]),
  );
  for (const { customer, key, ...person } of people) states.get(customer)?.contacts.set(key, person);
  return states;
}

const { contacts: _, ...TERMS_AND_NAME } = CustomerDocument.shape;

/**
 * Makes a customer be as the document says, whatever it was; doing it again changes nothing. Its contacts are owed
 * notices without being asked (GDPR Art. 28(2)), but whoever has left stays away. Whoever was there only as its contact
 * is erased. Refuses: invalid-request; stale-version, where it is not as `ifMatch` says; an id in use, of one that `isNew`.
 */
export function putCustomer(
  deps: Deps,
  actor: Actor,
  customer: Customer,
  { ifMatch, isNew = false }: { ifMatch?: string | undefined; isNew?: boolean } = {},
): Promise<{ customer: CustomerView; created: boolean }> {
  return writeRegistry(deps, actor, async (w) => {
    refuseUnknownOfCustomer(customer, w.organisation);
    if (ifMatch !== undefined) {
      const stored = await getCustomer(w, customer.externalId);
      refuseStale(ifMatch, customerTag(stored), "The customer");
    }
    const current = await currentCustomers(w, [customer.externalId]);
    if (isNew && current.size > 0) throw refuseField("invalid-request", "/externalId", "is another customer's");
    const change = changeOf(current.get(customer.externalId) ?? null, customer);
    await writeCustomers(w, [change]);
    const view = await getCustomer(w, customer.externalId);
    if (change.action !== "unchanged") auditPut(w, change, view.id);
    return { customer: view, created: change.action === "created" };
  });
}

function auditPut(w: Locked, { customer, changed }: CustomerChange, id: string): void {
  // Keyed, since the document names people: nobody can find out whom by trying.
  const document = keyedHash(w.config.tokenSecret, "customer", canonicalJson(customer));
  w.audit("customer.put", id, { changed, document });
}

/**
 * Confirms that a contact whom another has named in their place answers for the customer: what they have approved counts,
 * and what they will. Doing it again changes nothing. Refuses: not-found; approval-required, as `countApprovals` does.
 */
export function confirmContact(deps: Deps, actor: Actor, externalId: string, person: string): Promise<CustomerView> {
  return writeRegistry(deps, actor, async (w) => {
    const { contacts: people } = await getCustomer(w, externalId);
    if (!people.some(({ id }) => id === person)) throw new Refusal("not-found", "There is no such contact.");
    if (await countApprovals(w, person, [externalId])) w.audit("contact.accepted", person);
    return getCustomer(w, externalId);
  });
}

/**
 * Deletes a customer, and erases whoever was there only as its contact. What it was told of and answered stays, and is its
 * own again when it is put again. Until then nothing waits for it. Refuses: not-found; approval-required, to the authors of what
 * waits for it where four eyes are asked for.
 */
export function deleteCustomer(deps: Deps, actor: Actor, externalId: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const { id, contacts: people } = await getCustomer(w, externalId);
    await refuseLettingGo(w, externalId);
    await w.db.delete(customers).where(eq(customers.id, id));
    w.audit("customer.deleted", id);
    await eraseFormerContacts(w, people);
    await settleApprovalsOf(w, [externalId]);
  });
}
