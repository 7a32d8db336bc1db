import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { contacts, customers, proposedContacts, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { productsLeft, refuseUnknownProducts } from "../../model/change/scope.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import type { Locale } from "../../model/values/text.ts";
import { CONFIRMATION_HOURS, readToken, type TokenPurpose } from "../../model/values/token.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { getOrganisation } from "../log/organisation.ts";
import { oweOrganisation } from "../owed/owe.ts";
import { canBeTold, isReachable } from "../owed/told.ts";
import { customersOf, customersWith, noteReachability } from "./reachability.ts";
import { takeSignup, type Wish } from "./signups.ts";
import { acceptProposals, dismissSuccessors, oweDeparture } from "./successors.ts";

/** The person a link was made for; null when the link is not ours, or the person was erased or forgotten. */
export async function subscriberOf(deps: Deps, purpose: TokenPurpose, token: string): Promise<Subscriber | null> {
  const read = readToken(deps.config.tokenSecret, purpose, token);
  if (!read) return null;
  const [subscriber] = await deps.db.select().from(subscribers).where(eq(subscribers.id, read.id));
  return subscriber ?? null;
}

/** Whether a confirmation link is past its 48 hours. */
export function isExpired({ clock, config }: Deps, token: string): boolean {
  const at = readToken(config.tokenSecret, "confirm", token)?.at.getTime() ?? 0;
  return clock.now().getTime() - at > CONFIRMATION_HOURS * 3_600_000;
}

/** Whether somebody's own wish to follow waits for their confirmation; a contact may have one. */
export const isAsked = ({ confirmedAt, requestedAt }: Subscriber): boolean =>
  confirmedAt === null && requestedAt !== null;

/**
 * Confirms an address, as often as the button is pressed. Whoever was named in a contact's place is a contact from then
 * on; whoever has asked to follow follows, and so does everybody else. Gives false, and changes nothing, when the link has expired.
 */
export async function confirm(deps: Deps, person: Subscriber, token: string): Promise<boolean> {
  if (isExpired(deps, token)) return false;
  await change(deps, person, async (w, subscriber) => {
    const accepted = await acceptProposals(w, subscriber.id);
    const wanted = { status: "active", unsubscribedAt: null } as const;
    const follows = { ...wanted, confirmedAt: subscriber.confirmedAt ?? w.now };
    if (accepted.length > 0) {
      const tell = { kind: "contact-replaced", whose: customersWith(accepted) } as const;
      if (!isAsked(subscriber)) return { actions: ["contact.confirmed"], ...wanted, tell };
      return { actions: ["contact.confirmed", "subscriber.confirmed"], ...follows, tell };
    }
    if (subscriber.status === "active" && !isAsked(subscriber)) return null;
    return { actions: ["subscriber.confirmed"], ...follows };
  });
  return true;
}

/** Asks to follow, within the limits of the form; a mail asks to confirm. Refuses: invalid-request, for an unknown product. */
export async function askToFollow(deps: Deps, wish: Wish, ip: string | null): Promise<void> {
  refuseUnknownProducts(wish.products, await getOrganisation(deps.db));
  await takeSignup(deps, { ...wish, ip });
}

/** Asks for another confirmation mail, within the limits of the form. Whoever is only named in a contact's place asks for no more. */
export function askAgain(deps: Deps, { email, locale, products }: Wish, ip: string | null): Promise<void> {
  return takeSignup(deps, { email, locale, products, ip, again: true });
}

/**
 * Ends a subscription at once (RFC 8058, 3.2). Doing it again changes nothing. The organisation is told for which
 * customers a contact has left others behind, and the contact that they have left: somebody else may have had the link.
 */
export function unsubscribe(deps: Deps, subscriber: Subscriber): Promise<void> {
  return change(deps, subscriber, async (w, { id, status }) => {
    if (status === "unsubscribed") return null;
    await oweDeparture(w, id, await externalIds(w.db, customersOf(id)));
    // Of customers whom nobody can be told for, `noteReachability` tells.
    const tell = { kind: "contact-left", whose: sql`${customersOf(id)} and ${isReachable}` } as const;
    return { actions: ["subscriber.unsubscribed"], status: "unsubscribed", unsubscribedAt: w.now, tell };
  });
}

/**
 * Takes an unsubscription back, by the link of the same person; where it is said, with whom they have named in their place
 * and not confirmed. An unconfirmed address stays unconfirmed.
 */
export function undoUnsubscribe(deps: Deps, subscriber: Subscriber, { dismisses = false } = {}): Promise<void> {
  return change(deps, subscriber, async (w, { id, status, confirmedAt }) => {
    if (dismisses) await dismissSuccessors(w, id);
    if (status !== "unsubscribed") return null;
    if (!confirmedAt && (await namesOf(w.db, customersOf(id))).length === 0) return null;
    return { actions: ["subscriber.resubscribed"], status: "active", unsubscribedAt: null };
  });
}

type Change = {
  actions: ("contact.confirmed" | "subscriber.confirmed" | "subscriber.unsubscribed" | "subscriber.resubscribed")[];
  /** What to tell the organisation of the person as a contact; of those customers that meet `whose` afterwards. */
  tell?: { kind: "contact-left" | "contact-replaced"; whose: SQL };
} & Partial<Pick<Subscriber, "status" | "confirmedAt" | "unsubscribedAt">>;

/**
 * Changes a person's own subscription, and notes which of the customers they are a contact of can be told because of it,
 * or no more. `decide` gives null when nothing is to change.
 */
function change(
  deps: Deps,
  { id }: Subscriber,
  decide: (w: Locked, subscriber: Subscriber) => Promise<Change | null>,
): Promise<void> {
  return writeRegistry(deps, `subscriber:${id}`, async (w) => {
    const { db } = w;
    const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.id, id)).for("update");
    const decided = subscriber && (await decide(w, subscriber));
    if (!decided) return;
    const { actions, tell, ...fields } = decided;
    await db.update(subscribers).set(fields).where(eq(subscribers.id, id));
    await noteReachability(w, customersOf(id));
    const theirs = tell ? await externalIds(db, tell.whose) : [];
    if (tell && theirs.length > 0)
      await oweOrganisation(w, { kind: tell.kind, about: { customers: theirs, subscriber: id } });
    for (const action of actions) w.audit(action, id);
  });
}

