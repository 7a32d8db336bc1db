import { type SQL, sql } from "drizzle-orm";
import { contacts, customers, subscribers, suppressions } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { Organisation } from "./organisation-document.ts";
import { oweOrganisation } from "./owe.ts";

/** Whether nothing is sent to the address of the row of `subscribers` it is asked of. */
export const isSuppressed: SQL<boolean> = sql`exists (
  select 1 from ${suppressions} where ${suppressions.emailHash} = "subscribers"."email_hash")`;

/** Whether the row of `customers` it is asked of has a working contact: one who has not left, and whose address takes mail. */
export const isReachable: SQL<boolean> = sql`exists (
  select 1 from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where ${contacts.customerId} = "customers"."id" and ${subscribers.status} = 'active' and not ${isSuppressed})`;

/** The customers a person is a contact of, as a condition on `customers`. */
export const customersOf = (subscriberId: string): SQL => sql`"customers"."id" in (
  select ${contacts.customerId} from ${contacts} where ${contacts.subscriberId} = ${subscriberId})`;

/** The customers an address stands for, by its keyed hash. */
export const customersAt = (emailHash: string): SQL => sql`"customers"."id" in (
  select ${contacts.customerId} from ${contacts} join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
  where ${subscribers.emailHash} = ${emailHash})`;

/** The customers with these ids. */
export const customersWith = (ids: readonly string[]): SQL => sql`"customers"."id" in (
  select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;

/**
 * After a contact came, left or can no longer be written to: notes which of these customers nobody can be told for now,
 * and owes the organisation one mail about those for whom that is new. Call it holding the registry's lock.
 */
export async function noteReachability(deps: Deps, organisation: Organisation, whose: SQL): Promise<void> {
  const { db: tx, clock } = deps;
  await tx.execute(sql`
    update ${customers} set unreachable_since = null
    where ${customers.unreachableSince} is not null and ${whose} and ${isReachable}`);
  const lost = await tx.execute<{ external_id: string }>(sql`
    update ${customers} set unreachable_since = ${clock.now().toISOString()}::timestamptz
    where ${customers.unreachableSince} is null and ${whose} and not ${isReachable}
    returning ${customers.externalId}`);
  if (lost.length === 0) return;
  const about = { customers: lost.map(({ external_id }) => external_id).sort() };
  await oweOrganisation(deps, organisation, { kind: "unreachable", about });
}
