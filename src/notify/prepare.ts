import { promisify } from "node:util";
import { gunzipSync, gzip, type ZlibOptions } from "node:zlib";
import { and, asc, desc, eq, lte, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import {
  batches,
  concernedCustomers,
  deliveries,
  notices,
  proposedContacts,
  subscribers,
  suppressions,
} from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { dateIn, type IsoDate } from "../model/dates.ts";
import { sha256 } from "../model/hash.ts";
import { ANNOUNCING, kindsWhere } from "../model/notice.ts";
import type { Locale } from "../model/text.ts";
import type { ContactTerms } from "../registry/changes/concerned.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { advance, type Step } from "../registry/owed/deliveries.ts";
import { hasAnswered } from "../registry/owed/owe.ts";
import type { Compose, Recipient } from "./compose.ts";
import { isPastRetrying, putOff } from "./retry.ts";
import { type Batch, settleUncertain } from "./settle.ts";
import type { Notice } from "./write.ts";

const gzipped = promisify<Uint8Array, ZlibOptions, Buffer>(gzip);

/** A batch that is due, with the bytes every attempt of it sends, and the organisation's day on which it was made ready. */
export type Prepared = { batch: Batch; body: Uint8Array; today: IsoDate };

/**
 * The next batch that is due, frozen; null when nothing is due. With `urgentFirst` a confirmation somebody waits for goes
 * before a notice to thousands; the sender alternates, so that a flood of the one never holds up the other.
 */
export async function prepareNext(deps: Deps, compose: Compose, urgentFirst: boolean): Promise<Prepared | null> {
  const priority = urgentFirst ? asc(batches.priority) : desc(batches.priority);
  for (;;) {
    const [due] = await deps.db
      .select({ id: batches.id, attempts: batches.attempts })
      .from(batches)
      .where(and(eq(batches.state, "pending"), lte(batches.nextAttemptAt, deps.clock.now()), inOrder))
      .orderBy(priority, asc(batches.nextAttemptAt), asc(batches.position))
      .limit(1);
    if (!due) return null;
    try {
      const prepared = await freeze(deps, compose, due.id);
      if (prepared && !isPastRetrying(prepared.batch.firstAttemptAt, deps.clock.now())) return prepared;
      if (prepared) await settleUncertain(deps, prepared.batch);
    } catch (error) {
      compose.forget();
      await putOff(deps, due, error);
    }
  }
}

const FOLLOWING = kindsWhere(({ step }) => step === "follows");
const ENDING = kindsWhere(({ step }) => step === "ends");

/**
 * What follows an announcement, or a correction, waits until its readers have that: in the other order the earlier word
 * would be the last. It waits for those alone.
 */
const inOrder = sql`case when exists (
  select 1 from ${notices} here where here.id = ${batches.noticeId} and here.kind in ${[...FOLLOWING, ...ENDING]}
) then not exists (
  select 1 from ${notices} here
  join ${deliveries} mine on mine.batch_id = ${batches.id}
  join ${deliveries} theirs on theirs.subscriber_id = mine.subscriber_id and theirs.state = 'pending'
  join batches earlier on earlier.id = theirs.batch_id and earlier.state = 'pending'
  join ${notices} first on first.id = theirs.notice_id and first.change_set = here.change_set
    and (first.kind in ${ANNOUNCING}
      or (first.kind in ${FOLLOWING} and (first.created_at < here.created_at or here.kind in ${ENDING})))
  where here.id = ${batches.noticeId} and first.id <> here.id) else true end`;

/**
 * Fixes the members and bytes of a batch before its first attempt; from then on every attempt sends these. Members who
 * have left since the notice was owed are skipped here. Null when the batch needs no sending any more.
 */
export function freeze(deps: Deps, compose: Compose, batchId: string): Promise<Prepared | null> {
  return deps.db.transaction(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId)).for("update");
    if (batch?.state !== "pending") return null;
    const { defaultLocale, timeZone } = await getOrganisation(tx);
    const now = deps.clock.now();
    const today = dateIn(timeZone, now);
    if (batch.body) return { batch, body: gunzipSync(batch.body), today };
    const [notice] = await tx.select().from(notices).where(eq(notices.id, batch.noticeId));
    if (!notice) throw new Error(`Batch ${batch.id} has no notice`);
    const people = await membersOf(tx, notice, batchId, { defaultLocale, today });
    await advance(
      tx,
      now,
      people.flatMap(({ id, leaves }): Step[] =>
        leaves === null ? [] : [{ id, state: leaves === "suppressed" ? leaves : "skipped", cause: leaves }],
      ),
    );
    const staying = people.flatMap(({ id, leaves, subscriberId, email, locale, terms }): Recipient[] =>
      leaves === null && email !== null
        ? [{ deliveryId: id, subscriberId, email, reader: { locale, terms: terms ?? [] } }]
        : [],
    );
    const body = await compose({ ...deps, db: tx }, batch.id, notice, staying);
    const frozen = { members: staying.map(({ deliveryId }) => deliveryId), bodySha256: sha256(body) };
    const isThis = eq(batches.id, batchId);
    if (staying.length === 0) {
      await tx
        .update(batches)
        .set({ ...frozen, state: "sent", settledAt: now })
        .where(isThis);
      return null;
    }
    // Level 1: a hundred mails are nearly the same mail, and the sender waits for this.
    const zipped = await gzipped(body, { level: 1 });
    await tx
      .update(batches)
      .set({ ...frozen, body: zipped })
      .where(isThis);
    return { batch: { ...batch, ...frozen }, body, today };
  });
}

