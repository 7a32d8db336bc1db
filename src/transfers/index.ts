/**
 * Whether transfers of personal data are covered, under each regime, on each date: pure functions of documents, a date
 * and the law, which is data (`law.json`). Nothing here reads a database, a clock or the environment.
 */
export { type AmendmentFault, amended, amendmentFaults, lawWith } from "./amended.ts";
export { assess, assessAt } from "./assess.ts";
export {
  type Basis,
  type CodedFinding,
  FINDINGS,
  FindingCode,
  isCoded,
  mustBeAccepted,
  Severity,
} from "./findings/codes.ts";
export type { FindingFacts } from "./findings/facts.ts";
export { findingsOf, findingsOfLaw } from "./findings/find.ts";
export type { Finding, FindingContext } from "./findings/finding.ts";
export { type Misfit, type Unfit, withoutFutureCheck } from "./fit.ts";
export {
  currentLaw,
  type Decision,
  type HintCode,
  isOldLaw,
  type Law,
  type Rule,
  ruleOf,
  rulesOf,
  turnsUntil,
  withoutRule,
} from "./law.ts";
export { type CountedPlace, placesOf, regimesOf, type Subject, subjectOf } from "./subject.ts";
export {
  type Assessment,
  isWorse,
  REASONS,
  type Reason,
  ReasonCode,
  type ReasonFacts,
  Verdict,
} from "./verdict.ts";
export { Direction, type VerdictChange, verdictChanges } from "./verdict-changes.ts";
export { weighedFor } from "./weighed-for.ts";
export {
  type Assessed,
  assessAll,
  expiring,
  type Fall,
  keptByTool,
  type ListedVendor,
  type Transfer,
  whatIf,
} from "./what-if.ts";
