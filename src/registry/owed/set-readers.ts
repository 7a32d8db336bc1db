import { eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { json } from "../../db/json.ts";
import { batches, changes, concernedCustomers, deliveries, notices, subscribers, vendors } from "../../db/schema.ts";
import { productsOf } from "../../model/change/scope.ts";
import { loadHistory } from "../log/history.ts";
import { partsWith } from "../log/parts.ts";
import { announces, changesOf, choseAny, EXEMPTED, goesOut, isDecided, isErased, wantsMail } from "./told.ts";

/**
 * The readers of a change set, as `owe` takes them: who hears of what becomes of it. Whoever asks whom a notice would go to
 * asks the same.
 */

/**
 * Whom the announcement of a set was owed to, at once or late, and who still wants mail; with the customers it was owed
 * for, but those to whom it does not apply. Of mails in some states: by default those that went out.
 */
export const readersOf = (changeSet: number, such = goesOut) => sql`
  select ${deliveries.subscriberId}, ${deliveries.emailHash},
    ${CUSTOMERS} as customers
  from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id}
  join ${subscribers} on ${subscribers.id} = ${deliveries.subscriberId} ${EACH_CUSTOMER}
    and not ${isDecided(EXEMPTED, changeSet, sql`whose.customer`)}
  where ${notices.changeSet} = ${changeSet} and ${announces} and ${such(deliveries.state)} and ${wantsMail}
    and (${deliveries.customers} is null or whose.customer is not null)
  group by ${deliveries.subscriberId}, ${deliveries.emailHash}`;

/** The customers that several deliveries were owed for; null for a follower's. */
export const EACH_CUSTOMER = sql`left join lateral jsonb_array_elements_text(${deliveries.customers}) as whose(customer) on true`;
export const CUSTOMERS = sql`jsonb_agg(distinct whose.customer order by whose.customer) filter (where whose.customer is not null)`;

/**
 * Of a delivery's state: whether the mail was sent, may have been, or is being tried. What was not tried yet is not sent any
 * more when its set is withdrawn.
 */
const wentOut = (state: SQLWrapper): SQL<boolean> => sql`(${goesOut(state)} and (${state} <> 'pending' or exists (
  select 1 from ${batches} where ${batches.id} = ${deliveries.batchId}
    and (${batches.state} <> 'pending' or ${batches.firstAttemptAt} is not null))))`;

/**
 * Everyone the announcement went out to, contacts of deleted customers too; where only some changes of the set are
 * withdrawn, by slug, those of them whom these concern.
 */
export async function readersOfWithdrawal(db: Db, changeSet: number, slugs: readonly string[] | null): Promise<SQL> {
  if (slugs === null) return sql`${readersOf(changeSet, wentOut)} union all ${goneOf(changeSet)}`;
  const told = await readersOfChanges(db, changeSet, slugs, wentOut);
  const parts = await partsWith(db, changeSet, slugs);
  return sql`${told} union all ${concernedIn(goneOf(changeSet), changeSet, parts, sql`false`)}`;
}

/** The readers of some changes of a set, by slug; where none are named, of all of it that was not withdrawn by itself. */
export async function readersOfSome(db: Db, changeSet: number, slugs: readonly string[] | undefined): Promise<SQL> {
  const some = slugs ?? (await leftOf(db, changeSet));
  return some ? readersOfChanges(db, changeSet, some) : readersOf(changeSet);
}

/** The changes of a set that are left, by slug, where others were withdrawn by themselves; else null. */
export async function leftOf(db: Db, changeSet: number): Promise<string[] | null> {
  const own = await db
    .select({ slug: vendors.slug, withdrawn: changes.withdrawn })
    .from(changes)
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .where(eq(changes.changeSet, changeSet));
  const left = own.filter(({ withdrawn }) => !withdrawn);
  return left.length === own.length ? null : left.map(({ slug }) => slug);
}

/** Of `notices` that follow an announcement: it is about certain changes, and all of these are among some, by slug. */
export const aboutOnly = (slugs: readonly string[]): SQL =>
  sql`coalesce(${changesOf(sql`"notices"`)} <@ ${json(slugs)}, false)`;

/** The contacts an announcement went out to who were erased since; without those who read it as somebody else besides. */
const goneOf = (changeSet: number) => sql`
  select null::uuid as subscriber_id, ${deliveries.emailHash}, ${CUSTOMERS} as customers
  from ${notices} join ${deliveries} on ${deliveries.noticeId} = ${notices.id} ${EACH_CUSTOMER}
  where ${notices.changeSet} = ${changeSet} and ${announces} and ${wentOut(deliveries.state)} and ${isErased}
    and ${deliveries.customers} is not null
    and ${deliveries.emailHash} not in (select email_hash from (${readersOf(changeSet, wentOut)}) readers)
  group by ${deliveries.emailHash}`;

/** The readers of a set whom some changes of it, by slug, concern. */
export const readersOfChanges = (db: Db, changeSet: number, slugs: readonly string[], such = goesOut): Promise<SQL> =>
  concernedBy(db, readersOf(changeSet, such), changeSet, slugs);

/**
 * Of some readers of a set those whom some changes of it, by slug, concern: followers by the products they chose, and
 * contacts for those of their customers that use what changes.
 */
export async function concernedBy(db: Db, readers: SQL, changeSet: number, slugs: readonly string[]): Promise<SQL> {
  const all = await loadHistory(db, { sets: [changeSet] });
  const named = all.filter(({ vendor }) => slugs.includes(vendor.slug));
  const parts = await partsWith(db, changeSet, slugs);
  return concernedIn(readers, changeSet, parts, choseAny(productsOf(named)));
}

/** Of some readers the contacts, for those of their customers whom these parts of a set concern; and such followers. */
function concernedIn(readers: SQL, changeSet: number, parts: number[], such: SQL): SQL {
  // Looked up for each customer by the key: of rows just written the planner knows too little to join them well.
  const part = sql`(select ${concernedCustomers.part} from ${concernedCustomers}
    where ${concernedCustomers.changeSet} = ${changeSet} and ${concernedCustomers.externalId} = theirs.customer
      and ${inArray(concernedCustomers.part, parts)} limit 1)`;
  return sql`
    select told.subscriber_id, told.email_hash, concerned.customers
    from (${readers}) told left join ${subscribers} on ${subscribers.id} = told.subscriber_id
    cross join lateral (
      select jsonb_agg(theirs.customer order by theirs.customer) as customers
      from jsonb_array_elements_text(told.customers) as theirs(customer) where ${part} is not null
    ) concerned
    where concerned.customers is not null or (told.customers is null and ${such})`;
}
