import { and, eq, notExists, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { changeSets, changes, organisation, vendors } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeRow, ChangeSetRow, NewRectification } from "../../../model/change/change-set.ts";
import { asStored, type DraftAsRead, type DraftEdit, type DraftTerms } from "../../../model/change/draft.ts";
import { type IsoDate, yearsAfter } from "../../../model/values/dates.ts";
import { Refusal, refuseField } from "../../../model/values/refusal.ts";
import { datesBeyond } from "../../../model/values/stated-dates.ts";
import type { Actor } from "../../log/audit.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { loadHistory } from "../../log/history.ts";
import { reviseSet, reviseVendorsOf } from "../revisions.ts";
import { refuseChanged } from "./hash.ts";
import { refuseUnfitReplacement } from "./replaced.ts";

/** Makes an empty draft. Refuses a date in the past. */
export function createDraft(deps: Deps, actor: Actor, terms: DraftTerms): Promise<number> {
  return writeRegistry(deps, actor, async (w) => {
    const { number } = await insertDraft(w, terms);
    w.audit("change-set.drafted", number);
    return number;
  });
}

/**
 * Edits a draft's terms, and the weights and dates of its changes, as it is now or as it was read. Refuses: not-found, not-a-draft,
 * draft-changed, a date in the past, an unknown vendor.
 */
export function editDraft(
  deps: Deps,
  actor: Actor,
  number: number,
  edit: DraftEdit,
  read: DraftAsRead = {},
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    await findDraftAsRead(w, number, read);
    await setTerms(w, number, edit);
    for (const [slug, weightOverride] of Object.entries(edit.weights ?? {}))
      await editChange(w, number, slug, { weightOverride }, `/weights/${slug}`);
    for (const [slug, { effectiveOn: plannedOn, replaces }] of Object.entries(edit.changes ?? {})) {
      refuseUnfitDate(w, plannedOn, `/changes/${slug}/effectiveOn`);
      const stated = { ...(plannedOn !== undefined && { plannedOn }), ...(replaces !== undefined && { replaces }) };
      await editChange(w, number, slug, stated, `/changes/${slug}`);
    }
    await refuseUnfitReplacement(w, number);
    w.audit("change-set.edited", number, { edit });
  });
}

async function editChange(
  { db }: Locked,
  number: number,
  slug: string,
  edit: Partial<Pick<ChangeRow, "weightOverride" | "plannedOn" | "replaces">>,
  pointer: string,
): Promise<void> {
  const changed = await db
    .update(changes)
    .set({ changeSet: number, ...edit })
    .from(vendors)
    .where(and(eq(changes.changeSet, number), eq(changes.vendorId, vendors.id), eq(vendors.slug, slug)))
    .returning({ vendorId: changes.vendorId });
  if (changed.length === 0) throw refuseField("invalid-request", pointer, "is not a vendor of this change set");
}

/** Deletes a draft, as it is now or as it was read, and vendors that existed in it alone. Refuses: not-found, not-a-draft, draft-changed. */
export function deleteDraft(deps: Deps, actor: Actor, number: number, read: DraftAsRead = {}): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    await findDraftAsRead(w, number, read);
    await reviseVendorsOf(w, number);
    await w.db.delete(changes).where(eq(changes.changeSet, number));
    await w.db.delete(changeSets).where(eq(changeSets.number, number));
    await forgetUnusedVendors(w);
    w.audit("change-set.deleted", number);
  });
}

/** A new draft's row. Refuses a date in the past. */
export async function insertDraft(w: Locked, terms: DraftTerms): Promise<ChangeSetRow> {
  refuseUnfitDate(w, terms.effectiveOn);
  refuseFutureSince(w, terms.rectification);
  await refuseTakenReference(w, terms.reference);
  const number = await nextChangeSetNumber(w);
  const [set] = await w.db
    .insert(changeSets)
    .values({
      number,
      effectiveOn: terms.effectiveOn ?? null,
      reason: terms.reason ?? null,
      reference: terms.reference ?? null,
      emergencyReason: terms.emergency?.reason ?? null,
      rectification: terms.rectification ? asStored(terms.rectification) : null,
      authors: [w.actor],
      createdAt: w.now,
      updatedAt: w.now,
    })
    .returning();
  if (!set) throw new Error("A change set was not inserted");
  return set;
}

/**
 * Changes a draft's terms, where given. Every edit of a draft comes through here: whoever makes it is an author, and
 * what was approved before is not what is there now. Refuses a date in the past.
 */
