import { z } from "@hono/zod-openapi";
import { and, eq, inArray, sql } from "drizzle-orm";
import { batches, deliveries, notices } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { ChangeSetRow } from "../model/change/change-set.ts";
import { ANNOUNCING, NOTICE_KINDS } from "../model/people/notice.ts";
import { explained } from "../model/values/explained.ts";
import { Refusal } from "../model/values/refusal.ts";
import { prose } from "../model/values/text.ts";
import { isMissedOf } from "../registry/changes/announced/progress.ts";
import { findChangeSet } from "../registry/changes/draft/drafts.ts";
import type { Actor } from "../registry/log/audit.ts";
import { owedRecord } from "../registry/log/digests.ts";
import { type Locked, writeRegistry } from "../registry/log/frame.ts";
import { advance, moveToNewBatch, reopen, type Step } from "../registry/owed/deliveries.ts";
import { oweAnnouncementAgain } from "../registry/owed/set-notices.ts";
import { isMissed } from "../registry/owed/told.ts";
import type { Notice } from "./prepare/mails-by-kind.ts";

export const BatchDecision = z
  .strictObject({
    as: explained({
      accepted: "the mails arrived",
      failed: "they did not, and are given up",
      resend: "they did not, and are sent again under a new key",
    }),
    reason: prose(250).describe("What the provider said: it is recorded."),
  })
  .openapi("BatchDecision", {
    description:
      "What an operator decides of a batch, after asking the provider. Of a batch that is not uncertain, the mails that did not reach their reader can be sent again, and no more.",
  });
export type BatchDecision = z.infer<typeof BatchDecision>;

/**
 * Records what an operator decides of a batch of unknown outcome, after asking the provider: its mails arrived, are given
 * up, or are sent again under a new key. Failed mails can be sent again too, once their fault is mended. An announcement
 * that is sent again is a late one, with the corrections made since. Refuses: not-found, batch-not-uncertain, and
 * not-announced for sending again what was withdrawn.
 */
export const decideBatch = (deps: Deps, actor: Actor, id: string, decision: BatchDecision): Promise<void> =>
  writeRegistry(deps, actor, (w) => decide(w, id, decision));

/**
 * Sends again what missed the readers of a set and can reach them, batch by batch, as `decideBatch` does; of a withdrawn
 * set, that it was withdrawn. Refuses: not-found, and batch-not-uncertain where nothing missed anybody.
 */
export function sendAgain(deps: Deps, actor: Actor, changeSet: number, reason: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const set = await findChangeSet(w.db, changeSet);
    const missed = await missedBatches(w, set);
    if (missed.length === 0)
      throw new Refusal("batch-not-uncertain", `No mail of change set ${changeSet} is to be sent again.`);
    for (const id of missed) {
      // Whoever missed several mails is told by the first that is sent again.
      const isLeft = (await missedBatches(w, set)).includes(id);
      if (isLeft) await decide(w, id, { as: "resend", reason });
    }
  });
}

/** The settled batches of a set with mails to send again. Of an unknown outcome, each is decided on its own. */
async function missedBatches({ db }: Locked, set: ChangeSetRow): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: batches.id })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .innerJoin(batches, eq(batches.id, deliveries.batchId))
    .where(and(isMissedOf(set), inArray(batches.state, ["sent", "failed"])))
    .orderBy(batches.id);
  return rows.map(({ id }) => id);
}

async function decide(w: Locked, id: string, decision: BatchDecision): Promise<void> {
  const { db, now } = w;
  const { as, reason } = decision;
  const [found] = await db
    .select({ batch: batches, notice: notices })
    .from(batches)
    .innerJoin(notices, eq(notices.id, batches.noticeId))
    .where(eq(batches.id, id))
    .for("update", { of: batches });
  if (!found) throw new Refusal("not-found", "There is no such batch.");
  const { batch, notice } = found;
  const isUncertain = batch.state === "uncertain";
  const isSettled = batch.state === "sent" || batch.state === "failed";
  const undecided = and(eq(deliveries.batchId, id), isUncertain ? eq(deliveries.state, "uncertain") : isMissed);
  const open = (await db.select({ id: deliveries.id }).from(deliveries).where(undecided)).map((each) => each.id);
  if (!isUncertain && !(isSettled && as === "resend" && open.length > 0))
    throw new Refusal("batch-not-uncertain", `The batch is ${batch.state}, with ${open.length} mails to send again.`);
  const cause = `operator: ${reason}`.slice(0, 300);
  const stepsTo = (state: Step["state"]) => open.map((delivery): Step => ({ id: delivery, state, cause }));
  if (as === "resend") {
    await refuseWithdrawn(w, notice);
    if (notice.changeSet !== null && ANNOUNCING.includes(notice.kind)) {
      if (isUncertain) await advance(db, now, stepsTo("failed"));
      await announceAgain(w, notice.changeSet, id);
    } else {
      await reopen(w, open, cause);
      await moveToNewBatch(db, batch, open, now);
    }
  } else await advance(db, now, stepsTo(as));
  const state = as === "accepted" ? "sent" : "failed";
  if (isUncertain) await db.update(batches).set({ state, body: null }).where(eq(batches.id, id));
  w.audit("batch.decided", id, { as, reason, mails: open.length });
}

/** The bytes of the first announcement may be weeks old: what is told now is what is true now. */
async function announceAgain(w: Locked, changeSet: number, batchId: string): Promise<void> {
  const missed = sql`${deliveries.batchId} = ${batchId}::uuid and ${isMissed}`;
  const data = { batch: batchId, owed: await owedRecord(w.db, await oweAnnouncementAgain(w, changeSet, missed)) };
  w.audit("change-set.announced-late", changeSet, data);
}

/** Of a withdrawn set only the notice of its withdrawal is sent again. */
async function refuseWithdrawn({ db }: Locked, { kind, changeSet }: Notice): Promise<void> {
  const { step } = NOTICE_KINDS[kind];
  if (changeSet === null || step === null || step === "ends") return;
  if ((await findChangeSet(db, changeSet)).state === "withdrawn")
    throw new Refusal("not-announced", `Change set ${changeSet} was withdrawn.`);
}
