import { and, eq, notExists, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, organisation, vendors } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { ChangeSetRow, WeightOverride } from "../../model/change-set.ts";
import { dateIn, type IsoDate } from "../../model/dates.ts";
import { canonicalJson } from "../../model/hash.ts";
import { newestAnnounced } from "../../model/history.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { Refusal, refuseField } from "../../model/refusal.ts";
import type { VendorDocument } from "../../model/vendor-document.ts";
import { weigh } from "../../model/weight.ts";
import { type Actor, audit } from "../log/audit.ts";
import { loadHistory } from "../log/load-history.ts";
import { lockRegistry } from "../log/organisation.ts";
import { touchVendorsOf } from "./revisions.ts";

export type DraftTerms = {
  effectiveOn?: IsoDate | null | undefined;
  reason?: string | null | undefined;
  /** Why it cannot wait for the notice periods, should its date be before their end. */
  emergency?: { reason: string } | null | undefined;
};

/** Makes an empty draft. Refuses a date in the past. */
export function createDraft(deps: Deps, terms: DraftTerms, actor: Actor): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    const set = await insertDraft({ ...deps, db: tx }, organisation, terms, actor);
    await audit(tx, deps.clock, { actor, action: "change-set.drafted", subject: `change-set:${set.number}` });
    return set.number;
  });
}

export type DraftEdit = DraftTerms & { weights?: Record<string, WeightOverride | null> | undefined };

/** Edits a draft's terms and weights. Refuses: not-found, not-a-draft, a date in the past, an unknown vendor. */
export function editDraft(deps: Deps, number: number, edit: DraftEdit, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    await lockDraft(tx, number);
    await setTerms({ ...deps, db: tx }, organisation, number, edit, actor);
    for (const [slug, override] of Object.entries(edit.weights ?? {})) await overrideWeight(tx, number, slug, override);
    await audit(tx, deps.clock, {
      actor,
      action: "change-set.edited",
      subject: `change-set:${number}`,
      data: { edit },
    });
  });
}

async function overrideWeight(tx: Db, number: number, slug: string, weightOverride: WeightOverride | null) {
  const [vendor] = await tx
    .update(vendors)
    .set({ revision: sql`${vendors.revision} + 1` })
    .where(eq(vendors.slug, slug))
    .returning();
  const [changed] = vendor
    ? await tx
        .update(changes)
        .set({ weightOverride })
        .where(and(eq(changes.changeSet, number), eq(changes.vendorId, vendor.id)))
        .returning({ vendorId: changes.vendorId })
    : [];
  if (!changed) throw refuseField("invalid-request", `/weights/${slug}`, "is not a vendor of this change set");
}

/** Deletes a draft, and vendors that existed in it alone. Refuses: not-found, not-a-draft. */
export function deleteDraft(deps: Deps, number: number, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await lockRegistry(tx);
    await lockDraft(tx, number);
    await touchVendorsOf(tx, number);
    await tx.delete(changes).where(eq(changes.changeSet, number));
    await tx.delete(changeSets).where(eq(changeSets.number, number));
    await forgetUnusedVendors(tx);
    await audit(tx, deps.clock, { actor, action: "change-set.deleted", subject: `change-set:${number}` });
  });
}

