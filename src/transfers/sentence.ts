import type { Regime } from "../model/vendor-document.ts";
import type { Assessment } from "./assess.ts";
import type { Misfit, Unfit } from "./fit.ts";
import { currentLaw, type Law, type Mechanism, type Rule, ruleOf, type Scope } from "./law.ts";

export const REGIME_NAMES: Record<Regime, string> = { eu: "EU", uk: "UK", ch: "Switzerland" };

const MECHANISM_NAMES: Record<Exclude<Mechanism, "derogation">, string> = {
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
};

const EXCEPTIONS: Record<Regime, string> = { eu: "Art. 49 GDPR", uk: "Art. 49 UK GDPR", ch: "Art. 17 FADP" };

/** The articles that allow exceptions, in some regimes. */
export const exceptionsOf = (regimes: readonly Regime[]): string => inWords(regimes.map((each) => EXCEPTIONS[each]));

/** What a mechanism is called, in one regime. */
export function mechanismName(mechanism: Mechanism, regime: Regime): string {
  if (mechanism === "derogation") return `an exception for single cases (${EXCEPTIONS[regime]})`;
  // FADP Art. 16(2)(b): the Commissioner is given notice of them, and authorises nothing.
  if (mechanism === "ad-hoc-clauses" && regime === "ch") return "contractual clauses notified to the FDPIC";
  return MECHANISM_NAMES[mechanism];
}

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
const unfitSentence = (unfit: readonly Unfit[], regime: Regime): string =>
  inWords(unfit.map((each) => `${mechanismName(each.mechanism, regime)} (${misfitWords(each)})`));

/** The EU's clauses are what most lists state and leave at that, where one more document would make them do. */
const misfitWords = ({ mechanism, why }: Unfit): string =>
  mechanism === "scc" && why === "regime-not-stated"
    ? `${MISFITS[why]}, which asks for the UK Addendum, the IDTA or the Swiss adaptation`
    : MISFITS[why];

/** A verdict and its reason, as one English sentence; of several places that nothing covers, it names all. */
export function sentenceOf(assessment: Assessment, regime: Regime, law: Law = currentLaw): string {
  const others = assessment.uncovered.filter((place) => place !== assessment.reason.place).map(placeName);
  const also = others.length > 0 ? `; not covered either: ${inWords(others)}` : "";
  return `${REGIME_NAMES[regime]}: ${clause(assessment, regime, law)}${also}${end(assessment, law)}.`;
}

function end({ verdict, until, ending }: Assessment, law: Law): string {
  if (!until) return "";
  const lost = ending && `what covers ${placeName(ending.place)} (${ruleOf(law, ending.rule)?.title})`;
  if (verdict === "gap" || verdict === "unknown") return lost ? `; ${lost} ends on ${until}` : "";
  return `; the verdict holds until ${until}${lost ? `, when ${lost} ends` : ""}`;
}

function clause({ reason }: Assessment, regime: Regime, law: Law): string {
  const place = reason.place ? placeName(reason.place) : "";
  const rule = reason.rule === undefined ? undefined : ruleOf(law, reason.rule);
  const title = rule?.title ?? "";
  const namesOf = (mechanisms: readonly Mechanism[]) => inWords(mechanisms.map((each) => mechanismName(each, regime)));
  const besides = reason.besides ? ` and by ${namesOf(reason.besides)}` : "";
  const fallback = reason.fallback ? `, with ${namesOf(reason.fallback)} as fallback` : "";
  switch (reason.code) {
    case "inbound":
      return "nothing is transferred; data comes from there";
    case "at-home":
      return atHome(place, regime, rule);
    case "adequacy-decision":
      return `${place} is recognised as adequate${reason.scope ? ` ${SCOPES[reason.scope]}` : ""} (${title})${fallback}`;
    case "certified-recipient":
      return `${place} is covered by the recipient's certification (${title}; ${checked(reason.checkedOn)})${besides}${fallback}`;
    case "safeguard":
      return `${place} is covered by ${reason.mechanism ? mechanismName(reason.mechanism, regime) : title}${fallback}`;
    case "no-location":
      return "no place is stated";
    case "law-not-recorded":
      return "the law of that date is not recorded here";
    case "unfit":
      return `nothing stated covers ${place}: ${unfitSentence(reason.unfit ?? [], regime)}`;
    case "exception-only":
      return `only ${mechanismName("derogation", regime)} is stated for ${place}`;
    case "nothing-stated":
      return `no safeguard is stated for ${place}`;
  }
}

function atHome(place: string, regime: Regime, rule: Rule | undefined): string {
  if (rule && "effect" in rule && rule.effect === "treated-as-home")
    return `a transfer to ${place} is treated as none (${rule.title})`;
  if (rule && rule.regime !== regime)
    return `no transfer; EU law, which was the ${REGIME_NAMES[regime]}'s then, applies in ${place} itself`;
  return `no transfer; its law applies in ${place} itself`;
}

const checked = (on: string | undefined) => (on ? `checked on ${on}` : "not said to have been checked");
