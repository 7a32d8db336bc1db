import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers, subscribers, suppressions } from "../../db/schema.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { Reader, ReaderTerms } from "../../model/people/reader.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import type { Locale } from "../../model/values/text.ts";
import { wantsMail } from "../owed/told.ts";
import { type Concern, customersIn, type Part, timeColumns, withDates } from "./concerned.ts";
import type { Some } from "./named-customers.ts";

/** The most different readers that a preview writes to. */
export const MOST_READERS = 20;

/** The language a subscriber is written to in: their own if the organisation writes it (`languageFor`). */
export const languageRead = (
  { locales, defaultLocale }: Organisation,
  own: SQLWrapper = subscribers.locale,
): SQL<Locale> => sql`case when ${own} in ${locales} then ${own} else ${defaultLocale}::text end`;

/** A reader, with the name of one customer that somebody speaks for who reads that, and how many people do. */
export type NamedReader = Reader & { customer: string; people: number };

/** Who would be told of a set as contacts: how many, by language, and what those read whom mail reaches. */
export type ContactsTold = { readers: Some<NamedReader>; contacts: Partial<Record<Locale, number>> };

/**
 * The contacts of the customers a set of changes concerns who want mail, counted; and the working ones among them by what
 * they read, most of them first, with the dates of their contracts, where any of it waits for them.
 */
export async function contactsTold(
  db: Db,
  { parts, contracts }: Concern,
  organisation: Organisation,
): Promise<ContactsTold> {
  const language = languageRead(organisation, sql`locale`);
  const [row] = await rowsOf<{ readers: (NamedReader & { total: number })[]; contacts: ContactsTold["contacts"] }>(db)`
    with several as materialized (${speakingForSeveral(parts)}), people as not materialized (
      select ${contacts.customerId}, ${subscribers.id} as subscriber_id, ${subscribers.locale} as locale, ${suppressions.id} is null as reached
      from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
      left join ${suppressions} on ${suppressions.emailHash} = ${subscribers.emailHash}
      where ${wantsMail}
    ), speaking as not materialized (
      -- Nearly everybody speaks for one customer: they are counted by that, and then by contract, without a document of
      -- terms for each. The planner must see whose columns it groups by: it would sort them otherwise.
      select customer_id, locale, reached, count(*) as people
      from people where subscriber_id not in (select subscriber_id from several) group by customer_id, locale, reached
    ), alone as materialized (
      select locale, reached, authorisation, part, used, on_objection, remedies, ${timeColumns},
        min(${customers.name}) as name, sum(people) as people
      from ${customersIn(parts)} join speaking on customer_id = ${customers.id}
      group by locale, reached, authorisation, part, used, on_objection, remedies, ${timeColumns}
    ), together as materialized (
      select subscriber_id, locale, reached, external_id, ${customers.name} as name, authorisation, part, used, on_objection, remedies,
        ${timeColumns}, min(external_id) over theirs <> max(external_id) over theirs as is_for_several
      from people join ${customersIn(parts)} on customer_id = ${customers.id}
      where subscriber_id in (select subscriber_id from several) window theirs as (partition by subscriber_id)
    ), read as (
      select ${language} as locale, jsonb_build_array(${termsNaming(sql`null::text`)}) as terms, name, people
      from ${withDates(contracts, sql`alone`)} where reached
      union all
      select ${language}, ${readerTerms(sql`is_for_several`)}, min(name), 1
      from ${withDates(contracts, sql`together`)} where reached group by subscriber_id, locale
    ), most as (
      select locale, terms, min(name) as customer, count(*) over () as total, sum(people) as people
      from read group by locale, terms order by people desc, locale, terms limit ${MOST_READERS}
    ), told as (
      select ${language} as locale, people from alone
      union all
      select ${language}, count(distinct subscriber_id) from together group by locale
    )
    select (select coalesce(jsonb_agg(most order by people desc, locale, terms), '[]') from most) as readers,
      (select coalesce(jsonb_object_agg(locale, people), '{}') from (
        select locale, sum(people) as people from told group by locale) counted) as contacts`;
  const { readers = [], contacts: counted = {} } = row ?? {};
  const named = readers.map(({ locale, terms, customer, people }) => ({
    locale,
    terms,
    customer,
    people: Number(people),
  }));
  return { readers: { total: readers[0]?.total ?? 0, named }, contacts: counted };
}

/** Contacts of several customers, or of one whom a set concerns by several of its parts: `subscriber_id`. */
function speakingForSeveral(parts: readonly Part[]): SQL {
  const spoken = sql`select subscriber_id from ${contacts} group by subscriber_id having count(*) > 1`;
  const uses = inSeveralParts(parts);
  if (uses.length === 0) return spoken;
  return sql`${spoken}
    union select subscriber_id from ${contacts} join ${customers} on ${customers.id} = customer_id
    where jsonb_build_array(${customers.products}, ${customers.hostingRegions}) in (select jsonb_array_elements(${json(uses)}))`;
}

/** What customers use whom a set concerns by several of its parts. */
function inSeveralParts(parts: readonly Part[]): string[][][] {
  const uses = parts.flatMap((part) => part.uses.map(({ products, hostingRegions }) => [products, hostingRegions]));
  return [...Map.groupBy(uses, (used) => canonicalJson(used)).values()].flatMap((same) => same.slice(1, 2));
}

/** What of a customer is so by the time a mail is written: whether it has approved, when it objected, whether it was told of more. */
export type SoFar = { approved?: SQL; objectedOn?: SQL; answer?: SQL; toldBefore?: SQL; contract?: SQL };

/** Of what waits for nobody, nobody's approval is asked, nor does an objection hold it. */
const termsNaming = (name: SQL, { approved, objectedOn, answer, toldBefore, contract }: SoFar = {}): SQL =>
  sql`jsonb_build_object('name', ${name}, 'lastDayToObjectOn', last_day_to_object_on, 'timeZone', time_zone,
    'authorisation', case when last_day_to_object_on is null then 'general' else authorisation end)
    || jsonb_strip_nulls(jsonb_build_object('onObjection',
      case when last_day_to_object_on is not null then nullif(on_objection, 'continues') end, 'remedies', remedies,
      'untilEffect', case when last_day_to_object_on is not null and object_until_effect is not null
        then greatest((object_until_effect ->> 'daysBefore')::integer, 1) end,
      'ownEmergency', case when jsonb_typeof(emergency) = 'object' then true end,
      'notAsked', case when last_day_to_object_on is null and authorisation = 'specific' then true end,
      'approved', case when ${approved ?? sql`false`} then true end, 'objectedOn', ${objectedOn ?? sql`null::date`},
      'answer', ${answer ?? sql`null::jsonb`}, 'contract', ${contract ?? sql`null::jsonb`},
      'toldBefore', case when ${toldBefore ?? sql`false`} then true end,
      'part', nullif(part, 0), 'earliestEffectiveOn', earliest_effective_on,
      'used', case when used <> '[[], []]' then jsonb_build_object('products', used -> 0, 'hostingRegions', used -> 1) end))`;

/** What a contact reads of these customers, rows with their dates and what they use; with their names where there are `several`. */
export const readerTerms = (several: SQL, soFar?: SoFar): SQL<ReaderTerms[]> =>
  sql`jsonb_agg(${termsNaming(sql`case when ${several} then name end`, soFar)} order by external_id, part)`;
