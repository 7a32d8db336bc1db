import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { deliveries, notices, subscribers } from "../../db/schema.ts";
import type { DeliveryState } from "../../model/people/delivery.ts";
import type { NoticeKind } from "../../model/people/notice.ts";

/** What whoever gave an answer is told of it: that it is recorded, and what has become of it. */
const TOLD = ["receipt", "resolution"] as const satisfies NoticeKind[];

/** A mail about an answer to one person, and what has become of it; without an address once they are erased. */
export type AnswerMail = {
  kind: (typeof TOLD)[number];
  at: Date;
  email: string | null;
  state: DeliveryState;
  cause: string | null;
};

/** More mails of one answer than anybody reads. */
const MOST = 40;

/** What was last owed of an answer: of a receipt, and of what has become of it, each with everybody it was owed to. */
export async function mailsOfAnswer(
  db: Db,
  { id, changeSet }: { id: string; changeSet: number },
): Promise<AnswerMail[]> {
  const rows = await db
    .select({
      kind: sql<AnswerMail["kind"]>`${notices.kind}`,
      at: notices.createdAt,
      email: subscribers.email,
      state: deliveries.state,
      cause: deliveries.cause,
    })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(notices.changeSet, changeSet),
        inArray(notices.kind, [...TOLD]),
        sql`${notices.about} ->> 'response' = ${id}`,
      ),
    )
    .orderBy(desc(notices.createdAt), asc(subscribers.emailKey), asc(deliveries.id))
    .limit(MOST);
  return TOLD.flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    return all.filter(({ at }) => at.getTime() === all[0]?.at.getTime());
  });
}
