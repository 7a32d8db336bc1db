import type { IsoDate } from "../../model/dates.ts";
import type { Regime, Service, VendorDocument } from "../../model/vendor-document.ts";
import { assess } from "../assess.ts";
import { fit, type Misfit, misfitOf } from "../fit.ts";
import { type Mechanism, regimeInForce } from "../law.ts";
import { indexOf } from "../law-index.ts";
import { exceptionsOf, inWords, mechanismName, placeName, REGIME_NAMES } from "../sentence.ts";
import { regimesOf, type Stated, subjectOf } from "../subject.ts";
import type { Report, TransferContext } from "./codes.ts";

type Context = TransferContext & { pointer: string; name: string };

/** Where each safeguard of a service contradicts the law or the document, or says too little. */
export function safeguardFindings(document: VendorDocument, service: Service, context: Context, report: Report): void {
  service.safeguards.forEach((safeguard, index) => {
    const at = `${context.pointer}/safeguards/${index}`;
    const check = CHECKS[safeguard.mechanism] ?? approval;
    check({ safeguard, document, service, at, ...context }, report);
  });
}

type Case = Context & { safeguard: Stated; document: VendorDocument; service: Service; at: string };
type Check = (it: Case, report: Report) => void;

const CHECKS: Partial<Record<Mechanism, Check>> = {
  adequacy(it, report) {
    for (const place of new Set(it.service.locations.map(({ country }) => country))) {
      const wrong = declared(it).filter((regime) => isAdequacyAbsent(it, place, regime));
      if (wrong.length === 0) continue;
      const hint =
        place === "US"
          ? " In the United States only certified companies are covered: that is the Data Privacy Framework."
          : "";
      const message = `${it.name}: an adequacy decision is stated, but on ${it.on} none covers ${placeName(place)} for ${named(wrong)}.${hint}`;
      report("adequacy-absent", it.at, message, wrong, place);
    }
  },

  dpf(it, report) {
    const { name, document, at } = it;
    if (document.country !== undefined && document.country !== "US") {
      const message = `${name}: the Data Privacy Framework is stated, but only companies in the United States can be certified; ${document.name} is established in ${placeName(document.country)}.`;
      if (declared(it).length > 0) report("dpf-outside-us", at, message, undefined, "dpf");
      return;
    }
    cannotApply(it, report);
    if (coversNoPlace(it.service)) {
      const message = `${name}: the Data Privacy Framework covers transfers to the United States only, where no place is stated.`;
      report("dpf-covers-no-place", at, message, undefined, "dpf");
    }
    const { checkedOn } = it.safeguard;
    const due = dueCheck(checkedOn, it.on);
    if (due) {
      // Still to come and long past are two things, though the day is one.
      const when = checkedOn === undefined ? [] : [checkedOn, ...(checkedOn > it.on ? ["to-come"] : [])];
      report("dpf-unchecked", at, `${name}: ${due}`, undefined, "dpf", ...when);
    }
    const alone = declared(it).filter((regime) => hasNoBackup(it, regime));
    if (alone.length > 0) {
      const message = `${name}: nothing would cover the United States for ${named(alone)} if the Data Privacy Framework fell.`;
      report("dpf-without-backup", at, message, alone);
    }
  },

  scc(it, report) {
    cannotApply(it, report);
    if (it.safeguard.module === undefined)
      report(
        "scc-without-module",
        it.at,
        `${it.name}: which module of the standard contractual clauses was agreed is not stated.`,
        undefined,
        "scc",
      );
  },

  "uk-addendum": addendum,
  "swiss-addendum": addendum,
  "uk-idta": cannotApply,

  derogation(it, report) {
    const { safeguard, name, at } = it;
    const regimes = declared(it);
    const exception = `an exception (${exceptionsOf(regimes.length > 0 ? regimes : regimesOf(safeguard))})`;
    if (!safeguard.note && regimes.length > 0)
      report(
        "derogation-without-note",
        at,
        `${name}: ${exception} is relied on, but not which one, and why.`,
        undefined,
        "derogation",
      );
    else
      report(
        "derogation",
        at,
        `${name}: ${exception} excuses single transfers, not a service in regular use.`,
        undefined,
        "derogation",
      );
  },
};

