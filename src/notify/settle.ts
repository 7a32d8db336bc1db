import { and, eq, sql } from "drizzle-orm";
import { type BatchState, batches, type DeliveryState, deliveries } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Batch, membersOf } from "./freeze.ts";
import type { Outcome } from "./mailer.ts";

type Result = { state: DeliveryState; cause: string | null; emailId: string | null };

/** Records what the provider took of a batch, mail by mail, and lets its bytes go. */
export async function settleAccepted(
  deps: Deps,
  batch: Batch,
  { mails }: Outcome & { kind: "accepted" },
): Promise<void> {
  const results = mails.map(
    (mail): Result =>
      "emailId" in mail
        ? { state: "accepted", cause: null, emailId: mail.emailId }
        : { state: "failed", cause: mail.refused, emailId: null },
  );
  await settle(deps, batch, "sent", results);
}

/** Ends a batch with one result for every mail of it: refused as a whole, or uncertain. */
export async function settleAll(deps: Deps, batch: Batch, state: "failed" | "uncertain", cause: string): Promise<void> {
  await settle(deps, batch, state, { state, cause, emailId: null });
}

function settle({ db, clock }: Deps, batch: Batch, state: BatchState, results: Result | Result[]): Promise<void> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const members = await membersOf(tx, batch.id);
    const rows = members.map(({ deliveryId }, index) => ({
      id: deliveryId,
      ...(Array.isArray(results) ? results[index] : results),
    }));
    await tx.execute(sql`
      update ${deliveries} set state = result.state, cause = result.cause, email_id = result."emailId",
        state_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as result(id uuid, state text, cause text, "emailId" text)
      where ${deliveries.id} = result.id`);
    await tx
      .update(batches)
      // Uncertain bytes stay: an operator may have to decide by them.
      .set({ state, settledAt: now, ...(state === "uncertain" ? {} : { body: null }) })
      .where(and(eq(batches.id, batch.id), eq(batches.state, "pending")));
  });
}
