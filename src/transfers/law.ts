import type { Scope } from "../model/amendment.ts";
import { addDays, type IsoDate } from "../model/values/dates.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import recorded from "./law.json" with { type: "json" };

/**
 * In force from its first day to its last, both included: an act that ends on a date ends with that day's last hour
 * (Art. 4(3) of Regulation 1182/71). A judgment binds from its delivery (Art. 91(1) of the Court's Rules of Procedure):
 * what it annuls ended on the day before, as an amendment has it.
 */
type Dated = { from: IsoDate; until: IsoDate | null };

type Sourced = {
  id: string;
  regime: Regime;
  title: string;
  source: string;
  /** `verified`: title, date and territories were compared with a public source. */
  confidence: "verified" | "stated";
  note?: string;
  /** The number of the amendment that added it (`isAdded`), or ended it. */
  amendment?: number;
  isAdded?: true;
};

/**
 * What is said of territories: they are where the regime itself applies (`home`: nothing leaves), a transfer there counts
 * as none all the same (`treated-as-home`), or their protection is recognised (`adequate`). Territories are ISO 3166-1
 * codes. In a decision of another regime, "EEA" stands for whatever belongs to that area on the date. Of territories that
 * are `unsettled`, it is in dispute whether the decision extends to them.
 */
export type Decision = Sourced &
  Dated & {
    effect: "home" | "treated-as-home" | "adequate";
    territories: string[];
    scope?: Scope;
    area?: "EEA";
    unsettled?: string[];
  };

/**
 * A safeguard the regime accepts for any third country; `with` names what it is worth nothing without, `recipient` as
 * what whoever receives the data acts.
 */
export type MechanismRule = Sourced &
  Dated & { mechanism: Mechanism; with?: Mechanism; clauses?: "older"; recipient?: "controller" | "processor" };

export type HintCode = "french-law";

/** What is worth knowing of a territory that nothing covers. It covers nothing itself. */
type Hint = Omit<Sourced, "id"> & Dated & { id: HintCode; territories: string[] };

export type Rule = Decision | MechanismRule;

/**
 * `from`: what came before is not recorded here, or it was the law of another regime (`before`). `unrecorded`: the last
 * day on which a mechanism could be used by an older law of which nothing is recorded here.
 */
type RegimeLaw = {
  from: IsoDate;
  before: Regime | null;
  title: string;
  source: string;
  unrecorded?: Partial<Record<Mechanism, IsoDate>>;
};

export type Law = {
  /** The date of this edition: what was known on it. */
  version: IsoDate;
  regimes: Record<Regime, RegimeLaw>;
  decisions: Decision[];
  mechanisms: MechanismRule[];
  hints: Hint[];
  /** The day of the newest amendment that an operator has made, if there is one. */
  amendedOn?: IsoDate;
  /** The rule that is thought away, if one is. */
  fallen?: Rule;
};

export const currentLaw = recorded as Law;

/** How many days an edition may be old before that is worth saying. */
const OLD_AFTER_DAYS = 180;

/** Whether so much can have happened to the law since an edition that somebody should look. */
export const isOldLaw = ({ version }: Law, today: IsoDate): boolean => today > addDays(version, OLD_AFTER_DAYS);

/** The rule with an id, whatever its kind. */
export const ruleOf = (law: Law, id: string): Rule | undefined =>
  [...law.decisions, ...law.mechanisms].find((rule) => rule.id === id);

/** The law as it would be had a decision (or a mechanism) fallen. Throws RangeError when there is no such rule. */
export function withoutRule(law: Law, id: string): Law {
  const fallen = ruleOf(law, id);
  if (!fallen) throw new RangeError(`There is no rule "${id}"`);
  const others = <T extends Rule>(rules: T[]) => rules.filter((rule) => rule.id !== id);
  return { ...law, decisions: others(law.decisions), mechanisms: others(law.mechanisms), fallen };
}

export const isInForce = ({ from, until }: Dated, on: IsoDate): boolean =>
  from <= on && (until === null || on <= until);

/**
 * The rules by which some regimes accept a mechanism on a date. Of adequacy and exceptions there are none: each country has
 * a decision of its own, and an exception covers no regular transfer.
 */
export const rulesOf = (law: Law, mechanism: Mechanism, regimes: readonly Regime[], on: IsoDate): Rule[] =>
  [
    ...law.mechanisms.filter((rule) => rule.mechanism === mechanism && rule.clauses !== "older"),
    ...law.decisions.filter(({ scope }) => mechanism === "dpf" && scope === "certified"),
  ].filter((rule) => regimes.includes(rule.regime) && isInForce(rule, on));

/** What is worth knowing of a place under a regime, on a date. */
export const hintOf = ({ hints }: Law, regime: Regime, place: string, on: IsoDate): HintCode | undefined =>
  hints.find((hint) => hint.regime === regime && hint.territories.includes(place) && isInForce(hint, on))?.id;

/** The days until a date on which a rule begins, or holds no longer, in order. */
export function turnsUntil(last: IsoDate, { decisions, mechanisms }: Law): IsoDate[] {
  const days = [...decisions, ...mechanisms].flatMap(({ from, until }) => [
    from,
    ...(until ? [addDays(until, 1)] : []),
  ]);
  return [...new Set(days)].filter((day) => day <= last).sort();
}

/**
 * Whose law governed a regime's transfers on a date: the United Kingdom's was the EU's until the end of 2020. Null: not
 * recorded.
 */
export function regimeInForce(law: Law, regime: Regime, on: IsoDate): Regime | null {
  const { from, before } = law.regimes[regime];
  if (from <= on) return regime;
  return before && regimeInForce(law, before, on);
}
