import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { responses } from "../../db/schema.ts";
import { OPEN_KINDS, type ResponseKind } from "../../model/people/response.ts";

/** How many answers of each kind a set has, and how many of them something is still to become of. */
export async function answersTo(db: Db, changeSet: number) {
  const rows = await db
    .select({
      kind: responses.kind,
      answers: sql<number>`count(*)::integer`,
      open: sql<number>`(count(*) filter (where ${and(isNull(responses.resolvedAt), sql`${responses.kind} in ${OPEN_KINDS}`)}))::integer`,
    })
    .from(responses)
    .where(eq(responses.changeSet, changeSet))
    .groupBy(responses.kind);
  const kinds: Partial<Record<ResponseKind, number>> = Object.fromEntries(
    rows.map(({ kind, answers }) => [kind, answers]),
  );
  return { kinds, open: rows.reduce((sum, row) => sum + row.open, 0) };
}
