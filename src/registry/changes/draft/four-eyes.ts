import { eq } from "drizzle-orm";
import { changeSets } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { ChangeSetRow } from "../../../model/change/change-set.ts";
import { asStored, type DraftAsRead } from "../../../model/change/draft.ts";
import { canonicalJson } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Actor } from "../../log/audit.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { loadHistory } from "../../log/history.ts";
import type { Announcement } from "../announcement.ts";
import { findDraft } from "./drafts.ts";
import { hashOfDraft, refuseChanged } from "./hash.ts";

/**
 * Approves a draft as it is now, or as it was read; any edit takes the approval back. Refuses: not-found, not-a-draft,
 * empty-change-set, draft-changed, own-draft when the actor has written any of it.
 */
export function approveDraft(deps: Deps, actor: Actor, number: number, read: DraftAsRead = {}): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const set = await findDraft(w, number);
    const changes = await loadHistory(w.db, { sets: [number] });
    if (changes.length === 0) throw new Refusal("empty-change-set", `Change set ${number} has no changes to approve.`);
    refuseChanged(set, changes, read);
    if (set.authors.includes(actor)) {
      throw new Refusal(
        "own-draft",
        `Change set ${number} was written by whoever asks: somebody else has to approve it.`,
      );
    }
    await w.db.update(changeSets).set({ approvedBy: actor, approvedAt: w.now }).where(eq(changeSets.number, number));
    w.audit("change-set.approved", number, { draft: hashOfDraft(set, changes) });
  });
}

const isAnother = (rectification: Announcement["rectification"], set: ChangeSetRow): boolean =>
  rectification !== undefined && canonicalJson(asStored(rectification)) !== canonicalJson(set.rectification);

/**
 * Refuses, where announcing takes an approval, a draft without one, and an announcement that adds to what was
 * approved: another date or emergency, or, by one of its authors, that errors are accepted or nobody is told.
 */
export function refuseUnapproved(
  { organisation, actor }: Locked,
  set: ChangeSetRow,
  { effectiveOn, emergency, rectification, acceptFindings, baseline }: Announcement,
): void {
  if (organisation.approvalsRequired === 0) return;
  if (set.approvedBy === null) {
    throw new Refusal(
      "approval-required",
      `Change set ${set.number} needs the approval of a person or key that has not written it.`,
    );
  }
  const isAuthor = set.authors.includes(actor);
  const added = [
    ...(effectiveOn !== undefined && effectiveOn !== set.effectiveOn ? ["/effectiveOn"] : []),
    ...(emergency !== undefined && emergency.reason !== set.emergencyReason ? ["/emergency"] : []),
    ...(isAnother(rectification, set) ? ["/rectification"] : []),
  ];
  const another = [
    ...(isAuthor && acceptFindings ? ["/acceptFindings"] : []),
    ...(isAuthor && baseline ? ["/baseline"] : []),
  ];
  if (added.length + another.length === 0) return;
  throw new Refusal("approval-required", "This is more than what was approved.", {
    errors: [
      ...added.map((pointer) => ({
        pointer,
        detail: "differs from the approved draft: edit that, and have it approved",
      })),
      ...another.map((pointer) => ({ pointer, detail: "takes a person or key that has not written the draft" })),
    ],
  });
}
