import type { IsoDate } from "../values/dates.ts";
import { isSameText } from "../values/text.ts";
import type { Service, VendorDocument } from "../vendor/vendor-document.ts";
import type { OutlinedChange, RecordedChange } from "./change-set.ts";
import { type Datable, plannedFor } from "./history.ts";

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

/** Changes of a draft, each with whom it replaces, also where the draft does not say so: as announcing records it. */
export function withReplaced<Change extends RecordedChange>(changes: readonly Change[]): Change[] {
  const pairs = replacementsIn(changes.map((change) => ({ ...change, vendor: change.vendor.slug, change })));
  const replaced = new Map(pairs.map(({ added, removed }) => [added.change, removed.vendor]));
  return changes.map((change) => ({ ...change, replaces: replaced.get(change) ?? change.replaces }));
}

/**
 * Who comes in place of those that leave, by the slug of whom leaves: it waits with the newcomer, since a list must not be
 * without both (GDPR Art. 28(2)); but not where it was planned to leave before. Takes changes of one set.
 */
export function newcomersOf<Change extends Pick<OutlinedChange, "vendor" | "replaces"> & Datable>(
  changes: readonly Change[],
): ReadonlyMap<string, Change> {
  const bySlug = new Map(changes.map((change) => [change.vendor.slug, change]));
  return new Map(
    changes.flatMap((newcomer): [string, Change][] => {
      const former = newcomer.replaces === null ? undefined : bySlug.get(newcomer.replaces);
      const [comes, leaves] = [plannedFor(newcomer), former && plannedFor(former)];
      return former && comes && leaves && leaves >= comes ? [[former.vendor.slug, newcomer]] : [];
    }),
  );
}

/** The same of a draft whose changes are planned for these days. */
export function newcomersPlanned(
  changes: readonly RecordedChange[],
  dates: readonly { vendor: string; effectiveOn: IsoDate | null }[],
): ReadonlyMap<string, RecordedChange> {
  const days = new Map(dates.map(({ vendor, effectiveOn }) => [vendor, effectiveOn]));
  return newcomersOf(withReplaced(changes).map((each) => ({ ...each, plannedOn: days.get(each.vendor.slug) ?? null })));
}

/** Changes of a set, by slug, and whom they replace: those wait with them, as `newcomersOf` says. */
export const withFormers = (
  slugs: readonly string[],
  newcomers: ReadonlyMap<string, Pick<OutlinedChange, "vendor">>,
): string[] => [
  ...new Set([
    ...slugs,
    ...[...newcomers].flatMap(([former, { vendor }]) => (slugs.includes(vendor.slug) ? former : [])),
  ]),
];

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
