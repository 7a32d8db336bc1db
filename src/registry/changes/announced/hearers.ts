import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../../db/reading.ts";
import { notices, subscribers } from "../../../db/schema.ts";
import type { Locale } from "../../../model/values/text.ts";
import { isSuppressed } from "../../owed/told.ts";
import { languageRead } from "../readers.ts";
import type { Telling } from "./foresee.ts";
import type { Reading } from "./supposed.ts";

/** How many people a notice goes to: who speaks for customers, and who follows. To a suppressed address nothing is sent. */
export type Hearers = {
  contacts: number;
  followers: number;
  suppressed: number;
  byLocale: Partial<Record<Locale, number>>;
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
  };
}
