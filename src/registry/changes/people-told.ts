import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import { contacts, customers, subscribers } from "../../db/schema.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import type { NamedPerson } from "../../model/people/reader.ts";
import { isToldOf } from "../owed/told.ts";
import { type Concern, contactsConcerned, customersIn } from "./concerned.ts";
import { MOST_NAMED } from "./named-customers.ts";

/** Who would be told of changes, contacts first: at most a hundred people, each with the customers they speak for. */
export function peopleTold(db: Db, changes: readonly RecordedChange[], concern: Concern): Promise<NamedPerson[]> {
  const isContact: SQL = sql`named.id is not null`;
  return rowsOf<NamedPerson>(db)`
    with people as materialized (
      select ${subscribers.id} as id, ${subscribers.email} as email, ${subscribers.name} as name, ${isContact} as is_contact
      from ${subscribers} left join (${contactsConcerned(concern)}) named on named.id = ${subscribers.id}
      where ${isToldOf(changes, isContact)}
      order by is_contact desc, email limit ${MOST_NAMED}
    ), speaking as (
      select ${contacts.subscriberId} as id, jsonb_agg(distinct ${customers.name} order by ${customers.name}) as names
      from ${customersIn(concern.parts)} join ${contacts} on ${contacts.customerId} = ${customers.id}
      where ${contacts.subscriberId} in (select id from people) group by 1
    )
    select email, people.name, names as customers from people left join speaking on speaking.id = people.id
    order by is_contact desc, email`;
}
