import { z } from "@hono/zod-openapi";
import { and, count, countDistinct, desc, eq, getTableColumns, gt, inArray, min, type SQL, sql } from "drizzle-orm";
import { batches, deliveries, notices, sender } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type BatchState, HeldBecause } from "../model/people/delivery.ts";
import { Instant } from "../model/values/dates.ts";
import { explained } from "../model/values/explained.ts";
import { found } from "../model/values/refusal.ts";
import { isMissed, isMissedAt } from "../registry/owed/told.ts";
import { isLeased, isPausedAt } from "./lease.ts";
import { OrganisationMail, organisationMail } from "./organisation-mail.ts";
import { isDue } from "./retry.ts";

const Owed = z.object({
  batches: z.int().describe("How many batches."),
  deliveries: z.int().describe("How many mails are in them."),
});

export const SendingStatus = z
  .object({
    state: explained({
      idle: "nothing is to be sent",
      sending: "mails are being sent",
      waiting: "what is to be sent is tried again later",
      paused: "the provider refuses everything, such as for its key or a quota",
      held: "nothing is sent until somebody resumes it",
    }),
    paused: z
      .object({
        because: z.string().describe("What the provider said."),
        since: Instant.describe("Since when."),
        until: Instant.describe("When it is tried again."),
      })
      .nullable()
      .describe("What holds everything back; null: nothing does."),
    held: z
      .object({ because: HeldBecause, since: Instant.describe("Since when.") })
      .nullable()
      .describe("That somebody has to let sending go on; null: nobody has."),
    pending: Owed.extend({
      due: z.int().describe("How many of the batches may be tried now."),
      nextAttemptAt: Instant.nullable().describe("When the next of them is tried."),
    }).describe("Still to be sent."),
    uncertain: Owed.describe("Of unknown outcome: somebody has to decide."),
    missed: Owed.openapi({ description: "Mails that did not reach their reader, and can be sent again." }),
    privacyEmail: OrganisationMail.nullable().openapi({
      description: "What is wrong with mail to the organisation itself, at its `privacyEmail`; null while it arrives.",
    }),
    limit: z
      .object({
        requests: z.int().describe("How many requests it takes."),
        seconds: z.int().describe("In how many seconds."),
      })
      .nullable()
      .describe("The provider's limit, as it last said."),
    expectedEndAt: Instant.nullable().openapi({
      description:
        "When all that is due will have been sent, at the pace of what was sent of late; null before anything was, or with nothing due.",
    }),
  })
  .describe("What is due, what is being sent, and what keeps it from being sent.")
  .openapi("Sending");
export type SendingStatus = z.infer<typeof SendingStatus>;

/** What is due, what is being sent, and what keeps it from being sent. */
export async function sendingStatus({ db, clock }: Deps): Promise<SendingStatus> {
  const now = clock.now();
  const [row] = await db.select({ sender, leased: isLeased }).from(sender);
  const counted = await db
    .select({
      state: batches.state,
      batches: count(),
      due: sql<number>`(count(*) filter (where ${isDue(now)}))::integer`,
      next: min(batches.nextAttemptAt),
    })
    .from(batches)
    .where(inArray(batches.state, ["pending", "uncertain"]))
    .groupBy(batches.state);
  // By their batches, a hundredth of their number: what is open of a delivery is so of its batch.
  const mails = await db
    .select({ state: deliveries.state, deliveries: count() })
    .from(batches)
    .innerJoin(deliveries, eq(deliveries.batchId, batches.id))
    .where(and(inArray(batches.state, ["pending", "uncertain"]), inArray(deliveries.state, ["pending", "uncertain"])))
    .groupBy(deliveries.state);
  const [missed] = await db
    .select({ batches: countDistinct(deliveries.batchId), deliveries: count() })
    .from(deliveries)
    .where(isMissedAt(now));
  const open = (state: "pending" | "uncertain") => ({
    batches: counted.find((each) => each.state === state)?.batches ?? 0,
    deliveries: mails.find((each) => each.state === state)?.deliveries ?? 0,
  });
  const { due = 0, next = null } = counted.find(({ state }) => state === "pending") ?? {};
  const { pausedUntil, pausedSince, pausedBecause, limitRequests, limitSeconds, paceMs } = row?.sender ?? {};
  const hasPending = open("pending").batches > 0;
  const isPaused = row !== undefined && isPausedAt(row.sender, now);
  const notAfterNow = (at: Date) => new Date(Math.min(at.getTime(), now.getTime()));
  // With nothing to send, nobody asks whether the cause is gone.
  const paused =
    pausedUntil && pausedSince && pausedBecause && (hasPending || isPaused)
      ? {
          because: pausedBecause,
          since: notAfterNow(pausedSince),
          until: isPaused ? pausedUntil : notAfterNow(pausedUntil),
        }
      : null;
  const { heldSince, heldBecause } = row?.sender ?? {};
  const held = heldSince && heldBecause ? { because: heldBecause, since: heldSince } : null;
  const limit = limitRequests && limitSeconds ? { requests: limitRequests, seconds: limitSeconds } : null;
  const left = paceMs && due > 0 && !paused && !held ? due * paceMs : null;
  return {
    state: row?.leased && !paused ? "sending" : held ? "held" : paused ? "paused" : hasPending ? "waiting" : "idle",
    paused,
    held,
    pending: { ...open("pending"), due, nextAttemptAt: next },
    uncertain: open("uncertain"),
    missed: missed ?? { batches: 0, deliveries: 0 },
    privacyEmail: await organisationMail(db),
    limit,
    expectedEndAt: left === null ? null : new Date(now.getTime() + left),
  };
}

/**
 * Batches that need a look, newest first: those that could not be made ready, or were tried without success, those whose
 * outcome stayed unknown, and those of which mails missed their reader. The newest 200.
 */
export const listTroubledBatches = (deps: Deps, changeSet?: number) =>
  troubledBatches(deps, changeSet === undefined ? undefined : eq(notices.changeSet, changeSet));

/** One of them. Refuses: not-found. */
export async function troubledBatch(deps: Deps, id: string): Promise<TroubledBatch> {
  return found(await troubledBatches(deps, eq(batches.id, id)), "batch that needs a look");
}

export type TroubledBatch = Awaited<ReturnType<typeof listTroubledBatches>>[number];

async function troubledBatches({ db, clock }: Deps, which: SQL | undefined) {
  const { body: _, ...known } = getTableColumns(batches);
  const troubled = sql`(${batches.state} = 'uncertain'
    or (${batches.state} = 'pending' and (${gt(batches.attempts, 0)} or ${batches.lastError} is not null))
    or (${batches.state} in ('sent', 'failed') and ${batches.id} in (
      select ${deliveries.batchId} from ${deliveries} where ${isMissedAt(clock.now())})))`;
  // Counted for each that is shown, after the limit: a join would be made of every delivery there is.
  const counted = (isLike: SQL) => sql<number>`(
    select count(*)::integer from ${deliveries} where ${deliveries.batchId} = "batches"."id" and ${isLike})`;
  return await db
    .select({
      ...known,
      state: sql<Exclude<BatchState, "split">>`${batches.state}`,
      kind: notices.kind,
      changeSet: notices.changeSet,
      deliveries: counted(sql`true`),
      failed: counted(isMissed),
    })
    .from(batches)
    .innerJoin(notices, eq(notices.id, batches.noticeId))
    .where(and(troubled, which))
    .orderBy(desc(batches.firstAttemptAt))
    .limit(200);
}
