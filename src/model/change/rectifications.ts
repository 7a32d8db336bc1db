import type { IsoDate } from "../values/dates.ts";
import type { RecordedChange, Rectification } from "./change-set.ts";
import { dated } from "./history.ts";

/** A list put right later: by which set, from which day on, and since when it had been wrong. */
export type Rectified = Rectification & { changeSet: number; rectifiedOn: IsoDate; vendors: string[] };

/** What was put right later in the list of a date, in the order of the sets. Takes all changes of each vendor. */
export function rectifiedIn(history: readonly RecordedChange[], date: IsoDate): Rectified[] {
  const changes = dated(history);
  const found = new Map<number, Rectified>();
  for (const { set, vendor, effectiveOn, changeSet } of changes) {
    const { rectification } = set;
    if (!rectification || set.state !== "announced" || effectiveOn === null || effectiveOn <= date) continue;
    const stood = changes
      .filter((each) => each.vendor.slug === vendor.slug && each.effectiveOn !== null && each.changeSet !== changeSet)
      .flatMap((each) => (each.effectiveOn !== null && each.effectiveOn <= effectiveOn ? each.effectiveOn : []))
      .sort()
      .at(-1);
    const since = rectification.since ?? stood;
    if (since === undefined || since > date) continue;
    const rectified = found.get(changeSet) ?? { ...rectification, changeSet, rectifiedOn: effectiveOn, vendors: [] };
    found.set(changeSet, { ...rectified, since, vendors: [...rectified.vendors, vendor.slug] });
  }
  return [...found.values()];
}
