import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { vendors } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import type { DraftTerms } from "../../model/change/draft.ts";
import { newestAnnounced } from "../../model/change/history.ts";
import { refuseUnknownOfVendor } from "../../model/change/scope.ts";
import { refuseStale } from "../../model/values/entity-tag.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { mergePatch } from "../../model/values/merge-patch.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { refuseChecksToCome } from "../../model/vendor/checks-to-come.ts";
import { type VendorDocument, VendorInput } from "../../model/vendor/vendor-document.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { loadHistory } from "../log/history.ts";
import { announceDraft } from "./announce.ts";
import { claimSlug, type Newcomer } from "./claim-slug.ts";
import { findDraft, insertDraft, setTerms } from "./draft/drafts.ts";
import { overtakenIn, refuseOvertaken } from "./draft/overtaken.ts";
import { saveChange } from "./draft/save-changes.ts";

type VendorRow = typeof vendors.$inferSelect;

/** Where an edit goes: into an existing draft or a new one, announced at once or not. */
export type EditTarget = DraftTerms & { changeSet?: number | undefined; announce?: boolean | undefined };

/** The same for a vendor there is already, perhaps in the version that was read. */
type ListedTarget = EditTarget & { ifMatch?: string | undefined };

/** What an edit did: the vendor, and the change set that holds the change. */
export type Edited = { slug: string; changeSet: number };

/**
 * Adds a vendor, or one that is returning. Refuses: slug-taken, not-found (nobody returns), an unknown product or region, a
 * check to come, and what drafts and announcing refuse.
 */
export function addVendor(
  deps: Deps,
  actor: Actor,
  input: VendorInput,
  target: EditTarget & Newcomer,
): Promise<Edited> {
  return edit(deps, actor, target, "vendor.added", async (w) => {
    const { slug, ...document } = input;
    refuseUnknownOfVendor(document, w.organisation);
    refuseChecksToCome(document, w.today);
    return { vendor: await claimSlug(w, { slug, name: document.name }, target), document };
  });
}

/**
 * Changes a vendor by a JSON merge patch (RFC 7396), on top of this draft's version of it or else of the newest
 * announced one. Refuses: not-found, vendor-not-listed, stale-version (`ifMatch`), nothing-changed, invalid documents.
 */
export function patchVendor(
  deps: Deps,
  actor: Actor,
  slug: string,
  patch: Record<string, unknown>,
  target: ListedTarget,
): Promise<Edited> {
  return edit(deps, actor, target, "vendor.changed", async (w) => {
    const vendor = await findVendor(w.db, slug, target.ifMatch);
    const current = await versionToEdit(w, vendor, target.changeSet);
    return { vendor, document: checkedDocument(w, mergePatch({ ...current, slug }, patch), slug) };
  });
}

/** Removes a vendor, or takes its addition back out of a draft. Refuses: not-found, vendor-not-listed, stale-version. */
export function removeVendor(deps: Deps, actor: Actor, slug: string, target: ListedTarget): Promise<Edited> {
  return edit(deps, actor, target, "vendor.removed", async (w) => {
    const vendor = await findVendor(w.db, slug, target.ifMatch);
    await versionToEdit(w, vendor, target.changeSet);
    return { vendor, document: null };
  });
}

/** What every edit shares: its draft, one audit entry, and the announcement if it was asked for. */
function edit(
  deps: Deps,
  actor: Actor,
  target: EditTarget,
  action: "vendor.added" | "vendor.changed" | "vendor.removed",
  change: (w: Locked) => Promise<{ vendor: VendorRow; document: VendorDocument | null }>,
): Promise<Edited> {
  return writeRegistry(deps, actor, async (w) => {
    if (target.changeSet !== undefined) await findDraft(w, target.changeSet);
    const { vendor, document } = await change(w);
    const number = await draftFor(w, target);
    await saveChange(w, number, { vendorId: vendor.id, after: document });
    await w.db
      .update(vendors)
      .set({ revision: sql`${vendors.revision} + 1` })
      .where(eq(vendors.id, vendor.id));
    w.audit(action, vendor.slug, { changeSet: number, document: sha256(canonicalJson(document)) });
    if (target.announce) await announceDraft(w, number, {});
    return { slug: vendor.slug, changeSet: number };
  });
}

async function draftFor(w: Locked, target: EditTarget): Promise<number> {
  if (target.changeSet === undefined) return (await insertDraft(w, target)).number;
  await setTerms(w, target.changeSet, target);
  return target.changeSet;
}

/** A vendor's row. Refuses: not-found, stale-version when `ifMatch` names another revision. */
export async function findVendor(db: Db, slug: string, ifMatch?: string): Promise<VendorRow> {
  const [vendor] = await db.select().from(vendors).where(eq(vendors.slug, slug));
  if (!vendor) throw new Refusal("not-found", `There is no vendor "${slug}".`);
  refuseStale(ifMatch, etagOf(vendor), `"${slug}"`);
  return vendor;
}

/** A vendor's version as an entity tag (RFC 9110, 8.8.3); another vendor's under the same slug has another. */
export const etagOf = ({ id, revision }: VendorRow): string => `"${id.slice(0, 8)}-${revision}"`;

async function versionToEdit(
  { db }: Locked,
  vendor: VendorRow,
  changeSet: number | undefined,
): Promise<VendorDocument> {
  const history = await loadHistory(db, { vendorId: vendor.id });
  const here = history.find((change) => change.changeSet === changeSet);
  const newest = newestAnnounced(history, vendor.id);
  if (here) refuseOvertaken(here.changeSet, overtakenIn(history, [here]));
  // A removal in this draft is edited by taking it back.
  const document = here?.after ?? newest?.after;
  if (!document) throw new Refusal("vendor-not-listed", notListed(vendor.slug, history));
  return document;
}

function notListed(slug: string, history: RecordedChange[]): string {
  const draft = history.find(({ set, after }) => set.state === "draft" && after);
  if (draft) return `"${slug}" is only in draft ${draft.changeSet}: name it with ?changeSet=${draft.changeSet}.`;
  return `"${slug}" is not on the list: add it again first.`;
}

/**
 * Reads a document that was put together as if it had been sent whole. The slug is the vendor's address and stays.
 * Refuses: invalid-request.
 */
export function checkedDocument({ organisation, today }: Locked, merged: unknown, slug: string): VendorDocument {
  const parsed = VendorInput.safeParse(merged);
  if (!parsed.success) {
    throw new Refusal("invalid-request", "The vendor would not be valid after this.", {
      errors: fieldErrors(parsed.error.issues),
    });
  }
  const { slug: named, ...document } = parsed.data;
  if (named !== slug) throw refuseField("invalid-request", "/slug", "cannot be changed: it is the vendor's address");
  refuseUnknownOfVendor(document, organisation);
  refuseChecksToCome(document, today);
  return document;
}
