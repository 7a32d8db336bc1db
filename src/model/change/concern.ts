import { canonicalJson } from "../values/hash.ts";
import { GROUNDS } from "../vendor/grounds.ts";
import { isFor } from "../vendor/places-for.ts";
import { weightOf } from "../vendor/weight.ts";
import type { RecordedChange } from "./change-set.ts";
import { type Documents, type Scope, scopesOf } from "./scope.ts";
import { havingOther, isDividedAnew } from "./splits.ts";
import { isSilent } from "./terms.ts";

/** Whom a change concerns: whoever uses a service that differs, as it was or as it will be. */

/**
 * Which of some changes concern those who use the same, in the order given. Changes of services for the same are asked
 * once, and who is concerned by the same is given the same array.
 */
export function concerning<Change extends Documents>(changes: readonly Change[]): (used: Scope) => readonly Change[] {
  // What is divided anew is compared for each use: whoever keeps what they had is not concerned.
  const alike = (change: Change) => (isDividedAnew(change) ? change : canonicalJson(scopesOf([change])));
  const groups = [...Map.groupBy(changes, alike)].map(([by, group]) => ({
    group: new Set(group),
    scopes: scopesOf(group.slice(0, 1)),
    differsFor: typeof by === "string" ? () => true : havingOther(by),
  }));
  const answers = new Map<string, readonly Change[]>();
  return (used) => {
    const meant = groups.filter(
      ({ scopes, differsFor }) => scopes.some((scope) => isFor(scope, used)) && differsFor(used),
    );
    if (meant.length === groups.length) return changes;
    const key = meant.map((group) => groups.indexOf(group)).join();
    const known = answers.get(key) ?? changes.filter((change) => meant.some(({ group }) => group.has(change)));
    answers.set(key, known);
    return known;
  };
}

/**
 * Whether a material change brings something new to those who use this; else they lose something at most. One that an
 * operator made material is for everybody whom it concerns.
 */
export const isNewTo = (
  { weight, weightGrounds }: Pick<RecordedChange, "weight" | "weightGrounds">,
  used: Scope,
): boolean =>
  weight !== "material" ||
  weightGrounds.some(
    ({ code, only }) => GROUNDS[code] === "material" && (only?.some((whom) => isFor(whom, used)) ?? true),
  );

/** Whether people are told of a change that concerns them: of an editorial one alone they are not. */
export const isTold = (change: Pick<RecordedChange, "weight" | "weightOverride">): boolean =>
  !isSilent({ weight: weightOf(change), baseline: false });
