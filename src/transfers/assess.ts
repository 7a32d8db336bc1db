import type { IsoDate } from "../model/dates.ts";
import type { Regime } from "../model/vendor-document.ts";
import { type Fit, fit, type Ruling, type Unfit } from "./fit.ts";
import { addDay, currentLaw, type Law, type Mechanism, type Rule, regimeInForce, type Scope } from "./law.ts";
import { decisionOn, indexOf, type LawIndex } from "./law-index.ts";
import type { Place, Subject } from "./subject.ts";

export type Verdict = "none-needed" | "adequate" | "safeguarded" | "unknown" | "gap";

/** From best to worst. A gap is worse than not knowing: it is known. */
export const VERDICTS: readonly Verdict[] = ["none-needed", "adequate", "safeguarded", "unknown", "gap"];

export const isWorse = (one: Verdict, other: Verdict): boolean => VERDICTS.indexOf(one) > VERDICTS.indexOf(other);

/** Whether less is covered: a worse verdict, or the same one with a place uncovered that was not. */
export const isCoveredWorse = (one: Assessment, other: Assessment): boolean =>
  isWorse(one.verdict, other.verdict) ||
  (one.verdict === other.verdict && one.uncovered.some((place) => !other.uncovered.includes(place)));

/** Every reason there is, the stronger before the weaker, and the verdict it makes. */
export const REASONS = {
  inbound: "none-needed", // the third party is where data comes from: nothing is transferred to it
  "at-home": "none-needed",
  "adequacy-decision": "adequate",
  "certified-recipient": "adequate",
  safeguard: "safeguarded",
  "no-location": "unknown",
  "law-not-recorded": "unknown",
  unfit: "gap", // something is stated, and does not cover the place
  "exception-only": "gap", // a derogation (Art. 49 GDPR, Art. 17 FADP), and nothing else
  "nothing-stated": "gap",
} as const satisfies Record<string, Verdict>;
export type ReasonCode = keyof typeof REASONS;

const WEAKNESS = Object.fromEntries(Object.keys(REASONS).map((code, rank) => [code, rank])) as Record<
  ReasonCode,
  number
>;

/** Why, for words in any language. All but `code` is about the one place that decided. */
export type Reason = {
  code: ReasonCode;
  place?: string;
  kind?: NonNullable<Place["kind"]>;
  rule?: string;
  scope?: Scope;
  mechanism?: Mechanism;
  checkedOn?: IsoDate;
  /** What covers the place as well, and is no fallback: the certification is stated as one. */
  besides?: Mechanism[];
  /** What would still cover the place if the rule fell. */
  fallback?: Mechanism[];
  unfit?: Unfit[];
};

export type Assessment = {
  verdict: Verdict;
  reason: Reason;
  /** Every place that nothing stated covers, in order: the reason is about one of them. */
  uncovered: string[];
  /** The address of the rule that decided, or of the law that asks for one. */
  source: string;
  /** The last day of this verdict and of what is uncovered, as far as the law is known; null: no end is known. */
  until: IsoDate | null;
  /** What is covered until then and no longer, where that is another place than the reason's; and by which rule. */
  ending?: { place: string; rule: string };
  /** Ids of every rule the verdict rests on, at all of its places. */
  rules: string[];
};

type Ground = { reason: Reason; rule: Rule | undefined };

/**
 * Whether what a third party does with the data is covered: every place by itself, and as a whole no better than its
 * weakest place (GDPR Art. 44: the protection must not be undermined).
 */
