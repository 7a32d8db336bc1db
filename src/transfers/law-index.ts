import { addDays, type IsoDate } from "../model/values/dates.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import type { Decision, Law, MechanismRule } from "./law.ts";

/** When a decision holds for one of its territories. */
type Interval = { from: IsoDate; until: IsoDate | null; decision: Decision };

/** The law of one regime, prepared for being asked thousands of times. */
type RegimeIndex = {
  decisions: Map<string, Interval[]>;
  mechanisms: Map<Mechanism, MechanismRule[]>;
  /** The days on which what is said of a territory changes, in order; and those on which anything else does. */
  turns: { of: Map<string, IsoDate[]>; any: IsoDate[] };
};

export type LawIndex = { law: Law } & Record<Regime, RegimeIndex>;

const indexes = new WeakMap<Law, LawIndex>();

export function indexOf(law: Law): LawIndex {
  let index = indexes.get(law);
  if (!index) {
    index = { law, eu: regimeIndex(law, "eu"), uk: regimeIndex(law, "uk"), ch: regimeIndex(law, "ch") };
    indexes.set(law, index);
  }
  return index;
}

/** What a regime has decided about a place, if something is in force. */
export function decisionOn({ decisions }: RegimeIndex, place: string, on: IsoDate): Decision | undefined {
  return decisions.get(place)?.find(({ from, until }) => from <= on && (until === null || on <= until))?.decision;
}

function regimeIndex(law: Law, regime: Regime): RegimeIndex {
  const { from, unrecorded = {} } = law.regimes[regime];
  const intervals = law.decisions.filter((each) => each.regime === regime).flatMap(intervalsOf(law));
  const mechanisms = law.mechanisms.filter((each) => each.regime === regime);
  const decisions = Map.groupBy(intervals, ({ territory }) => territory);
  return {
    decisions,
    mechanisms: Map.groupBy(mechanisms, ({ mechanism }) => mechanism),
    turns: {
      of: new Map([...decisions].map(([territory, dated]) => [territory, turnsOf(dated)])),
      any: [from, ...Object.values(unrecorded).map((last) => addDays(last, 1)), ...turnsOf(mechanisms)].sort(),
    },
  };
}

/** "EEA" in a decision of another regime is each territory that belongs to it, for as long as it does. */
function intervalsOf({ decisions }: Law): (decision: Decision) => (Interval & { territory: string })[] {
  const members = decisions.filter(({ area }) => area === "EEA");
  return (decision) => {
    const { from, until, effect } = decision;
    return decision.territories.flatMap((territory) => {
      if (territory !== "EEA" || effect === "home") return [{ territory, from, until, decision }];
      return members.flatMap((member) =>
        member.territories.map((code) => ({
          territory: code,
          from: member.from > from ? member.from : from,
          until: earlier(member.until, until),
          decision,
        })),
      );
    });
  };
}

const earlier = (one: IsoDate | null, other: IsoDate | null) =>
  one === null || (other !== null && other < one) ? other : one;

const turnsOf = (dated: readonly { from: IsoDate; until: IsoDate | null }[]): IsoDate[] =>
  dated.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)])).sort();
