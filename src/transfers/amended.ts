import type { Amendment, RecordedAmendment } from "../model/amendment.ts";
import { addDays, type IsoDate } from "../model/values/dates.ts";
import { currentLaw, type Decision, type Law, type Rule, ruleOf } from "./law.ts";

/** The law with what an operator has added to it: a day on which a rule ended, an adequacy decision that is new. */

const laws = new WeakMap<readonly RecordedAmendment[], Law>();

/** This edition of the law with the amendments. The same list gives the same law, and none gives the edition itself. */
export function lawWith(amendments: readonly RecordedAmendment[]): Law {
  if (amendments.length === 0) return currentLaw;
  const law = laws.get(amendments) ?? amended(currentLaw, amendments);
  laws.set(amendments, law);
  return law;
}

/** An edition of the law with the amendments, in the order of their numbers. One that was taken back never was. */
export function amended(edition: Law, amendments: readonly RecordedAmendment[]): Law {
  const takenBack = numbersTakenBack(amendments);
  const law = amendments.filter(({ number }) => !takenBack.has(number)).reduce(withAmendment, edition);
  const newest = amendments.at(-1);
  return newest ? { ...law, amendedOn: newest.on } : law;
}

const numbersTakenBack = (amendments: readonly RecordedAmendment[]): ReadonlySet<number> =>
  new Set(amendments.flatMap(({ amendment }) => (amendment.kind === "take-back" ? amendment.number : [])));

function withAmendment(law: Law, { number, amendment }: RecordedAmendment): Law {
  switch (amendment.kind) {
    case "end": {
      const ended = <T extends Rule>(rules: T[]) =>
        rules.map((rule) =>
          rule.id === amendment.rule ? { ...rule, ...endOf(rule, amendment.endsOn, number) } : rule,
        );
      return { ...law, decisions: ended(law.decisions), mechanisms: ended(law.mechanisms) };
    }
    case "adequacy":
      return { ...law, decisions: [...law.decisions, addedDecision(amendment, number)] };
    case "take-back":
      return law;
  }
}

/** A rule that an edition ends earlier keeps its own end. */
function endOf({ until }: Rule, endsOn: IsoDate, amendment: number) {
  const last = addDays(endsOn, -1);
  return until !== null && until <= last ? {} : { until: last, amendment };
}

const addedDecision = (
  { regime, territories, startsOn, endsOn, scope, title, source }: Amendment & { kind: "adequacy" },
  amendment: number,
): Decision => ({
  id: `${regime}-amendment-${amendment}`,
  regime,
  effect: "adequate",
  territories,
  from: startsOn,
  until: endsOn ? addDays(endsOn, -1) : null,
  title,
  source,
  confidence: "stated",
  ...(scope && { scope }),
  amendment,
  isAdded: true,
});

/** Why an amendment cannot be made: which member of it is wrong, and what is wrong with it. */
export type AmendmentFault = { pointer: string; detail: string };

/** What is wrong with an amendment of a law that has these already; none if it can be made. */
export function amendmentFaults(
  edition: Law,
  amendments: readonly RecordedAmendment[],
  amendment: Amendment,
): AmendmentFault[] {
  const law = amended(edition, amendments);
  switch (amendment.kind) {
    case "end": {
      const rule = ruleOf(law, amendment.rule);
      if (!rule) return [{ pointer: "/rule", detail: "is not the id of a decision or mechanism" }];
      if (amendment.endsOn <= rule.from)
        return [{ pointer: "/endsOn", detail: `must be after ${rule.from}, when the rule began` }];
      return rule.until !== null && amendment.endsOn > rule.until
        ? [{ pointer: "/endsOn", detail: `must be ${rule.until} or earlier, when the rule ends anyway` }]
        : [];
    }
    case "adequacy": {
      const { startsOn, endsOn, territories } = amendment;
      if (endsOn !== undefined && endsOn <= startsOn)
        return [{ pointer: "/endsOn", detail: "must be after the day it starts on" }];
      const added = addedDecision(amendment, 0);
      return territories.flatMap((territory, index) => {
        if (territories.indexOf(territory) < index)
          return [{ pointer: `/territories/${index}`, detail: `"${territory}" is named twice` }];
        const other = overlapping(law, added, territory);
        return other
          ? [
              {
                pointer: `/territories/${index}`,
                detail: `"${territory}" is covered by ${other.id} then: end that first`,
              },
            ]
          : [];
      });
    }
    case "take-back": {
      const taken = amendments.find(({ number }) => number === amendment.number);
      if (!taken) return [{ pointer: "/number", detail: "there is no amendment of this number" }];
      if (taken.amendment.kind === "take-back")
        return [{ pointer: "/number", detail: "took another back: make that one anew instead" }];
      if (numbersTakenBack(amendments).has(amendment.number))
        return [{ pointer: "/number", detail: "has been taken back already" }];
      return takeBackFaults(edition, amendments, amendment);
    }
  }
}

/** A rule that held on would overlap with the decision that came after it. */
function takeBackFaults(
  edition: Law,
  amendments: readonly RecordedAmendment[],
  amendment: Amendment & { kind: "take-back" },
): AmendmentFault[] {
  const after = amended(edition, [...amendments, { number: 0, on: edition.version, amendment }]);
  const added = after.decisions.filter((rule) => rule.isAdded);
  for (const rule of added)
    for (const territory of rule.territories) {
      const other = overlapping(after, rule, territory);
      if (other)
        return [{ pointer: "/number", detail: `${rule.id} and ${other.id} would both cover "${territory}" then` }];
    }
  return [];
}

/** Another decision of the regime that says something of a territory on a day on which this one does. */
function overlapping({ decisions }: Law, one: Decision, territory: string): Decision | undefined {
  return decisions.find(
    (other) =>
      other.id !== one.id &&
      other.regime === one.regime &&
      membersOf(decisions, other).includes(territory) &&
      (other.until === null || other.until >= one.from) &&
      (one.until === null || one.until >= other.from),
  );
}

const membersOf = (decisions: readonly Decision[], { effect, territories }: Decision): readonly string[] =>
  effect === "home" || !territories.includes("EEA")
    ? territories
    : [...territories, ...decisions.filter(({ area }) => area === "EEA").flatMap((member) => member.territories)];
