import type { IsoDate } from "../../model/dates.ts";
import type { Regime } from "../../model/vendor-document.ts";
import type { Law } from "../law.ts";
import type { Stated } from "../subject.ts";
import type { Listed } from "../what-if.ts";

export type Severity = "error" | "warning" | "info";

const CHAPTER_V = "GDPR, chapter V, and its UK and Swiss counterparts";

const IDENTITY = "EDPB Opinion 22/2024: name, address and contact person of every processor, readily available";

/**
 * Every finding there is. An `error` is a contradiction: the document claims what the law does not give, and whoever
 * announces it has to say why. What is merely missing is never an error, since most lists state neither place nor
 * safeguard: a `warning` where customers would have reason to object, an `info` where the document could say more.
 */
export const FINDINGS = {
  "mechanism-cannot-apply": ["error", CHAPTER_V],
  "dpf-outside-us": [
    "error",
    "Implementing Decision (EU) 2023/1795, Art. 1: certified organisations in the United States",
  ],
  "adequacy-absent": ["error", "GDPR Art. 45, UK GDPR Art. 45A, Swiss Data Protection Ordinance, Annex 1"],
  "derogation-without-note": ["error", "GDPR Art. 49(1) and (6): the exception relied on is documented"],
  "dpf-covers-no-place": [
    "warning",
    "Implementing Decision (EU) 2023/1795, Art. 1: certified organisations in the United States",
  ],
  gap: ["warning", CHAPTER_V],
  unknown: ["warning", CHAPTER_V],
  expiring: ["warning", CHAPTER_V],
  derogation: [
    "warning",
    "GDPR Art. 49, FADP Art. 17, EDPB Guidelines 2/2018: exceptions are for occasional transfers",
  ],
  "addendum-without-scc": [
    "warning",
    "UK Addendum, and the FDPIC's recognition of the clauses: each amends the EU's clauses",
  ],
  "scc-without-module": ["warning", "Implementing Decision (EU) 2021/914: four modules, by the roles of the parties"],
  "dpf-unchecked": ["warning", "Data Privacy Framework Principles: the certification is renewed every year"],
  "no-legal-name": ["warning", IDENTITY],
  "shared-legal-entity": ["warning", IDENTITY],
  "foreign-link": ["warning", IDENTITY],
  "dpf-without-backup": ["info", "Case C-703/25 P: the decision on the framework is under appeal"],
  "approval-not-linked": ["info", "GDPR Art. 46(2)(b), (e), (f) and 46(3)(a): an authority approves them"],
  "no-address": ["info", IDENTITY],
  "no-contact": ["info", IDENTITY],
  "no-dpa-link": ["info", "GDPR Art. 28(3): processing by a processor is governed by a contract"],
  "no-data-category": ["info", "GDPR Art. 28(3): the contract sets out the type of personal data"],
} as const satisfies Record<string, readonly [Severity, string]>;

export type FindingCode = keyof typeof FINDINGS;

export type Finding = {
  code: FindingCode;
  severity: Severity;
  /** RFC 6901, into the vendor document: what is wrong, or where the missing thing would be. */
  pointer: string;
  /** What it means, in English, for someone who knows the law and not this program. */
  message: string;
  /** The rule behind it, as it is cited. */
  source: string;
  /** Which regimes it is about, where not all. */
  regimes?: Regime[];
  /** What it is about, and none of its words: by this it is known in two versions of a document, and on two days. Not shown. */
  facts: string;
};

export type FindingContext = {
  /** Those the organisation declares. */
  regimes: readonly Regime[];
  /** The date the document is judged for: when it takes effect, or today. */
  on: IsoDate;
  /** The vendor's own slug, and the other vendors of the list (the vendor itself is skipped). */
  slug?: string;
  others?: readonly Listed[];
  /** Transfer tools the organisation states for its list as a whole. They cover nothing by themselves. */
  listSafeguards?: readonly Stated[];
  law?: Law;
};

/**
 * Adds a finding; its severity and source are those of its code. `about` tells it from others of the same code, regimes
 * and service: a place, a mechanism, a day.
 */
export type Report = (
  code: FindingCode,
  pointer: string,
  message: string,
  regimes?: readonly Regime[],
  ...about: string[]
) => void;

export type TransferContext = FindingContext & Required<Pick<FindingContext, "law">>;
