import type { ChangeKind, Weight, WeightOverride } from "../db/schema.ts";
import type { IsoDate } from "./dates.ts";
import { diff, type FieldChange } from "./diff.ts";
import { type ChangeSetRow, type RecordedChange, stateOn } from "./history.ts";
import type { Organisation } from "./organisation-document.ts";
import type { SnapshotRef } from "./snapshots.ts";
import type { VendorDocument } from "./vendor-document.ts";
import { heaviest, weightOf } from "./weight.ts";

/** Everything that is published: enough to show the list on any date. Drafts are not in it. */
export type Register = {
  organisation: Organisation;
  history: RecordedChange[];
  /** The version; null before anything was published. */
  snapshot: SnapshotRef | null;
};

/** A change set as people and clients see it, on a date. */
export type ChangeSetView = {
  number: number;
  state: ReturnType<typeof stateOn>;
  baseline: boolean;
  reason: string | null;
  weight: Weight;
  effectiveOn: IsoDate | null;
  lastDayToObjectOn: IsoDate | null;
  emergency: { reason: string } | null;
  createdAt: Date;
  updatedAt: Date;
  announcedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  changes: ChangeView[];
};

export type ChangeView = {
  vendor: string;
  name: string;
  kind: ChangeKind;
  before: VendorDocument | null;
  after: VendorDocument | null;
  diff: FieldChange[];
  weight: Weight;
  weightReason: string;
  weightOverride: WeightOverride | null;
};

/** A change set as it is on a date, from its row and its changes. */
export function viewChangeSet(set: ChangeSetRow, changes: readonly RecordedChange[], today: IsoDate): ChangeSetView {
  return {
    number: set.number,
    state: stateOn(set, today),
    baseline: set.baseline,
    reason: set.reason,
    weight: set.weight ?? heaviest(changes.map(weightOf)),
    effectiveOn: set.effectiveOn,
    lastDayToObjectOn: set.lastDayToObjectOn,
    emergency: set.emergencyReason === null ? null : { reason: set.emergencyReason },
    createdAt: set.createdAt,
    updatedAt: set.updatedAt,
    announcedAt: set.announcedAt,
    withdrawnAt: set.withdrawnAt,
    withdrawnReason: set.withdrawnReason,
    changes: changes.map(viewChange),
  };
}

function viewChange(change: RecordedChange): ChangeView {
  const { vendor, kind, before, after, weightReason, weightOverride } = change;
  const name = (after ?? before)?.name ?? vendor.slug;
  const weight = weightOf(change);
  return {
    vendor: vendor.slug,
    name,
    kind,
    before,
    after,
    diff: diff(before, after),
    weight,
    weightReason,
    weightOverride,
  };
}

/** Every change set of a history, newest first. */
export function changeSetViews(history: readonly RecordedChange[], today: IsoDate): ChangeSetView[] {
  const sets = new Map(history.map(({ set }) => [set.number, set]));
  return [...sets.values()]
    .sort((a, b) => b.number - a.number)
    .map((set) =>
      viewChangeSet(
        set,
        history.filter((change) => change.changeSet === set.number),
        today,
      ),
    );
}
