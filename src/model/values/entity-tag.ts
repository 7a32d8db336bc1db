import { canonicalJson, sha256 } from "./hash.ts";
import { Refusal } from "./refusal.ts";

/** A document's version as an entity tag (RFC 9110, 8.8.3). */
export const documentTag = (document: unknown): string => `"${sha256(canonicalJson(document))}"`;

/** Refuses: stale-version, where `If-Match` (RFC 9110, 13.1.1) names other versions than the present one. */
export function refuseStale(ifMatch: string | undefined, tag: string, what: string): void {
  if (ifMatch === undefined) return;
  const named = ifMatch.split(",").map((each) => each.trim());
  if (named.some((each) => each === "*" || each === tag)) return;
  throw new Refusal("stale-version", `${what} has changed since: it is now ${tag}.`);
}
