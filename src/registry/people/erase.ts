import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { uuids } from "../../db/json.ts";
import {
  batches,
  contacts,
  customers,
  deliveries,
  formerWords,
  idempotencyKeys,
  mails,
  notices,
  responses,
  subscribers,
} from "../../db/schema.ts";
import { kindsWhere } from "../../model/people/notice.ts";
import { ERASED } from "../../model/values/erased.ts";
import { hashOfText } from "../../model/values/hash.ts";
import type { Locked } from "../log/frame.ts";
import { follows, isProposed, wantsMail } from "../owed/told.ts";

/** Mails to people that have somebody else's address. */
const NAMING_PEOPLE = kindsWhere(({ to, about }) => to === "person" && (about === "contact" || about === "departure"));

/** A pattern that nothing matches. */
const NOTHING = "(?!)";

/** A pattern that matches what stands between spaces and punctuation: ids and addresses whole. */
const WORD = '[^[:space:]"<>(),;:\\\\]+';

/** A response as it stands after a person was taken out of it, or out of a mail that quotes it. */
type Redacted = Pick<typeof responses.$inferSelect, "id" | "text" | "onBehalfOf" | "outcomeNote">;

/**
 * Erases people (GDPR Art. 17), in as many statements for many as for one: their rows, what they answered of themselves,
 * and answers kept for repeated requests that show them. Deliveries and responses stay, with a keyed hash. What they have
 * just asked by the form is another matter: it stays.
 */
export async function erase(w: Locked, people: readonly { id: string }[]): Promise<void> {
  if (people.length === 0) return;
  const { db } = w;
  const gone = sql`(select * from ${subscribers} where ${isOneOf(people)}) gone`;
  // An answer that shows a person has their id or their address: found in one reading of each answer.
  await db.execute(sql`
    delete from ${idempotencyKeys} where exists (
      select 1 from regexp_matches(lower(body), ${WORD}, 'g') as word
      join ${gone} on word[1] in (gone.id::text, gone.email_key, lower(gone.email)))`);
  // Bytes of unknown outcome are never sent again: what an operator sends once more is made anew. Bytes that are still
  // tried are let go when their batch is settled.
  await db.execute(sql`
    update ${batches} set body = null where ${batches.state} = 'uncertain' and ${batches.id} in (
      select ${deliveries.batchId} from ${deliveries} join ${gone} on ${deliveries.subscriberId} = gone.id)`);
  // Bytes that were not tried are made anew: their links are of somebody who is gone.
  await db.execute(sql`
    update ${batches} set body = null, body_sha256 = null, members = null
    where ${batches.state} = 'pending' and ${batches.firstAttemptAt} is null and ${batches.id} in (
      select ${deliveries.batchId} from ${deliveries} join ${gone} on ${deliveries.subscriberId} = gone.id)`);
  // A mail to a contact who left, or to whom they named, has the address of the other.
  await db.execute(sql`
    with naming as materialized (
      select ${notices.id} from ${notices} join ${gone} on ${notices.about} ->> 'subscriber' = gone.id::text
      where ${notices.kind} in ${NAMING_PEOPLE}
    ), unsettled as (
      update ${batches} set body = null from naming where ${batches.noticeId} = naming.id and ${batches.state} = 'uncertain'
    )
    update ${mails} set subject = ${ERASED}, text = ${ERASED}, html = ${ERASED}
    from naming where ${mails.noticeId} = naming.id`);
  // What was replaced, and is theirs or shows them, is let go: the log has its hash.
  await db.execute(sql`
    delete from ${formerWords} using ${responses}, ${gone}
    where ${responses.id} = ${formerWords.responseId} and (${responses.emailHash} = gone.email_hash
      or strpos(lower(${formerWords.words}), gone.email_key) > 0
      or strpos(lower(${formerWords.words}), lower(gone.email)) > 0
      or (strpos(${formerWords.words}, gone.name) > 0 and (exists (
        select 1 from ${deliveries} where ${deliveries.subscriberId} = gone.id and ${deliveries.customers} ? ${responses.customer})
      or exists (
        select 1 from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
        where ${contacts.subscriberId} = gone.id and ${customers.externalId} = ${responses.customer}))))`);
  // The log gets the hash of what is left of each response, so that it can be verified.
  for (const { id, text, onBehalfOf, outcomeNote } of await eraseFromResponses(w, gone)) {
    const data = { text: hashOfText(text), onBehalfOf: hashOfText(onBehalfOf), outcomeNote: hashOfText(outcomeNote) };
    w.audit("response.redacted", id, data);
  }
  await db.execute(sql`delete from ${subscribers} using ${gone} where ${subscribers.id} = gone.id`);
}

const isOneOf = (people: readonly { id: string }[]): SQL =>
  sql`${subscribers.id} in ${uuids(people.map(({ id }) => id))}`;

/**
 * Takes people out of what was answered. An address goes wherever anybody wrote it. A name may be an ordinary word: it
 * goes only where it stands by itself, in the answers of the person and of customers they spoke or were told for. Mails
 * that quote such an answer, also as it was before an edit, are emptied. With them go their bytes of unknown outcome,
 * and answers kept for repeated requests.
 */
