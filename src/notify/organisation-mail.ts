import { z } from "@hono/zod-openapi";
import { and, desc, eq, inArray, isNotNull, min, ne, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { batches, deliveries, deliveryEvents, notices } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { arrived } from "../model/people/delivery.ts";
import type { KindTo, NewNotice } from "../model/people/notice.ts";
import { Instant } from "../model/values/dates.ts";
import { type Locked, writeRegistry } from "../registry/log/frame.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { moveToNewBatch, reopen } from "../registry/owed/deliveries.ts";
import { oweItself } from "../registry/owed/owe.ts";
import { isMissed, tells } from "../registry/owed/told.ts";

/** Between two tries of an address that takes no mail: a mailbox is mended by people. */
const BETWEEN_TRIES_MS = 24 * 3_600_000;

export const OrganisationMail = z.object({
  email: z.string().describe("The address it went to."),
  mails: z.int().openapi({ description: "How many did not arrive: answers, reminders, contacts who left, findings." }),
  since: Instant.describe("Since when."),
  because: z.string().nullable().openapi({ description: "What was said of the newest of them." }),
  nextTryAt: Instant.describe("When it is sent again."),
});

/** Mail to the organisation itself that does not arrive at its `privacyEmail`; null where none is missing. */
export async function organisationMail(db: Db): Promise<z.infer<typeof OrganisationMail> | null> {
  const missed = await missedMails(db);
  const [newest] = missed;
  const lastTry = await lastWord(db, newest?.email ?? "");
  if (!newest || !lastTry) return null;
  const steps = and(
    inArray(
      deliveryEvents.deliveryId,
      missed.map(({ id }) => id),
    ),
    sql`not ${tells(deliveryEvents.state)}`,
  );
  const [first] = await db
    .select({ at: min(deliveryEvents.at) })
    .from(deliveryEvents)
    .where(steps);
  return {
    email: newest.email,
    mails: missed.length,
    since: first?.at ?? newest.at,
    because: newest.cause,
    nextTryAt: arrived(lastTry.state) ? lastTry.at : new Date(lastTry.at.getTime() + BETWEEN_TRIES_MS),
  };
}

/** The mails that the organisation misses at its present address, the newest first. */
async function missedMails(db: Db) {
  const rows = await db
    .select({
      id: deliveries.id,
      batch: batches,
      email: deliveries.address,
      cause: deliveries.cause,
      at: deliveries.stateAt,
    })
    .from(deliveries)
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .where(and(isNotNull(deliveries.address), isMissed))
    .orderBy(desc(deliveries.stateAt), desc(deliveries.id));
  return rows.flatMap(({ email, ...each }) => (email === null ? [] : [{ ...each, email }]));
}

/** What became last of a mail to an address of the organisation. */
async function lastWord(db: Db, address: string) {
  const [last] = await db
    .select({ state: deliveries.state, at: deliveries.stateAt })
    .from(deliveries)
    .where(and(isNotNull(deliveries.address), eq(deliveries.address, address)))
    .orderBy(desc(deliveries.stateAt))
    .limit(1);
  return last ?? null;
}

/**
 * Tries mail to the organisation again that did not arrive: one a day, the oldest first, and all of it once one arrives.
 * What missed a former address is owed to the present one. Safe to call at any time, from anywhere.
 */
export async function retryOrganisation(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const { privacyEmail } = await getOrganisation(deps.db);
  if (!privacyEmail || !(await isAnythingDue(deps.db, privacyEmail, deps.clock.now()))) return;
  await writeRegistry(deps, "system", async (w) => {
    const { db, now, organisation } = w;
    for (const notice of await leftAtFormer(db, organisation.privacyEmail ?? "")) await oweItself(w, notice);
    await again(w, await dueNow(db, now));
  });
  const missing = await organisationMail(deps.db);
  if (missing) deps.log("privacyEmail.unreachable", { mails: missing.mails, because: missing.because });
}

async function isAnythingDue(db: Db, privacyEmail: string, now: Date): Promise<boolean> {
  return (await dueNow(db, now)).length > 0 || (await leftAtFormer(db, privacyEmail)).length > 0;
}

type Missed = Awaited<ReturnType<typeof missedMails>>;

async function dueNow(db: Db, now: Date): Promise<Missed> {
  const missed = await missedMails(db);
  const last = await lastWord(db, missed[0]?.email ?? "");
  if (!last) return [];
  if (arrived(last.state)) return missed;
  // A try further ahead was made before the clock was set back.
  return Math.abs(now.getTime() - last.at.getTime()) < BETWEEN_TRIES_MS ? [] : missed.slice(-1);
}

async function again(w: Locked, due: Missed): Promise<void> {
  for (const { id, batch } of due) {
    await reopen(w, [id], "tried again");
    await moveToNewBatch(w.db, batch, [id], w.now);
  }
}

/**
 * What a former address of the organisation missed, and its present one neither misses itself nor was owed since. A mail
 * may say the same as one of long ago, as of a customer who is unreachable once more.
 */
async function leftAtFormer(db: Db, privacyEmail: string): Promise<NewNotice<KindTo<"organisation">>[]> {
  const owedSince = sql`exists (
    select 1 from ${notices} other join ${deliveries} theirs on theirs.notice_id = other.id
    where theirs.address = ${privacyEmail} and other.kind = ${notices.kind} and other.about = ${notices.about}
      and other.change_set is not distinct from ${notices.changeSet}
      and (not ${tells(sql`theirs.state`)} or theirs.state_at >= ${deliveries.stateAt}))`;
  const { kind, changeSet, snapshot, about } = notices;
  const rows = await db
    .select({ kind, changeSet, snapshot, about })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(
      and(
        isNotNull(deliveries.address),
        ne(deliveries.address, privacyEmail),
        sql`not ${tells(deliveries.state)}`,
        sql`not ${owedSince}`,
      ),
    )
    .orderBy(notices.createdAt);
  // A notice as it was owed is one that can be owed.
  return rows as NewNotice<KindTo<"organisation">>[];
}