function approval(it: Case, report: Report): void {
  cannotApply(it, report);
  const { mechanism, url } = it.safeguard;
  const approving = regimesOf(it.safeguard).filter((regime) => !isNotified(mechanism, regime));
  if (!url && approving.length > 0)
    report(
      "approval-not-linked",
      it.at,
      `${it.name}: the approval of ${nameOf(it.safeguard)} is not linked.`,
      undefined,
      mechanism,
    );
}

/** FADP Art. 16(2)(b): clauses of one's own are notified to the Commissioner, and nobody approves them. */
const isNotified = (mechanism: Mechanism, regime: Regime) => mechanism === "ad-hoc-clauses" && regime === "ch";

/** What a safeguard is called in the regime it is stated for first. */
const nameOf = (safeguard: Stated) => mechanismName(safeguard.mechanism, regimesOf(safeguard)[0] ?? "eu");

function addendum(it: Case, report: Report): void {
  cannotApply(it, report);
  const { mechanism } = it.safeguard;
  if (!it.service.safeguards.some((other) => other.mechanism === "scc"))
    report(
      "addendum-without-scc",
      it.at,
      `${it.name}: ${nameOf(it.safeguard)} amends clauses that are not stated.`,
      undefined,
      mechanism,
    );
}

/** Those of the organisation's regimes that a safeguard is stated for. What it says of others is no error of the list. */
const declared = ({ safeguard, regimes }: Case): Regime[] =>
  regimesOf(safeguard).filter((regime) => regimes.includes(regime));

/** A safeguard stated for a regime, or a date, that does not have it. */
function cannotApply(it: Case, report: Report): void {
  const wrong = declared(it).filter((regime) => CONTRADICTIONS.has(misfit(it, regime) ?? ""));
  if (wrong.length === 0) return;
  const why =
    it.safeguard.mechanism === "scc" && !wrong.includes("eu")
      ? "need the UK Addendum, the IDTA or the Swiss adaptation there, and none is stated"
      : `cannot cover a transfer there on ${it.on}`;
  const message = `${it.name}: ${nameOf(it.safeguard)}, stated for ${named(wrong)}, ${why}.`;
  report("mechanism-cannot-apply", it.at, message, wrong, it.safeguard.mechanism);
}

const CONTRADICTIONS = new Set<Misfit | "">(["wrong-regime", "not-in-force", "needs-addendum"]);

/** What completes the EU's clauses elsewhere. */
const COMPLETED_BY: Partial<Record<Regime, readonly Mechanism[]>> = {
  uk: ["uk-addendum", "uk-idta"],
  ch: ["swiss-addendum"],
};

function misfit({ safeguard, document, service, on, law }: Case, asked: Regime): Misfit | undefined {
  const by = regimeInForce(law, asked, on);
  if (!by) return undefined;
  const found = misfitOf(safeguard, subjectOf(document, service), "US", { asked, by, on, index: indexOf(law) });
  const completed = service.safeguards.some(({ mechanism }) => COMPLETED_BY[by]?.includes(mechanism));
  return found === "needs-addendum" && completed ? undefined : found;
}

/** Places are stated, and a certification in the United States says nothing of any of them. */
const coversNoPlace = ({ locations }: Service): boolean =>
  locations.length > 0 && !locations.some(({ country }) => country === "US" || country === "001");

/** Why a certification has to be checked: nobody has, or a year has passed since. */
function dueCheck(checkedOn: IsoDate | undefined, on: IsoDate): string | undefined {
  if (checkedOn === undefined)
    return "the certification is not said to have been checked. Certifications lapse unless renewed every year.";
  if (checkedOn > on)
    return `the check of the certification is dated ${checkedOn}, which is still to come: it is not checked yet.`;
  if (`${Number(checkedOn.slice(0, 4)) + 1}${checkedOn.slice(4)}` >= on) return undefined;
  return `the certification was last checked on ${checkedOn}. Certifications lapse unless renewed every year.`;
}

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
  const verdictOf = (country: string) =>
    assess({ ...subjectOf(document, service), locations: [{ country }] }, regime, on, law).verdict;
  const verdict = verdictOf(place);
  if (verdict === "gap") return true;
  return verdict === "safeguarded" && !service.locations.some(({ country }) => verdictOf(country) === "adequate");
}

const named = (regimes: readonly Regime[]) => inWords(regimes.map((regime) => REGIME_NAMES[regime]));
