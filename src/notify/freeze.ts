import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { batches, deliveries, notices, subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { Subscriber } from "../registry/followers.ts";
import { sha256 } from "../registry/hash.ts";
import { getOrganisation } from "../registry/organisation.ts";
import { signToken } from "../registry/token.ts";
import { addressed, noticeHeaders } from "./mail/index.ts";
import type { OutgoingMail } from "./mailer.ts";
import { frozenMail, type Notice } from "./write.ts";

export type Batch = typeof batches.$inferSelect;

/**
 * Fixes the bytes of a batch before its first attempt; from then on every attempt sends these. Members who have left
 * since the notice was owed are skipped here, and only here. An empty list means nobody is left.
 */
export function freeze(deps: Deps, batch: Batch): Promise<OutgoingMail[]> {
  if (batch.body !== null) return Promise.resolve(JSON.parse(batch.body));
  return deps.db.transaction(async (tx) => {
    const inside = { ...deps, db: tx };
    const [notice] = await tx.select().from(notices).where(eq(notices.id, batch.noticeId));
    if (!notice) throw new Error(`Batch ${batch.id} has no notice`);
    const members = await membersOf(tx, batch.id);
    const mails: OutgoingMail[] = [];
    for (const { deliveryId, subscriber } of members) {
      if (subscriber && stillWanted(notice, subscriber)) mails.push(await compose(inside, batch, notice, subscriber));
      else await skip(inside, deliveryId);
    }
    const body = JSON.stringify(mails);
    const done = mails.length === 0 ? { state: "sent" as const, settledAt: deps.clock.now() } : { body };
    await tx
      .update(batches)
      .set({ ...done, bodySha256: sha256(body) })
      .where(eq(batches.id, batch.id));
    return mails;
  });
}

/** The deliveries of a batch that are still to be sent, in the order of its mails. */
export async function membersOf(
  db: Db,
  batchId: string,
): Promise<{ deliveryId: string; subscriber: Subscriber | null }[]> {
  const rows = await db
    .select({ deliveryId: deliveries.id, subscriber: subscribers })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.state, "pending")))
    .orderBy(asc(deliveries.id))
    .for("update", { of: deliveries });
  return rows;
}

/** Confirmations go to people who are not active yet; everything else only to those who are. */
function stillWanted({ kind }: Notice, { status }: Subscriber): boolean {
  return kind === "confirmation" ? status !== "active" : status === "active";
}

async function skip({ db, clock }: Deps, deliveryId: string): Promise<void> {
  const cause = sql`case when ${deliveries.subscriberId} is null then 'erased' else 'unsubscribed' end`;
  await db
    .update(deliveries)
    .set({ state: "skipped", cause, stateAt: clock.now() })
    .where(eq(deliveries.id, deliveryId));
}

async function compose(deps: Deps, batch: Batch, notice: Notice, subscriber: Subscriber): Promise<OutgoingMail> {
  const { tokenSecret, publicUrl, mailFrom } = deps.config;
  const organisation = await getOrganisation(deps.db);
  const purpose = notice.kind === "confirmation" ? "confirm" : "subscription";
  // Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
  const token = signToken(tokenSecret, purpose, subscriber.id, notice.createdAt);
  const mail = addressed(await frozenMail(deps, notice, subscriber.locale), token);
  return {
    from: mailFrom,
    to: subscriber.email,
    ...mail,
    ...(organisation.privacyEmail ? { replyTo: organisation.privacyEmail } : {}),
    headers: noticeHeaders({ kind: notice.kind, organisation, publicUrl, token }),
    tags: [
      { name: "notice", value: notice.id },
      { name: "batch", value: batch.id },
    ],
  };
}
