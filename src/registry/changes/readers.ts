import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { Reader, ReaderTerms } from "../../model/people/reader.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import type { Locale } from "../../model/values/text.ts";
import { canBeTold } from "../owed/told.ts";
import { type Concern, customersIn, type Part, type Some, timeColumns, withDates } from "./concerned.ts";

/** The most different readers that a preview writes to. */
export const MOST_READERS = 20;

/** The language a subscriber is written to in: their own if the organisation writes it (`languageFor`). */
export const languageRead = ({ locales, defaultLocale }: Organisation): SQL<Locale> => sql`case
  when ${subscribers.locale} in ${locales} then ${subscribers.locale} else ${defaultLocale}::text end`;

/** A reader, with the name of one customer that somebody speaks for who reads that. */
export type NamedReader = Reader & { customer: string };

/**
 * The working contacts of the customers a set of changes concerns, by what they read, most of them first; with the dates
 * of their contracts, where any of it waits for them.
 */
export async function readersConcerned(
  db: Db,
  { parts, contracts }: Concern,
  organisation: Organisation,
): Promise<Some<NamedReader>> {
  const rows = await rowsOf<NamedReader & { total: number }>(db)`
    with people as not materialized (
      select subscriber_id, ${languageRead(organisation)} as locale, external_id, ${customers.name} as name, authorisation, part, used, on_objection, remedies, ${timeColumns}
      from ${customersIn(parts)} join ${contacts} on ${customers.id} = customer_id
      join ${subscribers} on ${subscribers.id} = subscriber_id
      where ${canBeTold}
    ), several as materialized (
      select subscriber_id from ${contacts} group by subscriber_id having count(*) > 1
      union select subscriber_id from ${contacts} join ${customers} on ${customers.id} = customer_id
      where jsonb_build_array(${customers.products}, ${customers.hostingRegions}) in (select jsonb_array_elements(${json(inSeveralParts(parts))}))
    ), alone as materialized (
      -- Nearly everybody speaks for one customer: they are counted by contract, without a document of terms for each.
      select locale, authorisation, part, used, on_objection, remedies, ${timeColumns}, min(name) as name, count(*) as readers
      from people where subscriber_id not in (select subscriber_id from several)
      group by locale, authorisation, part, used, on_objection, remedies, ${timeColumns}
    ), together as materialized (
      select *, min(external_id) over theirs <> max(external_id) over theirs as is_for_several
      from people where subscriber_id in (select subscriber_id from several) window theirs as (partition by subscriber_id)
    ), read as (
      select locale, jsonb_build_array(${termsNaming(sql`null::text`)}) as terms, name, readers
      from ${withDates(contracts, sql`alone`)}
      union all
      select locale, ${readerTerms(sql`is_for_several`)}, min(name), 1
      from ${withDates(contracts, sql`together`)} group by subscriber_id, locale
    )
    select locale, terms, min(name) as customer, (count(*) over ())::integer as total
    from read group by locale, terms order by sum(readers) desc, locale, terms limit ${MOST_READERS}`;
  return { total: rows[0]?.total ?? 0, named: rows.map(({ total: _, ...reader }) => reader) };
}

/** What customers use whom a set concerns by several of its parts. */
function inSeveralParts(parts: readonly Part[]): string[][][] {
  const uses = parts.flatMap((part) => part.uses.map(({ products, hostingRegions }) => [products, hostingRegions]));
  return [...Map.groupBy(uses, (used) => canonicalJson(used)).values()].flatMap((same) => same.slice(1, 2));
}

/** Of what waits for nobody, nobody's approval is asked, nor does an objection hold it. */
const termsNaming = (name: SQL): SQL =>
  sql`jsonb_build_object('name', ${name}, 'lastDayToObjectOn', last_day_to_object_on, 'timeZone', time_zone,
    'authorisation', case when last_day_to_object_on is null then 'general' else authorisation end)
    || jsonb_strip_nulls(jsonb_build_object('onObjection',
      case when last_day_to_object_on is not null then nullif(on_objection, 'continues') end, 'remedies', remedies,
      'untilEffect', case when last_day_to_object_on is not null and object_until_effect is not null then true end,
      'notAsked', case when last_day_to_object_on is null and authorisation = 'specific' then true end,
      'part', nullif(part, 0), 'earliestEffectiveOn', earliest_effective_on,
      'used', case when used <> '[[], []]' then jsonb_build_object('products', used -> 0, 'hostingRegions', used -> 1) end))`;

/** What a contact reads of these customers, rows with their dates and what they use; with their names where there are `several`. */
export const readerTerms = (several: SQL): SQL<ReaderTerms[]> =>
  sql`jsonb_agg(${termsNaming(sql`case when ${several} then name end`)} order by external_id, part)`;
