import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import type { Authorisation } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { canBeTold } from "../owed/told.ts";
import { type ContractTerms, isConcerned, type Some, withDates } from "./concerned.ts";

/**
 * What holds for a contact's customer: its own last day to object, and whether its contract asks for its approval. Only
 * who speaks for several customers is told their names.
 */
export type ContactTerms = {
  name: string | null;
  lastDayToObjectOn: IsoDate | null;
  authorisation: Authorisation;
};

/** Contacts who read the same: in one language, on the same terms. */
export type ContactReader = { locale: Locale; terms: ContactTerms[] };

/** The most of them that a preview writes to. */
export const MOST_READERS = 20;

/**
 * The working contacts of the customers a set of changes concerns, by what they read, most of them first; with the dates
 * of their contracts, unless the set waits for none.
 */
export async function readersConcerned(
  db: Db,
  changes: readonly RecordedChange[],
  contracts: readonly ContractTerms[] | null,
): Promise<Some<ContactReader>> {
  const rows = await rowsOf<ContactReader & { total: number }>(db)`
    with people as not materialized (
      select subscriber_id, locale, external_id, ${customers.name}, notice_period, objection_period, authorisation
      from ${contacts} join ${customers} on ${customers.id} = customer_id join ${subscribers} on ${subscribers.id} = subscriber_id
      where ${isConcerned(changes)} and ${canBeTold}
    ), several as materialized (
      select subscriber_id from ${contacts} group by subscriber_id having count(*) > 1
    ), alone as materialized (
      -- Nearly everybody speaks for one customer: they are counted by contract, without a document of terms for each.
      select locale, notice_period, objection_period, authorisation, count(*) as readers
      from people where subscriber_id not in (select subscriber_id from several) group by 1, 2, 3, 4
    ), together as materialized (
      select *, count(*) over (partition by subscriber_id) as customers
      from people where subscriber_id in (select subscriber_id from several)
    ), read as (
      select locale, jsonb_build_array(${termsOf(sql`null::text`)}) as terms, readers from ${withDates(contracts, sql`alone`)}
      union all
      select locale, jsonb_agg(${termsOf(sql`case when customers > 1 then name end`)} order by external_id), 1
      from ${withDates(contracts, sql`together`)} group by subscriber_id, locale
    )
    select locale, terms, (count(*) over ())::integer as total
    from read group by locale, terms order by sum(readers) desc, locale, terms limit ${MOST_READERS}`;
  return { total: rows[0]?.total ?? 0, named: rows.map(({ locale, terms }) => ({ locale, terms })) };
}

const termsOf = (name: SQL): SQL =>
  sql`jsonb_build_object('name', ${name}, 'lastDayToObjectOn', last_day, 'authorisation', authorisation)`;
