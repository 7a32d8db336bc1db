import type { IsoDate } from "../../model/values/dates.ts";
import type { Regime, Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { Law } from "../law.ts";
import type { Stated } from "../subject.ts";
import type { ListedVendor } from "../what-if.ts";
import type { CodedFinding, Severity } from "./codes.ts";

export type Finding = CodedFinding & {
  severity: Severity;
  /** RFC 6901, into the vendor document: what is wrong, or where the missing thing would be. */
  pointer: string;
  /** Which regimes it is about, where not all. */
  regimes?: Regime[];
  /** By this it is known in two versions of a document, and on two days: JSON of what it is about. Not shown. */
  identity: string;
};

export type FindingContext = {
  /** Those the organisation declares. */
  regimes: readonly Regime[];
  /** The date the document is judged for: when it takes effect, or today. */
  on: IsoDate;
  /** The vendor's own slug, and the other vendors of the list (the vendor itself is skipped). */
  slug?: string;
  others?: readonly ListedVendor[];
  /** Transfer tools the organisation states for its list as a whole. They cover nothing by themselves. */
  listSafeguards?: readonly Stated[];
  law: Law;
};

/** Adds a finding at a pointer; its severity is that of its code. */
export type Report = (pointer: string, finding: CodedFinding) => void;

/** A service that is judged: `at` points to it. */
export type JudgedService = FindingContext & {
  document: VendorDocument;
  service: Service;
  at: string;
  name: string;
};
