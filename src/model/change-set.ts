import type { IsoDate } from "./dates.ts";
import type { LocalizedText } from "./text.ts";
import type { VendorDocument } from "./vendor-document.ts";

export type ChangeSetState = "draft" | "announced" | "withdrawn";
export type Weight = "material" | "informative" | "editorial";
export type WeightOverride = { weight: Weight; reason: string };
export type ChangeKind = "added" | "updated" | "removed";

/** A change set as it is stored. `effective` is no state of it: that is a fact of the calendar (`history.ts`). */
export type ChangeSetRow = {
  number: number;
  state: ChangeSetState;
  baseline: boolean;
  reason: string | null;
  weight: Weight | null;
  effectiveOn: IsoDate | null;
  lastDayToObjectOn: IsoDate | null;
  emergencyReason: string | null;
  createdAt: Date;
  updatedAt: Date;
  announcedAt: Date | null;
  publishedAs: number | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  authors: string[];
  approvedBy: string | null;
  approvedAt: Date | null;
  awaitsApproval: boolean;
  releasedOn: IsoDate | null;
  releasedReason: string | null;
};

/** One vendor's change as it is stored, with the vendor and the set it belongs to. */
export type RecordedChange = {
  changeSet: number;
  vendorId: string;
  kind: ChangeKind;
  basedOn: number | null;
  before: VendorDocument | null;
  after: VendorDocument | null;
  weight: Weight;
  weightReason: string;
  weightOverride: WeightOverride | null;
  vendor: { id: string; slug: string; revision: number };
  set: ChangeSetRow;
};

/** What an operator put right in a notice that people had been sent. */
export type Correction = { changeSet: number; text: LocalizedText; at: Date };
