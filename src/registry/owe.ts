import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import {
  batches,
  deliveries,
  deliveryEvents,
  type NoticeKind,
  notices,
  subscribers,
  suppressions,
} from "../db/schema.ts";
import { advance } from "./deliveries.ts";
import type { RecordedChange } from "./history.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** The most mails one request of the provider takes. */
export const BATCH_SIZE = 100;

// Somebody waits for a confirmation with the page open; a notice to thousands has hours.
const PRIORITY: Record<NoticeKind, number> = {
  confirmation: 0,
  "already-following": 0,
  announcement: 1,
  withdrawal: 1,
};

/** Owes the announcement of a change set to every active subscriber it concerns, in one statement. */
export function oweAnnouncement(
  tx: Db,
  now: Date,
  notice: { changeSet: number; snapshot: number; changes: RecordedChange[] },
): Promise<void> {
  return owe(tx, now, { kind: "announcement", ...notice }, concernedBy(notice.changes));
}

/**
 * Owes a withdrawal to everyone the announcement has reached, or may have, and who still wants mail. What was not tried
 * yet of the announcement is not sent any more, and whoever it would have gone to is told nothing at all.
 */
export async function oweWithdrawal(tx: Db, now: Date, notice: { changeSet: number; snapshot: number }): Promise<void> {
  const [first] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.changeSet, notice.changeSet), eq(notices.kind, "announcement")));
  if (!first) return;
  const untried = and(eq(batches.noticeId, first.id), eq(batches.state, "pending"), isNull(batches.firstAttemptAt));
  const stopped = await tx
    .update(batches)
    .set({ state: "sent", settledAt: now, body: null })
    .where(untried)
    .returning({ id: batches.id });
  const ids = stopped.map(({ id }) => id);
  const unsent = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(inArray(deliveries.batchId, ids), eq(deliveries.state, "pending")));
  await advance(
    tx,
    now,
    unsent.map(({ id }) => ({ id, state: "skipped", cause: "withdrawn" })),
  );
  const told = sql`${subscribers.status} = 'active' and exists (
    select 1 from ${deliveries} where ${deliveries.noticeId} = ${first.id} and ${deliveries.subscriberId} = ${subscribers.id}
      and ${deliveries.state} not in ('skipped', 'suppressed', 'failed'))`;
  await owe(tx, now, { kind: "withdrawal", ...notice }, told);
}

/** Owes one mail to one person, whatever their status: they have just asked for it. */
export function oweMail(
  tx: Db,
  now: Date,
  kind: "confirmation" | "already-following",
  subscriberId: string,
): Promise<void> {
  return owe(tx, now, { kind }, eq(subscribers.id, subscriberId));
}

/** Which subscribers a set of changes concerns: those active, whose products are among those changed. */
export function concernedBy(changes: readonly RecordedChange[]): SQL {
  const products = productsOf(changes);
  const active = sql`${subscribers.status} = 'active'`;
  if (products === "all") return active;
  return sql`${active} and (${subscribers.products} = '[]'::jsonb or exists (
    select 1 from jsonb_array_elements_text(${subscribers.products}) product
    where product in (select jsonb_array_elements_text(${JSON.stringify(products)}::text::jsonb))))`;
}

function productsOf(changes: readonly RecordedChange[]): string[] | "all" {
  const documents = changes
    .flatMap(({ before, after }) => [before, after])
    .filter((each): each is VendorDocument => each !== null);
  const services = documents.flatMap((document) => document.services);
  if (services.some(({ products }) => products.length === 0)) return "all";
  return [...new Set(services.flatMap(({ products }) => products))];
}

/** The notice, its batches and every delivery: one statement however many people there are. */
async function owe(
  tx: Db,
  now: Date,
  notice: { kind: NoticeKind; changeSet?: number; snapshot?: number },
  concerned: SQL,
): Promise<void> {
  const at = now.toISOString();
  const [row] = await tx
    .insert(notices)
    .values({
      kind: notice.kind,
      changeSet: notice.changeSet ?? null,
      snapshot: notice.snapshot ?? null,
      createdAt: now,
    })
    .returning({ id: notices.id });
  if (!row) throw new Error("A notice was not inserted");
  await tx.execute(sql`
    with members as materialized (
      select ${subscribers.id} as subscriber_id, ${subscribers.emailHash} as email_hash,
        (select reason from ${suppressions} where ${suppressions.emailHash} = ${subscribers.emailHash}) as suppressed,
        (row_number() over (order by ${subscribers.id}) - 1) / ${BATCH_SIZE}::integer as position
      from ${subscribers} where ${concerned}
    ), made as (
      insert into ${batches} (notice_id, position, priority, next_attempt_at)
      select ${row.id}::uuid, position, ${PRIORITY[notice.kind]}::smallint, ${at}::timestamptz from members group by position
      returning id, position
    ), owed as (
      insert into ${deliveries} (notice_id, subscriber_id, email_hash, batch_id, state, cause, state_at)
      select ${row.id}::uuid, members.subscriber_id, members.email_hash, made.id,
        case when members.suppressed is null then 'pending' else 'suppressed' end, members.suppressed, ${at}::timestamptz
      from members join made on made.position = members.position
      returning id, state, cause
    )
    insert into ${deliveryEvents} (delivery_id, state, at, cause)
    select id, state, ${at}::timestamptz, cause from owed where state <> 'pending'`);
}
