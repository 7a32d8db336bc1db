import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, concernedCustomers, responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Answer, hasApproved } from "../../model/approval.ts";
import { dateIn, type IsoDate } from "../../model/dates.ts";
import { dated, isInForce } from "../../model/history.ts";
import { Refusal } from "../../model/refusal.ts";
import { type Actor, audit } from "../log/audit.ts";
import { loadHistory } from "../log/load-history.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { findChangeSet } from "./drafts.ts";
import { getOrganisation, lockRegistry } from "./organisation.ts";
import { touchVendorsOf } from "./touch.ts";

/** Customers, by their own ids, whose approval a set takes, and those who have not given it. */
export type Approvals = { required: string[]; missing: string[] };

/** Whose approval these sets take (GDPR Art. 28(2), specific authorisation), by the sets' numbers. */
export async function approvalsOf(db: Db, numbers: readonly number[]): Promise<Map<number, Approvals>> {
  if (numbers.length === 0) return new Map();
  const { changeSet, externalId } = concernedCustomers;
  const rows = await db
    .select({
      changeSet,
      customer: externalId,
      emailHash: responses.emailHash,
      kind: responses.kind,
      late: responses.late,
      outcome: responses.outcome,
      resolvedAt: responses.resolvedAt,
    })
    .from(concernedCustomers)
    .leftJoin(responses, and(eq(responses.changeSet, changeSet), eq(responses.customer, externalId)))
    .where(and(eq(concernedCustomers.authorisation, "specific"), inArray(changeSet, [...numbers])))
    .orderBy(changeSet, externalId);
  const bySet = Map.groupBy(rows, (row) => row.changeSet);
  return new Map(
    [...bySet].map(([number, each]) => {
      const byCustomer = Map.groupBy(each, ({ customer }) => customer);
      const missing = [...byCustomer].filter(([, answers]) => !hasApproved(answers.filter(isAnswer)));
      return [number, { required: [...byCustomer.keys()], missing: missing.map(([customer]) => customer) }];
    }),
  );
}

/** A customer without an answer has a row without one. */
const isAnswer = <Row extends { [Field in keyof Answer]: Answer[Field] | null }>(row: Row): row is Row & Answer =>
  row.kind !== null;

/**
 * Lets a set that waits for approvals take effect from today on, if nobody's is missing any more; and lets it wait again
 * if one is taken back before any of it is in force. What was waived stays so. Call it after recording an answer or its
 * outcome, in the same transaction and holding the registry's lock.
 */
export async function settleApprovals(deps: Deps, number: number): Promise<void> {
  const set = await findChangeSet(deps.db, number);
  if (set.state !== "announced" || !set.awaitsApproval || set.releasedReason !== null) return;
  const { missing = [] } = (await approvalsOf(deps.db, [number])).get(number) ?? {};
  const today = dateIn((await getOrganisation(deps.db)).timeZone, deps.clock.now());
  const isReleased = set.releasedOn !== null;
  if (isReleased === (missing.length === 0)) return;
  if (isReleased && (await isAnyInForce(deps.db, number, today))) return;
  const releasedOn = isReleased ? null : today;
  const snapshot = await publish(deps, number, { releasedOn });
  await audit(deps.db, deps.clock, {
    actor: "system",
    action: isReleased ? "change-set.held" : "change-set.released",
    subject: `change-set:${number}`,
    data: { snapshot, releasedOn },
  });
}

/** One of a set's changes may be in force while another still waits for what it builds on. */
async function isAnyInForce(tx: Db, number: number, today: IsoDate): Promise<boolean> {
  return dated(await loadHistory(tx)).some((change) => change.changeSet === number && isInForce(change, today));
}

/**
 * Lets a set take effect without the approvals it waits for; the reason is kept. Refuses: not-found, not-announced,
 * not-awaiting-approval.
 */
export function waiveApprovals(deps: Deps, number: number, reason: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const { timeZone } = await lockRegistry(tx);
    const set = await findChangeSet(tx, number);
    if (set.state !== "announced") throw new Refusal("not-announced", `Change set ${number} is ${set.state}.`);
    if (!set.awaitsApproval || set.releasedOn !== null) {
      throw new Refusal("not-awaiting-approval", `Change set ${number} waits for nobody's approval.`);
    }
    const { missing = [] } = (await approvalsOf(tx, [number])).get(number) ?? {};
    const releasedOn = dateIn(timeZone, deps.clock.now());
    const snapshot = await publish({ ...deps, db: tx }, number, { releasedOn, releasedReason: reason });
    await audit(tx, deps.clock, {
      actor,
      action: "change-set.approvals-waived",
      subject: `change-set:${number}`,
      data: { reason, missing, snapshot, releasedOn },
    });
  });
}

/** Publishes from when on a set no longer waits, or that it waits again. Gives the snapshot's hash. */
async function publish(
  { db: tx, clock }: Deps,
  number: number,
  release: { releasedOn: IsoDate | null; releasedReason?: string },
): Promise<string> {
  await tx
    .update(changeSets)
    .set({ ...release, updatedAt: clock.now() })
    .where(eq(changeSets.number, number));
  await touchVendorsOf(tx, number);
  return (await takeSnapshot(tx, clock, `change-set.${release.releasedOn ? "released" : "held"}:${number}`)).hash;
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
