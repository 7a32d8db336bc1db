import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliDecompressSync, constants } from "node:zlib";
import { and, asc, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { batches, deliveries, notices } from "../db/schema.ts";
import type { Sending } from "../deps.ts";
import { ANNOUNCING, kindsWhere } from "../model/people/notice.ts";
import { dayOf, type IsoDate } from "../model/values/dates.ts";
import { sha256 } from "../model/values/hash.ts";
import { writeWithoutLock } from "../registry/log/frame.ts";
import { readOrganisation } from "../registry/log/organisation.ts";
import { advance, moveToNewBatch, type Step } from "../registry/owed/deliveries.ts";
import type { Batch } from "./batch.ts";
import { membersOf } from "./members.ts";
import { compose, type Recipient } from "./request.ts";
import { isDue, isPastRetrying, putOff } from "./retry.ts";
import { settleUncertain } from "./uncertain.ts";

const compressed = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress);

/** A hundred mails are nearly the same mail: the fastest is enough, and the sender waits for it. */
const FASTEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A batch with the bytes that every attempt of it sends. `today` is the organisation's date when it was made ready. */
export type Prepared = { batch: Batch; body: Uint8Array; today: IsoDate };

/**
 * The next batch that is due, frozen; null when nothing is due. With `urgentFirst` a confirmation goes before a notice to
 * thousands, else after it. The sender alternates, so that neither holds up the other.
 */
export async function prepareNext(deps: Sending, urgentFirst: boolean): Promise<Prepared | null> {
  const [first, second] = urgentFirst ? ([0, 1] as const) : ([1, 0] as const);
  for (;;) {
    const now = deps.clock.now();
    // Each in the order of its index, so that `inOrder` is asked of no more batches than it takes to find one.
    const [due] = await unionAll(firstDue(deps, first, now), firstDue(deps, second, now)).limit(1);
    if (!due) return null;
    try {
      const prepared = await freeze(deps, due.id);
      if (prepared && !isPastRetrying(prepared.batch.firstAttemptAt, deps.clock.now())) return prepared;
      if (prepared) await settleUncertain(deps, prepared.batch);
    } catch (error) {
      await putOff(deps, due, error);
    }
  }
}

const firstDue = ({ db }: Pick<Sending, "db">, priority: 0 | 1, now: Date) =>
  db
    .select({ id: batches.id, attempts: batches.attempts })
    .from(batches)
    .where(and(eq(batches.state, "pending"), eq(batches.priority, priority), isDue(now), inOrder))
    .orderBy(asc(batches.nextAttemptAt), asc(batches.position))
    .limit(1);

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

/**
 * Fixes the members and bytes of a batch before its first attempt; from then on every attempt sends these. Members who
 * have left since the notice was owed are skipped here, and those whose mails are too many bytes for one request get a
 * batch of their own. Null when the batch needs no sending any more.
 */
export function freeze(deps: Sending, batchId: string): Promise<Prepared | null> {
  return writeWithoutLock(deps, "system", async (w) => {
    const { db: tx, now } = w;
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId)).for("update");
    if (batch?.state !== "pending") return null;
    const { organisation, calendar } = await readOrganisation(tx);
    const today = dayOf(calendar, now);
    if (batch.body) return { batch, body: brotliDecompressSync(batch.body), today };
    const [notice] = await tx.select().from(notices).where(eq(notices.id, batch.noticeId));
    if (!notice) throw new Error(`Batch ${batch.id} has no notice`);
    const people = await membersOf(tx, notice, batchId, { organisation, today });
    const leaving = people.flatMap(({ id, leftOut }): Step[] =>
      leftOut === null ? [] : [{ id, state: leftOut === "suppressed" ? leftOut : "skipped", cause: leftOut }],
    );
    await advance(tx, now, leaving);
    const staying = people.flatMap(({ email, leftOut, ...each }): Recipient[] =>
      leftOut === null && email !== null ? [{ ...each, email }] : [],
    );
    const { body, mails } = await compose({ deps: w, organisation, notice }, batchId, staying);
    const ids = staying.map(({ id }) => id);
    if (mails < ids.length) await moveToNewBatch(tx, batch, ids.slice(mails), now);
    const frozen = { members: ids.slice(0, mails), bodySha256: sha256(body) };
    const packed = mails > 0 ? await compressed(body, FASTEST) : null;
    const kept = packed ? { ...frozen, body: packed } : { ...frozen, state: "sent" as const, settledAt: now };
    await tx.update(batches).set(kept).where(eq(batches.id, batchId));
    return packed ? { batch: { ...batch, ...frozen }, body, today } : null;
  });
}