async function eraseFromResponses({ db }: Locked, gone: SQL): Promise<Redacted[]> {
  const literally = (column: SQL) => sql`regexp_replace(${column}, '([^[:alnum:][:space:]])', '\\\\\\1', 'g')`;
  // As it was typed, and as it is sent to.
  const address = sql`${literally(sql`people.email`)} || '|' || ${literally(sql`people.email_key`)}`;
  const shows = (text: SQL) =>
    sql`(strpos(lower(${text}), people.email_key) > 0 or strpos(lower(${text}), lower(people.email)) > 0)`;
  const written = sql`concat_ws(' ', ${responses.text}, ${responses.onBehalfOf}, ${responses.outcomeNote})`;
  const without = (column: SQLWrapper) => sql`regexp_replace(
    regexp_replace(${column}, coalesce(found.addresses, ${NOTHING}), ${ERASED}, 'gi'),
    coalesce(found.names, ${NOTHING}), ${ERASED}, 'g')`;
  return db.execute<Redacted>(sql`
    with people as materialized (
      select gone.*, '(?<!\\w)' || ${literally(sql`gone.name`)} || '(?!\\w)' as as_words, (
        select coalesce(jsonb_agg(customer), '[]'::jsonb) from (
          select jsonb_array_elements_text(${deliveries.customers}) as customer
          from ${deliveries} where ${deliveries.subscriberId} = gone.id
          union
          select ${customers.externalId} from ${contacts} join ${customers} on ${customers.id} = ${contacts.customerId}
          where ${contacts.subscriberId} = gone.id
        ) theirs) as customers
      from ${gone}
    ), found as (
      select ${responses.id} as response_id, string_agg(${address}, '|') as addresses,
        string_agg(people.as_words, '|') filter (
          where ${responses.emailHash} = people.email_hash or people.customers ? ${responses.customer}) as names
      from ${responses} join people
        on ${shows(written)} or strpos(${written}, people.name) > 0
      group by ${responses.id}
    ), redacted as (
      update ${responses} set text = ${without(sql`text`)}, on_behalf_of = ${without(sql`on_behalf_of`)},
        outcome_note = ${without(sql`outcome_note`)}
      from found where ${responses.id} = found.response_id
        and (${without(sql`text`)}, ${without(sql`on_behalf_of`)}, ${without(sql`outcome_note`)})
          is distinct from (${responses.text}, ${responses.onBehalfOf}, ${responses.outcomeNote})
      returning ${responses.id}, ${responses.text}, ${responses.onBehalfOf}, ${responses.outcomeNote}
    ), edited as materialized (
      -- In one line: a mail breaks its lines where it likes, and indents what it quotes.
      select ${mails.noticeId} as notice_id, ${responses.id} as response_id, ${responses.emailHash}, ${responses.customer},
        regexp_replace(concat_ws(' ', ${mails.subject}, ${mails.text}), '\\s+', ' ', 'g') as quoted
      from ${responses} join ${notices} on ${notices.about} ->> 'response' = ${responses.id}::text
      join ${mails} on ${mails.noticeId} = ${notices.id}
      where ${responses.editedAt} is not null
    ), quoting as (
      select notice_id, response_id from edited where exists (
        select 1 from people where ${shows(sql`quoted`)} or (strpos(quoted, people.name) > 0
          and (edited.email_hash = people.email_hash or people.customers ? edited.customer) and quoted ~ people.as_words))
      union
      select ${notices.id}, redacted.id from ${notices} join redacted on ${notices.about} ->> 'response' = redacted.id::text
    ), emptied as (
      update ${mails} set subject = ${ERASED}, text = ${ERASED}, html = ${ERASED}
      from quoting where ${mails.noticeId} = quoting.notice_id
    ), unsettled as (
      update ${batches} set body = null
      from quoting where ${batches.noticeId} = quoting.notice_id and ${batches.state} = 'uncertain'
    ), kept as (
      delete from ${idempotencyKeys} where exists (
        select 1 from regexp_matches(lower(body), ${WORD}, 'g') as word
        where word[1] in (select response_id::text from quoting))
    )
    select id, text, on_behalf_of as "onBehalfOf", outcome_note as "outcomeNote" from redacted
    union all
    select ${responses.id}, ${responses.text}, ${responses.onBehalfOf}, ${responses.outcomeNote} from ${responses}
    where ${responses.id} in (select response_id from quoting except select id from redacted)
    order by id`);
}

/**
 * Erases whoever was there only as a contact, and is one no more. Followers stay, and so does whoever has left: that
 * they want no mail must outlive the next time somebody names them. Who was asked to confirm something besides is asked
 * still, for as long as anybody.
 */
export async function eraseFormerContacts(w: Locked, people: readonly { id: string }[]): Promise<void> {
  const isFormer = sql`${isOneOf(people)} and ${wantsMail} and not ${follows}
    and not exists (select 1 from ${contacts} where ${contacts.subscriberId} = ${subscribers.id})`;
  await w.db.execute(sql`
    update ${subscribers} set status = 'pending', name = null
    where ${isFormer} and (${subscribers.requestedAt} is not null or ${isProposed})`);
  await erase(
    w,
    await w.db.execute<{ id: string }>(sql`select ${subscribers.id} from ${subscribers} where ${isFormer}`),
  );
}
