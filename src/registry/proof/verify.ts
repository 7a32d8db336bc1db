import { asc, eq, gt, ne } from "drizzle-orm";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, snapshots } from "../../db/schema.ts";
import { auditWalk, type Said } from "../../evidence/audit-walk.ts";
import type { AuditHead } from "../../evidence/chain.ts";
import { type Claim, claimOf, namedFault, snapshotFault } from "../../evidence/check-snapshots.ts";
import {
  basedOnFault,
  changeSetFault,
  concernedFault,
  publishedAsFault,
  remindedFault,
  stateFault,
} from "../../evidence/checks.ts";
import { type Fault, type Faults, firstFaults } from "../../evidence/fault.ts";
import { auditEntries, auditHead } from "../log/audit.ts";
import { announcedSet, concernedBy } from "../log/digests.ts";
import { faultOf, isoOf } from "./row-fault.ts";
import { verifyDeliveries, verifyMails, verifyNotices, verifyResponses } from "./verify-told.ts";

export type Verification = {
  ok: boolean;
  /** How many of each were checked. */
  entries: number;
  snapshots: number;
  deliveries: number;
  head: AuditHead | null;
  firstBad: Fault | null;
  /** The first of each kind. */
  bad: Fault[];
};

/**
 * Checks everything that is chained, and what the chain says of the rest: the audit log, the snapshots, what was
 * announced and to whom, every delivery, the mails and the responses; and addresses by their keyed hashes. Reads all of
 * it, a page of memory at a time.
 */
export function verifyRecords({ db, config }: { db: Db; config: Pick<Config, "tokenSecret"> }): Promise<Verification> {
  return db.transaction(
    async (tx) => {
      const faults = firstFaults();
      const { said, entries } = await verifyAudit(tx, faults);
      const taken = await verifySnapshots(tx, said, faults);
      await verifyAnnouncements(tx, said, faults);
      await verifyNotices(tx, said, faults);
      const owed = await verifyDeliveries(tx, config.tokenSecret, said, faults);
      await verifyMails(tx, said, faults);
      await verifyResponses(tx, config.tokenSecret, said, faults);
      const bad = faults.all();
      const head = await auditHead(tx);
      return { ok: bad.length === 0, entries, snapshots: taken, deliveries: owed, head, firstBad: bad[0] ?? null, bad };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function verifyAudit(tx: Db, faults: Faults): Promise<{ said: Said; entries: number }> {
  const claims = await claimsOf(tx);
  const walk = auditWalk();
  let entries = 0;
  const head = await auditHead(tx);
  for await (const entry of auditEntries(tx, head?.sequence ?? 0)) {
    entries += 1;
    const fault = walk.take(entry);
    if (fault) faults.note("audit", fault.id, fault.reason);
    const claim = claims.get(entry.sequence);
    if (claim && claim.hash !== entry.hash)
      faults.note("audit", entry.sequence, `snapshot ${claim.snapshot} was taken after another entry of this number`);
    claims.delete(entry.sequence);
  }
  for (const { sequence, snapshot } of claims.values())
    faults.note("audit", sequence, `is missing: snapshot ${snapshot} was taken after it`);
  return { said: walk.said, entries };
}

/** How far each snapshot says the log had come, by the number of the entry. */
async function claimsOf(tx: Db): Promise<Map<number, Claim>> {
  const claims = new Map<number, Claim>();
  for await (const snapshot of allSnapshots(tx)) {
    const claim = claimOf(snapshot);
    if (claim) claims.set(claim.sequence, claim);
  }
  return claims;
}

/** A few at a time: each holds a whole register. */
async function* allSnapshots(tx: Db) {
  for (let last = 0; ; ) {
    const rows = await tx
      .select()
      .from(snapshots)
      .where(gt(snapshots.number, last))
      .orderBy(asc(snapshots.number))
      .limit(10);
    yield* rows.map((row) => ({ ...row, takenAt: isoOf(row.takenAt) }));
    const end = rows.at(-1);
    if (!end) return;
    last = end.number;
  }
}

async function verifySnapshots(tx: Db, said: Said, faults: Faults): Promise<number> {
  let taken = 0;
  let previous: string | null = null;
  const unnamed = new Set(said.snapshots.keys());
  for await (const snapshot of allSnapshots(tx)) {
    taken += 1;
    const { number, previousHash, hash } = snapshot;
    if (number !== taken) faults.note("snapshot", taken, "is missing");
    if (previousHash !== previous) faults.note("snapshot", number, "does not name the hash of the one before it");
    faults.note(
      "snapshot",
      number,
      faultOf(() => snapshotFault(snapshot) ?? namedFault(snapshot, said)),
    );
    unnamed.delete(hash);
    previous = hash;
  }
  for (const hash of unnamed)
    faults.note("audit", said.snapshots.get(hash)?.sequence ?? 0, `names a snapshot that is not there: ${hash}`);
  return taken;
}

async function verifyAnnouncements(tx: Db, said: Said, faults: Faults): Promise<void> {
  const sets = await tx
    .select({
      number: changeSets.number,
      state: changeSets.state,
      awaitsApproval: changeSets.awaitsApproval,
      authors: changeSets.authors,
      approvedBy: changeSets.approvedBy,
      approvedAt: changeSets.approvedAt,
      releasedOn: changeSets.releasedOn,
      releasedReason: changeSets.releasedReason,
      withdrawnAt: changeSets.withdrawnAt,
      withdrawnReason: changeSets.withdrawnReason,
      version: snapshots.hash,
    })
    .from(changeSets)
    .leftJoin(snapshots, eq(snapshots.number, changeSets.publishedAs))
    .where(ne(changeSets.state, "draft"))
    .orderBy(asc(changeSets.number));
  const missing = new Set(said.announced.keys());
  for (const row of sets) {
    const { number } = row;
    missing.delete(number);
    const set = { ...(await announcedSet(tx, number)), ...row };
    const concerned = await concernedBy(tx, number);
    const fault = faultOf(
      () =>
        changeSetFault(set, said) ?? stateFault(set, concerned, said) ?? publishedAsFault(number, set.version, said),
    );
    faults.note("change-set", number, fault);
    const ofCustomers = faultOf(
      () => concernedFault(number, concerned, said) ?? remindedFault(number, concerned, said),
    );
    faults.note("customer", `change-set:${number}`, ofCustomers);
  }
  for (const number of missing) faults.note("change-set", number, "is missing: the audit log says it was announced");
  const { changeSet, vendorId, basedOn } = changes;
  const built = await tx
    .select({ changeSet, vendorId, basedOn })
    .from(changes)
    .innerJoin(changeSets, eq(changeSets.number, changeSet))
    .where(ne(changeSets.state, "draft"));
  const fault = basedOnFault(built, said);
  if (fault) faults.note("change-set", fault.set, fault.reason);
}
