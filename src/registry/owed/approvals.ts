import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { concernedCustomers, customers, responses } from "../../db/schema.ts";
import { ApprovalAnswer, hasApproved } from "../../model/change/approval.ts";
import type { Approvals } from "../../model/change/register.ts";

/** Whose approval these sets take (GDPR Art. 28(2), specific authorisation), by the sets' numbers. */
export async function approvalsOf(db: Db, numbers: readonly number[]): Promise<Map<number, Approvals>> {
  if (numbers.length === 0) return new Map();
  const { changeSet, externalId } = concernedCustomers;
  const rows = await db
    .select({ changeSet, customer: externalId, current: customers.id, answer: columnsOf(responses, ApprovalAnswer) })
    .from(concernedCustomers)
    .leftJoin(customers, eq(customers.externalId, externalId))
    .leftJoin(responses, and(eq(responses.changeSet, changeSet), eq(responses.customer, externalId)))
    .where(and(eq(concernedCustomers.authorisation, "specific"), inArray(changeSet, [...numbers])))
    .orderBy(changeSet, externalId);
  const bySet = Map.groupBy(rows, (row) => row.changeSet);
  return new Map(
    [...bySet].map(([number, each]) => {
      const byCustomer = Map.groupBy(each, ({ customer }) => customer);
      const open = [...byCustomer].filter(([, answers]) => !hasApproved(answers.flatMap(({ answer }) => answer ?? [])));
      const openOf = (isCurrent: boolean) =>
        open.filter(([, rows]) => rows.some(({ current }) => current !== null) === isCurrent).map(([id]) => id);
      return [number, { required: [...byCustomer.keys()], missing: openOf(true), former: openOf(false) }];
    }),
  );
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
