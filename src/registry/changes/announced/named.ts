import { refuseField } from "../../../model/values/refusal.ts";

/**
 * The changes of a set that a request names by their vendors' slugs, each once. Refuses, as invalid-request, any other, and
 * one that was withdrawn by itself.
 */
export const changesNamed = <Change extends { vendor: { slug: string }; withdrawn: boolean }>(
  changes: readonly Change[],
  slugs: readonly string[],
): Change[] =>
  [...new Set(slugs)].map((slug) => {
    const change = changes.find(({ vendor }) => vendor.slug === slug);
    const refuse = (detail: string) => refuseField("invalid-request", `/changes/${slugs.indexOf(slug)}`, detail);
    if (!change) throw refuse("is not a vendor of this change set");
    if (change.withdrawn) throw refuse("was withdrawn");
    return change;
  });
