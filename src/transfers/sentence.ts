import type { Regime } from "../registry/vendor-document.ts";
import type { Assessment } from "./assess.ts";
import type { Misfit, Unfit } from "./fit.ts";
import { currentLaw, type Law, type Mechanism, ruleOf, type Scope } from "./law.ts";

export const REGIME_NAMES: Record<Regime, string> = { eu: "EU", uk: "UK", ch: "Switzerland" };

export const MECHANISM_NAMES: Record<Mechanism, string> = {
  adequacy: "an adequacy decision",
  dpf: "the Data Privacy Framework",
  scc: "standard contractual clauses",
  "uk-idta": "the UK's International Data Transfer Agreement",
  "uk-addendum": "the UK Addendum to standard contractual clauses",
  "swiss-addendum": "the Swiss adaptation of standard contractual clauses",
  bcr: "binding corporate rules",
  "code-of-conduct": "an approved code of conduct",
  certification: "an approved certification",
  "ad-hoc-clauses": "contractual clauses authorised by an authority",
  derogation: "an exception for single cases (Art. 49)",
};

const SCOPES: Record<Scope, string> = {
  certified: "for certified recipients",
  pipeda: "for commercial organisations under PIPEDA",
  appi: "for businesses under the APPI",
  pipa: "for recipients under PIPA",
  automated: "for automated processing",
};

const MISFITS: Record<Misfit, string> = {
  "other-regime": "stated for another regime only",
  "regime-not-stated": "not stated for this regime",
  "wrong-regime": "unknown to this regime",
  "not-in-force": "not in force on that date",
  "place-not-in-us": "only for certified companies in the United States",
  "recipient-not-in-us": "not to be had by a company outside the United States",
  "needs-scc": "worth nothing without the clauses, which are not stated",
  "needs-addendum": "not enough alone here",
  "no-decision": "none for this place",
  exception: "protects nothing",
};

const names = new Intl.DisplayNames("en", { type: "region" });
const AREAS: Record<string, string> = {
  EU: "the European Union",
  EEA: "the European Economic Area",
  "001": "the world",
};

const WITH_ARTICLE = new Set("AE BS CD CF CG DO FK FO GB GM IM KM KY MH MP MV NL PH SB TC TF UM US VG VI".split(" "));

/** The English name of a place, as it stands in a sentence. */
export const placeName = (code: string): string =>
  AREAS[code] ?? `${WITH_ARTICLE.has(code) ? "the " : ""}${names.of(code) ?? code}`;

/** "one, two and three". */
export const inWords = (items: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);

/** Why what is stated does not cover the place. */
export const unfitSentence = (unfit: readonly Unfit[]): string =>
  inWords(unfit.map((each) => `${MECHANISM_NAMES[each.mechanism]} (${misfitWords(each)})`));

/** The EU's clauses are what most lists state and leave at that, where one more document would make them do. */
const misfitWords = ({ mechanism, why }: Unfit): string =>
  mechanism === "scc" && why === "regime-not-stated"
    ? `${MISFITS[why]}, which asks for the UK Addendum, the IDTA or the Swiss adaptation`
    : MISFITS[why];

/** A verdict and its reason, as one English sentence. */
export function sentenceOf(assessment: Assessment, regime: Regime, law: Law = currentLaw): string {
  const covered = assessment.verdict !== "gap" && assessment.verdict !== "unknown";
  const until = covered && assessment.until ? `; the verdict holds until ${assessment.until}` : "";
  return `${REGIME_NAMES[regime]}: ${clause(assessment, law)}${until}.`;
}

function clause({ reason }: Assessment, law: Law): string {
  const place = reason.place ? placeName(reason.place) : "";
  const title = (reason.rule && ruleOf(law, reason.rule)?.title) ?? "";
  const besides = reason.besides ? ` and by ${inWords(reason.besides.map((each) => MECHANISM_NAMES[each]))}` : "";
  const fallback = reason.fallback
    ? `, with ${inWords(reason.fallback.map((each) => MECHANISM_NAMES[each]))} as fallback`
    : "";
  switch (reason.code) {
    case "inbound":
      return "nothing is transferred; data comes from there";
    case "at-home":
      return `no transfer; its law applies in ${place} itself`;
    case "adequacy-decision":
      return `${place} is recognised as adequate${reason.scope ? ` ${SCOPES[reason.scope]}` : ""} (${title})${fallback}`;
    case "certified-recipient":
      return `${place} is covered by the recipient's certification (${title}; ${checked(reason.checkedOn)})${besides}${fallback}`;
    case "safeguard":
      return `${place} is covered by ${reason.mechanism ? MECHANISM_NAMES[reason.mechanism] : title}${fallback}`;
    case "no-location":
      return "no place is stated";
    case "law-not-recorded":
      return "the law of that date is not recorded here";
    case "unfit":
      return `nothing stated covers ${place}: ${unfitSentence(reason.unfit ?? [])}`;
    case "exception-only":
      return `only an exception for single cases (Art. 49) is stated for ${place}`;
    case "nothing-stated":
      return `no safeguard is stated for ${place}`;
  }
}

const checked = (on: string | undefined) => (on ? `checked on ${on}` : "not said to have been checked");
