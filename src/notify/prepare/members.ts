import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import {
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  responses,
  signInLinks,
  subscribers,
  users,
} from "../../db/schema.ts";
import type { Moment } from "../../model/change/deadlines.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { ANNOUNCING, kindsWhere, NOTICE_KINDS } from "../../model/people/notice.ts";
import type { ReaderTerms } from "../../model/people/reader.ts";
import { RELIEVED } from "../../model/people/response.ts";
import { timeTermsOf } from "../../registry/changes/concerned.ts";
import { languageRead, readerTerms, type SoFar } from "../../registry/changes/readers.ts";
import { approvalsOf } from "../../registry/owed/approvals.ts";
import {
  hasAnswered,
  hasConfirmed,
  isDecided,
  isErased,
  isProposed,
  isSuppressed,
  isToldAlready,
  tells,
  wantsMail,
} from "../../registry/owed/told.ts";
import { liveUsers } from "../../registry/users/users.ts";
import type { Notice } from "./mails-by-kind.ts";

const FOR_EVERYBODY = kindsWhere(({ until }) => until === null);
const UNTIL_CONFIRMED = kindsWhere(({ until }) => until === "confirmed");
const UNTIL_ANSWERED = kindsWhere(({ until }) => until === "answered");
const UNTIL_ENDED = kindsWhere(({ until }) => until === "ended");
const TO_THE_MISSED = kindsWhere(({ step, perSet }) => step === "announces" && perSet === "many");

/**
 * Why a member gets no mail after all; null when they do. Confirmations go to people who are not active yet, receipts and
 * resolutions to whoever has just written, and the organisation's own mails to itself, and to users who want them and were
 * not removed. A reminder goes to those who still have something to answer `today`, a late announcement to those who still
 * were not told, and a link to sign in by to its user for as long as it can be used.
 */
export const whyLeftOut = (kind: SQLWrapper, changeSet: SQLWrapper, user: SQL, { now, today }: Moment) => sql<
  | "erased"
  | "suppressed"
  | "link ended"
  | "confirmed already"
  | "unsubscribed"
  | "told already"
  | "nothing to answer"
  | null
>`case
  when ${deliveries.address} is not null then null
  when ${kind} in ${UNTIL_ENDED} then case
    when not exists (select 1 from ${signInLinks} where ${signInLinks.noticeId} = ${deliveries.noticeId}
      and ${signInLinks.expiresAt} > ${now.toISOString()}::timestamptz) then 'link ended'
    when ${isSuppressed(deliveries.emailHash)} then 'suppressed' end
  when ${user} is not null then case
    when not exists (select 1 from ${users} where ${users.id}::text = ${user} and ${liveUsers}) then 'erased'
    when ${isSuppressed(deliveries.emailHash)} then 'suppressed' end
  when ${isErased} then 'erased'
  when ${isSuppressed(deliveries.emailHash)} then 'suppressed'
  when ${kind} in ${FOR_EVERYBODY} then null
  when ${kind} in ${UNTIL_CONFIRMED} then case when ${wantsMail}
    and (${hasConfirmed} or ${subscribers.requestedAt} is null) and not ${isProposed} then 'confirmed already' end
  when not ${wantsMail} then 'unsubscribed'
  when ${kind} in ${TO_THE_MISSED} and ${isToldAlready} then 'told already'
  when ${kind} in ${UNTIL_ANSWERED} and not exists (
    select 1 from ${concernedCustomers} c
    where c.change_set = ${changeSet} and c.external_id in (select jsonb_array_elements_text(${deliveries.customers}))
      and (c.last_day_to_object_on is null or c.last_day_to_object_on >= ${today}::date
        -- In a time zone of its own, that day may last until the next of the organisation's.
        or (c.object_until is not null and c.last_day_to_object_on >= ${today}::date - 1))
      and not ${hasAnswered(changeSet, deliveries.emailHash, sql`c.external_id`)}) then 'nothing to answer' end`;

/** Of `concerned_customers`: something was decided for it that leaves it nothing to approve. */
const isRelieved = isDecided(RELIEVED, concernedCustomers.changeSet, concernedCustomers.externalId);

/** What customers have answered to a set by now, as their contacts' mails say it. */
export type AnsweredBy = {
  /** Those who have not approved yet, each with a part of the set that concerns it; null where nothing takes an approval. */
  lacking: readonly (readonly [customer: string, part: number])[] | null;
  /** In which the days of answers are told. */
  timeZone: string;
  kind: Notice["kind"];
};

/** The notices to whoever may have answered, which say what that answer is worth. */
const AFTER_ANSWERS: readonly Notice["kind"][] = ["correction", "postponement", "release", "hold", "waiver"];

