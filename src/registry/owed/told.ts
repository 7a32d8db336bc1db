import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { texts } from "../../db/json.ts";
import {
  changeSetParts,
  changes,
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  organisation,
  postponements,
  proposedContacts,
  responses,
  subscribers,
  suppressions,
  vendors,
} from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { isTold } from "../../model/change/concern.ts";
import type { Moment } from "../../model/change/deadlines.ts";
import { productsOf } from "../../model/change/scope.ts";
import { ARRIVED, statesWhere } from "../../model/people/delivery.ts";
import { ANNOUNCING, MENDING } from "../../model/people/notice.ts";
import { RELIEVED, type ResponseOutcome } from "../../model/people/response.ts";

/** The words for who is told, each a condition on a row of the table it names. */

/** Of a delivery's state: whether the mail told its reader, may have, or will. */
export const tells = (state: SQLWrapper): SQL<boolean> => sql`${state} in ${statesWhere((state) => state.tells)}`;

/**
 * Of a delivery's state: whether the mail was sent, may have been, or will be, even where it then bounced. What corrects or
 * ends a notice goes to whoever it went out to: a full mailbox may take the next mail.
 */
export const goesOut = (state: SQLWrapper): SQL<boolean> => sql`${state} in ${statesWhere((state) => state.goesOut)}`;

/**
 * Of a delivery's state: whether its reader should have the mail, and does not. A bounce for which the address is not
 * suppressed is one too: a mailbox that was full told nobody.
 */
export const misses = (state: SQLWrapper): SQL<boolean> => sql`${state} in ${statesWhere((state) => state.misses)}`;

/** Of the keyed hash of an address, by default that of `subscribers`: it bounced or complained, and nothing is sent to it. */
export const isSuppressed = (emailHash: SQLWrapper = sql`"subscribers"."email_hash"`): SQL<boolean> => sql`exists (
  select 1 from ${suppressions} where ${suppressions.emailHash} = ${emailHash})`;

/**
 * Of `deliveries`: another mail announces the same set to the same reader, for the same customers, since when all of it
 * that concerns them did; it is in such a state.
 */
export const isAnnouncedBesides = (such: (state: SQL) => SQL<boolean>) => sql<boolean>`exists (
  select 1 from ${notices} this join ${notices} other on other.change_set = this.change_set and other.kind in ${ANNOUNCING}
  join ${deliveries} theirs on theirs.notice_id = other.id and theirs.subscriber_id = ${deliveries.subscriberId}
  where this.id = ${deliveries.noticeId} and this.kind in ${ANNOUNCING} and theirs.id <> ${deliveries.id}
    and (${deliveries.customers} is null or theirs.customers @> ${deliveries.customers}) and ${such(sql`theirs.state`)}
    and not exists (
      select 1 from ${concernedCustomers} later where later.change_set = this.change_set and later.since > other.created_at
        and later.since <= this.created_at and ${deliveries.customers} ? later.external_id))`;

/**
 * Of a mail that announces a set, and of its notice: what it tells its reader was corrected since, and they got nothing of
 * that, being away. A late announcement holds what was corrected before it.
 */
const misleads = (mail: SQLWrapper, notice: SQLWrapper): SQL<boolean> => sql`exists (
  select 1 from ${notices} correction where correction.change_set = ${notice}.change_set and correction.kind in ${MENDING}
    and correction.created_at > ${notice}.created_at and ${correctsFor(mail)} and not exists (
      select 1 from ${deliveries} heard
      where heard.notice_id = correction.id and heard.email_hash = ${mail}.email_hash and heard.state <> 'skipped'))`;

/**
 * Of the notice `correction`: all of its set is meant, or something that the mail tells a follower or a customer's contact;
 * where it is for certain customers, one of these.
 */
const correctsFor = (mail: SQLWrapper): SQL<boolean> => {
  const named = changesOf(sql`correction`);
  const isTheirs = sql`(correction.about -> 'customers' is null or exists (
    select 1 from jsonb_array_elements_text(correction.about -> 'customers') whose where ${mail}.customers ? whose))`;
  return sql`(${isTheirs} and (${named} is null or case when ${mail}.customers is null
    then exists (select 1 from ${deliveries} theirs where theirs.notice_id = correction.id and theirs.email_hash = ${mail}.email_hash)
    else exists (
      select 1 from ${concernedCustomers} c left join ${changeSetParts} part on part.change_set = c.change_set and part.number = c.part
      where c.change_set = correction.change_set and ${mail}.customers ? c.external_id
        and (c.part = 0 or exists (select 1 from jsonb_array_elements_text(${named}) slug where part.vendors ? slug))) end))`;
};

