import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { publishers, snapshots } from "../../db/schema.ts";
import type { RecordedAmendment } from "../../model/amendment.ts";
import { comingAfter, listOn } from "../../model/change/history.ts";
import { type PublishedSnapshot, SnapshotRef } from "../../model/change/register.ts";
import { UNNAMED } from "../../model/organisation-document.ts";
import { dayOf } from "../../model/values/dates.ts";
import { canonicalJson, chainHash } from "../../model/values/hash.ts";
import { currentLaw } from "../../transfers/index.ts";
import { auditHead } from "./audit.ts";
import type { Bare, Locked } from "./frame.ts";
import { loadHistory } from "./history.ts";
import { readOrganisation } from "./organisation.ts";

/** Null when there is none of that number. */
export async function getSnapshot(db: Db, number: number): Promise<PublishedSnapshot | null> {
  const [row] = await db
    .select({
      ...columnsOf(snapshots, SnapshotRef),
      auditHead: sql<string | null>`${snapshots.content}::jsonb #>> '{auditHead,hash}'`,
    })
    .from(snapshots)
    .where(eq(snapshots.number, number));
  return row ?? null;
}

/** The newest snapshot: the registry's version; null before anything was published. */
export async function latestSnapshot(db: Db): Promise<SnapshotRef | null> {
  const [row] = await db
    .select(columnsOf(snapshots, SnapshotRef))
    .from(snapshots)
    .orderBy(desc(snapshots.number))
    .limit(1);
  return row ?? null;
}

/** The number the next snapshot will have. */
export async function nextSnapshotNumber({ db }: Locked<Bare>): Promise<number> {
  return ((await latestSnapshot(db))?.number ?? 0) + 1;
}

/** Keeps who publishes, where that is not who published before: past lists are shown as theirs. */
async function keepPublisher({ db }: Locked<Bare>, published: typeof publishers.$inferSelect): Promise<void> {
  const { document } = published;
  if (document === UNNAMED) return;
  const [before] = await db.select().from(publishers).orderBy(desc(publishers.snapshot)).limit(1);
  if (canonicalJson(document) !== canonicalJson(before?.document ?? null))
    await db.insert(publishers).values(published);
}

/**
 * Records what is published from now on: who publishes, the list in force today, what is announced to come, and how
 * far the audit log has come. With an amendment that is made with it, as the log does not have that yet.
 */
export async function takeSnapshot(w: Locked<Bare>, cause: string, amending?: RecordedAmendment): Promise<SnapshotRef> {
  const { db, now: takenAt } = w;
  // Not the frame's: the settings may be what this mutation has just changed.
  const { organisation: publisher, calendar, amendments } = await readOrganisation(db);
  const today = dayOf(calendar, takenAt);
  const history = await loadHistory(db, { from: today });
  const previous = await latestSnapshot(db);
  const number = await nextSnapshotNumber(w);
  const content = canonicalJson({
    number,
    takenAt: takenAt.toISOString(),
    organisation: publisher,
    law: { edition: currentLaw.version, amendments: [...amendments, ...(amending ? [amending] : [])] },
    // The log's entries until now are thereby fixed too; its entry about this snapshot names this snapshot's hash.
    auditHead: await auditHead(db),
    inForce: listOn(history, today),
    upcoming: comingAfter(history, today).map(({ vendor, kind, after, changeSet, effectiveOn, awaitsApproval }) => ({
      slug: vendor.slug,
      kind,
      after,
      changeSet,
      effectiveOn,
      awaitsApproval,
    })),
  });
  const previousHash = previous?.hash ?? null;
  const hash = chainHash(previousHash, content);
  await db.insert(snapshots).values({ number, takenAt, cause, content, previousHash, hash });
  await keepPublisher(w, { snapshot: number, publishedOn: today, document: publisher });
  return { number, hash, takenAt };
}
