/**
 * Whether transfers of personal data are covered, under each regime, on each date: pure functions of documents, a date
 * and the law, which is data (`law.json`). Nothing here reads a database, a clock or the environment.
 */
export {
  type Assessment,
  assess,
  isWorse,
  REASONS,
  type Reason,
  type ReasonCode,
  VERDICTS,
  type Verdict,
} from "./assess.ts";
export { FINDINGS, type Finding, type FindingCode, type FindingContext, type Severity } from "./findings/codes.ts";
export { findingsOf } from "./findings/find.ts";
export { checkedBy, type Misfit, type Unfit } from "./fit.ts";
export { currentLaw, type Law, type Mechanism, type Rule, ruleOf, type Scope, turnsUntil, withoutRule } from "./law.ts";
export { placeName, sentenceOf } from "./sentence.ts";
export { regimesOf, type Subject, subjectOf } from "./subject.ts";
export { type VerdictChange, verdictChanges } from "./verdict-changes.ts";
export { type Assessed, assessAll, expiring, type Fall, type Listed, type Transfer, whatIf } from "./what-if.ts";