/** Of a notice that follows an announcement: the changes that it is about, by slug, as an array; null where it is about all. */
export const changesOf = (notice: SQL): SQL => sql`coalesce(${notice}.about -> 'changes',
  jsonb_path_query_array(${notice}.about -> 'days', '$[*].change'), (select ${postponements.changes} from ${postponements}
    where ${notice}.kind = 'postponement' and ${postponements.changeSet} = ${notice}.change_set
      and ${postponements.at} = ${notice}.created_at))`;

/** Of `deliveries` of a late announcement: the mail that it makes good for is reported to have come after all. */
export const isToldAlready = isAnnouncedBesides(
  (state) => sql`(${state} in ${ARRIVED} and not ${misleads(sql`theirs`, sql`other`)})`,
);

/** Of `deliveries`: a mail to the organisation itself is to the address that it has now. */
const isToOrganisation = sql<boolean>`${deliveries.address} = (select document ->> 'privacyEmail' from ${organisation})`;

/**
 * Of `deliveries`: the mail missed its reader and can be sent again. The address takes mail, and nothing has told the
 * reader of the same change since, nor is about to. Mail to the organisation itself is tried whatever its address takes.
 */
export const isMissed = sql<boolean>`(not ${tells(deliveries.state)} and case when ${deliveries.address} is null
  then ${misses(deliveries.state)} and ${deliveries.subscriberId} is not null and not ${isSuppressed(deliveries.emailHash)}
    and not ${isAnnouncedBesides(tells)}
  else ${isToOrganisation} end)`;

/** What was missed is listed for a quarter, and longer where it is the organisation itself that missed it. */
const QUARTER = 92 * 86_400_000;

/** Of `deliveries`: missed, and listed as that at an instant. */
export const isMissedAt = (now: Date) => sql<boolean>`(((${misses(deliveries.state)}
  and ${deliveries.stateAt} > ${new Date(now.getTime() - QUARTER).toISOString()}::timestamptz)
  or ${deliveries.address} is not null) and ${isMissed})`;

/** Of `deliveries`: its reader was erased. A mail to the organisation itself has an address instead of a reader. */
export const isErased = sql<boolean>`(${deliveries.subscriberId} is null and ${deliveries.address} is null)`;

/** Of `notices`: it announces its set, at once or late. */
export const announces = sql<boolean>`${notices.kind} in ${ANNOUNCING}`;

/** Of `subscribers`: confirmed, or named as a contact, and has not left. Whether mail reaches them is another question. */
export const wantsMail = sql<boolean>`${subscribers.status} = 'active'`;

/** Of `subscribers`: wants mail, and the address takes it. */
export const canBeTold = sql<boolean>`(${wantsMail} and not ${isSuppressed()})`;

/** Of `concerned_customers`: its last day to object is not over, in the time zone it is counted in. */
export const mayStillObject = ({ now, today }: Moment): SQL<boolean> => {
  const { lastDayToObjectOn, objectUntil } = concernedCustomers;
  const until = sql`${objectUntil} > ${now.toISOString()}::timestamptz`;
  return sql<boolean>`(case when ${objectUntil} is null then ${lastDayToObjectOn} >= ${today}::date else ${until} end)`;
};

/** Of `concerned_customers`: not everything that concerns the customer of its set was withdrawn by itself. */
export const isConcernedStill: SQL<boolean> = sql`(not exists (
  select 1 from ${changes} gone where gone.change_set = ${concernedCustomers.changeSet} and gone.withdrawn) or exists (
  select 1 from ${changes} left_over join ${vendors} on ${vendors.id} = left_over.vendor_id
    left join ${changeSetParts} part on part.change_set = left_over.change_set and part.number = ${concernedCustomers.part}
  where left_over.change_set = ${concernedCustomers.changeSet} and not left_over.withdrawn
    and (${concernedCustomers.part} = 0 or part.vendors ? ${vendors.slug})))`;

/** Of `subscribers`: has confirmed that they want to follow, even if they have left since. */
export const hasConfirmed = sql<boolean>`(${subscribers.confirmedAt} is not null)`;

/** Of `subscribers`: was named in a contact's place, and has not confirmed it yet. */
export const isProposed = sql<boolean>`exists (
  select 1 from ${proposedContacts} where ${proposedContacts.subscriberId} = ${subscribers.id})`;

/** Of `subscribers`: wants mail by their own wish, not only as a customer's contact. */
export const follows = sql<boolean>`(${wantsMail} and ${hasConfirmed})`;