const FOR_EVERYBODY = kindsWhere(({ until }) => until === null);
const UNTIL_CONFIRMED = kindsWhere(({ until }) => until === "confirmed");
const UNTIL_ANSWERED = kindsWhere(({ until }) => until === "answered");

/**
 * Why a member gets no mail after all; null when they do. Confirmations go to people who are not active yet, answers to
 * whoever has just asked, and the organisation's own mails to itself. A reminder is for whom there is something left to
 * answer for `today`.
 */
export const leaves = (kind: SQLWrapper, changeSet: SQLWrapper, today: IsoDate) => sql<
  "erased" | "suppressed" | "confirmed already" | "unsubscribed" | "nothing to answer" | null
>`case
  when ${deliveries.address} is null and ${subscribers.id} is null then 'erased'
  when ${suppressions.id} is not null then 'suppressed'
  when ${deliveries.address} is not null or ${kind} in ${FOR_EVERYBODY} then null
  when ${kind} in ${UNTIL_CONFIRMED} then case when ${subscribers.status} = 'active'
    and (${subscribers.confirmedAt} is not null or ${subscribers.requestedAt} is null) and not exists (
    select 1 from ${proposedContacts} where ${proposedContacts.subscriberId} = ${subscribers.id}) then 'confirmed already' end
  when ${subscribers.status} <> 'active' then 'unsubscribed'
  when ${kind} in ${UNTIL_ANSWERED} and not exists (
    select 1 from ${concernedCustomers} c
    where c.change_set = ${changeSet} and c.external_id in (select jsonb_array_elements_text(${deliveries.customers}))
      and (c.last_day_to_object_on is null or c.last_day_to_object_on >= ${today}::date)
      and not ${hasAnswered(changeSet, sql`${deliveries.emailHash}`, sql`c.external_id`)}) then 'nothing to answer' end`;

async function membersOf(
  tx: Db,
  { kind, changeSet }: Notice,
  batchId: string,
  { defaultLocale, today }: { defaultLocale: Locale; today: IsoDate },
) {
  const terms = sql<ContactTerms[] | null>`(
    select jsonb_agg(jsonb_build_object('name', case when jsonb_array_length(${deliveries.customers}) > 1 then c.name end,
      'lastDayToObjectOn', c.last_day_to_object_on, 'authorisation', c.authorisation) order by c.external_id)
    from ${concernedCustomers} c
    where c.change_set = ${changeSet} and c.external_id in (select jsonb_array_elements_text(${deliveries.customers})))`;
  return tx
    .select({
      id: deliveries.id,
      subscriberId: deliveries.subscriberId,
      email: sql<string | null>`coalesce(${deliveries.address}, ${subscribers.email})`,
      locale: sql<Locale>`coalesce(${subscribers.locale}, ${defaultLocale})`,
      leaves: leaves(sql`${kind}::text`, sql`${changeSet}::integer`, today),
      terms,
    })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .leftJoin(suppressions, eq(suppressions.emailHash, deliveries.emailHash))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.state, "pending")))
    .orderBy(asc(deliveries.id))
    .for("update", { of: deliveries });
}
