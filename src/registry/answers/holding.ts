import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  changeSetParts,
  changeSets,
  changes,
  concernedCustomers,
  customers,
  responses,
  vendors,
} from "../../db/schema.ts";
import type { Response } from "../../model/people/response.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { isAwaiting } from "../log/history.ts";
import { approvalsOf, hasSay } from "../owed/approvals.ts";

/** Which changes wait for a customer, and what follows from its contract. */

/** Of `responses`: the changes that wait and are not released, by slug, of those in which such a customer has a say. */
const waitingFor = (such: SQL): SQL<string[]> => sql`coalesce((
  select jsonb_agg(${vendors.slug} order by ${vendors.slug})
  from ${changes} join ${vendors} on ${vendors.id} = ${changes.vendorId}
  where ${changes.changeSet} = ${responses.changeSet} and ${isAwaiting}
    and exists (
      select 1 from ${concernedCustomers}
      join ${customers} on ${customers.externalId} = ${concernedCustomers.externalId}
      left join ${changeSetParts} on ${changeSetParts.changeSet} = ${concernedCustomers.changeSet}
        and ${changeSetParts.number} = ${concernedCustomers.part}
      where ${concernedCustomers.changeSet} = ${responses.changeSet}
        and ${concernedCustomers.externalId} = ${responses.customer} and ${hasSay} and ${such}
        and (${concernedCustomers.part} = 0 or ${changeSetParts.vendors} ? ${vendors.slug}))), '[]')`;

const takesApproval = eq(concernedCustomers.authorisation, "specific");

/**
 * Of `responses` with their `change_sets`: the changes that it holds, by slug. An objection that is not resolved holds what
 * takes the customer's approval; and what it suspends by the contract, where it is in time.
 */
export const holds = sql<string[]>`case
  when ${responses.kind} = 'objected' and ${responses.resolvedAt} is null and ${changeSets.state} = 'announced'
  then ${waitingFor(sql`(${takesApproval} or not ${responses.late})`)} else '[]'::jsonb end`;

/** What a mail about a response says of the contract of whoever it is from. */
export type OfContract = {
  /** What an objection leads to by the contract; null where it says nothing. */
  remedies: LocalizedText | null;
  /** The changes that wait for the customer's approval, by slug. */
  toApprove: string[];
};

/** What the contract of a response's customer says, as it was announced to. Of a follower there is none. */
export async function contractOf(db: Db, { id, changeSet, customer }: Response): Promise<OfContract> {
  if (customer === null) return { remedies: null, toApprove: [] };
  const [row] = await db
    .select({ remedies: concernedCustomers.remedies, toApprove: waitingFor(sql`${takesApproval}`) })
    .from(responses)
    .leftJoin(
      concernedCustomers,
      sql`${concernedCustomers.changeSet} = ${responses.changeSet}
        and ${concernedCustomers.externalId} = ${responses.customer} and ${isNotNull(concernedCustomers.remedies)}`,
    )
    .where(eq(responses.id, id))
    .limit(1);
  const { missing = [] } = (await approvalsOf(db, [changeSet])).get(changeSet) ?? {};
  return {
    remedies: row?.remedies ?? null,
    toApprove: missing.includes(customer) ? (row?.toApprove ?? []) : [],
  };
}

/** The terms of a customer that a set was announced to, as they are kept with it. */
export type TermsHeld = Pick<
  typeof concernedCustomers.$inferSelect,
  "authorisation" | "onObjection" | "objectUntilEffect" | "remedies" | "periods" | "since" | "lastDayToObjectOn"
> &
  Pick<typeof changeSets.$inferSelect, "announcedAt" | "publishedAs">;

/** On which terms the customer of a response was told; null of a follower. */
export async function termsHeld(db: Db, { changeSet, customer }: Response): Promise<TermsHeld | null> {
  if (customer === null) return null;
  const { authorisation, onObjection, objectUntilEffect, remedies, periods, since, lastDayToObjectOn } =
    concernedCustomers;
  const [terms] = await db
    .select({
      ...{ authorisation, onObjection, objectUntilEffect, remedies, periods, since, lastDayToObjectOn },
      ...{ announcedAt: changeSets.announcedAt, publishedAs: changeSets.publishedAs },
    })
    .from(concernedCustomers)
    .innerJoin(changeSets, eq(changeSets.number, concernedCustomers.changeSet))
    .where(and(eq(concernedCustomers.changeSet, changeSet), eq(concernedCustomers.externalId, customer)))
    // One that came to use more has several rows: it may answer until the last of its days.
    .orderBy(sql`${lastDayToObjectOn} desc nulls last`)
    .limit(1);
  return terms ?? null;
}
