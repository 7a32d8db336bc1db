import { and, eq } from "drizzle-orm";
import { changes } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import type { DraftAsRead } from "../../../model/change/draft.ts";
import { newestAnnounced } from "../../../model/change/history.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { type Rebased, rebase } from "../../../model/vendor/rebase.ts";
import type { VendorDocument } from "../../../model/vendor/vendor-document.ts";
import type { Actor } from "../../log/audit.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { loadHistory, outlineOf } from "../../log/history.ts";
import { checkedDocument, findVendor } from "../vendors.ts";
import { findDraft, findDraftAsRead, forgetUnusedVendors, setTerms } from "./drafts.ts";
import { isOvertaken, overtakenIn } from "./overtaken.ts";
import { forgetUnfitReplacements } from "./replaced.ts";
import { saveChange } from "./save-changes.ts";

/**
 * Applies a draft's change of a vendor again, on top of what was announced since. Where nothing is left of it, it leaves
 * the draft. Refuses: not-found, not-a-draft, nothing-changed (it was not overtaken), vendor-not-listed (the vendor it
 * edits has gone), invalid-request where both together make no valid document.
 */
export function rebaseChange(deps: Deps, actor: Actor, number: number, slug: string): Promise<Rebased> {
  return writeRegistry(deps, actor, async (w) => {
    const { change, history } = await findChange(w, number, slug);
    const newest = newestAnnounced(history, change.vendorId);
    if (!isOvertaken(history, change))
      throw new Refusal("nothing-changed", `Nothing was announced of "${slug}" since this draft.`);
    if (change.before && change.after && !newest?.after)
      throw new Refusal(
        "vendor-not-listed",
        `"${slug}" is not on the list any more: drop its change, or add it again.`,
      );
    const rebased = rebase(change.before, change.after, newest?.after ?? null);
    const document = rebased.document && checkedDocument(w, { ...rebased.document, slug }, slug);
    await setTerms(w, number, {});
    await saveChange(w, number, { vendorId: change.vendorId, after: document });
    w.audit("vendor.change-rebased", slug, {
      changeSet: number,
      basedOn: newest?.changeSet ?? null,
      document: sha256(canonicalJson(document)),
      conflicts: rebased.conflicts.map(({ path }) => path),
    });
    return { ...rebased, document };
  });
}

/** What was announced of a vendor since a draft's change of it, and what both have changed: the draft's stays there. */
export type AnnouncedSince = { vendor: string; name: string; was: VendorDocument | null } & Pick<
  Rebased,
  "announced" | "conflicts"
> & { is: VendorDocument | null };

/** The changes of a draft that were overtaken, each with what `rebaseChange` would apply it on top of. Writes nothing. */
export async function announcedSince({ db }: Pick<Deps, "db">, number: number): Promise<AnnouncedSince[]> {
  const changes = await loadHistory(db, { sets: [number] });
  const overtaken = overtakenIn(await outlineOf(db, [number]), changes);
  const found = changes.filter(({ vendor }) => overtaken.includes(vendor.slug));
  return Promise.all(
    found.map(async ({ vendor, vendorId, before, after }) => {
      const newest = newestAnnounced(await loadHistory(db, { vendorId }), vendorId);
      const is = newest?.after ?? null;
      const { announced, conflicts } = rebase(before, after, is);
      const name = (is ?? after ?? before)?.name ?? vendor.slug;
      return { vendor: vendor.slug, name, was: before, is, announced, conflicts };
    }),
  );
}

/**
 * Takes a vendor's change out of a draft, as it is now or as it was read, and the vendor, if it existed there alone. Refuses:
 * not-found, not-a-draft, draft-changed.
 */
export function dropChange(
  deps: Deps,
  actor: Actor,
  number: number,
  slug: string,
  read: DraftAsRead = {},
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const { change } = await findChange(w, number, slug);
    await findDraftAsRead(w, number, read);
    await setTerms(w, number, {});
    await w.db.delete(changes).where(and(eq(changes.changeSet, number), eq(changes.vendorId, change.vendorId)));
    await forgetUnfitReplacements(w, number);
    await forgetUnusedVendors(w);
    w.audit("vendor.change-dropped", slug, { changeSet: number });
  });
}

/** A vendor's change in a draft, beside all others of the vendor. Refuses: not-found, not-a-draft. */
async function findChange(
  w: Locked,
  number: number,
  slug: string,
): Promise<{ change: RecordedChange; history: RecordedChange[] }> {
  await findDraft(w, number);
  const vendor = await findVendor(w.db, slug);
  const history = await loadHistory(w.db, { vendorId: vendor.id });
  const change = history.find(({ changeSet }) => changeSet === number);
  if (!change) throw new Refusal("not-found", `Change set ${number} does not change "${slug}".`);
  return { change, history };
}
