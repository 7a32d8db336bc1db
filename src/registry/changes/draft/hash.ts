import type { ChangeSetRow, RecordedChange } from "../../../model/change/change-set.ts";
import type { DraftAsRead } from "../../../model/change/draft.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";

/** What is approved and announced of a draft, as one hash: its changes and its terms. */
export function hashOfDraft(
  { effectiveOn, reason, reference, emergencyReason, rectification }: ChangeSetRow,
  changes: readonly RecordedChange[],
): string {
  const contents = changes.map(({ vendor, basedOn, before, after, weight, weightOverride, plannedOn, replaces }) => ({
    ...(plannedOn === null ? {} : { plannedOn }),
    ...(replaces === null ? {} : { replaces }),
    vendor: vendor.slug,
    basedOn,
    before,
    after,
    weight,
    weightOverride,
  }));
  const stated = { ...(rectification && { rectification }), ...(reference !== null && { reference }) };
  return sha256(canonicalJson({ ...stated, effectiveOn, reason, emergencyReason, changes: contents }));
}

/** Refuses draft-changed: somebody has edited the draft since it was read. */
export function refuseChanged(set: ChangeSetRow, changes: readonly RecordedChange[], { draftHash }: DraftAsRead): void {
  if (draftHash === undefined || draftHash === hashOfDraft(set, changes)) return;
  throw new Refusal("draft-changed", `Change set ${set.number} has been edited since this was read.`, {
    errors: [{ pointer: "/draftHash", detail: "is not that of the draft as it is now" }],
  });
}
