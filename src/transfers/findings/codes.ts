import { z } from "@hono/zod-openapi";
import { explained, meaningOf } from "../../model/values/explained.ts";
import type { FindingFacts } from "./facts.ts";

/** The gravest first. */
export const Severity = explained({
  error: "a contradiction: announcing it takes `acceptFindings`",
  warning: "customers would have reason to object; a `gap` takes `acceptFindings` as well, where a change is intended",
  info: "the document could say more",
}).openapi("Severity");
export type Severity = z.infer<typeof Severity>;

export type FindingCode = keyof FindingFacts;

/** The rule behind a finding; how it is cited is said in each language. */
export type Basis =
  | "chapter-v"
  | "appropriate-safeguards"
  | "establishment"
  | "dpf-decision"
  | "dpf-principles"
  | "dpf-appeal"
  | "adequacy"
  | "derogation-documented"
  | "derogation-occasional"
  | "addendum"
  | "modules"
  | "approval"
  | "identity"
  | "contract"
  | "contract-contents"
  | "guarantees"
  | "law-changes"
  | "intended-changes"
  | "working-days";

type Meaning<Code extends FindingCode> = {
  severity: Severity;
  /** What the contract of the API says; the sentence with its facts is in the words of each language. */
  means: string;
  basis: Basis;
  /** Whether announcing an intended change takes that somebody accepts it with a reason, as every error does. */
  isAccepted?: true;
  /** The facts that tell a finding from others of the same code, regimes and service: not names, nor what comes afterwards. */
  knownBy?: readonly (keyof FindingFacts[Code])[];
};

/**
 * Every finding there is. An `error` is a contradiction: the document claims what the law does not give, and whoever
 * announces it has to say why. What is merely missing is never an error, since most lists state neither place nor
 * safeguard: a `warning` where customers would have reason to object, an `info` where the document could say more. A
 * place that is known and that nothing covers is announced as an intended change only if somebody says why.
 */
