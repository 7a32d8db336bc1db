import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { texts } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers, notices, proposedContacts, responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import { refuseAuthor } from "../changes/announced/another-person.ts";
import { settleApprovals } from "../changes/announced/release.ts";
import { findChangeSet } from "../changes/draft/drafts.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { oweMail, oweOrganisation } from "../owed/owe.ts";
import { eraseFormerContacts } from "./erase.ts";
import { customersWith, noteReachability } from "./reachability.ts";

/**
 * Whom contacts who leave name in their place. A forwarded notice carries the link to leave by: whoever has it can name
 * themselves. So nobody's approval counts before the operator has confirmed them, or the contact whose place they take,
 * by a link that is mailed to that contact and is in no notice.
 */

/** More in a day say nothing new: whoever has a link could otherwise fill a mailbox by it. */
const DEPARTURES_A_DAY = 5;
const DAY = 86_400_000;

/** Owes a contact a mail of what was done by their link: that they have left these customers, or whom they named. */
export async function oweDeparture(w: Locked, contact: string, theirs: readonly string[], named?: string) {
  const since = new Date(w.now.getTime() - DAY).toISOString();
  const [row] = await rowsOf<{ mails: number }>(w.db)`
    select count(*)::integer as mails from ${notices} join deliveries mail on mail.notice_id = ${notices.id}
    where ${notices.kind} = 'departure' and mail.subscriber_id = ${contact}
      and ${notices.createdAt} between ${since}::timestamptz and ${w.now.toISOString()}::timestamptz`;
  if (theirs.length === 0 || (row?.mails ?? 0) >= DEPARTURES_A_DAY) return;
  const about = { customers: [...theirs], ...(named === undefined ? {} : { subscriber: named }) };
  await oweMail(w, { kind: "departure", about }, contact);
}

/** Makes a person a contact of the customers they are proposed to, and gives these. */
export async function acceptProposals({ db }: Locked, id: string): Promise<string[]> {
  const accepted = await db.execute<{ id: string }>(sql`
    with accepted as (
      delete from ${proposedContacts} using ${customers}
      where ${proposedContacts.subscriberId} = ${id} and ${customers.externalId} = ${proposedContacts.customer}
      returning ${customers.id}, ${proposedContacts.proposedBy}, ${proposedContacts.vouched}
    ), added as (
      insert into ${contacts} (customer_id, subscriber_id, confirmed, named_by)
      select id, ${id}::uuid, vouched, proposed_by from accepted on conflict do nothing
    )
    select id from accepted`);
  return accepted.map((customer) => customer.id);
}

/** Somebody named by a contact who left: whether they have confirmed their address, and the contact has confirmed them. */
export type Successor = { id: string; email: string; isContact: boolean; confirmed: boolean; customers: string[] };

/** Whom a contact has named in their place, with the names of the customers. */
export const successorsOf = (db: Db, contact: string): Promise<Successor[]> =>
  rowsOf<Successor>(db)`
    select person.id, person.email, bool_and(named.is_contact) as "isContact", bool_and(named.confirmed) as confirmed,
      jsonb_agg(named.name order by named.name) as customers
    from (
      select subscriber_id, ${customers.name}, true as is_contact, confirmed
      from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId} where named_by = ${contact}
      union all
      select subscriber_id, ${customers.name}, false, vouched
      from ${proposedContacts} join ${customers} on ${customers.externalId} = customer where proposed_by = ${contact}
    ) named join subscribers person on person.id = named.subscriber_id
    group by person.id order by person.email`;

/** Confirms, by the contact who named them, that somebody answers in their place. Whom nobody has confirmed vouches for nobody. */
export function vouchFor(deps: Deps, { id: contact }: Subscriber, person: string): Promise<void> {
  return writeRegistry(deps, `subscriber:${contact}`, async (w) => {
    const mine = sql`select ${customers.id} as id, ${customers.externalId} as external_id
      from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
      where ${contacts.subscriberId} = ${contact} and ${contacts.confirmed}`;
    const proposed = await w.db.execute(sql`
      update ${proposedContacts} set vouched = true from (${mine}) mine
      where ${proposedContacts.customer} = mine.external_id and ${proposedContacts.subscriberId}::text = ${person}
        and ${proposedContacts.proposedBy} = ${contact} and not ${proposedContacts.vouched}
      returning mine.external_id`);
    const named = await w.db.execute<{ external_id: string }>(sql`
      select mine.external_id from (${mine}) mine join ${contacts} on ${contacts.customerId} = mine.id
      where ${contacts.subscriberId}::text = ${person} and ${contacts.namedBy} = ${contact} and not ${contacts.confirmed}
      order by mine.external_id`);
    if (proposed.length + named.length === 0) return;
    w.audit("contact.vouched", person);
    if (named.length === 0) return;
    const ids = named.map(({ external_id }) => external_id);
    await countApprovals(w, person, ids);
    await oweOrganisation(w, { kind: "contact-vouched", about: { customers: ids, subscriber: person } });
  });
}

/**
 * From now on approvals of a contact of these customers, by their own ids, count; those that waited count too. Tells
 * whether that is news. Refuses approval-required to the authors of what they have approved, where four eyes are asked for.
 */
export async function countApprovals(w: Locked, person: string, ids: readonly string[]): Promise<boolean> {
  const { db } = w;
  const confirmed = await db.execute(sql`
    update ${contacts} set confirmed = true from ${customers}
    where ${customers.id} = ${contacts.customerId} and ${customers.externalId} in ${texts(ids)}
      and ${contacts.subscriberId} = ${person} and not ${contacts.confirmed}
    returning ${contacts.subscriberId}`);
  const counted = await db
    .update(responses)
    .set({ waiting: false })
    .where(
      and(eq(responses.subscriberId, person), eq(responses.waiting, true), sql`${responses.customer} in ${texts(ids)}`),
    )
    .returning({ id: responses.id, changeSet: responses.changeSet, kind: responses.kind });
  const approved = new Set(counted.flatMap(({ kind, changeSet }) => (kind === "approved" ? changeSet : [])));
  for (const changeSet of approved)
    refuseAuthor(w, await findChangeSet(db, changeSet), "confirm whoever has approved it");
  for (const { id, changeSet } of counted) w.audit("response.counted", id, { changeSet });
  for (const changeSet of new Set(counted.map((each) => each.changeSet))) await settleApprovals(w, changeSet);
  return confirmed.length + counted.length > 0;
}

/** Takes back whom a contact has named in their place, as they are told again themselves; not whom somebody has confirmed. */
export async function dismissSuccessors(w: Locked, contact: string): Promise<void> {
  const proposed = await w.db
    .delete(proposedContacts)
    .where(eq(proposedContacts.proposedBy, contact))
    .returning({ id: proposedContacts.subscriberId });
  const named = await w.db
    .delete(contacts)
    .where(and(eq(contacts.namedBy, contact), eq(contacts.confirmed, false)))
    .returning({ id: contacts.subscriberId, customer: contacts.customerId });
  const people = [...new Set([...proposed, ...named].map(({ id }) => id))].sort();
  for (const id of people) w.audit("contact.dismissed", id);
  await eraseFormerContacts(
    w,
    people.map((id) => ({ id })),
  );
  const left = named.map(({ customer }) => customer);
  if (left.length > 0) await noteReachability(w, customersWith(left));
}
