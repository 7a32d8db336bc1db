import type { IsoDate } from "../registry/dates.ts";
import type { Regime, Service, VendorDocument } from "../registry/vendor-document.ts";
import { assess } from "./assess.ts";
import type { Report } from "./findings.ts";
import { fit, type Misfit, misfitOf } from "./fit.ts";
import { type Mechanism, regimeInForce } from "./law.ts";
import { indexOf } from "./law-index.ts";
import { inWords, MECHANISM_NAMES, placeName, REGIME_NAMES } from "./sentence.ts";
import { regimesOf, type Stated, subjectOf } from "./subject.ts";
import type { TransferContext } from "./transfer-findings.ts";

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
    const claimed = it.safeguard.regimes?.length ? it.safeguard.regimes : it.regimes;
    const wrong = claimed.filter((regime) => isAdequacyAbsent(it, regime));
    if (wrong.length === 0) return;
    const places = inWords(it.service.locations.map(({ country }) => placeName(country)));
    const hint = it.service.locations.some(({ country }) => country === "US")
      ? " In the United States only certified companies are covered: that is the Data Privacy Framework."
      : "";
    const message = `${it.name}: an adequacy decision is stated, but on ${it.on} none covers ${places} for ${named(wrong)}.${hint}`;
    report("adequacy-absent", it.at, message, wrong);
  },

  dpf(it, report) {
    const { name, document, service, at } = it;
    const outside = recipientOutsideUs(document, service);
    if (outside) {
      const message = `${name}: the Data Privacy Framework is stated, but only companies in the United States can be certified; ${outside}.`;
      return report("dpf-outside-us", at, message);
    }
    cannotApply(it, report);
    if (isUnchecked(it.safeguard.checkedOn, it.on)) {
      const last = it.safeguard.checkedOn
        ? `was last checked on ${it.safeguard.checkedOn}`
        : "is not said to have been checked";
      report(
        "dpf-unchecked",
        at,
        `${name}: the certification ${last}. Certifications lapse unless renewed every year.`,
      );
    }
    const alone = regimesOf(it.safeguard).filter((regime) => hasNoBackup(it, regime));
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
      );
  },

  "uk-addendum": addendum,
  "swiss-addendum": addendum,
  "uk-idta": cannotApply,

  derogation({ safeguard, name, at }, report) {
    if (safeguard.note)
      report(
        "derogation",
        at,
        `${name}: an exception (Art. 49) excuses single transfers, not a service in regular use.`,
      );
    else
      report(
        "derogation-without-note",
        at,
        `${name}: an exception (Art. 49) is relied on, but not which one, and why.`,
      );
  },
};

function approval(it: Case, report: Report): void {
  cannotApply(it, report);
  if (!it.safeguard.url)
    report(
      "approval-not-linked",
      it.at,
      `${it.name}: the approval of ${MECHANISM_NAMES[it.safeguard.mechanism]} is not linked.`,
    );
}

function addendum(it: Case, report: Report): void {
  cannotApply(it, report);
  if (!it.service.safeguards.some(({ mechanism }) => mechanism === "scc"))
    report(
      "addendum-without-scc",
      it.at,
      `${it.name}: ${MECHANISM_NAMES[it.safeguard.mechanism]} amends clauses that are not stated.`,
    );
}

/** A safeguard stated for a regime, or a date, that does not have it. */
function cannotApply(it: Case, report: Report): void {
  const wrong = regimesOf(it.safeguard).filter((regime) => CONTRADICTIONS.has(misfit(it, regime) ?? ""));
  if (wrong.length === 0) return;
  const why =
    it.safeguard.mechanism === "scc" && !wrong.includes("eu")
      ? "need the UK Addendum, the IDTA or the Swiss adaptation there, and none is stated"
      : `cannot cover a transfer there on ${it.on}`;
  const mechanism = MECHANISM_NAMES[it.safeguard.mechanism];
  report("mechanism-cannot-apply", it.at, `${it.name}: ${mechanism}, stated for ${named(wrong)}, ${why}.`, wrong);
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

/** Why a certification cannot be this vendor's, as far as the document says where it is. */
function recipientOutsideUs({ country, name }: VendorDocument, { locations }: Service): string | undefined {
  if (country) return country === "US" ? undefined : `${name} is established in ${placeName(country)}`;
  const inUs = locations.length === 0 || locations.some((location) => ["US", "001"].includes(location.country));
  return inUs ? undefined : `no place in the United States is stated, nor that ${name} is established there`;
}

/** A year has passed since the day, or there was none. */
function isUnchecked(checkedOn: IsoDate | undefined, on: IsoDate): boolean {
  return checkedOn === undefined || `${Number(checkedOn.slice(0, 4)) + 1}${checkedOn.slice(4)}` < on;
}

function hasNoBackup(it: Case, asked: Regime): boolean {
  const by = regimeInForce(it.law, asked, it.on);
  if (!by) return false;
  const { fits } = fit(subjectOf(it.document, it.service), "US", { asked, by, on: it.on, index: indexOf(it.law) });
  return fits.length > 0 && fits.every(({ safeguard }) => safeguard.mechanism === "dpf");
}

/** Something is abroad, and nothing of that is recognised. */
function isAdequacyAbsent({ document, service, on, law }: Case, regime: Regime): boolean {
  const subject = subjectOf(document, service);
  const verdicts = service.locations.map(
    (place) => assess({ ...subject, locations: [place] }, regime, on, law).verdict,
  );
  return (
    verdicts.some((verdict) => verdict !== "none-needed") &&
    !verdicts.includes("adequate") &&
    !verdicts.includes("unknown")
  );
}

const named = (regimes: readonly Regime[]) => inWords(regimes.map((regime) => REGIME_NAMES[regime]));
