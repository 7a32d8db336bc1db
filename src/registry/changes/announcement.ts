import type { IsoDate } from "../../model/values/dates.ts";
import type { FindingCode } from "../../transfers/index.ts";

/** The hash that the preview gave of the draft, when whoever acts on it wants nothing else than what they have read. */
export type DraftAsRead = { draftHash?: string | undefined };

/** Findings that are announced all the same, by their codes, and why. */
export type AcceptedFindings = { codes: readonly FindingCode[]; reason: string };

export type Announcement = DraftAsRead & {
  effectiveOn?: IsoDate | undefined;
  emergency?: { reason: string } | undefined;
  /** The first list of an empty registry: in force at once, and nobody is told. */
  baseline?: boolean | undefined;
  /** Errors found in the documents that are announced all the same; a baseline has none to accept. */
  accepted?: AcceptedFindings | undefined;
};
