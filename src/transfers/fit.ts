import type { IsoDate } from "../model/values/dates.ts";
import { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import { isInForce, type Law, type MechanismRule, type Rule } from "./law.ts";
import { decisionOn, type LawIndex } from "./law-index.ts";
import { isStatedFor, regimesOf, type Stated, type Subject } from "./subject.ts";

/**
 * A regime as it was asked about, and the one whose law ruled on that date: for the UK the EU's, until the end of 2020.
 */
export type Ruling = { asked: Regime; by: Regime; on: IsoDate; index: LawIndex };

/** Why a stated safeguard does not cover a place. */
export type Misfit =
  | "other-regime" // it is stated for another regime only
  | "regime-not-stated" // it is not stated for any, and by its name is about another
  | "other-places" // it is stated for other places only
  | "wrong-regime" // this regime does not know it
  | "not-in-force" // no longer, or not yet
  | "fallen" // in force, but for that it is thought away
  | "not-recorded" // the law knew it by then, and nothing of that is recorded here
  | "place-not-in-us" // a certification in the US says nothing of places elsewhere
  | "unsettled-territory" // whether the certification extends to this territory of the US is in dispute
  | "recipient-not-in-us" // nobody outside the US can be certified
  | "needs-scc" // an addendum to clauses that are not stated
  | "needs-addendum" // the EU's clauses alone, where they need the Addendum, the IDTA or the Swiss adaptation
  | "no-decision" // no (unconditional) adequacy decision for the place
  | "exception"; // a derogation is no safeguard: Art. 49 GDPR (Art. 17 FADP) excuses single transfers, it protects nothing

export type Unfit = { mechanism: Mechanism; why: Misfit };
export type Fit = { safeguard: Stated; rule: Rule };

/** In the order of `MECHANISMS`. */
const byMechanism = (a: { mechanism: Mechanism }, b: { mechanism: Mechanism }) =>
  Mechanism.options.indexOf(a.mechanism) - Mechanism.options.indexOf(b.mechanism);

const compare = (one = "", other = "") => (one < other ? -1 : Number(one > other));

/**
 * Not a backup first; then by mechanism, latest check, newest rule, id. What is left equal is the same: the order in
 * which safeguards were stated never shows.
 */
const byRank = ({ safeguard: a, rule: one }: Fit, { safeguard: b, rule: other }: Fit) =>
  Number(a.backup ?? false) - Number(b.backup ?? false) ||
  byMechanism(a, b) ||
  compare(b.checkedOn, a.checkedOn) ||
  compare(other.from, one.from) ||
  compare(one.id, other.id);

const byName = (a: Unfit, b: Unfit) => byMechanism(a, b) || compare(a.why, b.why);

/** Which of the stated safeguards cover a place, the foremost first, and why the others do not. */
export function fit(subject: Subject, place: string, ruling: Ruling): { fits: Fit[]; unfit: Unfit[] } {
  const fits: Fit[] = [];
  const unfit: Unfit[] = [];
  for (const stated of subject.safeguards) {
    const safeguard = withoutFutureCheck(stated, ruling.on);
    const found = ruleFor(safeguard, subject, place, ruling);
    if (typeof found !== "string") fits.push({ safeguard, rule: found });
    else if (!unfit.some(({ mechanism, why }) => mechanism === safeguard.mechanism && why === found))
      unfit.push({ mechanism: safeguard.mechanism, why: found });
  }
  return { fits: fits.sort(byRank), unfit: unfit.sort(byName) };
}

/** Leaves out a `checkedOn` later than the day asked about: by then nobody had checked. */
export const withoutFutureCheck = <Safeguard extends Stated>(safeguard: Safeguard, on: IsoDate): Safeguard =>
  safeguard.checkedOn !== undefined && safeguard.checkedOn > on ? { ...safeguard, checkedOn: undefined } : safeguard;

/** Why a safeguard does not cover a place, if so. */
export function misfitOf(safeguard: Stated, subject: Subject, place: string, ruling: Ruling): Misfit | undefined {
  const found = ruleFor(safeguard, subject, place, ruling);
  return typeof found === "string" ? found : undefined;
}

function ruleFor(safeguard: Stated, subject: Subject, place: string, ruling: Ruling): Rule | Misfit {
  const { mechanism } = safeguard;
  const stated = regimesOf(safeguard);
  if (!stated.includes(ruling.asked) && !stated.includes(ruling.by))
    return safeguard.regimes?.length ? "other-regime" : "regime-not-stated";
  if (!isStatedFor(safeguard, place)) return "other-places";
  if (mechanism === "derogation") return "exception";
  if (mechanism === "adequacy") return "no-decision";
  if (mechanism === "dpf") return frameworkRule(safeguard, subject, place, ruling);
  return mechanismRule(safeguard, subject, place, ruling);
}

/** Of the Data Privacy Framework, which is a decision that covers only whom it certifies: the vendor, or whom it names. */
function frameworkRule(
  { certified }: Stated,
  { vendorCountry }: Subject,
  place: string,
  { by, on, index }: Ruling,
): Rule | Misfit {
  const holder = certified === undefined ? vendorCountry : "US";
  const decision = decisionOn(index[by], "US", on);
  const isUnsettled = (code = "US") => decision?.unsettled?.includes(code);
  if (isUnsettled(place) || (place === "US" && isUnsettled(holder))) return "unsettled-territory";
  if (place !== "US") return "place-not-in-us";
  if (holder !== undefined && holder !== "US") return "recipient-not-in-us";
  if (decision?.scope === "certified") return decision;
  return fellOn(index.law, by, on, (rule) => "scope" in rule && rule.scope === "certified") ?? "not-in-force";
}

/** Whether what is asked of a regime on a day would be in force, had it not been thought away. */
const fellOn = ({ fallen }: Law, by: Regime, on: IsoDate, isAsked: (rule: Rule) => boolean): Misfit | undefined =>
  fallen?.regime === by && isInForce(fallen, on) && isAsked(fallen) ? "fallen" : undefined;

/** Of clauses, binding corporate rules, codes of conduct and certifications: the law takes each by name. */
function mechanismRule(
  { mechanism, module }: Stated,
  subject: Subject,
  place: string,
  { asked, by, on, index }: Ruling,
): Rule | Misfit {
  const unrecordedUntil = index.law.regimes[by].unrecorded?.[mechanism];
  if (unrecordedUntil !== undefined && on <= unrecordedUntil) return "not-recorded";
  const known = index[by].mechanisms.get(mechanism);
  const fell = fellOn(index.law, by, on, (rule) => "mechanism" in rule && rule.mechanism === mechanism);
  if (!known) return fell ?? (index[asked].mechanisms.has(mechanism) ? "not-in-force" : "wrong-regime");
  const rule = known.find((each) => isInForce(each, on) && fitsEdition(each, module) && fitsRole(each, subject.role));
  if (!rule) return fell ?? (mechanism === "scc" && by !== "eu" ? "needs-addendum" : "not-in-force");
  const isThere = (other: Stated) => other.mechanism === rule.with && isStatedFor(other, place);
  return rule.with && !subject.safeguards.some(isThere) ? "needs-scc" : rule;
}

/** Clauses for controllers bind no processor, and the other way round; what a mere recipient is, is not known. */
const fitsRole = ({ recipient }: MechanismRule, role: Subject["role"]): boolean => {
  if (recipient === undefined || role === undefined || role === "recipient") return true;
  return (role === "independent-controller") === (recipient === "controller");
};

/** Modules came with the clauses of 2021: clauses with a module are those. */
const fitsEdition = (rule: MechanismRule, module: Stated["module"]) => rule.clauses !== "older" || module === undefined;