/** A new draft's row. Call it holding the registry's lock. */
export async function insertDraft(
  deps: Deps,
  organisation: Organisation,
  terms: DraftTerms,
  actor: Actor,
): Promise<ChangeSetRow> {
  refusePastDate(deps, organisation, terms.effectiveOn);
  const number = await nextChangeSetNumber(deps.db);
  const now = deps.clock.now();
  const [set] = await deps.db
    .insert(changeSets)
    .values({
      number,
      effectiveOn: terms.effectiveOn ?? null,
      reason: terms.reason ?? null,
      emergencyReason: terms.emergency?.reason ?? null,
      authors: [actor],
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!set) throw new Error("A change set was not inserted");
  return set;
}

/**
 * Changes a draft's terms, where given. Every edit of a draft comes through here: whoever makes it is an author, and
 * what was approved before is not what is there now. Call it holding the registry's lock.
 */
export async function setTerms(
  deps: Deps,
  organisation: Organisation,
  number: number,
  terms: DraftTerms,
  actor: Actor,
): Promise<void> {
  refusePastDate(deps, organisation, terms.effectiveOn);
  const { authors } = changeSets;
  await deps.db
    .update(changeSets)
    .set({
      ...(terms.effectiveOn === undefined ? {} : { effectiveOn: terms.effectiveOn }),
      ...(terms.reason === undefined ? {} : { reason: terms.reason }),
      ...(terms.emergency === undefined ? {} : { emergencyReason: terms.emergency?.reason ?? null }),
      authors: sql`case when ${authors} ? ${actor}::text then ${authors} else ${authors} || to_jsonb(${actor}::text) end`,
      approvedBy: null,
      approvedAt: null,
      updatedAt: deps.clock.now(),
    })
    .where(eq(changeSets.number, number));
  await touchVendorsOf(deps.db, number);
}

/** Refuses a date before today, in the organisation's time zone. */
export function refusePastDate({ clock }: Deps, { timeZone }: Organisation, date: IsoDate | null | undefined): void {
  if (date && date < dateIn(timeZone, clock.now())) {
    throw refuseField("effective-date-in-the-past", "/effectiveOn", "must be today or later");
  }
}

/** A change set that may still be edited. Refuses: not-found, not-a-draft. */
export async function lockDraft(tx: Db, number: number): Promise<ChangeSetRow> {
  const set = await findChangeSet(tx, number);
  if (set.state !== "draft") throw new Refusal("not-a-draft", `Change set ${number} is already ${set.state}.`);
  return set;
}

export async function findChangeSet(db: Db, number: number): Promise<ChangeSetRow> {
  const [set] = await db.select().from(changeSets).where(eq(changeSets.number, number));
  if (!set) throw new Refusal("not-found", `There is no change set ${number}.`);
  return set;
}

/**
 * Puts a vendor's new document (null removes it) into a draft, over any earlier edit of the same vendor there. A
 * change that leaves everything as announced is no change: it leaves the draft, or is refused as `nothing-changed`.
 */
export async function saveChange(
  tx: Db,
  number: number,
  vendorId: string,
  after: VendorDocument | null,
): Promise<void> {
  const base = newestAnnounced(await loadHistory(tx, { vendorId }), vendorId);
  const before = base?.after ?? null;
  const here = and(eq(changes.changeSet, number), eq(changes.vendorId, vendorId));
  if (canonicalJson(before) === canonicalJson(after)) {
    const dropped = await tx.delete(changes).where(here).returning({ vendorId: changes.vendorId });
    if (dropped.length === 0) throw new Refusal("nothing-changed", "The vendor would be left as it is.");
    return forgetUnusedVendors(tx);
  }
  const { weight, reason } = weigh(before, after);
  const kind = before === null ? ("added" as const) : after === null ? ("removed" as const) : ("updated" as const);
  const row = {
    kind,
    basedOn: base?.changeSet ?? null,
    before,
    after,
    weight,
    weightReason: reason,
    // A judgement about the former text says nothing about this one.
    weightOverride: null,
  };
  await tx
    .insert(changes)
    .values({ changeSet: number, vendorId, ...row })
    .onConflictDoUpdate({ target: [changes.changeSet, changes.vendorId], set: row });
}

async function forgetUnusedVendors(tx: Db): Promise<void> {
  const uses = tx.select({ one: sql`1` }).from(changes).where(eq(changes.vendorId, vendors.id));
  await tx.delete(vendors).where(notExists(uses));
}

/** The next change set number. Call it holding the registry's lock; a refusal gives the number back. */
export async function nextChangeSetNumber(tx: Db): Promise<number> {
  const [row] = await tx
    .update(organisation)
    .set({ lastChangeSet: sql`${organisation.lastChangeSet} + 1` })
    .returning({ number: organisation.lastChangeSet });
  if (!row) throw new Error("The organisation's row is missing: run the migrations");
  return row.number;
}