async function externalIds(db: Db, whose: SQL): Promise<string[]> {
  const rows = await db.select({ id: customers.externalId }).from(customers).where(whose).orderBy(customers.externalId);
  return rows.map(({ id }) => id);
}

/** The names of the customers for whom nobody else can be told. */
export const onlyContactOf = ({ db }: Deps, { id }: Pick<Subscriber, "id">): Promise<string[]> =>
  namesOf(
    db,
    sql`${customersOf(id)} and not exists (
      select 1 from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
      where ${contacts.customerId} = "customers"."id" and ${contacts.subscriberId} <> ${id} and ${canBeTold})`,
  );

/** The names of the customers somebody is a contact of. */
export const contactOf = ({ db }: Deps, { id }: Pick<Subscriber, "id">): Promise<string[]> =>
  namesOf(db, customersOf(id));

/** The names of the customers somebody is proposed to as a contact, and has not confirmed yet. */
export const proposedTo = ({ db }: Deps, { id }: Subscriber): Promise<string[]> =>
  namesOf(
    db,
    sql`${customers.externalId} in (
      select ${proposedContacts.customer} from ${proposedContacts} where ${proposedContacts.subscriberId} = ${id})`,
  );

async function namesOf(db: Db, whose: SQL): Promise<string[]> {
  const rows = await db.select({ name: customers.name }).from(customers).where(whose).orderBy(asc(customers.name));
  return rows.map(({ name }) => name);
}

/** Asks somebody whom a contact names to be told in their place, within the limits of the form. They must confirm it. */
export function proposeReplacement(
  deps: Deps,
  contact: Subscriber,
  { email, name, ip }: { email: string; name: string | null; ip: string | null },
): Promise<void> {
  return takeSignup(deps, { email, locale: contact.locale, products: [], ip, name, replaces: contact.id });
}

type Preferences = { locale: Locale; products: string[] };

/** Sets the language of the mails and the products they are about (none chosen: all). */
export function setPreferences(deps: Deps, { id }: Subscriber, preferences: Preferences): Promise<void> {
  return writeRegistry(deps, `subscriber:${id}`, async (w) => {
    const chosen = { ...preferences, products: productsLeft(preferences.products, w.organisation) };
    await w.db.update(subscribers).set(chosen).where(eq(subscribers.id, id));
    w.audit("subscriber.preferences", id, chosen);
  });
}
