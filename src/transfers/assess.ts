import { addDays, type IsoDate } from "../model/values/dates.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import { type Fit, fit, type Ruling, type Unfit } from "./fit.ts";
import { hintOf, type Law, type Rule, regimeInForce } from "./law.ts";
import { decisionOn, indexOf, type LawIndex } from "./law-index.ts";
import { type CountedPlace, placesOf, type Subject } from "./subject.ts";
import { type Assessment, isWorse, REASONS, type Reason, type ReasonCode, type Verdict } from "./verdict.ts";

const WEAKNESS = Object.fromEntries(Object.keys(REASONS).map((code, rank) => [code, rank])) as Record<
  ReasonCode,
  number
>;

type Ground = { reason: Reason; rule: Rule | undefined };

/**
 * Whether what a third party does with the data is covered: every place by itself, and as a whole no better than its
 * weakest place (GDPR Art. 44: the protection must not be undermined).
 */
export function assess(subject: Subject, regime: Regime, on: IsoDate, law: Law): Assessment {
  return assessPlaces(subject, placesOf(subject), regime, on, law);
}

/** The same of one place by itself. */
export const assessAt = (subject: Subject, place: CountedPlace, regime: Regime, on: IsoDate, law: Law): Assessment =>
  assessPlaces(subject, [place], regime, on, law);

type Places = readonly CountedPlace[];

function assessPlaces(subject: Subject, places: Places, regime: Regime, on: IsoDate, law: Law): Assessment {
  const index = indexOf(law);
  const groundsOn = (day: IsoDate) => groundsOf(subject, places, regime, day, index);
  const grounds = groundsOn(on);
  const { reason, rule } = weakest(grounds);
  const verdict = REASONS[reason.code];
  const uncovered = uncoveredOf(verdict, grounds);
  return {
    verdict,
    reason,
    uncovered,
    source: (rule ?? law.regimes[regimeInForce(law, regime, on) ?? regime]).source,
    ...endOf({ verdict, reason, uncovered, grounds }, turnsAfter(on, places, regime, index), groundsOn),
    rules: [...new Set(grounds.flatMap((ground) => ground.rule?.id ?? []))].sort(),
  };
}

const verdictOf = ({ reason }: Ground): Verdict => REASONS[reason.code];

function uncoveredOf(verdict: Verdict, grounds: readonly Ground[]): string[] {
  if (verdict !== "gap") return [];
  const places = grounds.flatMap((ground) => (verdictOf(ground) === "gap" ? (ground.reason.place ?? []) : []));
  return [...new Set(places)].sort();
}

type Standing = Pick<Assessment, "verdict" | "reason" | "uncovered"> & { grounds: readonly Ground[] };

/** The first turn on which a standing is another, if any. */
function endOf(now: Standing, turns: readonly IsoDate[], groundsOn: (day: IsoDate) => [Ground, ...Ground[]]) {
  const uncovered = now.uncovered.join();
  let last = now.grounds;
  for (const turn of turns) {
    const then = groundsOn(turn);
    const verdict = verdictOf(weakest(then));
    if (verdict !== now.verdict || uncoveredOf(verdict, then).join() !== uncovered) {
      const ending = lostBetween(last, then);
      return { until: addDays(turn, -1), ...(ending && ending.place !== now.reason.place && { ending }) };
    }
    last = then;
  }
  return { until: null };
}

/** Of the places that are covered worse on the later day: the one that is worst then, and its rule of the earlier day. */
function lostBetween(last: readonly Ground[], then: readonly Ground[]) {
  const [first, ...others] = then.filter((ground, at) => last[at] && isWorse(verdictOf(ground), verdictOf(last[at])));
  if (!first) return undefined;
  const worst = weakest([first, ...others]);
  const rule = last[then.indexOf(worst)]?.rule;
  const { place } = worst.reason;
  return place && rule ? { place, ...cited(rule) } : undefined;
}

/** The later days on which a verdict can change, in order: between them the law of the places stands still. */
function turnsAfter(on: IsoDate, places: Places, regime: Regime, index: LawIndex): IsoDate[] {
  const before = index.law.regimes[regime].before;
  const later: IsoDate[] = [];
  for (const { turns } of before ? [index[regime], index[before]] : [index[regime]]) {
    const lists = [turns.any, ...places.map(({ country }) => turns.of.get(country) ?? [])];
    for (const days of lists) if ((days.at(-1) ?? "") > on) later.push(...days.filter((day) => day > on));
  }
  return later.sort();
}

const only = (reason: Reason): [Ground] => [{ reason, rule: undefined }];

