import { canonicalJson } from "../values/hash.ts";
import { weightOf } from "../vendor/weight.ts";
import type { RecordedChange } from "./change-set.ts";
import { type Documents, type Scope, scopesOf } from "./scope.ts";
import { isSilent } from "./terms.ts";

/** Whom a change concerns: whoever uses a service that differs, as it was or as it will be. */

const meet = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length === 0 || theirs.length === 0 || ours.some((key) => theirs.includes(key));

/** Whether a service is for somebody who uses this: for one of their products, in one of their regions. None named are all. */
export const isFor = (service: Scope, used: Scope): boolean =>
  meet(service.products, used.products) && meet(service.hostingRegions, used.hostingRegions);

/**
 * Which of some changes concern those who use the same, in the order given. Changes of services for the same are asked
 * once, and who is concerned by the same is given the same array.
 */
export function concerning<Change extends Documents>(changes: readonly Change[]): (used: Scope) => readonly Change[] {
  const groups = [...Map.groupBy(changes, (change) => canonicalJson(scopesOf([change]))).values()].map((group) => ({
    group: new Set(group),
    scopes: scopesOf(group.slice(0, 1)),
  }));
  const answers = new Map<string, readonly Change[]>();
  return (used) => {
    const meant = groups.filter(({ scopes }) => scopes.some((scope) => isFor(scope, used)));
    if (meant.length === groups.length) return changes;
    const key = meant.map((group) => groups.indexOf(group)).join();
    const known = answers.get(key) ?? changes.filter((change) => meant.some(({ group }) => group.has(change)));
    answers.set(key, known);
    return known;
  };
}

/** Whether people are told of a change that concerns them: of an editorial one alone they are not. */
export const isTold = (change: Pick<RecordedChange, "weight" | "weightOverride">): boolean =>
  !isSilent({ weight: weightOf(change), baseline: false });