/** What the customers of some deliveries have answered to the set of a notice; only a hold tells who has objected when. */
export async function answeredBy(
  db: Db,
  { kind, changeSet }: Pick<Notice, "kind" | "changeSet">,
  { timeZone }: Organisation,
  whose: SQL,
): Promise<AnsweredBy | null> {
  const approvals = changeSet !== null && (await approvalsOf(db, [changeSet], whose)).get(changeSet);
  if (!approvals) return AFTER_ANSWERS.includes(kind) ? { lacking: null, timeZone, kind } : null;
  const lacking = [...approvals.lacking].flatMap(([customer, parts]) => parts.map((part) => [customer, part] as const));
  return { lacking, timeZone, kind };
}

/** What of a customer's terms, the row `c`, follows from its answers. */
function answered(changeSet: number | null, by: AnsweredBy | null): SoFar {
  if (by === null) return {};
  const holds = sql`(c.authorisation = 'specific' or (c.on_objection = 'suspends' and not ${responses.late}))`;
  const givenAt = sql`coalesce(${responses.editedAt}, ${responses.answeredAt})`;
  const dayOf = (at: SQL | typeof responses.resolvedAt) => sql`(${at} at time zone ${by.timeZone}::text)::date`;
  const day = sql`coalesce(${responses.receivedOn}, ${dayOf(givenAt)})`;
  const theirs = sql`from ${responses} where ${responses.changeSet} = ${changeSet} and ${responses.customer} = external_id`;
  const isLacking = sql`${json(by.lacking ?? [])} @> jsonb_build_array(jsonb_build_array(external_id, part))`;
  return {
    ...(by.lacking !== null && {
      approved: sql`(c.authorisation = 'specific' and c.last_day_to_object_on is not null and not ${isLacking})`,
    }),
    ...(by.kind === "hold" && {
      objectedOn: sql`(select min(${day}) ${theirs} and ${responses.kind} = 'objected' and ${responses.resolvedAt} is null
        and c.last_day_to_object_on is not null and ${holds})`,
    }),
    // An objection that is open comes before whatever was answered since; an approval that does not count is none.
    ...(AFTER_ANSWERS.includes(by.kind) && {
      answer: sql`(select case when last.kind = 'objected' or not ${isLacking} then to_jsonb(last) end from (
        select ${responses.kind}, ${day} as "on", ${dayOf(responses.resolvedAt)} as "decidedOn",
          ${responses.outcome} ${theirs}
          and ${responses.kind} in ('approved', 'objected') and not ${responses.waiting}
        order by (${responses.kind} = 'objected' and ${responses.resolvedAt} is null) desc, ${givenAt} desc limit 1) last)`,
    }),
  };
}

/** What a contact of these customers, by their own ids, reads of a set: by what they use now. `lastDay`: as it is recorded. */
export const termsRead = (
  changeSet: number | null,
  ids: SQL,
  by: AnsweredBy | null,
  lastDay: SQL = sql`${concernedCustomers.lastDayToObjectOn}`,
) => sql<ReaderTerms[]>`coalesce(${termsOf(changeSet, ids, lastDay, answered(changeSet, by))}, '[]')`;

/** What `termsRead` reads, of some rows of `concerned_customers` (`which`); null where there are none. */
const termsOf = (changeSet: number | null, ids: SQL, lastDay: SQL, soFar: SoFar, which = sql`true`) => sql`(
  select ${readerTerms(sql`jsonb_array_length(${ids}) > 1`, soFar)} from (
    select external_id, part, since, name, time_zone, on_objection, remedies, object_until_effect, earliest_effective_on,
      case when ${isRelieved} then 'general' else authorisation end as authorisation,
      ${lastDay} as last_day_to_object_on
    from ${concernedCustomers}
    where ${concernedCustomers.changeSet} = ${changeSet} and ${which}
      and ${concernedCustomers.externalId} in (select jsonb_array_elements_text(${ids}))) c
  left join lateral (
    select jsonb_build_array(theirs.products, theirs.hosting_regions) as used, theirs.emergency from ${customers} theirs
    where theirs.external_id = c.external_id) using_now on true)`;

/**
 * What the reader of a late announcement reads: `termsRead`, but of a customer of which they were told some parts of the set
 * before, the other parts alone.
 */
