import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { rowsOf } from "../../../db/reading.ts";
import { concernedCustomers, notices, subscribers } from "../../../db/schema.ts";
import type { NamedPerson } from "../../../model/people/reader.ts";
import type { Locale } from "../../../model/values/text.ts";
import { isSuppressed } from "../../owed/told.ts";
import { MOST_NAMED } from "../named-customers.ts";
import { languageRead } from "../readers.ts";
import type { Telling } from "./foresee.ts";
import type { Reading } from "./supposed.ts";

/** How many people a notice goes to: who speaks for customers, and who follows. To a suppressed address nothing is sent. */
export type Hearers = {
  contacts: number;
  followers: number;
  suppressed: number;
  byLocale: Partial<Record<Locale, number>>;
  /** Those whom mail reaches, contacts first: at most a hundred. */
  named: NamedPerson[];
};

/** Those of a telling who are there: nobody, where its set was announced to nobody. */
export const toldBy = ({ people, changeSet }: Pick<Telling, "people" | "changeSet">): SQL => sql`(
  select told.* from (${people}) as told(subscriber_id, email_hash, customers)
  where told.subscriber_id is not null and exists (
    select 1 from ${notices} where ${notices.changeSet} = ${changeSet} and ${notices.kind} = 'announcement'))`;

export async function hearersOf({ db, organisation }: Reading, telling: Telling): Promise<Hearers> {
  const rows = await rowsOf<{ locale: Locale; isSuppressed: boolean; contacts: number; followers: number }>(db)`
    select ${languageRead(organisation)} as locale, ${isSuppressed()} as "isSuppressed",
      count(told.customers)::integer as contacts, (count(*) - count(told.customers))::integer as followers
    from ${toldBy(telling)} told join ${subscribers} on ${subscribers.id} = told.subscriber_id
    group by 1, 2 order by 1, 2`;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const told = rows.filter((row) => !row.isSuppressed);
  return {
    contacts: sum(told.map(({ contacts }) => contacts)),
    followers: sum(told.map(({ followers }) => followers)),
    suppressed: sum(rows.flatMap((row) => (row.isSuppressed ? row.contacts + row.followers : []))),
    byLocale: Object.fromEntries(told.map(({ locale, contacts, followers }) => [locale, contacts + followers])),
    named: await namedOf(db, telling),
  };
}

const namedOf = (db: Db, telling: Telling): Promise<NamedPerson[]> => {
  const { changeSet, externalId, name } = concernedCustomers;
  return rowsOf<NamedPerson>(db)`
    select ${subscribers.email} as email, ${subscribers.name} as name, (
      select jsonb_agg(distinct ${name} order by ${name}) from ${concernedCustomers}
      where ${changeSet} = ${telling.changeSet} and ${externalId} in (select jsonb_array_elements_text(told.customers))
    ) as customers
    from ${toldBy(telling)} told join ${subscribers} on ${subscribers.id} = told.subscriber_id
    where not ${isSuppressed()} order by told.customers is null, email limit ${MOST_NAMED}`;
};
