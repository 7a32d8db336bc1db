import type { IsoDate } from "../../model/values/dates.ts";
import { covers } from "../../model/vendor/countries.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Module, Regime, Service } from "../../model/vendor/vendor-document.ts";
import { assessAt } from "../assess.ts";
import { fit, type Misfit, misfitOf } from "../fit.ts";
import { regimeInForce } from "../law.ts";
import { indexOf } from "../law-index.ts";
import { isStatedFor, placesOf, regimesOf, type Stated, subjectOf } from "../subject.ts";
import type { JudgedService, Report } from "./finding.ts";

/** Where each safeguard of a service contradicts the law or the document, or says too little. */
export function safeguardFindings(it: JudgedService, report: Report): void {
  it.service.safeguards.forEach((safeguard, index) => {
    const check = CHECKS[safeguard.mechanism] ?? approval;
    check({ ...it, safeguard, at: `${it.at}/safeguards/${index}` }, report);
  });
}

/** `at` points to the safeguard. */
type Case = JudgedService & { safeguard: Stated };
type Check = (it: Case, report: Report) => void;

/**
 * The modules for a recipient of each role (Implementing Decision (EU) 2021/914): 1 from controller to controller, 2 from
 * controller to processor, 3 from processor to processor, 4 from a processor to its controller. The organisation is a
 * processor of its customers, or for some data a controller; what a mere recipient is, is not known.
 */
const MODULES: Record<Service["role"], readonly Module[]> = {
  subprocessor: [3, 2],
  processor: [2],
  "independent-controller": [1, 4],
  recipient: [1, 2, 3, 4],
  source: [1, 2, 3, 4],
};

const CHECKS: Partial<Record<Mechanism, Check>> = {
  adequacy(it, report) {
    const places = it.service.locations.map(({ country }) => country);
    for (const place of new Set(places.filter((each) => isStatedFor(it.safeguard, each)))) {
      const regimes = declared(it).filter((regime) => isAdequacyAbsent(it, place, regime));
      if (regimes.length > 0)
        report(it.at, { code: "adequacy-absent", facts: { name: it.name, place, regimes, on: it.on } });
    }
  },

  dpf(it, report) {
    const { name, document, at } = it;
    // Whoever is certified is in the United States; else it is the vendor that has to be.
    const country = it.safeguard.certified === undefined ? document.country : "US";
    const under = underOf(it);
    const unsettled = unsettledPlaces(it);
    for (const place of unsettled)
      report(at, {
        code: "dpf-unsettled",
        facts: { name, place, under: under.filter((each) => isUnsettled(it, place, each)) },
      });
    if (country !== undefined && country !== "US" && !unsettled.includes(country)) {
      if (declared(it).length > 0)
        report(at, { code: "dpf-outside-us", facts: { name, under, vendor: document.name, country } });
      return;
    }
    cannotApply(it, report);
    const isForNoPlace = unsettled.length === 0 && coversNoPlace(it);
    if (isForNoPlace) report(at, { code: "dpf-covers-no-place", facts: { name, under } });
    // A category of recipients is established nowhere.
    else if (country === undefined && document.identity !== "category" && declared(it).length > 0)
      report(at, { code: "dpf-without-country", facts: { name, under, vendor: document.legalName ?? document.name } });
    const { checkedOn = null } = it.safeguard;
    if (isDue(checkedOn, it.on)) {
      const isToCome = checkedOn !== null && checkedOn > it.on;
      report(at, { code: "dpf-unchecked", facts: { name, checkedOn, isToCome } });
    }
    const regimes = declared(it).filter((regime) => hasNoBackup(it, regime));
    if (regimes.length > 0) report(at, { code: "dpf-without-backup", facts: { name, regimes } });
  },

  scc(it, report) {
    cannotApply(it, report);
    const { name, at, service } = it;
    const { module } = it.safeguard;
    if (module === undefined) return report(at, { code: "scc-without-module", facts: { name } });
    const fitting = [...MODULES[service.role]];
    if (!fitting.includes(module))
      report(at, { code: "scc-module-does-not-fit", facts: { name, module, role: service.role, fitting } });
  },

  "uk-addendum": addendum,
  "swiss-addendum": addendum,
  "uk-idta": cannotApply,

  derogation(it, report) {
    const { safeguard, name, at } = it;
    const isUnexplained = !safeguard.note && declared(it).length > 0;
    report(at, { code: isUnexplained ? "derogation-without-note" : "derogation", facts: { name, under: underOf(it) } });
  },
};

function approval(it: Case, report: Report): void {
  cannotApply(it, report);
  const { mechanism, url } = it.safeguard;
  const approving = regimesOf(it.safeguard).filter((regime) => !isNotified(mechanism, regime));
  if (!url && approving.length > 0) report(it.at, { code: "approval-not-linked", facts: stating(it) });
}