export function assess(subject: Subject, regime: Regime, on: IsoDate, law: Law = currentLaw): Assessment {
  const index = indexOf(law);
  const grounds = groundsOf(subject, regime, on, index);
  const { reason, rule } = weakest(grounds);
  const verdict = REASONS[reason.code];
  const uncovered = uncoveredOf(verdict, grounds);
  return {
    verdict,
    reason,
    uncovered,
    source: (rule ?? law.regimes[regimeInForce(law, regime, on) ?? regime]).source,
    ...endOf(subject, regime, on, { verdict, reason, uncovered, grounds }, index),
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

function endOf(subject: Subject, regime: Regime, on: IsoDate, now: Standing, index: LawIndex) {
  const uncovered = now.uncovered.join();
  let last = now.grounds;
  for (const turn of turnsAfter(on, subject, regime, index)) {
    const then = groundsOf(subject, regime, turn, index);
    const verdict = verdictOf(weakest(then));
    if (verdict !== now.verdict || uncoveredOf(verdict, then).join() !== uncovered) {
      const ending = lostBetween(last, then);
      return { until: addDay(turn, -1), ...(ending && ending.place !== now.reason.place && { ending }) };
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
  const rule = last[then.indexOf(worst)]?.rule?.id;
  const { place } = worst.reason;
  return place && rule ? { place, rule } : undefined;
}

/** The later days on which a verdict on the subject can change, in order: between them the law of its places stands still. */
function turnsAfter(on: IsoDate, { locations }: Subject, regime: Regime, index: LawIndex): IsoDate[] {
  const before = index.law.regimes[regime].before;
  const later: IsoDate[] = [];
  for (const { turns } of before ? [index[regime], index[before]] : [index[regime]]) {
    const days = [turns.any, ...locations.map(({ country }) => turns.of.get(country) ?? [])];
    for (const of of days) if ((of.at(-1) ?? "") > on) later.push(...of.filter((day) => day > on));
  }
  return later.sort();
}

const only = (code: ReasonCode): [Ground] => [{ reason: { code }, rule: undefined }];

/** One per place; or the one that makes places not matter. Never empty. */
function groundsOf(subject: Subject, asked: Regime, on: IsoDate, index: LawIndex): [Ground, ...Ground[]] {
  if (subject.role === "source") return only("inbound");
  const by = regimeInForce(index.law, asked, on);
  if (!by) return only("law-not-recorded");
  const [first, ...others] = subject.locations;
  if (!first) return only("no-location");
  const ruling = { asked, by, on, index };
  return [groundOf(subject, first, ruling), ...others.map((place) => groundOf(subject, place, ruling))];
}

/** Of equals the first. Of decisions, one that is about some recipients only is the weaker. */
const key = ({ reason: { scope, place, kind } }: Ground) => `${scope ? 0 : 1} ${place} ${kind}`;

function weakest([first, ...others]: [Ground, ...Ground[]]): Ground {
  return others.reduce((worst, each) => {
    const difference = WEAKNESS[each.reason.code] - WEAKNESS[worst.reason.code];
    return difference > 0 || (difference === 0 && key(each) < key(worst)) ? each : worst;
  }, first);
}

function groundOf(subject: Subject, { country: place, kind = "processing" }: Place, ruling: Ruling): Ground {
  const decision = decisionOn(ruling.index[ruling.by], place, ruling.on);
  if (decision && decision.effect !== "adequate")
    return { reason: { code: "at-home", place, kind, rule: decision.id }, rule: decision };
  const { fits, unfit } = fit(subject, place, ruling);
  if (decision && decision.scope !== "certified") {
    const scope = decision.scope && { scope: decision.scope };
    const reason = { code: "adequacy-decision", place, kind, rule: decision.id, ...scope, ...others(fits) } as const;
    return { reason, rule: decision };
  }
  // A certification is worth an adequacy decision, and comes before any contract, even where it is the fallback.
  const foremost = fits.find(({ safeguard }) => safeguard.mechanism === "dpf") ?? fits[0];
  if (foremost) return covered(foremost, fits, place, kind);
  return { reason: { code: gapCode(unfit), place, kind, ...(unfit.length > 0 && { unfit }) }, rule: undefined };
}

function covered({ safeguard, rule }: Fit, fits: Fit[], place: string, kind: NonNullable<Place["kind"]>): Ground {
  const { mechanism, checkedOn } = safeguard;
  const code = mechanism === "dpf" ? "certified-recipient" : "safeguard";
  const rest = fits.filter((other) => other.safeguard.mechanism !== mechanism);
  const [besides = [], fallback = []] = safeguard.backup
    ? [rest.filter((other) => !other.safeguard.backup), rest.filter((other) => other.safeguard.backup)]
    : [[], rest];
  const also = besides.length > 0 && { besides: mechanismsOf(besides) };
  return {
    reason: {
      code,
      place,
      kind,
      rule: rule.id,
      mechanism,
      ...(checkedOn && { checkedOn }),
      ...also,
      ...others(fallback),
    },
    rule,
  };
}

function others(fits: Fit[]): { fallback?: Mechanism[] } {
  return fits.length === 0 ? {} : { fallback: mechanismsOf(fits) };
}

const mechanismsOf = (fits: Fit[]): Mechanism[] => [...new Set(fits.map(({ safeguard }) => safeguard.mechanism))];

function gapCode(unfit: Unfit[]): ReasonCode {
  if (unfit.length === 0) return "nothing-stated";
  return unfit.every(({ why }) => why === "exception") ? "exception-only" : "unfit";
}
