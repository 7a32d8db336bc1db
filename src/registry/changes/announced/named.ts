import { refuseField } from "../../../model/values/refusal.ts";

/** The changes of a set that a request names by their vendors' slugs, each once. Refuses, as invalid-request, any other. */
export const changesNamed = <Change extends { vendor: { slug: string } }>(
  changes: readonly Change[],
  slugs: readonly string[],
): Change[] =>
  [...new Set(slugs)].map((slug) => {
    const change = changes.find(({ vendor }) => vendor.slug === slug);
    if (change) return change;
    throw refuseField("invalid-request", `/changes/${slugs.indexOf(slug)}`, "is not a vendor of this change set");
  });
