import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { changeSetParts, changes, concernedCustomers, customers, responses, vendors } from "../../db/schema.ts";
import { ApprovalAnswer, hasApproved } from "../../model/change/approval.ts";
import type { Approvals } from "../../model/change/register.ts";

/** Whose approval a set takes, and what is lacking for each of its changes. */
export type SetApprovals = Approvals & {
  /** The changes that wait for approvals, by slug: whose is missing, customers' that are or were. */
  ofChanges: Map<string, { isMissing: boolean; isFormer: boolean }>;
};

/** Whose approval these sets take (GDPR Art. 28(2), specific authorisation), by the sets' numbers. */
export async function approvalsOf(db: Db, numbers: readonly number[]): Promise<Map<number, SetApprovals>> {
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
      current: customers.id,
      answer: columnsOf(responses, ApprovalAnswer),
    })
    .from(concernedCustomers)
    .leftJoin(customers, eq(customers.externalId, externalId))
    .leftJoin(responses, and(eq(responses.changeSet, changeSet), eq(responses.customer, externalId)))
    .where(and(eq(concernedCustomers.authorisation, "specific"), inArray(changeSet, sets)))
    .orderBy(changeSet, externalId);
  const bySet = Map.groupBy(rows, (row) => row.changeSet);
  return new Map(
    [...waiting].map(([number, slugs]) => {
      const approvals: SetApprovals = { required: [], missing: [], former: [], ofChanges: new Map() };
      const waitingIn = ofParts(slugs, (part) => parts.get(partKey(number, part)) ?? []);
      const asked = (bySet.get(number) ?? []).filter(({ part }) => waitingIn(part).length > 0);
      const missing = new Set<number>();
      const former = new Set<number>();
      for (const [customer, each] of Map.groupBy(asked, (row) => row.customer)) {
        approvals.required.push(customer);
        if (hasApproved(each.flatMap(({ answer }) => answer ?? []))) continue;
        const isCurrent = each.some(({ current }) => current !== null);
        (isCurrent ? approvals.missing : approvals.former).push(customer);
        for (const { part } of each) (isCurrent ? missing : former).add(part);
      }
      const lacking = (of: Set<number>) => new Set([...of].flatMap(waitingIn));
      const [isMissing, isFormer] = [lacking(missing), lacking(former)];
      for (const slug of slugs)
        approvals.ofChanges.set(slug, { isMissing: isMissing.has(slug), isFormer: isFormer.has(slug) });
      return [number, approvals];
    }),
  );
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
    .where(and(inArray(changes.changeSet, [...numbers]), eq(changes.awaitsApproval, true)))
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
