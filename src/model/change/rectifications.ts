import type { IsoDate } from "../values/dates.ts";
import type { RecordedChange, Rectification } from "./change-set.ts";
import { dated, recordedFrom } from "./history.ts";

/** A list put right later: by which set, from which day on, and since when it had been wrong. */
export type Rectified = Rectification & { changeSet: number; rectifiedOn: IsoDate; vendors: string[] };

/**
 * What was put right later in the list of a date, in the order of the sets. Takes all changes of each vendor. Without a day, the
 * list was wrong since what is put right stood there; a vendor that was missing may have been in every list before.
 */
export function rectifiedIn(history: readonly RecordedChange[], date: IsoDate): Rectified[] {
  const changes = dated(history);
  const first = recordedFrom(history);
  const found = new Map<number, Rectified>();
  for (const { set, vendor, effectiveOn, changeSet } of changes) {
    const { rectification } = set;
    if (!rectification || set.state !== "announced" || effectiveOn === null || effectiveOn <= date) continue;
    const stood = changes
      .filter((each) => each.vendor.slug === vendor.slug && each.effectiveOn !== null && each.changeSet !== changeSet)
      .flatMap((each) => (each.effectiveOn !== null && each.effectiveOn <= effectiveOn ? each.effectiveOn : []))
      .sort()
      .at(-1);
    const since = rectification.since ?? stood ?? null;
    const from = since ?? first;
    if (from === null || from > date) continue;
    const known = found.get(changeSet);
    found.set(changeSet, {
      ...rectification,
      changeSet,
      rectifiedOn: effectiveOn,
      since: known ? earlier(known.since, since) : since,
      vendors: [...(known?.vendors ?? []), vendor.slug],
    });
  }
  return [...found.values()];
}

/** The earlier of two days; null where one is not known. */
const earlier = (a: IsoDate | null, b: IsoDate | null): IsoDate | null => (a && b ? (a < b ? a : b) : null);
