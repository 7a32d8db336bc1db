import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { changeSets, concernedCustomers, responses } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Actor, audit } from "./audit.ts";
import { dateIn } from "./dates.ts";
import { findChangeSet } from "./drafts.ts";
import { lockRegistry } from "./organisation.ts";
import { Refusal } from "./refusal.ts";
import { takeSnapshot } from "./snapshots.ts";
import { touchVendorsOf } from "./touch.ts";

/** Customers, by their own ids, whose approval a set takes, and those who have not given it. */
export type Approvals = { required: string[]; missing: string[] };

/** Whose approval these sets take (GDPR Art. 28(2), specific authorisation), by the sets' numbers. */
export async function approvalsOf(db: Db, numbers: readonly number[]): Promise<Map<number, Approvals>> {
  if (numbers.length === 0) return new Map();
  // An objection counts until it is resolved, whoever of the customer's contacts has approved besides. A customer to
  // whom the change does not apply, or whose contract ends, has nothing to approve.
  const rows = await db.execute<{ changeSet: number; customer: string; hasApproved: boolean }>(sql`
    select concerned.change_set as "changeSet", concerned.external_id as customer,
      coalesce(bool_or(answer.kind = 'approved' or answer.outcome in ('exempted', 'terminated')), false)
        and not coalesce(bool_or(answer.kind = 'objected' and answer.resolved_at is null), false) as "hasApproved"
    from ${concernedCustomers} concerned left join ${responses} answer
      on answer.change_set = concerned.change_set and answer.customer = concerned.external_id
    where concerned.authorisation = 'specific'
      and concerned.change_set in (select value::integer from jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))
    group by 1, 2 order by 1, 2`);
  const bySet = Map.groupBy(rows, ({ changeSet }) => changeSet);
  return new Map(
    [...bySet].map(([changeSet, each]) => {
      const missing = each.filter((row) => !row.hasApproved);
      return [changeSet, { required: each.map(idOf), missing: missing.map(idOf) }];
    }),
  );
}

const idOf = ({ customer }: { customer: string }) => customer;

/**
 * Lets a set that waits for approvals take effect from today on, if nobody's is missing any more. Gives whether it did.
 * Call it after recording an answer, in the same transaction and holding the registry's lock.
 */
export async function releaseIfApproved(deps: Deps, number: number): Promise<boolean> {
  const set = await findChangeSet(deps.db, number);
  if (set.state !== "announced" || !set.awaitsApproval || set.releasedOn !== null) return false;
  const approvals = (await approvalsOf(deps.db, [number])).get(number);
  if (!approvals || approvals.missing.length > 0) return false;
  const snapshot = await release(deps, number, null);
  await audit(deps.db, deps.clock, {
    actor: "system",
    action: "change-set.released",
    subject: `change-set:${number}`,
    data: { snapshot },
  });
  return true;
}

/**
 * Lets a set take effect without the approvals it waits for; the reason is kept. Refuses: not-found, not-announced,
 * not-awaiting-approval.
 */
export function waiveApprovals(deps: Deps, number: number, reason: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await lockRegistry(tx);
    const set = await findChangeSet(tx, number);
    if (set.state !== "announced") throw new Refusal("not-announced", `Change set ${number} is ${set.state}.`);
    if (!set.awaitsApproval || set.releasedOn !== null) {
      throw new Refusal("not-awaiting-approval", `Change set ${number} waits for nobody's approval.`);
    }
    const { missing = [] } = (await approvalsOf(tx, [number])).get(number) ?? {};
    const snapshot = await release({ ...deps, db: tx }, number, reason);
    await audit(tx, deps.clock, {
      actor,
      action: "change-set.approvals-waived",
      subject: `change-set:${number}`,
      data: { reason, missing, snapshot },
    });
  });
}

/** Publishes from when on a set no longer waits. Gives the snapshot's hash. */
async function release({ db: tx, clock }: Deps, number: number, releasedReason: string | null): Promise<string> {
  const { timeZone } = await lockRegistry(tx);
  const now = clock.now();
  await tx
    .update(changeSets)
    .set({ releasedOn: dateIn(timeZone, now), releasedReason, updatedAt: now })
    .where(eq(changeSets.number, number));
  await touchVendorsOf(tx, number);
  return (await takeSnapshot(tx, clock, `change-set.released:${number}`)).hash;
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
