import { z } from "@hono/zod-openapi";
import type { IsoDate } from "./dates.ts";
import { type LocalizedText, prose } from "./text.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** What a set is on a date: that it is `effective` is a fact of the calendar (`history.ts`), and is not stored. */
export const DatedState = z.enum(["draft", "announced", "effective", "withdrawn"]);
export type DatedState = z.infer<typeof DatedState>;

export const ChangeSetState = DatedState.exclude(["effective"]);
export type ChangeSetState = z.infer<typeof ChangeSetState>;

export const Weight = z.enum(["material", "informative", "editorial"]).openapi("Weight");
export type Weight = z.infer<typeof Weight>;

export const WeightOverride = z.strictObject({ weight: Weight, reason: prose(2000) }).openapi("WeightOverride");
export type WeightOverride = z.infer<typeof WeightOverride>;

export const ChangeKind = z.enum(["added", "updated", "removed"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** A change set as it is stored. */
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