/** FADP Art. 16(2)(b): clauses of one's own are notified to the Commissioner, and nobody approves them. */
const isNotified = (mechanism: Mechanism, regime: Regime) => mechanism === "ad-hoc-clauses" && regime === "ch";

/** The mechanism, by what the regime it is stated for first calls it. */
const stating = ({ name, safeguard }: Case) => ({
  name,
  mechanism: safeguard.mechanism,
  under: regimesOf(safeguard)[0] ?? "eu",
});

function addendum(it: Case, report: Report): void {
  cannotApply(it, report);
  if (!it.service.safeguards.some((other) => other.mechanism === "scc"))
    report(it.at, { code: "addendum-without-scc", facts: stating(it) });
}

/** Those of the organisation's regimes that a safeguard is stated for. What it says of others is no error of the list. */
const declared = ({ safeguard, regimes }: Case): Regime[] =>
  regimesOf(safeguard).filter((regime) => regimes.includes(regime));

/** The regimes whose names for it are meant: those of the organisation, or where it is stated for none of them, its own. */
function underOf(it: Case): readonly Regime[] {
  const regimes = declared(it);
  return regimes.length > 0 ? regimes : regimesOf(it.safeguard);
}

/** A safeguard stated for a regime, or a date, that does not have it. */
function cannotApply(it: Case, report: Report): void {
  const regimes = declared(it).filter((regime) => CONTRADICTIONS.has(misfit(it, regime) ?? ""));
  if (regimes.length === 0) return;
  const isIncomplete = it.safeguard.mechanism === "scc" && !regimes.includes("eu");
  report(it.at, { code: "mechanism-cannot-apply", facts: { ...stating(it), regimes, on: it.on, isIncomplete } });
}

const CONTRADICTIONS = new Set<Misfit | "">(["wrong-regime", "not-in-force", "needs-addendum"]);

/** What completes the EU's clauses elsewhere. */
const COMPLETED_BY: Partial<Record<Regime, readonly Mechanism[]>> = {
  uk: ["uk-addendum", "uk-idta"],
  ch: ["swiss-addendum"],
};

function misfit({ safeguard, document, service, on, law }: Case, asked: Regime, place = "US"): Misfit | undefined {
  const by = regimeInForce(law, asked, on);
  if (!by) return undefined;
  // What it is, not for which places: any third country would do, and a certification is of this one.
  const anywhere = { ...safeguard, countries: [] };
  const found = misfitOf(anywhere, subjectOf(document, service), place, { asked, by, on, index: indexOf(law) });
  const completed = service.safeguards.some(({ mechanism }) => COMPLETED_BY[by]?.includes(mechanism));
  return found === "needs-addendum" && completed ? undefined : found;
}

/** Places, or the company's own, to which it is in dispute whether a certification extends. */
function unsettledPlaces(it: Case): string[] {
  const places = [it.document.country, ...it.service.locations.map(({ country }) => country)];
  return [...new Set(places)].filter(
    (place) => place !== undefined && place !== "US" && declared(it).some((regime) => isUnsettled(it, place, regime)),
  ) as string[];
}

const isUnsettled = (it: Case, place: string, regime: Regime) => misfit(it, regime, place) === "unsettled-territory";

/** Places are stated, and a certification in the United States says nothing of any of them. */
function coversNoPlace({ document, service, safeguard: { countries = [] } }: Case): boolean {
  const places = placesOf(subjectOf(document, service)).map(({ country }) => country);
  const reachesUs = (codes: readonly string[]) => codes.some((code) => covers(code, "US"));
  return places.length > 0 && !(reachesUs(places) && (countries.length === 0 || reachesUs(countries)));
}

/** Whether a certification has to be checked: nobody has yet, or a year has passed since. */
const isDue = (checkedOn: IsoDate | null, on: IsoDate): boolean =>
  checkedOn === null || checkedOn > on || `${Number(checkedOn.slice(0, 4)) + 1}${checkedOn.slice(4)}` < on;

function hasNoBackup(it: Case, asked: Regime): boolean {
  const by = regimeInForce(it.law, asked, it.on);
  const inUs = it.document.country === "US" || it.service.locations.some(({ country }) => country === "US");
  if (!by || !inUs) return false;
  const { fits } = fit(subjectOf(it.document, it.service), "US", { asked, by, on: it.on, index: indexOf(it.law) });
  return fits.length > 0 && fits.every(({ safeguard }) => safeguard.mechanism === "dpf");
}

/**
 * Whether adequacy is claimed of a place for nothing: no decision covers it, and either nothing else does, or there is no
 * other place that the claim could be about.
 */
function isAdequacyAbsent({ document, service, on, law }: Case, place: string, regime: Regime): boolean {
  const verdictOf = (country: string) => assessAt(subjectOf(document, service), { country }, regime, on, law).verdict;
  const verdict = verdictOf(place);
  if (verdict === "gap") return true;
  return verdict === "safeguarded" && !service.locations.some(({ country }) => verdictOf(country) === "adequate");
}
