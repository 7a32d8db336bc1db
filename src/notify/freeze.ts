import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { batches, deliveries, notices, subscribers, suppressions } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { advance, type Step } from "../registry/deliveries.ts";
import type { Subscriber } from "../registry/followers.ts";
import { sha256 } from "../registry/hash.ts";
import { getOrganisation } from "../registry/organisation.ts";
import type { Organisation } from "../registry/organisation-document.ts";
import type { Locale } from "../registry/text.ts";
import { signToken } from "../registry/token.ts";
import { addressed, type Mail, noticeHeaders } from "./mail/index.ts";
import type { OutgoingMail } from "./mailer.ts";
import { frozenMail, type Notice } from "./write.ts";

export type Batch = typeof batches.$inferSelect;

/**
 * Fixes the bytes of a batch before its first attempt; from then on every attempt sends these. Members who have left
 * since the notice was owed are skipped here, and only here. An empty list means nobody is left.
 */
export async function freeze(deps: Deps, batch: Batch): Promise<OutgoingMail[]> {
  if (batch.body !== null) return JSON.parse(batch.body);
  return deps.db.transaction(async (tx) => {
    const [notice] = await tx.select().from(notices).where(eq(notices.id, batch.noticeId));
    if (!notice) throw new Error(`Batch ${batch.id} has no notice`);
    const inside = { ...deps, db: tx };
    const members = await tx
      .select({ id: deliveries.id, subscriber: subscribers, suppressed: isNotNull(suppressions.id) })
      .from(deliveries)
      .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
      .leftJoin(suppressions, eq(suppressions.emailHash, deliveries.emailHash))
      .where(and(eq(deliveries.batchId, batch.id), eq(deliveries.state, "pending")))
      .orderBy(asc(deliveries.id))
      .for("update", { of: deliveries });

    const now = deps.clock.now();
    const leaving = members.flatMap(({ id, subscriber, suppressed }): Step[] => {
      const cause = whyNot(notice, subscriber, Boolean(suppressed));
      return cause === null ? [] : [{ id, state: cause === "suppressed" ? cause : "skipped", cause }];
    });
    await advance(tx, now, leaving);
    const gone = new Set(leaving.map(({ id }) => id));
    const staying = members.flatMap(({ id, subscriber }) => (subscriber && !gone.has(id) ? [{ id, subscriber }] : []));
    const mails = await compose(
      inside,
      batch,
      notice,
      staying.map(({ subscriber }) => subscriber),
    );

    const positions = JSON.stringify(staying.map(({ id }, position) => ({ id, position })));
    await tx.execute(sql`
      update ${deliveries} set position = place.position
      from jsonb_to_recordset(${positions}::text::jsonb) as place(id uuid, position smallint)
      where ${deliveries.id} = place.id`);
    const body = JSON.stringify(mails);
    const done = mails.length === 0 ? { state: "sent" as const, settledAt: now } : { body };
    await tx
      .update(batches)
      .set({ ...done, bodySha256: sha256(body) })
      .where(eq(batches.id, batch.id));
    return mails;
  });
}

/** Why a member gets no mail after all; null when they do. Confirmations go to people who are not active yet. */
function whyNot({ kind }: Notice, subscriber: Subscriber | null, suppressed: boolean) {
  if (!subscriber) return "erased";
  if (suppressed) return "suppressed";
  if (kind === "confirmation") return subscriber.status === "active" ? "confirmed already" : null;
  return subscriber.status === "active" ? null : "unsubscribed";
}

async function compose(deps: Deps, batch: Batch, notice: Notice, people: Subscriber[]): Promise<OutgoingMail[]> {
  const organisation = await getOrganisation(deps.db);
  const written = new Map<Locale, Mail>();
  for (const { locale } of people) {
    if (!written.has(locale)) written.set(locale, await frozenMail(deps, notice, locale));
  }
  return people.flatMap((subscriber) => {
    const mail = written.get(subscriber.locale);
    return mail ? [composeOne(deps, batch, notice, organisation, subscriber, mail)] : [];
  });
}

function composeOne(
  { config: { tokenSecret, publicUrl, mailFrom } }: Deps,
  batch: Batch,
  notice: Notice,
  organisation: Organisation,
  subscriber: Subscriber,
  mail: Mail,
): OutgoingMail {
  const purpose = notice.kind === "confirmation" ? "confirm" : "subscription";
  // Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
  const token = signToken(tokenSecret, purpose, subscriber.id, notice.createdAt);
  return {
    from: mailFrom,
    to: subscriber.email,
    ...addressed(mail, token),
    ...(organisation.privacyEmail ? { replyTo: organisation.privacyEmail } : {}),
    headers: noticeHeaders({ kind: notice.kind, organisation, publicUrl, token }),
    tags: [
      { name: "notice", value: notice.id },
      { name: "batch", value: batch.id },
    ],
  };
}
