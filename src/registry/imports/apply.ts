import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { auditLog, changeSets, imports, vendors } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { removalsOf } from "../../imports/plan.ts";
import type { PlanEntry } from "../../imports/plan-entry.ts";
import type { DraftTerms } from "../../model/change/draft.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { slugify } from "../../model/values/text.ts";
import { announceDraft } from "../changes/announce.ts";
import { claimSlug, insertVendors, taken } from "../changes/claim-slug.ts";
import { findDraft, insertDraft, referenceTaken, setTerms } from "../changes/draft/drafts.ts";
import { saveChanges, type VendorEdit } from "../changes/draft/save-changes.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { changedSince, entriesFor } from "./plans.ts";
import { findImport, type StoredImport } from "./stored.ts";

/** Where a plan goes: into an existing draft or a new one with these terms, or published as the first list. */
export type Application = Pick<DraftTerms, "effectiveOn" | "reason" | "reference"> & {
  changeSet?: number | undefined;
  baseline?: boolean | undefined;
  /** How many vendors it may remove. */
  allowRemovals?: number | undefined;
};

/**
 * Puts a plan into one draft, and announces that where it is a baseline. Gives the set's number; of a plan that was applied, and
 * of a reference under which the same file was, that of the set that came of it. Refuses: not-found, plan-applied (into another
 * draft), reference-taken, plan-unsure, plan-stale, removals-not-allowed, nothing-changed, and what drafts and announcing refuse.
 */
export function applyImport(deps: Deps, actor: Actor, id: string, how: Application): Promise<number> {
  return writeRegistry(deps, actor, async (w) => {
    const plan = await findImport(w.db, id);
    const made = await madeBefore(w, plan, how);
    if (made !== null) return made;
    refuseUnanswered(plan.entries);
    const now = await entriesFor(w.db, plan, w.organisation, w.today);
    refuseChangedSince(plan.entries, now);
    refuseManyRemovals(plan.entries, how);
    const todo = plan.entries.filter(({ what }) => what !== "same");
    if (todo.length === 0) throw new Refusal("nothing-changed", "The list, or a draft, is as the file says already.");
    const number = await draftFor(w, how);
    await applyEntries(w, number, todo);
    await w.db.update(imports).set({ appliedAt: w.now, changeSet: number, source: null }).where(eq(imports.id, id));
    const count = (what: PlanEntry["what"]) => todo.filter((entry) => entry.what === what).length;
    const counts = { added: count("add"), changed: count("change"), removed: count("remove") };
    const reference = how.reference ? { reference: sha256(how.reference) } : {};
    w.audit("import.applied", id, { file: plan.file, changeSet: number, ...reference, ...counts });
    if (how.baseline) await announceDraft(w, number, { baseline: true });
    return number;
  });
}

/** The set that came of this plan; or, by the reference, of this file. */
async function madeBefore({ db }: Locked, plan: StoredImport, how: Application): Promise<number | null> {
  if (plan.changeSet !== null) {
    if (how.changeSet === undefined || how.changeSet === plan.changeSet) return plan.changeSet;
    throw new Refusal("plan-applied", `The plan was put into change set ${plan.changeSet}.`, {
      members: { changeSet: plan.changeSet },
    });
  }
  return how.reference ? madeUnder(db, plan.file, how.reference, how.changeSet) : null;
}

/**
 * The set that a file went into under a reference. The log says so even where the set has another reference by now, as when a
 * later commit went into it too. Refuses reference-taken: another file went into another set under it.
 */
async function madeUnder(db: Db, file: string, reference: string, into?: number): Promise<number | null> {
  const said = (member: string) => sql<string>`${auditLog.data}::json ->> ${member}`;
  const applied = await db
    .select({ number: changeSets.number, file: said("file") })
    .from(auditLog)
    .innerJoin(changeSets, eq(sql`${changeSets.number}::text`, said("changeSet")))
    .where(
      and(
        eq(auditLog.action, "import.applied"),
        or(eq(changeSets.reference, reference), eq(said("reference"), sha256(reference))),
      ),
    );
  const same = applied.find((each) => each.file === file);
  if (same) return same.number;
  const other = applied.find(({ number }) => number !== into);
  if (other) throw referenceTaken(other.number);
  return null;
}

