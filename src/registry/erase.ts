import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { contacts, idempotencyKeys, mails, notices, responses, signups, subscribers } from "../db/schema.ts";
import { ERASED } from "../evidence/checks.ts";

/**
 * Erases people (GDPR Art. 17), in as many statements for many as for one: their rows, what they typed of themselves,
 * and answers kept for repeated requests that show them. Deliveries and responses stay, with a keyed hash.
 */
export async function erase(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = sql`(select * from ${subscribers} where ${subscribers.id} in (
    select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))) gone`;
  await tx.execute(sql`delete from ${signups} using ${gone} where ${signups.emailHash} = gone.email_hash`);
  // An answer that shows a person has their id or their address: found in one reading of each answer.
  await tx.execute(sql`
    delete from ${idempotencyKeys} where exists (
      select 1 from regexp_matches(lower(body), '[^[:space:]"<>(),;:\\\\]+', 'g') as word
      join ${gone} on word[1] in (gone.id::text, gone.email_key))`);
  await eraseFromResponses(tx, gone);
  await tx.execute(sql`delete from ${subscribers} using ${gone} where ${subscribers.id} = gone.id`);
}

/**
 * Whatever anybody wrote: a colleague names people too. A name is replaced where it stands as words of its own; the
 * kept copies of mails that quote it go as a whole.
 */
async function eraseFromResponses(tx: Db, gone: ReturnType<typeof sql>): Promise<void> {
  const literally = (column: string) =>
    sql`regexp_replace(${sql.raw(column)}, '([^[:alnum:][:space:]])', '\\\\\\1', 'g')`;
  const written = sql`lower(concat_ws(' ', ${responses.text}, ${responses.onBehalfOf}, ${responses.outcomeNote}))`;
  const without = (column: string) => sql`regexp_replace(${sql.raw(column)}, found.pattern, ${ERASED}, 'gi')`;
  await tx.execute(sql`
    with redacted as (
    update ${responses} set text = ${without("text")}, on_behalf_of = ${without("on_behalf_of")},
      outcome_note = ${without("outcome_note")}
    from (
      select ${responses.id} as response_id, string_agg(
        concat_ws('|', ${literally("gone.email")}, '(?<!\\w)' || ${literally("gone.name")} || '(?!\\w)'), '|') as pattern
      from ${responses} join ${gone} on strpos(${written}, gone.email_key) > 0 or strpos(${written}, lower(gone.name)) > 0
      group by ${responses.id}
    ) found where ${responses.id} = found.response_id
    returning ${responses.id}
    )
    update ${mails} set subject = ${ERASED}, text = ${ERASED}, html = ${ERASED}
    from ${notices}, redacted
    where ${mails.noticeId} = ${notices.id} and ${notices.about} ->> 'response' = redacted.id::text`);
}

/**
 * Erases whoever was there only as a contact, and is one no more. Followers stay, and so does whoever has left: that
 * they want no mail must outlive the next time somebody names them.
 */
export async function eraseFormerContacts(tx: Db, ids: readonly string[]): Promise<void> {
  const former = await tx.execute<{ id: string }>(sql`
    select ${subscribers.id} from ${subscribers}
    where ${subscribers.id} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))
      and ${subscribers.confirmedAt} is null and ${subscribers.status} = 'active'
      and not exists (select 1 from ${contacts} where ${contacts.subscriberId} = ${subscribers.id})`);
  await erase(
    tx,
    former.map(({ id }) => id),
  );
}
