import { addDays, type IsoDate } from "../values/dates.ts";
import type { VendorDocument } from "../vendor/vendor-document.ts";
import type { RecordedChange } from "./change-set.ts";
import { comingAfter, inForceOrder, listOn } from "./history.ts";

/** A vendor's document, and the day as of which it is told: by the law and the names of that day. */
type Told = { document: VendorDocument; on: IsoDate };

/**
 * Whether and as what a vendor is on the list on a date: `listed`; `left`, as it was on its last day; `coming`, as it is
 * announced; `absent`, if it was neither on the list nor announced by what is recorded of that date. Takes all changes of the
 * vendor.
 */
export type Standing =
  | ({ as: "listed"; since: IsoDate } & Told)
  | ({ as: "left"; since: IsoDate } & Told)
  | ({ as: "coming" } & Told)
  | { as: "absent" };

export function standingOn(history: readonly RecordedChange[], on: IsoDate): Standing {
  const [entry] = listOn(history, on);
  if (entry) return { as: "listed", since: entry.effectiveOn, document: entry.document, on };
  const last = inForceOrder(history).findLast(({ effectiveOn }) => effectiveOn <= on);
  if (last?.change.before)
    return { as: "left", since: last.effectiveOn, document: last.change.before, on: addDays(last.effectiveOn, -1) };
  const coming = comingAfter(history, on).find(({ after }) => after);
  return coming?.after ? { as: "coming", document: coming.after, on: coming.effectiveOn } : { as: "absent" };
}