function termsUntold(changeSet: number | null, ids: SQL, by: AnsweredBy | null) {
  const isTold = (since: SQLWrapper, customer: SQLWrapper) => sql`exists (
    select 1 from ${notices} told join ${deliveries} mail on mail.notice_id = told.id
    where told.change_set = ${changeSet} and told.kind in ${ANNOUNCING} and mail.subscriber_id = ${deliveries.subscriberId}
      and mail.id <> ${deliveries.id} and mail.customers ? ${customer} and ${tells(sql`mail.state`)}
      and (${since} is null or told.created_at >= ${since}))`;
  const hasOther = (customer: SQLWrapper, such: SQL) => sql`exists (
    select 1 from ${concernedCustomers} other where other.change_set = ${changeSet} and other.external_id = ${customer} and ${such})`;
  const { since, externalId, lastDayToObjectOn } = concernedCustomers;
  const [otherTold, id] = [isTold(sql`other.since`, sql`other.external_id`), sql`c.external_id`];
  const which = sql`(not ${isTold(since, externalId)} or not ${hasOther(externalId, sql`not ${otherTold}`)})`;
  const toldBefore = sql`(${hasOther(id, otherTold)} and ${hasOther(id, sql`not ${otherTold}`)})`;
  const soFar = { ...answered(changeSet, by), toldBefore, contract: contractUntold(changeSet) };
  return sql<ReaderTerms[]>`coalesce(${termsOf(changeSet, ids, sql`${lastDayToObjectOn}`, soFar, which)}, '[]')`;
}

/** Of the row `c` that waits: the terms its dates follow from, where no other notice told anybody of the customer of it. */
const contractUntold = (changeSet: number | null) => sql`case when c.last_day_to_object_on is not null and not exists (
    select 1 from ${notices} told join ${deliveries} mail on mail.notice_id = told.id
    where told.change_set = ${changeSet} and told.kind in ${ANNOUNCING} and told.id <> ${deliveries.noticeId}
      and mail.customers ? c.external_id and ${tells(sql`mail.state`)} and (c.since is null or told.created_at >= c.since))
  then (select ${timeTermsOf(sql`theirs`)} from ${customers} theirs where theirs.external_id = c.external_id) end`;

/** The name of the only one of these customers; null where they are several. */
export const onlyCustomer = (changeSet: number | null, ids: SQL) => sql<string | null>`(
  select c.name from ${concernedCustomers} c
  where c.change_set = ${changeSet} and jsonb_array_length(${ids}) = 1 and c.external_id = ${ids} ->> 0
  order by c.part limit 1)`;

/** What a contact is called, by whom a customer is told; null of everybody else, as anybody may name whom they propose. */
export const contactName = sql<string | null>`case when exists (
  select 1 from ${contacts} where ${contacts.subscriberId} = ${subscribers.id}) then ${subscribers.name} end`;

/** The deliveries of a batch that are still to be tried, each with what its mail needs; and why it is left out, if it is. */
export async function membersOf(
  tx: Db,
  { kind, changeSet, about }: Notice,
  batchId: string,
  { organisation, ...moment }: Moment & { organisation: Organisation },
) {
  const ofReaders = NOTICE_KINDS[kind].to === "readers";
  const whose = sql`${concernedCustomers.externalId} in (
    select jsonb_array_elements_text(${deliveries.customers}) from ${deliveries} where ${deliveries.batchId} = ${batchId})`;
  const isLate = kind === "late-announcement";
  const by = ofReaders ? await answeredBy(tx, { kind, changeSet }, organisation, whose) : null;
  return tx
    .select({
      id: deliveries.id,
      subscriberId: deliveries.subscriberId,
      email: sql<string | null>`coalesce(${deliveries.address}, ${subscribers.email}, (
        select coalesce(${signInLinks.email}, ${users.email}) from ${signInLinks} join ${users} on ${users.id} = ${signInLinks.userId}
        where ${signInLinks.noticeId} = ${deliveries.noticeId}), (
        select ${users.email} from ${users} where ${users.id} = ${about?.user ?? null}::uuid and ${liveUsers}))`,
      locale: languageRead(organisation),
      leftOut: whyLeftOut(sql`${kind}::text`, sql`${changeSet}::integer`, sql`${about?.user ?? null}::text`, moment),
      terms: isLate
        ? termsUntold(changeSet, sql`${deliveries.customers}`, by)
        : termsRead(changeSet, sql`${deliveries.customers}`, by),
      /** The name of the only customer they speak for. */
      customer: onlyCustomer(changeSet, sql`${deliveries.customers}`),
      name: contactName,
      /** Those a follower chose; none: all. */
      chosen: sql<string[] | null>`case when ${deliveries.customers} is null then ${subscribers.products} end`,
    })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.state, "pending")))
    .orderBy(asc(deliveries.id))
    .for("update", { of: deliveries })
    .prepare(`members ${isLate} ${by?.lacking != null} ${by?.kind}`)
    .execute();
}
