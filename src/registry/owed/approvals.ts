import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { changeSetParts, changes, concernedCustomers, customers, responses, vendors } from "../../db/schema.ts";
import { ApprovalAnswer, hasApproved, isObjecting } from "../../model/change/approval.ts";
import type { Approvals } from "../../model/change/register.ts";

/** Whose approval a set takes and whose open objection suspends it, and what is lacking for each of its changes. */
export type SetApprovals = Approvals & {
  /** Those who have not approved a part of the set that concerns them, each with the numbers of these parts. */
  lacking: Map<string, number[]>;
  /** The changes that wait, by slug: for an answer of customers that are, or were. */
  ofChanges: Map<string, { isMissing: boolean; isFormer: boolean }>;
};

/**
 * Whose approval these sets take (GDPR Art. 28(2), specific authorisation), and whose open objection suspends them by their
 * contract, by the sets' numbers. Of all customers, or of some (a condition on `concerned_customers`).
 */
export async function approvalsOf(db: Db, numbers: readonly number[], whose?: SQL): Promise<Map<number, SetApprovals>> {
  const waiting = await waitingOf(db, numbers);
  const sets = [...waiting.keys()];
  if (sets.length === 0) return new Map();
  const parts = await partsOf(db, sets);
  const { changeSet, externalId, part } = concernedCustomers;
  const rows = await db
    .select({
      changeSet,
      part,
      customer: externalId,
      isApproving: sql<boolean>`${concernedCustomers.authorisation} = 'specific'`,
      since: concernedCustomers.since,
      current: customers.id,
      answer: columnsOf(responses, ApprovalAnswer),
    })
    .from(concernedCustomers)
    .leftJoin(customers, eq(customers.externalId, externalId))
    .leftJoin(responses, and(eq(responses.changeSet, changeSet), eq(responses.customer, externalId)))
    .where(and(hasSay, inArray(changeSet, sets), whose))
    .orderBy(changeSet, externalId);
  const bySet = Map.groupBy(rows, (row) => row.changeSet);
  return new Map(
    [...waiting].map(([number, slugs]) => {
      const approvals: SetApprovals = {
        required: [],
        missing: [],
        former: [],
        objecting: [],
        lacking: new Map(),
        ofChanges: new Map(),
      };
      const waitingIn = ofParts(slugs, (part) => parts.get(partKey(number, part)) ?? []);
      const asked = (bySet.get(number) ?? []).filter(({ part }) => waitingIn(part).length > 0);
      const missing = new Set<number>();
      const former = new Set<number>();
      for (const [customer, each] of Map.groupBy(asked, (row) => row.customer)) {
        const answers = each.flatMap(({ answer }) => answer ?? []);
        const isApproving = each.some((row) => row.isApproving);
        const isCurrent = each.some(({ current }) => current !== null);
        if (isApproving) approvals.required.push(customer);
        // One that came to use more has approved what it was told of by then.
        const lacking = each.filter(({ since }) => (isApproving ? !hasApproved(answers, since) : isObjecting(answers)));
        if (lacking.length === 0) continue;
        if (isApproving) {
          (isCurrent ? approvals.missing : approvals.former).push(customer);
          approvals.lacking.set(
            customer,
            lacking.map(({ part }) => part),
          );
        } else if (isCurrent) approvals.objecting.push(customer);
        for (const { part } of lacking) (isCurrent ? missing : former).add(part);
      }
      const lacking = (of: Set<number>) => new Set([...of].flatMap(waitingIn));
      const [isMissing, isFormer] = [lacking(missing), lacking(former)];
      for (const slug of slugs)
        approvals.ofChanges.set(slug, { isMissing: isMissing.has(slug), isFormer: isFormer.has(slug) });
      return [number, approvals];
    }),
  );
}

/**
 * Of `concerned_customers`: a change may wait for the customer, whose contract asks for its approval or lets it suspend.
 * Nothing waits for whom it brings nothing new: they have no last day.
 */
export const hasSay = and(
  isNotNull(concernedCustomers.lastDayToObjectOn),
  or(eq(concernedCustomers.authorisation, "specific"), eq(concernedCustomers.onObjection, "suspends")),
);

/** The parts of a set that concern customers whose open objection suspends it: the vendors of each, null where it is all. */
export async function suspendedBy(db: Db, number: number): Promise<(string[] | null)[]> {
  const { changeSet, externalId, part, onObjection } = concernedCustomers;
  const rows = await db
    .selectDistinct({ part })
    .from(concernedCustomers)
    .innerJoin(customers, eq(customers.externalId, externalId))
    .innerJoin(responses, and(eq(responses.changeSet, changeSet), eq(responses.customer, externalId)))
    .where(
      and(
        eq(changeSet, number),
        eq(onObjection, "suspends"),
        hasSay,
        eq(responses.kind, "objected"),
        eq(responses.late, false),
        isNull(responses.resolvedAt),
      ),
    );
  const parts = rows.length > 0 ? await partsOf(db, [number]) : new Map<string, string[]>();
  return rows.map((row) => (row.part === 0 ? null : (parts.get(partKey(number, row.part)) ?? [])));
}

/** Of some changes, by slug, those of a part. */
function ofParts(slugs: string[], vendorsOf: (part: number) => string[]): (part: number) => string[] {
  const known = new Map([[0, slugs]]);
  return (part) => {
    const theirs = known.get(part) ?? vendorsOf(part).filter((slug) => slugs.includes(slug));
    known.set(part, theirs);
    return theirs;
  };
}

/** The vendors whose changes wait for approvals, or did, by slug. */
async function waitingOf(db: Db, numbers: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .select({ changeSet: changes.changeSet, slug: vendors.slug })
    .from(changes)
    .innerJoin(vendors, eq(vendors.id, changes.vendorId))
    .where(
      and(inArray(changes.changeSet, [...numbers]), eq(changes.awaitsApproval, true), eq(changes.withdrawn, false)),
    )
    .orderBy(vendors.slug);
  return new Map(
    [...Map.groupBy(rows, (row) => row.changeSet)].map(([number, each]) => [number, each.map(({ slug }) => slug)]),
  );
}

const partKey = (changeSet: number, part: number): string => `${changeSet} ${part}`;

async function partsOf(db: Db, sets: readonly number[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select()
    .from(changeSetParts)
    .where(inArray(changeSetParts.changeSet, [...sets]));
  return new Map(rows.map(({ changeSet, number, vendors: slugs }) => [partKey(changeSet, number), slugs]));
}
/** The customers, by their own ids, to whom the changes of these sets do not apply, by the sets' numbers. */
export async function exemptedFrom(db: Db, numbers: readonly number[]): Promise<Map<number, string[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ changeSet: responses.changeSet, customer: responses.customer })
    .from(responses)
    .where(
      and(inArray(responses.changeSet, [...numbers]), eq(responses.outcome, "exempted"), isNotNull(responses.customer)),
    )
    .orderBy(responses.customer);
  const bySet = Map.groupBy(rows, ({ changeSet }) => changeSet);
  return new Map([...bySet].map(([changeSet, each]) => [changeSet, each.flatMap(({ customer }) => customer ?? [])]));
}
