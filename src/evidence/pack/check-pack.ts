import { type ApprovalAnswer, hasApproved, isObjecting } from "../../model/change/approval.ts";
import type { Approvals } from "../../model/change/register.ts";
import type { ConcernedCustomer } from "../../model/people/customer-document.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { diff } from "../../model/vendor/diff.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import { hasSay, isConcernedBy, waitingOf } from "../check-change-set.ts";
import { publishedContent } from "../check-snapshot.ts";
import type { LoggedSet } from "../log-contents.ts";
import type { AnnouncedSet, ChainedSnapshot, PublicSet } from "../records.ts";

/** What can be wrong with a pack as a whole, once each record of it is as it was recorded. Null: nothing. */

/** What reads as a difference is what the entries before and after make. */
export function diffFault(changes: readonly { vendor: string; before: unknown; after: unknown; diff: unknown }[]) {
  const other = changes.find(
    ({ before, after, diff: shown }) =>
      canonicalJson(diff(before as VendorDocument | null, after as VendorDocument | null)) !== canonicalJson(shown),
  );
  return other ? `the differences of "${other.vendor}" are not those of its entries before and after` : null;
}

/** What follows from the customers concerned by a set and from their answers is as it says. */
export function answeredFault(
  set: Pick<PublicSet, "changes" | "baseline" | "rectification"> & {
    approvals: Approvals | null;
    exempted: string[];
  },
  concerned: readonly Pick<
    ConcernedCustomer,
    "externalId" | "authorisation" | "onObjection" | "changes" | "since" | "lastDayToObjectOn"
  >[],
  answers: readonly (ApprovalAnswer & { customer: string | null })[],
): string | null {
  const waiting = waitingOf(set);
  const customers = concerned.filter(hasSay);
  const required = customers.filter((each) => each.authorisation === "specific" && isConcernedBy(each, waiting));
  const ids = [...new Set(required.map(({ externalId }) => externalId))];
  if (!areSame(ids, set.approvals?.required ?? [])) return "it took the approval of other customers";
  const answersOf = Map.groupBy(answers, ({ customer }) => customer);
  const lacking = required.filter(({ externalId, since }) => !hasApproved(answersOf.get(externalId) ?? [], since));
  const missing = [...new Set(lacking.map(({ externalId }) => externalId))];
  const { missing: awaited = [], former = [] } = set.approvals ?? {};
  if (!areSame(missing, [...awaited, ...former])) return "other customers' approval is missing";
  const objecting = customers.filter((each) => {
    if (each.authorisation === "specific" || each.onObjection !== "suspends" || !isConcernedBy(each, waiting))
      return false;
    return isObjecting(answers.filter(({ customer }) => customer === each.externalId));
  });
  const suspending = new Set(objecting.map(({ externalId }) => externalId));
  // A customer that is gone suspends nothing, and a set that is in force before is not held.
  if (set.approvals?.objecting.some((id) => !suspending.has(id))) return "others suspend it";
  const exempted = answers.flatMap(({ customer, outcome }) => (outcome === "exempted" ? (customer ?? []) : []));
  return areSame([...new Set(exempted)], set.exempted) ? null : "other customers are exempted";
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  canonicalJson([...some].sort()) === canonicalJson([...others].sort());

/** Each change is in what was published then: among what is to come, or in force. */
export function publishedFault(set: AnnouncedSet, snapshotContent: string): string | null {
  const published = publishedContent(snapshotContent);
  const listed = [published?.inForce, published?.upcoming].flatMap((each) => (Array.isArray(each) ? each : []));
  const missing = set.changes.find(({ vendor, after }) => {
    const entry = listed.find(({ slug, changeSet }) => slug === vendor && changeSet === set.number);
    // A vendor that is removed at once is in neither.
    if (entry === undefined) return after !== null;
    return canonicalJson(entry.document ?? entry.after ?? null) !== canonicalJson(after);
  });
  return missing ? `its change of "${missing.vendor}" is not the one that was published` : null;
}

/** The versions are those that published something of the set, and the one before each; there is no other. */
export function versionsFault(
  versions: readonly Pick<ChainedSnapshot, "number" | "hash">[],
  logged: LoggedSet,
): string | null {
  const published = new Set(logged.versions);
  const numbers = new Set(versions.map(({ number }) => number));
  const ofSet = versions.flatMap(({ number, hash }) => (published.has(hash) ? number : []));
  const lacking = ofSet.find((number) => number > 1 && !numbers.has(number - 1));
  if (lacking !== undefined) return `the version before ${lacking} is missing`;
  const other = versions.find(({ number }) => !ofSet.includes(number) && !ofSet.includes(number + 1));
  return other
    ? `version ${other.number} neither published the change set, nor is it the one before one that did`
    : null;
}
