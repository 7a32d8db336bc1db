import { type SQL, sql } from "drizzle-orm";
import type { WriteDb } from "../../db/client.ts";
import { json, uuids } from "../../db/json.ts";
import { deliveries, deliveryEvents } from "../../db/schema.ts";
import { type DeliveryState, statesWhere } from "../../model/people/delivery.ts";
import type { Locked } from "../log/frame.ts";

/** A state a delivery has come to, why, and the provider's id of the mail if it is known. */
export type Step = { id: string; state: DeliveryState; cause: string | null; emailId?: string | null };

const ORDER = statesWhere(() => true);

const rank = (state: unknown) => sql`array_position(${sql.raw(`array['${ORDER.join("','")}']`)}, ${state})`;

/** Moves deliveries forward and records each step, in one statement however many they are. Steps back are ignored. */
export async function advance(tx: WriteDb, at: Date, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const selected = sql`select * from jsonb_to_recordset(${json(steps)})
    as step(id uuid, state text, cause text, "emailId" text)`;
  await move(tx, at, selected);
}

/** The same for whatever a statement selects, as `id` and `cause`: there may be more than can be held at once. */
export function advanceSelected(tx: WriteDb, at: Date, state: DeliveryState, selected: SQL): Promise<void> {
  const steps = sql`select id, ${state}::text as state, cause, null::text as "emailId" from (${selected}) selected`;
  return move(tx, at, steps);
}

async function move(tx: WriteDb, at: Date, steps: SQL): Promise<void> {
  await tx.execute(sql`
    with step as (${steps}), moved as (
      update ${deliveries} set state = step.state, cause = step.cause, state_at = ${at.toISOString()}::timestamptz,
        email_id = coalesce(step."emailId", ${deliveries.emailId}),
        chain = chain_of_event(${deliveries.chain}, step.state, ${at.toISOString()}::timestamptz, step.cause, step."emailId")
      from step
      where ${deliveries.id} = step.id and ${rank(deliveries.state)} < ${rank(sql`step.state`)}
      returning ${deliveries.id}, ${deliveries.state}, ${deliveries.stateAt}, ${deliveries.cause}, step."emailId" as brought,
        ${deliveries.chain}
    )
    insert into ${deliveryEvents} (delivery_id, state, at, cause, email_id, hash)
    select id, state, state_at, cause, brought, chain from moved`);
}

/**
 * Takes deliveries whose outcome stayed unknown, or that failed, back to the start: an operator has decided to send them
 * again.
 */
export async function reopen(w: Locked, ids: readonly string[], cause: string): Promise<void> {
  const at = w.now.toISOString();
  await w.db.execute(sql`
    with moved as (
      update ${deliveries} set state = 'pending', cause = ${cause}, state_at = ${at}::timestamptz,
        chain = chain_of_event(${deliveries.chain}, 'pending', ${at}::timestamptz, ${cause}, null)
      where ${deliveries.id} in ${uuids(ids)}
        and ${deliveries.state} in ('uncertain', 'failed')
      returning ${deliveries.id}, ${deliveries.chain}
    )
    insert into ${deliveryEvents} (delivery_id, state, at, cause, hash)
    select id, 'pending', ${at}::timestamptz, ${cause}, chain from moved`);
  w.kick();
}
