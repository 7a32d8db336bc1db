import type { RecordedChange } from "../../../model/change/change-set.ts";
import type { Ground } from "../../../model/vendor/grounds.ts";
import { type AddedFact, FINDINGS, type Finding } from "../../../transfers/index.ts";

/** What a ground adds to the list, if it adds something. */
function addedBy(ground: Ground): AddedFact[] {
  switch (ground.code) {
    case "vendor-added":
      return [{ what: "vendor" }];
    case "service-added":
      return [{ what: "service", name: ground.name }];
    case "scope-wider":
    case "scope-replaced":
      return [{ what: "scope", of: ground.of }];
    case "place-added":
    case "place-moved-home":
      return [{ what: "place", place: ground.place }];
    case "data-category-added":
      return [{ what: "data-category", name: ground.name }];
    default:
      return [];
  }
}

/**
 * An error for each change of a rectification that adds something: it may be an intended change in disguise, of which
 * people are to hear before (GDPR Art. 28(2)).
 */
export function additionsOf(changes: readonly RecordedChange[]): (Finding & { vendor: string })[] {
  return changes.flatMap(({ vendor: { slug }, before, after, weightGrounds }) => {
    const added = weightGrounds.flatMap(addedBy);
    if (added.length === 0) return [];
    const code = "rectification-adds" as const;
    const facts = { name: (after ?? before)?.name ?? slug, added };
    const { severity } = FINDINGS[code];
    return [{ vendor: slug, code, facts, severity, pointer: "", identity: JSON.stringify([code, slug, added]) }];
  });
}
