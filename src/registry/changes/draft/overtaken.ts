import type { OutlinedChange, RecordedChange } from "../../../model/change/change-set.ts";
import { newestAnnounced } from "../../../model/change/history.ts";
import { Refusal } from "../../../model/values/refusal.ts";

/** Whether another announcement of the vendor was made since a draft's change. Takes all changes of the vendor. */
export const isOvertaken = (history: readonly OutlinedChange[], { vendorId, basedOn }: RecordedChange): boolean =>
  (newestAnnounced(history, vendorId)?.changeSet ?? null) !== basedOn;

/** The vendors of a draft that were announced anew since, by slug. */
export const overtakenIn = (history: readonly OutlinedChange[], changes: readonly RecordedChange[]): string[] =>
  changes.filter((change) => isOvertaken(history, change)).map(({ vendor }) => vendor.slug);

/** Refuses vendor-changed-since, naming the vendors, and the ways out for each. */
export function refuseOvertaken(changeSet: number, slugs: readonly string[]): void {
  const [vendor] = slugs;
  if (vendor === undefined) return;
  const who = slugs.map((slug) => `"${slug}"`).join(", ");
  const address = `/v1/change-sets/${changeSet}/changes/${vendor}`;
  throw new Refusal(
    "vendor-changed-since",
    `Changed by another announcement since this draft: ${who}. Rebase each (POST ${address}/rebase) or drop it (DELETE ${address}).`,
    { members: { vendor, vendors: slugs } },
  );
}