/** Refuses plan-unsure, with every open question. */
function refuseUnanswered(entries: readonly PlanEntry[]): void {
  const errors = entries.flatMap(questionsOf);
  if (errors.length === 0) return;
  throw new Refusal("plan-unsure", `${errors.length} questions of the plan are open.`, {
    errors: errors.slice(0, MOST_TOLD),
  });
}

const MOST_TOLD = 200;

function questionsOf({ key, name, asked, open, guesses, faults }: PlanEntry): FieldError[] {
  const of = (id: string) => guesses.find((guess) => guess.id === id);
  return [
    ...(asked.length === 0
      ? []
      : [
          {
            pointer: `/vendors/${key}`,
            detail: `"${name}" may be ${asked.map(({ slug }) => `"${slug}"`).join(" or ")}`,
          },
        ]),
    ...open.map((id) => ({
      pointer: `/guesses/${id}`,
      detail: `"${name}": ${JSON.stringify(of(id)?.made)} was made of ${JSON.stringify(of(id)?.from)}`,
    })),
    ...faults.map(({ pointer, detail }) => ({ pointer: `/vendors/${key}`, detail: `"${name}": ${pointer} ${detail}` })),
  ];
}

/** Refuses plan-stale, naming the vendors. */
function refuseChangedSince(planned: readonly PlanEntry[], now: readonly PlanEntry[]): void {
  const changed = changedSince(planned, now);
  if (changed.length === 0) return;
  throw new Refusal("plan-stale", `Changed since it was planned: ${changed.slice(0, 20).join(", ")}.`, {
    members: { vendors: changed },
  });
}

/** Refuses removals-not-allowed: many are removed, and not as many as whoever applies it has read. */
function refuseManyRemovals(entries: readonly PlanEntry[], { allowRemovals }: Application): void {
  const { count, listed, categories, mustBeAllowed } = removalsOf(entries);
  if (allowRemovals === count || (allowRemovals === undefined && !mustBeAllowed)) return;
  const emptied = categories.map((name) => `"${name}"`).join(", ");
  throw new Refusal(
    "removals-not-allowed",
    `The plan removes ${count} of ${listed} vendors${emptied && `, among them all of ${emptied}`}.`,
    {
      errors: [{ pointer: "/allowRemovals", detail: `must be ${count} to remove them` }],
      members: { removals: count, categories },
    },
  );
}

async function draftFor(w: Locked, { changeSet, effectiveOn, reason, reference }: Application): Promise<number> {
  const terms = { effectiveOn, reason, reference };
  if (changeSet === undefined) return (await insertDraft(w, terms)).number;
  await findDraft(w, changeSet);
  await setTerms(w, changeSet, terms);
  return changeSet;
}

const ACTIONS = { add: "vendor.added", change: "vendor.changed", remove: "vendor.removed" } as const;

/** All of them at once: while they are written, nobody else changes the registry. */
async function applyEntries(w: Locked, number: number, entries: readonly PlanEntry[]): Promise<void> {
  const todo = entries.flatMap(({ slug, name, known, what, after }) =>
    what === "same" || what === "unsure" ? [] : [{ slug, name, known, what, after, wish: slug ?? slugify(name) }],
  );
  const bySlug = new Map((await w.db.select().from(vendors)).map((vendor) => [vendor.slug, vendor]));
  const free = todo.map(({ wish }) => wish).filter((wish) => wish !== "" && !bySlug.has(wish));
  const twice = free.find((wish, at) => free.indexOf(wish) !== at);
  if (twice !== undefined) throw taken(twice, ", in the file");
  for (const vendor of await insertVendors(w, free)) bySlug.set(vendor.slug, vendor);
  const isFree = new Set(free);
  const edits: VendorEdit[] = [];
  for (const { slug, name, known, what, after, wish } of todo) {
    const there = known || isFree.has(wish) ? bySlug.get(wish) : undefined;
    const vendor = there ?? (await claimSlug(w, { slug: slug ?? undefined, name }, { changeSet: number }));
    edits.push({ vendorId: vendor.id, after });
    w.audit(ACTIONS[what], vendor.slug, { changeSet: number, document: sha256(canonicalJson(after)) });
  }
  await saveChanges(w, number, edits);
  await w.db
    .update(vendors)
    .set({ revision: sql`${vendors.revision} + 1` })
    .where(
      inArray(
        vendors.id,
        edits.map(({ vendorId }) => vendorId),
      ),
    );
}
