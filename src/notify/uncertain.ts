import { and, eq, notExists, sql } from "drizzle-orm";
import type { WriteDb } from "../db/client.ts";
import { batches, deliveries } from "../db/schema.ts";
import type { Sending } from "../deps.ts";
import { advance, type Step } from "../registry/owed/deliveries.ts";
import { isErased } from "../registry/owed/told.ts";
import { type Batch, NO_OUTCOME_YET } from "./batch.ts";

/**
 * Gives a batch up after 23 hours without an outcome. Its bytes stay, as an operator may have to decide by them; unless
 * they show somebody who was erased, or every mail was reported meanwhile.
 */
export async function settleUncertain({ db, clock, log }: Sending, batch: Batch): Promise<void> {
  await db.transaction(async (tx) => {
    const now = clock.now();
    const cause = `no outcome in 23 hours; last: ${batch.lastError ?? NO_OUTCOME_YET}`;
    const here = and(eq(batches.id, batch.id), eq(batches.state, "pending"), eq(batches.attempts, batch.attempts));
    const body = sql`case when ${showsErased(batch)} then null else ${batches.body} end`;
    const settled = await tx.update(batches).set({ state: "uncertain", settledAt: now, body }).where(here).returning();
    if (settled.length === 0) return;
    const steps = (batch.members ?? []).map((id): Step => ({ id, state: "uncertain", cause }));
    await advance(tx, now, steps);
    await closeIfKnown(tx, batch.id, now);
  });
  log("batch.uncertain", { batch: batch.id, attempts: batch.attempts });
}

const showsErased = ({ id }: Batch) => sql`exists (
  select 1 from ${deliveries} where ${deliveries.batchId} = ${id}::uuid and ${isErased})`;

const isUncertain = (batchId: string) => and(eq(batches.id, batchId), eq(batches.state, "uncertain"));

/** Locks a batch if it is uncertain. Call it before locking deliveries: a decision takes its locks in that order. */
export async function lockUncertain(tx: WriteDb, batchId: string): Promise<void> {
  await tx.select({ id: batches.id }).from(batches).where(isUncertain(batchId)).for("update");
}

/** A batch that was given up is done with once the last of its deliveries has been reported: its bytes may go. */
export async function closeIfKnown(tx: WriteDb, batchId: string, settledAt: Date): Promise<void> {
  // One at a time: two last reports at once would not see each other.
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