/** One per place; or the one that makes places not matter. Never empty. */
function groundsOf(
  subject: Subject,
  places: Places,
  asked: Regime,
  on: IsoDate,
  index: LawIndex,
): [Ground, ...Ground[]] {
  if (subject.role === "source") return only({ code: "inbound" });
  const by = regimeInForce(index.law, asked, on);
  if (!by) return only({ code: "law-not-recorded" });
  const [first, ...others] = places;
  if (!first) return only({ code: "no-location" });
  const ruling = { asked, by, on, index };
  return [groundOf(subject, first, ruling), ...others.map((place) => groundOf(subject, place, ruling))];
}

/**
 * Of equals the first. Of decisions, one that is about some recipients only is the weaker. A stated place is told rather
 * than where the company is.
 */
const tieBreak = ({ reason }: Ground) => {
  const [isLimited, kind] = ["scope" in reason, "kind" in reason ? reason.kind : ""];
  return `${isLimited ? 0 : 1} ${kind === "establishment" ? 1 : 0} ${reason.place} ${kind}`;
};

function weakest([first, ...others]: [Ground, ...Ground[]]): Ground {
  return others.reduce((worst, each) => {
    const difference = WEAKNESS[each.reason.code] - WEAKNESS[worst.reason.code];
    return difference > 0 || (difference === 0 && tieBreak(each) < tieBreak(worst)) ? each : worst;
  }, first);
}

function groundOf(subject: Subject, { country: place, kind = "processing" }: CountedPlace, ruling: Ruling): Ground {
  const decision = decisionOn(ruling.index[ruling.by], place, ruling.on);
  const at = { place, kind };
  if (decision && decision.effect !== "adequate") {
    const { effect, id } = decision;
    return { reason: { code: "at-home", ...at, rule: id, effect, by: ruling.by }, rule: decision };
  }
  const { fits, unfit } = fit(subject, place, ruling);
  if (decision && decision.scope !== "certified") {
    const scope = decision.scope && { scope: decision.scope };
    const reason = { code: "adequacy-decision", ...at, ...cited(decision), ...scope, ...beside(fits) } as const;
    return { reason, rule: decision };
  }
  // A certification is worth an adequacy decision, and comes before any contract, even where it is the fallback.
  const certified = fits.find(({ safeguard }) => safeguard.mechanism === "dpf");
  if (certified) return { reason: { ...at, ...certifiedReason(certified, fits) }, rule: certified.rule };
  const [foremost] = fits;
  if (!foremost) {
    const hint = hintOf(ruling.index.law, ruling.by, place, ruling.on);
    return { reason: { ...at, ...(hint && { hint }), ...lackingReason(kind, unfit) }, rule: undefined };
  }
  const { safeguard, rule } = foremost;
  const rest = fits.filter((other) => other.safeguard.mechanism !== safeguard.mechanism);
  return {
    reason: { code: "safeguard", ...at, rule: rule.id, mechanism: safeguard.mechanism, ...beside(rest) },
    rule,
  };
}

function certifiedReason({ safeguard: { certified, checkedOn }, rule }: Fit, fits: Fit[]) {
  return {
    code: "certified-recipient" as const,
    ...cited(rule),
    ...(certified && { certified }),
    ...(checkedOn && { checkedOn }),
    ...beside(fits.filter(({ safeguard }) => safeguard.mechanism !== "dpf")),
  };
}

function lackingReason(kind: CountedPlace["kind"], unfit: Unfit[]) {
  const unrecorded = unfit.find(({ why }) => why === "not-recorded");
  if (unrecorded) return { code: "law-not-recorded" as const, mechanism: unrecorded.mechanism };
  if (kind === "establishment") return { code: "importer-outside" as const, unfit };
  return unfit.some(({ why }) => why === "unsettled-territory")
    ? { code: "unsettled" as const, unfit }
    : gapReason(unfit);
}

function gapReason(unfit: Unfit[]) {
  if (unfit.length === 0) return { code: "nothing-stated" as const };
  return unfit.every(({ why }) => why === "exception")
    ? { code: "exception-only" as const, unfit }
    : { code: "unfit" as const, unfit };
}

/** A rule that an amendment added has the title that its maker gave it. */
const cited = ({ id, title, isAdded }: Rule): { rule: string; title?: string } => ({
  rule: id,
  ...(isAdded && { title }),
});

/** Only what is stated as a fallback is one: of what is stated beside each other nobody has said which comes first. */
function beside(fits: Fit[]): { besides?: Mechanism[]; fallback?: Mechanism[] } {
  const besides = mechanismsOf(fits.filter(({ safeguard }) => !safeguard.backup));
  const fallback = mechanismsOf(fits.filter(({ safeguard }) => safeguard.backup)).filter(
    (each) => !besides.includes(each),
  );
  return { ...(besides.length > 0 && { besides }), ...(fallback.length > 0 && { fallback }) };
}

const mechanismsOf = (fits: Fit[]): Mechanism[] => [...new Set(fits.map(({ safeguard }) => safeguard.mechanism))];
