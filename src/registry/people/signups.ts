import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { json } from "../../db/json.ts";
import { contacts, customers, proposedContacts, signups, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { productsLeft } from "../../model/change/scope.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import { emailKey } from "../../model/values/email.ts";
import { type Locked, type Mutation, writeWithoutLock } from "../log/frame.ts";
import { countedBy, DAY, HOUR, isOverLimit, type Limit, MINUTE } from "../owed/limits.ts";
import { oweMail } from "../owed/owe.ts";
import { settleWaiting, WAITING_PER_IP } from "../owed/waiting.ts";
import { oweDeparture } from "./successors.ts";

/** To follow, in a language, what concerns some products (none named: all). */
export type Wish = Pick<Subscriber, "email" | "locale" | "products">;

type Signup = Wish & {
  ip: string | null;
  /** Where a contact who has left names somebody in their place: that one's name, and the contact. */
  name?: string | null;
  replaces?: string;
  /** Whether only another mail is asked for, by the link of an earlier one: then there is no wish to follow in it. */
  again?: boolean;
};

/**
 * A form that mails whatever address is typed into it is a weapon: these are counted over mails, not over requests. A
 * domain may belong to one person, or take every name there is.
 */
const LIMITS: Limit<"mailboxHash" | "domainHash" | "ipHash">[] = [
  { of: "mailboxHash", within: 10 * MINUTE, atMost: 1 },
  { of: "mailboxHash", within: DAY, atMost: 3 },
  { of: "domainHash", within: HOUR, atMost: 40 },
  { of: "domainHash", within: DAY, atMost: 200 },
  { of: "ipHash", within: HOUR, atMost: 30 },
  { of: null, within: HOUR, atMost: 1000 },
];

/** Takes a request of the form. One statement whatever the address, so that neither answer nor time tells if it is known. */
export function takeSignup(deps: Deps, signup: Signup): Promise<void> {
  const { emailHash, mailboxHash, domainHash, ipHash } = countedBy(deps.config, signup);
  return writeWithoutLock(deps, "public", async ({ db, now, kick }) => {
    await db.execute(sql`
      insert into ${signups} (requested_at, email, email_hash, mailbox_hash, domain_hash, ip_hash,
        locale, products, name, replaces, again)
      select ${now.toISOString()}::timestamptz, ${signup.email}, ${emailHash}, ${mailboxHash}, ${domainHash}::text,
        ${ipHash}, ${signup.locale}, ${json(signup.products)},
        ${signup.name ?? null}::text, ${signup.replaces ?? null}::uuid, ${signup.again ?? false}::boolean
      where (select count(*) from ${signups} where ip_hash = ${ipHash} and settled_at is null) < ${WAITING_PER_IP}`);
    kick();
  });
}

/** Decides what each waiting signup leads to: a confirmation mail, a word that one follows already, or nothing. Tells if more wait. */
export const settleSignups = (deps: Deps, atMost: number): Promise<boolean> =>
  settleWaiting(deps, atMost, {
    name: "signup",
    next: async () => {
      const waiting = deps.db.select({ id: signups.id }).from(signups).where(isNull(signups.settledAt));
      return (await waiting.orderBy(asc(signups.requestedAt)).limit(1))[0];
    },
    settle: settleOne,
    setAside: settle,
  });

/** What was asked is kept no longer than it waits; that it was asked counts for the limits. */
async function settle({ db, now }: Mutation, id: string): Promise<void> {
  await db.update(signups).set({ email: null, name: null, settledAt: now }).where(eq(signups.id, id));
}

async function settleOne(w: Locked, id: string): Promise<void> {
  const { db } = w;
  const [signup] = await db
    .select()
    .from(signups)
    .where(and(eq(signups.id, id), isNull(signups.settledAt)));
  if (!signup?.email) return;
  if (await isOverLimit(w, { table: signups, limits: LIMITS }, signup)) {
    await db.delete(signups).where(eq(signups.id, signup.id));
    return;
  }
  const { email, replaces } = signup;
  await (replaces ? propose(w, { ...signup, email, replaces }) : answer(w, { ...signup, email }));
  await settle(w, signup.id);
}

async function answer(w: Locked, signup: Wish & { emailHash: string; again: boolean }): Promise<void> {
  const { db, now } = w;
  const key = emailKey(signup.email);
  const [known] = await db.select().from(subscribers).where(eq(subscribers.emailKey, key)).for("update");
  if (known?.status === "active" && known.confirmedAt) return oweMail(w, { kind: "already-following" }, known.id);
  // Whoever was only named in a contact's place has another mail, and still no wish of their own.
  const hasWish = !signup.again || known?.requestedAt;
  // A product may have been dropped while the request waited.
  const products = productsLeft(signup.products, w.organisation);
  const wishes = { email: signup.email, locale: signup.locale, products, requestedAt: now };
  const id = known?.id ?? crypto.randomUUID();
  if (known && hasWish) await db.update(subscribers).set(changeable(known, wishes)).where(eq(subscribers.id, id));
  if (!known) {
    const fresh = { id, ...wishes, emailKey: key, emailHash: signup.emailHash, createdAt: now };
    await db.insert(subscribers).values({ ...fresh, status: "pending" });
  }
  const named = signup.again && known ? await invitationsOf(w, known.id) : [];
  for (const about of named) await oweMail(w, { kind: "invitation", about }, id);
  if (named.length === 0) await oweMail(w, { kind: "confirmation" }, id);
  w.audit("subscriber.requested", id);
}

/** By whom somebody is named in a contact's place, and for which customers. */
async function invitationsOf({ db }: Locked, id: string): Promise<{ customers: string[]; subscriber: string }[]> {
  const rows = await db
    .select({ customer: proposedContacts.customer, by: proposedContacts.proposedBy })
    .from(proposedContacts)
    .where(eq(proposedContacts.subscriberId, id))
    .orderBy(asc(proposedContacts.customer));
  return [...Map.groupBy(rows, ({ by }) => by)].flatMap(([by, each]) =>
    by === null ? [] : [{ customers: each.map(({ customer }) => customer), subscriber: by }],
  );
}

/** What a request may change before it is confirmed, as a stranger may have typed it: nothing that anybody has chosen. */
function changeable({ status, confirmedAt }: Subscriber, wishes: Wishes): Partial<Wishes> {
  const { requestedAt, products } = wishes;
  if (confirmedAt) return { requestedAt };
  return status === "pending" ? wishes : { requestedAt, products };
}

type Wishes = Wish & { requestedAt: Date };

type Proposal = Pick<Signup, "email" | "locale"> & { emailHash: string; name: string | null; replaces: string };

/**
 * Asks whoever is named in a contact's place, by a mail that says by whom and for whom: until they confirm, they are
 * nobody's contact. The contact is told whom they have named.
 */
async function propose(w: Locked, { replaces, email, ...person }: Proposal): Promise<void> {
  const { db, now } = w;
  const theirs = await db.select().from(contacts).where(eq(contacts.subscriberId, replaces));
  if (theirs.length === 0) return;
  const key = emailKey(email);
  const { emailHash, name, locale } = person;
  // Whoever is known stays as they are: what they have asked for themselves is theirs.
  const [subscriber] = await db
    .insert(subscribers)
    .values({ email, emailKey: key, emailHash, name, locale, status: "pending", createdAt: now })
    .onConflictDoUpdate({ target: subscribers.emailKey, set: { emailKey: key } })
    .returning({ id: subscribers.id });
  if (!subscriber) throw new Error("A subscriber was not inserted");
  const proposed = await db.execute<{ customer: string }>(sql`
    insert into ${proposedContacts} (customer, subscriber_id, proposed_at, proposed_by)
    select ${customers.externalId}, ${subscriber.id}::uuid, ${now.toISOString()}::timestamptz, ${replaces}::uuid
    from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
    where ${contacts.subscriberId} = ${replaces} and not exists (
      select 1 from ${contacts} known where known.customer_id = ${contacts.customerId} and known.subscriber_id = ${subscriber.id})
    on conflict (customer, subscriber_id) do update set proposed_at = excluded.proposed_at,
      proposed_by = excluded.proposed_by, vouched = false
    returning customer`);
  const customersNamed = proposed.map(({ customer }) => customer).sort();
  if (customersNamed.length === 0) return;
  await oweMail(w, { kind: "invitation", about: { customers: customersNamed, subscriber: replaces } }, subscriber.id);
  await oweDeparture(w, replaces, customersNamed, subscriber.id);
  w.audit("contact.proposed", subscriber.id, {}, `subscriber:${replaces}`);
}
