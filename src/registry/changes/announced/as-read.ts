import { count, eq, max } from "drizzle-orm";
import { notices } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { getChangeSet, type OperatorView } from "../change-sets.ts";

/** What of a set its reader acts on, each by a hash: so that it can be said what has changed since. */
export const SET_PARTS = ["state", "dates", "approvals", "notices"] as const;
export type SetPart = (typeof SET_PARTS)[number];

/** A set as it is read, in a text that names its parts: `dates:0a1b2c3d`. */
export async function asReadNow(deps: Deps, number: number, view?: OperatorView): Promise<string> {
  const set = view ?? (await getChangeSet(deps, number));
  const { changeSet, createdAt } = notices;
  const [told] = await deps.db
    .select({ notices: count(), last: max(createdAt) })
    .from(notices)
    .where(eq(changeSet, number));
  const parts: Record<SetPart, unknown> = {
    state: [set.state, set.withdrawnAt],
    dates: [set.lastDayToObjectOn, set.changes.map(({ vendor, effectiveOn }) => [vendor, effectiveOn])],
    approvals: [set.approvals, set.exempted, set.changes.map(({ releasedOn }) => releasedOn)],
    notices: told,
  };
  return SET_PARTS.map((part) => `${part}:${sha256(canonicalJson(parts[part])).slice(0, 16)}`).join(" ");
}

/** The parts in which a set is not as it was read. */
export function partsChanged(asRead: string, now: string): SetPart[] {
  const read = new Set(asRead.split(" "));
  return now
    .split(" ")
    .flatMap((each) => (read.has(each) ? [] : SET_PARTS.filter((part) => each.startsWith(`${part}:`))));
}

/** Refuses, as stale-version, to act on a set that is not as it was read; without a reading, it is taken as it is. */
export async function refuseOther(deps: Deps, number: number, asRead: string | undefined): Promise<void> {
  if (asRead !== undefined && partsChanged(asRead, await asReadNow(deps, number)).length > 0)
    throw new Refusal("stale-version", `Change set ${number} has changed since it was read.`);
}
