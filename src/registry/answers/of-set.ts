import { count, eq, sql } from "drizzle-orm";
import { responses } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { ResponseKind } from "../../model/people/response.ts";
import { countOpenResponses } from "./responses.ts";
import { superseded } from "./superseded.ts";

/**
 * How many answers of each kind a set has, how many of its approvals do not count, and of how many answers something is still
 * to become: of what is withdrawn of none.
 */
export async function answersTo({ db }: Pick<Deps, "db">, changeSet: number) {
  const rows = await db
    .select({
      kind: responses.kind,
      answers: count(),
      superseded: sql<number>`(count(*) filter (where ${superseded} is not null))::integer`,
    })
    .from(responses)
    .where(eq(responses.changeSet, changeSet))
    .groupBy(responses.kind);
  const kinds: Partial<Record<ResponseKind, number>> = Object.fromEntries(
    rows.map(({ kind, answers }) => [kind, answers]),
  );
  const supersededApprovals = rows.reduce((sum, row) => sum + row.superseded, 0);
  return { kinds, superseded: supersededApprovals, open: await countOpenResponses({ db }, { changeSet }) };
}
