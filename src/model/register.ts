import type {
  ChangeKind,
  ChangeSetRow,
  Correction,
  DatedState,
  RecordedChange,
  Weight,
  WeightOverride,
} from "./change-set.ts";
import { type IsoDate, latest } from "./dates.ts";
import { diff, type FieldChange } from "./diff.ts";
import { type DatedChange, dated, stateOn } from "./history.ts";
import type { Organisation } from "./organisation-document.ts";
import type { VendorDocument } from "./vendor-document.ts";
import { heaviest, weightOf } from "./weight.ts";

/** Everything that is published: enough to show the list on any date. Drafts are not in it. */
export type Register = {
  organisation: Organisation;
  history: RecordedChange[];
  /** What was put right in what people had been told, oldest first. */
  corrections: Correction[];
  /** The version; null before anything was published. */
  snapshot: PublishedSnapshot | null;
};

/** A change set as people and clients see it, on a date. */
export type ChangeSetView = {
  number: number;
  state: DatedState;
  baseline: boolean;
  reason: string | null;
  weight: Weight;
  /** The day it takes, or took, effect; as planned while it waits for approvals. */
  effectiveOn: IsoDate | null;
  /** The date it was announced for: approvals may have come later. */
  plannedOn: IsoDate | null;
  /** Whether it, or one it builds on, is not in force before customers have approved it. */
  awaitsApproval: boolean;
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
export function viewChangeSet(set: ChangeSetRow, changes: readonly DatedChange[], today: IsoDate): ChangeSetView {
  const awaitsApproval = set.state === "announced" && changes.some(({ effectiveOn }) => effectiveOn === null);
  const inForceOn = awaitsApproval ? [] : changes.flatMap(({ effectiveOn }) => effectiveOn ?? []);
  return {
    number: set.number,
    state: stateOn(set, changes, today),
    baseline: set.baseline,
    reason: set.reason,
    weight: set.weight ?? heaviest(changes.map(weightOf)),
    effectiveOn: set.effectiveOn && latest(set.effectiveOn, ...inForceOn),
    plannedOn: set.effectiveOn,
    awaitsApproval,
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

/** Every change set of a history, newest first. Takes all changes of each vendor. */
export function changeSetViews(history: readonly RecordedChange[], today: IsoDate): ChangeSetView[] {
  return [...Map.groupBy(dated(history), ({ changeSet }) => changeSet)]
    .sort(([a], [b]) => b - a)
    .flatMap(([, changes]) => changes.slice(0, 1).map(({ set }) => viewChangeSet(set, changes, today)));
}

export type SnapshotRef = { number: number; hash: string; takenAt: Date };

/** A snapshot with the hash of the audit log's newest entry then; null while there was none. */
export type PublishedSnapshot = SnapshotRef & { auditHead: string | null };