export const FINDINGS: { readonly [Code in FindingCode]: Meaning<Code> } = {
  "mechanism-cannot-apply": {
    severity: "error",
    means: "the law of the day does not know the mechanism there",
    basis: "chapter-v",
    knownBy: ["mechanism"],
  },
  "dpf-outside-us": {
    severity: "error",
    means: "the DPF is stated, and the vendor is established elsewhere than in the US",
    basis: "dpf-decision",
  },
  "adequacy-absent": {
    severity: "error",
    means: "adequacy is stated, and no decision covers the place",
    basis: "adequacy",
    knownBy: ["place"],
  },
  "derogation-without-note": {
    severity: "error",
    means: "a derogation is stated without saying why it applies",
    basis: "derogation-documented",
  },
  "rectification-adds": {
    severity: "error",
    means: "a rectification says what is material: it may be an intended change in disguise",
    basis: "intended-changes",
  },
  "override-silences": {
    severity: "error",
    means: "what is material is overridden as editorial: nobody is told",
    basis: "intended-changes",
  },
  "override-hastens": {
    severity: "warning",
    means: "what is material is overridden as informative: it waits for no period and no approval",
    basis: "intended-changes",
  },
  "dpf-covers-no-place": {
    severity: "warning",
    means: "the DPF is stated, and no place is in the US",
    basis: "dpf-decision",
  },
  "dpf-without-country": {
    severity: "warning",
    means: "the DPF is stated, and where the legal entity is established, which has to be the US, is not",
    basis: "dpf-decision",
  },
  gap: {
    severity: "warning",
    means: "a place is known, and nothing covers it: announcing an intended change takes `acceptFindings`",
    basis: "appropriate-safeguards",
    isAccepted: true,
    knownBy: ["place"],
  },
  unknown: { severity: "warning", means: "whether the transfer is covered cannot be said", basis: "chapter-v" },
  "importer-outside": {
    severity: "warning",
    means: "the places are covered, and the vendor itself is established outside",
    basis: "establishment",
    knownBy: ["place"],
  },
  expiring: {
    severity: "warning",
    means: "what covers a place ends soon",
    basis: "chapter-v",
    knownBy: ["place", "until"],
  },
  derogation: {
    severity: "warning",
    means: "a derogation is stated: it is for occasional transfers",
    basis: "derogation-occasional",
  },
  "addendum-without-scc": {
    severity: "warning",
    means: "an addendum is stated without the clauses it amends",
    basis: "addendum",
    knownBy: ["mechanism"],
  },
  "scc-without-module": { severity: "warning", means: "clauses are stated without their module", basis: "modules" },
  "scc-module-does-not-fit": {
    severity: "warning",
    means: "the module is not one for the role",
    basis: "modules",
    knownBy: ["module"],
  },
  // A check that is still to come, and the same one when it is long past, are two findings.
  "dpf-unchecked": {
    severity: "warning",
    means: "the DPF certification was not looked up of late",
    basis: "dpf-principles",
    knownBy: ["checkedOn", "isToCome"],
  },
  "no-legal-name": { severity: "warning", means: "the legal entity is not stated", basis: "identity" },
  "no-country": {
    severity: "warning",
    means: "where the legal entity is established is not stated, and the verdict depends on it",
    basis: "establishment",
  },
  "shared-legal-entity": {
    severity: "warning",
    means: "another vendor has the same legal entity",
    basis: "identity",
    knownBy: ["slug"],
  },
  "country-contradicted": {
    severity: "warning",
    means: "the legal entity's name speaks for another country",
    basis: "identity",
    knownBy: ["country"],
  },
  "foreign-link": {
    severity: "warning",
    means: "a link leads to another vendor's site",
    basis: "identity",
    knownBy: ["domain"],
  },
  "certification-expired": {
    severity: "warning",
    means: "a certification has ended",
    basis: "guarantees",
    knownBy: ["certification", "until"],
  },
  "dpf-unsettled": {
    severity: "info",
    means: "whether the DPF covers the place is not settled",
    basis: "dpf-decision",
    knownBy: ["place"],
  },
  "dpf-without-backup": { severity: "info", means: "nothing else is stated should the DPF fall", basis: "dpf-appeal" },
  "approval-not-linked": {
    severity: "info",
    means: "an approval is stated without a link to it",
    basis: "approval",
    knownBy: ["mechanism"],
  },
  "certification-ends-soon": {
    severity: "info",
    means: "a certification ends soon",
    basis: "guarantees",
    knownBy: ["certification", "until"],
  },
  "no-address": { severity: "info", means: "the vendor's address is not stated", basis: "identity" },
  "no-contact": { severity: "info", means: "a contact is not stated", basis: "identity" },
  "no-dpa-link": { severity: "info", means: "the data processing agreement is not linked", basis: "contract" },
  "no-data-category": { severity: "info", means: "the data is not stated", basis: "contract-contents" },
  "law-outdated": {
    severity: "warning",
    means: "the law's edition is older than half a year",
    basis: "law-changes",
    knownBy: ["edition"],
  },
  "holidays-not-entered": {
    severity: "warning",
    means: "periods are counted in business or working days, and no holiday is entered for the year in which they end",
    basis: "working-days",
  },
};

export const FindingCode = z
  .enum(Object.keys(FINDINGS) as FindingCode[])
  .describe(meaningOf(Object.fromEntries(Object.entries(FINDINGS).map(([code, { means }]) => [code, means]))))
  .openapi("FindingCode");

/**
 * Whether somebody has to accept a finding, with a reason, to announce it: a contradiction always, and what is missing where
 * a change is intended. A correction and the first list say what is so already.
 */
export const mustBeAccepted = (
  { code, severity }: { code: FindingCode; severity: Severity },
  { isIntended }: { isIntended: boolean },
): boolean => severity === "error" || (isIntended && FINDINGS[code].isAccepted === true);

/** A code with its facts: all that a sentence in any language needs. */
export type CodedFinding<Code extends FindingCode = FindingCode> = {
  [Each in Code]: { code: Each; facts: FindingFacts[Each] };
}[Code];

/** Whether what was stored is a finding of a code there still is: its facts are those that were written for it. */
export const isCoded = (stored: { code: string; facts: object }): stored is CodedFinding =>
  Object.hasOwn(FINDINGS, stored.code);
