import type { IsoDate } from "../values/dates.ts";
import { isSameText } from "../values/text.ts";
import type { Service, VendorDocument } from "../vendor/vendor-document.ts";

type Dated = { effectiveOn: IsoDate | null; awaitsApproval: boolean };
type Changed = {
  kind: "added" | "updated" | "removed";
  vendor: string;
  before: VendorDocument | null;
  after: VendorDocument | null;
  replaces: string | null;
};

/** A vendor that comes in another's place. */
export type Replacement<Change> = { added: Change; removed: Change };

/**
 * Which of the changes announced together replace one vendor by another (GDPR Art. 28(2) speaks of both): where the draft
 * says so; and of the others, where the one comes and the other goes, and no third does the same. A vendor does the same as another where a service of both is in the same
 * role, for the same purpose, and for some of the same products and hosting regions. A category alone says too little: only
 * where a purpose is not stated does the same one speak for it. Where both state other categories, they do not do the same.
 */
export function replacementsIn<Change extends Changed>(changes: readonly Change[]): Replacement<Change>[] {
  const stated = changes.flatMap((added) => {
    const removed = changes.find(({ kind, vendor }) => kind === "removed" && vendor === added.replaces);
    return removed ? [{ added, removed }] : [];
  });
  const isTold = (change: Change) => stated.some(({ added, removed }) => change === added || change === removed);
  const come = changes.filter((change) => change.kind === "added" && !isTold(change));
  const gone = changes.filter((change) => change.kind === "removed" && !isTold(change));
  const doesSame = (added: Change, removed: Change) =>
    (added.after?.services ?? []).some((one) => removed.before?.services.some((other) => isAlike(one, other)));
  const found = come.flatMap((added) => {
    const [removed, ...others] = gone.filter((each) => doesSame(added, each));
    if (!removed || others.length > 0) return [];
    return come.some((each) => each !== added && doesSame(each, removed)) ? [] : [{ added, removed }];
  });
  return [...stated, ...found];
}

function isAlike(one: Service, other: Service): boolean {
  /** Null where one of them does not state it. */
  const isShared = (field: "purpose" | "category"): boolean | null => {
    const [ours, theirs] = [one[field], other[field]];
    return ours !== undefined && theirs !== undefined ? isSameText(ours, theirs) : null;
  };
  const [purpose, category] = [isShared("purpose"), isShared("category")];
  const meets = (field: "products" | "hostingRegions") =>
    one[field].length === 0 || other[field].length === 0 || one[field].some((key) => other[field].includes(key));
  return (
    one.role === other.role &&
    category !== false &&
    (purpose ?? category) === true &&
    meets("products") &&
    meets("hostingRegions")
  );
}

/** Whom each newcomer among the changes announced together replaces, also where one of both has a day of its own, or waits. */
export function formersIn<Change extends Changed>(changes: readonly Change[]): ReadonlyMap<Change, Change> {
  return new Map(replacementsIn(changes).map(({ added, removed }) => [added, removed]));
}

/**
 * Changes as they are told: each by itself, but a vendor that replaces another as one, in the place of the newcomer, where
 * both take effect alike: what has a day of its own, or waits alone, is told with that; whom it replaces is said beside it (`formersIn`).
 */
export function toldTogether<Change extends Changed & Dated>(changes: readonly Change[]): [Change, ...Change[]][] {
  const replacements = replacementsIn(changes).filter(
    ({ added, removed }) =>
      added.effectiveOn === removed.effectiveOn && added.awaitsApproval === removed.awaitsApproval,
  );
  const former = new Set(replacements.map(({ removed }) => removed));
  return changes
    .filter((change) => !former.has(change))
    .map((change) => {
      const replacement = replacements.find(({ added }) => added === change);
      return replacement ? [change, replacement.removed] : [change];
    });
}
