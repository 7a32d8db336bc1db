import { and, asc, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { uuids } from "../../db/json.ts";
import { batches, deliveries, notices } from "../../db/schema.ts";
import type { Sending } from "../../deps.ts";
import { ANNOUNCING, kindsWhere } from "../../model/people/notice.ts";
import type { Batch } from "../batch.ts";
import { isDue } from "../retry.ts";

/** A batch that may be made ready and tried now. */
export type Due = Pick<Batch, "id" | "attempts">;

type Choice = { atMost: number; except: ReadonlySet<string> };

/**
 * Chooses batches that are due, in the order they are to be tried in; none of those that were chosen before. Confirmations
 * and notices to thousands take turns, so that neither holds up the other.
 */
export async function chooseDue(deps: Sending, { atMost, except }: Choice): Promise<Due[]> {
  // Each in the order of its index, so that `inOrder` is asked of no more batches than it takes to find them.
  const [urgent, other] = [firstDue(deps, 0, { atMost, except }), firstDue(deps, 1, { atMost, except })];
  const due = Object.groupBy(await unionAll(urgent, other), ({ priority }) => priority);
  return Array.from({ length: atMost }, (_, turn) => [due[0]?.[turn], due[1]?.[turn]])
    .flat()
    .filter((each) => each !== undefined)
    .slice(0, atMost);
}

const firstDue = ({ db, clock }: Sending, priority: 0 | 1, { atMost, except }: Choice) =>
  db
    .select({ id: batches.id, attempts: batches.attempts, priority: batches.priority })
    .from(batches)
    .where(
      and(
        eq(batches.state, "pending"),
        eq(batches.priority, priority),
        isDue(clock.now()),
        sql`${batches.id} not in ${uuids([...except])}`,
        inOrder,
      ),
    )
    .orderBy(asc(batches.nextAttemptAt), asc(batches.position))
    .limit(atMost);

const FOLLOWING = kindsWhere(({ step }) => step === "follows");
const ENDING = kindsWhere(({ step }) => step === "ends");

/**
 * Whether no reader of a batch still waits for an earlier notice of the same set: otherwise what follows could come
 * first, and the announcement would be the last word.
 */
const inOrder = sql`case when exists (
  select 1 from ${notices} notice where notice.id = ${batches.noticeId} and notice.kind in ${[...FOLLOWING, ...ENDING]}
) then not exists (
  select 1 from ${notices} notice
  join ${deliveries} mail on mail.batch_id = ${batches.id}
  join ${deliveries} waiting on waiting.subscriber_id = mail.subscriber_id and waiting.state = 'pending'
  join ${batches} waiting_batch on waiting_batch.id = waiting.batch_id and waiting_batch.state = 'pending'
  join ${notices} earlier on earlier.id = waiting.notice_id and earlier.change_set = notice.change_set
    and (earlier.kind in ${ANNOUNCING}
      or (earlier.kind in ${FOLLOWING} and (earlier.created_at < notice.created_at or notice.kind in ${ENDING})))
  where notice.id = ${batches.noticeId} and earlier.id <> notice.id) else true end`;