export async function setTerms(w: Locked, number: number, terms: DraftTerms): Promise<void> {
  refuseUnfitDate(w, terms.effectiveOn);
  refuseFutureSince(w, terms.rectification);
  await refuseTakenReference(w, terms.reference, number);
  const { authors } = changeSets;
  await reviseSet(w, number, {
    ...(terms.effectiveOn === undefined ? {} : { effectiveOn: terms.effectiveOn }),
    ...(terms.reason === undefined ? {} : { reason: terms.reason }),
    ...(terms.reference === undefined ? {} : { reference: terms.reference }),
    ...(terms.emergency === undefined ? {} : { emergencyReason: terms.emergency?.reason ?? null }),
    ...(terms.rectification === undefined
      ? {}
      : { rectification: terms.rectification && asStored(terms.rectification) }),
    authors: sql`case when ${authors} ? ${w.actor}::text then ${authors} else ${authors} || to_jsonb(${w.actor}::text) end`,
    approvedBy: null,
    approvedAt: null,
  });
}

/**
 * How far ahead a day may lie on which something takes effect, or until which one may object. No contract's periods add up to
 * more than three years, and what is announced must be a plan: a later day is a slip of a digit.
 */
const YEARS_AHEAD = 5;

/** Refuses a date before today, in the organisation's time zone, and one more than five years ahead (invalid-request). */
export function refuseUnfitDate(
  { today }: Pick<Locked, "today">,
  date: IsoDate | null | undefined,
  pointer: string = "/effectiveOn",
): void {
  if (!date) return;
  if (date < today) throw refuseField("effective-date-in-the-past", pointer, "must be today or later");
  const last = yearsAfter(today, YEARS_AHEAD);
  if (date > last)
    throw refuseField("invalid-request", pointer, `must be ${last} or earlier: ${YEARS_AHEAD} years ahead`);
}

/** Refuses reference-taken: another set has it, named by `changeSet`. */
async function refuseTakenReference(
  { db }: Locked,
  reference: string | null | undefined,
  of: number | null = null,
): Promise<void> {
  if (!reference) return;
  const { number, reference: theirs } = changeSets;
  const [other] = await db.select({ number }).from(changeSets).where(eq(theirs, reference));
  if (other && other.number !== of) throw referenceTaken(other.number);
}

export const referenceTaken = (changeSet: number): Refusal =>
  new Refusal("reference-taken", `Change set ${changeSet} has this reference.`, {
    errors: [{ pointer: "/reference", detail: "is that of another change set" }],
    members: { changeSet },
  });

/** Refuses (invalid-request) a rectification of what is still to come, or of a day that no list had. */
export function refuseFutureSince({ today }: Locked, rectification: NewRectification | null | undefined): void {
  if (rectification?.since !== undefined && rectification.since > today)
    throw refuseField("invalid-request", "/rectification/since", "must be today or earlier");
  const errors = datesBeyond(rectification, "/rectification");
  if (errors.length > 0) throw new Refusal("invalid-request", "A date lies beyond those of any list.", { errors });
}

/** A change set that may still be edited. Refuses: not-found, not-a-draft. */
export async function findDraft({ db }: Locked, number: number): Promise<ChangeSetRow> {
  const set = await findChangeSet(db, number);
  if (set.state !== "draft") throw new Refusal("not-a-draft", `Change set ${number} is already ${set.state}.`);
  return set;
}

/** The same, and no other version of it than was read, where that one is named. Refuses draft-changed besides. */
export async function findDraftAsRead(w: Locked, number: number, read: DraftAsRead): Promise<ChangeSetRow> {
  const set = await findDraft(w, number);
  if (read.draftHash !== undefined) refuseChanged(set, await loadHistory(w.db, { sets: [number] }), read);
  return set;
}

/** A change set that is announced, and not withdrawn. Refuses: not-found, not-announced. */
export async function findAnnounced({ db }: { db: Db }, number: number): Promise<ChangeSetRow> {
  const set = await findChangeSet(db, number);
  if (set.state !== "announced") throw new Refusal("not-announced", `Change set ${number} is ${set.state}.`);
  return set;
}

export async function findChangeSet(db: Db, number: number): Promise<ChangeSetRow> {
  const [set] = await db.select().from(changeSets).where(eq(changeSets.number, number));
  if (!set) throw new Refusal("not-found", `There is no change set ${number}.`);
  return set;
}

/** Forgets vendors that no change is of any more. */
export async function forgetUnusedVendors({ db }: Locked): Promise<void> {
  const uses = db.select({ one: sql`1` }).from(changes).where(eq(changes.vendorId, vendors.id));
  await db.delete(vendors).where(notExists(uses));
}

/** The next change set number. A refusal gives it back. */
async function nextChangeSetNumber({ db }: Locked): Promise<number> {
  const [row] = await db
    .update(organisation)
    .set({ lastChangeSet: sql`${organisation.lastChangeSet} + 1` })
    .returning({ number: organisation.lastChangeSet });
  if (!row) throw new Error("The organisation's row is missing: run the migrations");
  return row.number;
}
