import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliDecompressSync, constants } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { batches, notices, organisation as organisations } from "../../db/schema.ts";
import type { Sending } from "../../deps.ts";
import { dayOf, type IsoDate } from "../../model/values/dates.ts";
import { sha256 } from "../../model/values/hash.ts";
import { writeWithoutLock } from "../../registry/log/frame.ts";
import { organisationOf } from "../../registry/log/organisation.ts";
import { advance, moveToNewBatch, type Step } from "../../registry/owed/deliveries.ts";
import type { Batch } from "../batch.ts";
import { isPastRetrying, putOff } from "../retry.ts";
import { settleUncertain } from "../uncertain.ts";
import type { Due } from "./due.ts";
import type { Letters } from "./mails-by-kind.ts";
import { membersOf } from "./members.ts";
import { compose, type Recipient } from "./request.ts";
import { choosing, mootFor } from "./shares.ts";

const compressed = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress);

/** A hundred mails are nearly the same mail: the fastest is enough, and the sender waits for it. */
const FASTEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A batch with the bytes that every attempt of it sends. `today` is the organisation's date when it was made ready. */
export type Prepared = { batch: Batch; body: Uint8Array; today: IsoDate };

/**
 * A batch that is due with the bytes to send; null where it needs no sending any more, is given up, or cannot be made
 * ready, for which it is put off.
 */
export async function prepare(deps: Sending, due: Due, letters: Letters): Promise<Prepared | null> {
  try {
    const prepared = await freeze(deps, due.id, letters);
    if (!prepared || !isPastRetrying(prepared.batch.firstAttemptAt, deps.clock.now())) return prepared;
    await settleUncertain(deps, prepared.batch);
  } catch (error) {
    await putOff(deps, due, error);
  }
  return null;
}

/**
 * Fixes the members and bytes of a batch before its first attempt; from then on every attempt sends these. Members who
 * have left since the notice was owed are skipped here, and those whose mails are too many bytes for one request get a
 * batch of their own. Null when the batch needs no sending any more.
 */
export function freeze(deps: Sending, batchId: string, letters: Letters = new Map()): Promise<Prepared | null> {
  return writeWithoutLock(deps, "system", async (w) => {
    const { db: tx, now } = w;
    const [found] = await tx
      .select({ batch: batches, notice: notices, row: organisations })
      .from(batches)
      .innerJoin(notices, eq(notices.id, batches.noticeId))
      .leftJoin(organisations, sql`true`)
      .where(eq(batches.id, batchId))
      .for("update", { of: batches })
      .prepare("batch")
      .execute();
    if (found?.batch.state !== "pending") return null;
    const { batch, notice, row } = found;
    const { organisation, calendar } = organisationOf(row ?? undefined);
    const today = dayOf(calendar, now);
    if (batch.body) return { batch, body: brotliDecompressSync(batch.body), today };
    const people = await membersOf(tx, notice, batchId, { organisation, now, today });
    const [choiceOf, isMoot] = [await choosing(tx, notice, people), await mootFor(tx, notice)];
    const members = people.map(({ chosen, ...each }) => {
      const products = choiceOf(chosen);
      const reader = { ...each, ...(products && { products }) };
      return { ...reader, leftOut: each.leftOut ?? (isMoot(reader) ? ("withdrawn" as const) : null) };
    });
    const leaving = members.flatMap(({ id, leftOut }): Step[] =>
      leftOut === null ? [] : [{ id, state: leftOut === "suppressed" ? leftOut : "skipped", cause: leftOut }],
    );
    await advance(tx, now, leaving);
    const staying = members.flatMap(({ email, leftOut, ...each }): Recipient[] => {
      const locale = notice.about?.locale ?? each.locale;
      return leftOut === null && email !== null ? [{ ...each, locale, email }] : [];
    });
    const { body, mails } = await compose({ deps: w, organisation, notice, letters }, batchId, staying);
    const ids = staying.map(({ id }) => id);
    if (mails < ids.length) await moveToNewBatch(tx, batch, ids.slice(mails), now);
    const frozen = { members: ids.slice(0, mails), bodySha256: sha256(body) };
    const packed = mails > 0 ? await compressed(body, FASTEST) : null;
    const kept = packed ? { ...frozen, body: packed } : { ...frozen, state: "sent" as const, settledAt: now };
    await tx.update(batches).set(kept).where(eq(batches.id, batchId)).prepare("frozen").execute();
    return packed ? { batch: { ...batch, ...frozen }, body, today } : null;
  });
}
