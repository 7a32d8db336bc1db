import type { ConcernedCustomer } from "../model/customer-document.ts";
import { canonicalJson } from "../model/hash.ts";
import { announcedDigest, concernedDigest, idsDigest } from "./chain.ts";
import type { Logged } from "./logged.ts";
import type { Concerned, PublicSet, StoredSet } from "./records.ts";
import { instant } from "./times.ts";

/** What can be wrong with a change set that was announced, and with whom it concerned. Null: nothing. */

export function changeSetFault(set: PublicSet, logged: Logged): string | null {
  const announced = logged.announced.get(set.number);
  if (!announced) return "the audit log does not say that it was announced";
  if (announced.document !== announcedDigest(set)) return "it is not what was announced";
  if (announced.approvedBy !== set.approvedBy) return "it was approved by somebody else";
  if (announced.approvedAt !== instant(set.approvedAt)) return "it was approved at another time";
  if (canonicalJson(announced.authors) !== canonicalJson(set.authors)) return "it was written by somebody else";
  const released = logged.released.get(set.number);
  if ((released?.on ?? null) !== set.releasedOn) return "the audit log says otherwise of when it was released";
  if ((released?.reason ?? null) !== set.releasedReason) return "it was released for another reason";
  const withdrawn = logged.withdrawn.get(set.number);
  if ((withdrawn === undefined) !== (set.withdrawnAt === null)) return "the audit log says otherwise of its withdrawal";
  if (instant(set.withdrawnAt) !== (withdrawn?.at ?? null)) return "it was withdrawn at another time";
  if (withdrawn && (withdrawn.reason ?? null) !== set.withdrawnReason) return "it was withdrawn for another reason";
  return null;
}

/** Of what only a database has of a set: that it follows from the rest. */
export function storedFault(
  set: Pick<PublicSet, "number" | "weight" | "baseline">,
  { state, awaitsApproval, version }: StoredSet,
  concerned: readonly Pick<ConcernedCustomer, "authorisation">[],
  logged: Logged,
): string | null {
  const known = logged.withdrawn.has(set.number) ? "withdrawn" : "announced";
  if (state !== known) return `its state is ${state}; by the audit log it is ${known}`;
  const awaits = takesApprovals(set) && concerned.some(({ authorisation }) => authorisation === "specific");
  if (awaitsApproval !== awaits)
    return awaits ? "it says that it takes nobody's approval" : "it says that it takes approvals, and it takes none";
  // The order of announcements is that of the versions that published them.
  const published = logged.announced.get(set.number)?.snapshot;
  return published === version ? null : "it was published as another version of the list";
}

/** Whether customers whose contracts ask for their approval are asked for it. Stays so once the set is released. */
export const takesApprovals = ({ weight, baseline }: Pick<PublicSet, "weight" | "baseline">): boolean =>
  weight === "material" && !baseline;

export function concernedFault(number: number, customers: readonly ConcernedCustomer[], logged: Logged): string | null {
  const recorded = logged.announced.get(number)?.concerned;
  if (!recorded || recorded.sha256 === concernedDigest(customers)) return null;
  if (recorded.customers !== customers.length)
    return `${recorded.customers} customers were concerned by change set ${number}; here are ${customers.length}`;
  return `the customers concerned by change set ${number}, or their terms, are not those recorded when it was announced`;
}

/** Who was reminded when, and that nobody was otherwise. */
export function remindedFault(
  number: number,
  customers: readonly Pick<Concerned, "externalId" | "remindedAt">[],
  logged: Logged,
): string | null {
  const reminded = customers.filter(({ remindedAt }) => remindedAt !== null);
  const byTime = Map.groupBy(reminded, ({ remindedAt }) => instant(remindedAt));
  for (const { at, sha256: recorded } of logged.reminded.get(number) ?? []) {
    if (idsDigest((byTime.get(at) ?? []).map(({ externalId }) => externalId)) !== recorded)
      return `the customers reminded at ${at} are not those recorded then`;
    byTime.delete(at);
  }
  const [unknown] = byTime.keys();
  return unknown ? `the audit log knows of no reminder at ${unknown}` : null;
}

/**
 * What each change builds on: the newest set of its vendor that was announced, and not withdrawn, when its own set was.
 * Takes all sets by their numbers; gives the first of which that is not so, and why; null when there is none.
 */
export function builtOnFault(
  sets: ReadonlyMap<number, StoredSet["builtOn"]>,
  { publications }: Logged,
): { set: number; reason: string } | null {
  const announced = new Map<string, number[]>();
  for (const { set, is } of publications) {
    for (const { vendor, basedOn } of sets.get(set) ?? []) {
      const others = (announced.get(vendor) ?? []).filter((number) => number !== set);
      const newest = others.at(-1) ?? null;
      if (is === "announced" && basedOn !== newest)
        return { set, reason: `a change of it builds on change set ${newest ?? "none"}, and says otherwise` };
      announced.set(vendor, is === "announced" ? [...others, set] : others);
    }
  }
  return null;
}
