import { and, eq, notExists, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { uuids } from "../db/json.ts";
import { batches, deliveries } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { advance, type Step } from "../registry/owed/deliveries.ts";
import { isErased } from "../registry/owed/told.ts";
import type { Outcome } from "./mailer.ts";

/**
 * Whether the attempt that `batch` was read for is still the last one. A process may sleep past its lease between the
 * answer and its recording: what it then says of "not sent" is no longer true of a batch that another has tried since.
 */
export const isLatestAttempt = ({ id, attempts }: Batch) =>
  and(eq(batches.id, id), eq(batches.state, "pending"), eq(batches.attempts, attempts + 1));

/** Records what the provider took of a batch, mail by mail, and lets its bytes go. */
export function settleAccepted(
  { db, clock }: Deps,
  batch: Batch,
  { mails }: Outcome & { kind: "accepted" },
): Promise<void> {
  return db.transaction(async (tx) => {
    const steps = frozenMembers(batch).flatMap((id, position): Step[] => {
      const mail = mails[position];
      if (!mail) return [];
      return "emailId" in mail
        ? [{ id, state: "accepted", cause: null, emailId: mail.emailId }]
        : [{ id, state: "failed", cause: mail.refused }];
    });
    await advance(tx, clock.now(), steps);
    await close(tx, batch, "sent", clock.now(), steps.find(({ state }) => state === "failed")?.cause ?? null);
  });
}

/**
 * Gives a batch up after 23 hours without an outcome. Its bytes stay, as an operator may have to decide by them; but not
 * those that show somebody who was erased, or of which every mail was reported meanwhile.
 */
export async function settleUncertain({ db, clock, log }: Deps, batch: Batch): Promise<void> {
  await db.transaction(async (tx) => {
    const now = clock.now();
    const cause = `no outcome in 23 hours; last: ${batch.lastError ?? "no answer recorded"}`;
    const here = and(eq(batches.id, batch.id), eq(batches.state, "pending"), eq(batches.attempts, batch.attempts));
    const body = sql`case when ${showsErased(batch)} then null else ${batches.body} end`;
    const settled = await tx.update(batches).set({ state: "uncertain", settledAt: now, body }).where(here).returning();
    if (settled.length === 0) return;
    const steps = frozenMembers(batch).map((id): Step => ({ id, state: "uncertain", cause }));
    await advance(tx, now, steps);
    await closeIfKnown(tx, batch.id, now);
  });
  log("batch.uncertain", { batch: batch.id, attempts: batch.attempts });
}

const showsErased = ({ id }: Batch) => sql`exists (
  select 1 from ${deliveries} where ${deliveries.batchId} = ${id}::uuid and ${isErased})`;

const isUncertain = (batchId: string) => and(eq(batches.id, batchId), eq(batches.state, "uncertain"));

/** Locks a batch that was given up, if it was. Before its deliveries, as whoever decides of it does. */
export async function lockUncertain(tx: Db, batchId: string): Promise<void> {
  await tx.select({ id: batches.id }).from(batches).where(isUncertain(batchId)).for("update");
}

/** A batch that was given up is done with once the last of its deliveries has been reported: its bytes may go. */
export async function closeIfKnown(tx: Db, batchId: string, settledAt: Date): Promise<void> {
  // One at a time: of two last reports at once neither would see the other.
  await lockUncertain(tx, batchId);
  const unknown = tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.state, "uncertain")));
  await tx
    .update(batches)
    .set({ state: "sent", settledAt, body: null })
    .where(and(isUncertain(batchId), notExists(unknown)));
}

/**
 * A batch refused whole was not sent: it is split in two under new keys, so that what is wrong with one mail is found
 * and the others go. A mail refused alone has failed.
 */
export function settleRefused({ db, clock }: Deps, batch: Batch, cause: string): Promise<void> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const [ours] = await tx.select({ id: batches.id }).from(batches).where(isLatestAttempt(batch)).for("update");
    if (!ours) return;
    const members = frozenMembers(batch);
    if (members.length <= 1) {
      const failed = members.map((id): Step => ({ id, state: "failed", cause }));
      await advance(tx, now, failed);
      return close(tx, batch, "failed", now, cause);
    }
    const middle = Math.ceil(members.length / 2);
    for (const half of [members.slice(0, middle), members.slice(middle)]) await moveToNewBatch(tx, batch, half, now);
    await close(tx, batch, "split", now, cause);
  });
}

/** Puts deliveries that are known not to be sent, or are to be sent again, into a batch of their own. */
export async function moveToNewBatch(
  tx: Db,
  { noticeId, priority }: Batch,
  members: readonly string[],
  now: Date,
): Promise<void> {
  const position = sql`(select max(position) + 1 from ${batches} where notice_id = ${noticeId}::uuid)`;
  const [made] = await tx
    .insert(batches)
    .values({ noticeId, priority, position, nextAttemptAt: now })
    .returning({ id: batches.id });
  if (!made) throw new Error("A batch was not inserted");
  const moved = sql`${deliveries.id} in ${uuids(members)}`;
  await tx.update(deliveries).set({ batchId: made.id }).where(moved);
}

/** The deliveries of a batch's frozen bytes, in the order of its mails. */
const frozenMembers = ({ members }: Batch): readonly string[] => members ?? [];

async function close(
  tx: Db,
  batch: Batch,
  state: "sent" | "failed" | "split",
  settledAt: Date,
  lastError: string | null,
): Promise<void> {
  await tx.update(batches).set({ state, settledAt, lastError, body: null }).where(eq(batches.id, batch.id));
}

export type Batch = typeof batches.$inferSelect;
