import { type SQL, sql } from "drizzle-orm";
import type { WriteDb } from "../../db/client.ts";
import { json, uuids } from "../../db/json.ts";
import { batches, deliveries, deliveryEvents } from "../../db/schema.ts";
import { type DeliveryState, statesWhere } from "../../model/people/delivery.ts";
import type { Locked } from "../log/frame.ts";
import { tells } from "./told.ts";

/** A state a delivery has come to, why, and the provider's id of the mail if it is known. */
export type Step = { id: string; state: DeliveryState; cause: string | null; emailId?: string | null };

const ORDER = statesWhere(() => true);

const rank = (state: unknown) => sql`array_position(${sql.raw(`array['${ORDER.join("','")}']`)}, ${state})`;
const IS_FORWARD = sql`${rank(deliveries.state)} < ${rank(sql`step.state`)}`;

/** Moves deliveries forward and records each step, in one statement however many they are. Steps back are ignored. */
export async function advance(tx: WriteDb, at: Date, steps: readonly Step[]): Promise<void> {
  if (steps.length > 0) await move(tx, at, selectSteps(steps), IS_FORWARD);
}

/** The same for whatever a statement selects, as `id` and `cause`: there may be more than can be held at once. */
export function advanceSelected(tx: WriteDb, at: Date, state: DeliveryState, selected: SQL): Promise<void> {
  const steps = sql`select id, ${state}::text as state, cause, null::text as "emailId" from (${selected}) selected`;
  return move(tx, at, steps, IS_FORWARD);
}

/** Takes deliveries whose outcome stayed unknown, or that missed their reader, back to the start: to be sent again. */
export async function reopen(w: Locked, ids: readonly string[], cause: string): Promise<void> {
  const steps = ids.map((id) => ({ id, state: "pending" as const, cause }));
  await move(
    w.db,
    w.now,
    selectSteps(steps),
    sql`(${deliveries.state} = 'uncertain' or not ${tells(deliveries.state)})`,
  );
  w.kick();
}

const selectSteps = (steps: readonly Step[]): SQL =>
  sql`select * from jsonb_to_recordset(${json(steps)}) as step(id uuid, state text, cause text, "emailId" text)`;

/** Takes those deliveries a step that meet a condition, and records it. */
async function move(tx: WriteDb, at: Date, steps: SQL, condition: SQL): Promise<void> {
  const time = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    with step as materialized (${steps}), moved as (
      update ${deliveries} set state = step.state, cause = step.cause, state_at = ${time},
        email_id = coalesce(step."emailId", ${deliveries.emailId}),
        chain = chain_of_event(${deliveries.chain}, step.state, ${time}, step.cause, step."emailId")
      from step
      where ${deliveries.id} = step.id and ${condition}
      returning ${deliveries.id}, ${deliveries.state}, ${deliveries.stateAt}, ${deliveries.cause}, step."emailId" as brought,
        ${deliveries.chain}
    )
    insert into ${deliveryEvents} (delivery_id, state, at, cause, email_id, hash)
    select id, state, state_at, cause, brought, chain from moved`);
}

/** Puts deliveries that were not sent, or are to be sent again, into a batch of their own: the last of their notice. */
export async function moveToNewBatch(
  tx: WriteDb,
  { noticeId, priority }: Pick<typeof batches.$inferSelect, "noticeId" | "priority">,
  members: readonly string[],
  now: Date,
): Promise<void> {
  // One at a time, or two would take the same position.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${noticeId}))`);
  const position = sql`(select max(position) + 1 from ${batches} where notice_id = ${noticeId}::uuid)`;
  const [made] = await tx
    .insert(batches)
    .values({ noticeId, priority, position, nextAttemptAt: now })
    .returning({ id: batches.id });
  if (!made) throw new Error("A batch was not inserted");
  const moved = sql`${deliveries.id} in ${uuids(members)}`;
  await tx.update(deliveries).set({ batchId: made.id }).where(moved);
}