/** Of `subscribers`: hears of these changes, as a follower or as a contact of a customer whom they concern. */
export const isToldOf = (changes: readonly RecordedChange[], isContact: SQL): SQL<boolean> =>
  sql`(${followsAny(changes)} or (${isContact} and ${wantsMail}))`;

const followsAny = (changes: readonly RecordedChange[]): SQL =>
  sql`(${follows} and ${choseAny(productsOf(changes.filter(isTold)))})`;

/** Of `subscribers`: hears of some of these products, null being all, as whoever has chosen none does. */
export const choseAny = (products: readonly string[] | null): SQL<boolean> =>
  products === null
    ? sql`true`
    : sql`(${subscribers.products} = '[]'::jsonb or exists (
        select 1 from jsonb_array_elements_text(${subscribers.products}) product where product in ${texts(products)}))`;

/**
 * Of `deliveries` with their `subscribers`: the mail tells somebody who can be told now. Whoever complained, left or
 * takes no mail counts again once that is taken back.
 */
export const countsAsTold = sql<boolean>`(${tells(deliveries.state)} and ${canBeTold})`;

/** Of `deliveries` with their `subscribers` and `notices`: the same, and nothing of it was corrected while they were away. */
export const countsAsWellTold = sql<boolean>`(${countsAsTold} and not ${misleads(deliveries, notices)})`;

/** Of `customers`: has a contact who can be told. */
export const isReachable: SQL<boolean> = sql`exists (
  select 1 from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where ${contacts.customerId} = "customers"."id" and ${canBeTold})`;

/**
 * Of `customers`: has no contact who can be told. That is asked only of those without any contact and of those with one
 * who cannot be told: they are few, and found without everybody's contacts being looked up.
 */
export const isUnreachable: SQL<boolean> = sql`("customers"."id" in (
  select someone.id from ${customers} someone
  where not exists (select 1 from ${contacts} where ${contacts.customerId} = someone.id)
  union all
  select ${contacts.customerId} from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where not ${wantsMail}
  union all
  select ${contacts.customerId} from ${suppressions} join ${subscribers} on ${subscribers.emailHash} = ${suppressions.emailHash}
  join ${contacts} on ${contacts.subscriberId} = ${subscribers.id}
) and not ${isReachable})`;

/** Whether somebody is a contact now of a customer that a set concerns: whoever was told may have been replaced since. */
export const isStillContact = (changeSet: number, subscriberId: SQLWrapper, customer: SQL): SQL => sql`exists (
  select 1 from ${concernedCustomers} join ${customers} on ${customers.externalId} = ${concernedCustomers.externalId}
  join ${contacts} on ${contacts.customerId} = ${customers.id}
  where ${concernedCustomers.changeSet} = ${changeSet} and ${concernedCustomers.externalId} = ${customer}
    and ${contacts.subscriberId} = ${subscriberId})`;

/**
 * Whether a set was decided on for a customer, by its own id, in one of these ways, and has come to concern no more of it
 * since. Whom it does not apply to (`exempted`) hears no more of it; whose contract ends (`RELIEVED` besides) is told every
 * day, and asked for no approval.
 */
export const isDecided = (
  outcomes: readonly ResponseOutcome[],
  changeSet: number | SQLWrapper,
  customer: SQLWrapper,
): SQL<boolean> => sql<boolean>`exists (
  select 1 from ${responses} where ${responses.changeSet} = ${changeSet} and ${responses.customer} = ${customer}
    and ${responses.outcome} in ${outcomes} and not exists (
      select 1 from ${concernedCustomers} later where later.change_set = ${changeSet} and later.external_id = ${customer}
        and later.since > ${responses.resolvedAt}))`;

export const EXEMPTED: readonly ResponseOutcome[] = ["exempted"];

/**
 * Whether an address has answered a set for a customer, in time or late; or for nobody, before it was a contact. Also
 * where an operator has entered the customer's answer, and where there is nothing left to answer for it.
 */
export const hasAnswered = (changeSet: number | SQLWrapper, emailHash: SQLWrapper, customer: SQL): SQL => sql`(exists (
  select 1 from ${responses} where ${responses.changeSet} = ${changeSet} and ${responses.emailHash} = ${emailHash}
    and coalesce(${responses.customer}, ${customer}) = ${customer}
) or exists (
  select 1 from ${responses} where ${responses.changeSet} = ${changeSet} and ${responses.customer} = ${customer}
    and (${responses.emailHash} is null or ${responses.outcome} in ${RELIEVED})))`;
