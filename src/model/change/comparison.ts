import type { IsoDate } from "../values/dates.ts";
import { diff, type FieldChange } from "../vendor/diff.ts";
import type { VendorDocument } from "../vendor/vendor-document.ts";
import type { ChangeKind, ChangeSetRow, RecordedChange } from "./change-set.ts";
import { inForceOrder, listOn } from "./history.ts";

/** What differs of a vendor between the lists of two dates, and the sets by which it came, first to last. */
export type Compared = {
  slug: string;
  name: string;
  kind: ChangeKind;
  before: VendorDocument | null;
  after: VendorDocument | null;
  diff: FieldChange[];
  sets: ChangeSetRow[];
};

/**
 * What differs between the list of a date and that of a later one. A vendor that changed and changed back does not. Takes all
 * changes of each vendor; `from` is not after `to`.
 */
export function compareLists(history: readonly RecordedChange[], from: IsoDate, to: IsoDate): Compared[] {
  const documents = (on: IsoDate) => new Map(listOn(history, on).map(({ slug, document }) => [slug, document]));
  const [was, is] = [documents(from), documents(to)];
  const between = Map.groupBy(
    inForceOrder(history).filter(({ effectiveOn }) => effectiveOn > from && effectiveOn <= to),
    ({ change }) => change.vendor.slug,
  );
  return [...between].flatMap(([slug, changes]) => {
    const [before, after] = [was.get(slug) ?? null, is.get(slug) ?? null];
    const { name } = after ?? before ?? {};
    const differences = before && after ? diff(before, after) : [];
    if (name === undefined || (before && after && differences.length === 0)) return [];
    const kind = !before ? "added" : !after ? "removed" : "updated";
    return [{ slug, name, kind, before, after, diff: differences, sets: changes.map(({ change }) => change.set) }];
  });
}
