import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { HintCode, ReasonCode, ReasonFacts } from "../../transfers/index.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";

/** A verdict as the organisation reads it: a clause for every reason, and what is said besides. */
export type Verdicts = {
  reasons: { [Code in ReasonCode]: (facts: ReasonFacts[Code], regime: Regime, names: Naming) => string };
  /** A reason, with what else is uncovered and what ends. */
  sentence: (regime: string, clause: string) => string;
  alsoUncovered: (uncovered: string) => string;
  /** What is worth knowing beside a gap. */
  hints: Record<HintCode, string>;
  hint: (hint: string) => string;
  cover: (place: string, rule: string) => string;
  holdsUntil: (date: string, lost: string | null) => string;
  endsOn: (lost: string, date: string) => string;
};

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, with ${names.mechanisms(all, regime)} as fallback` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` and by ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

const misfits = misfitsBy({
  clauses: (completion) => `, which asks for ${completion}`,
  framework: (own) =>
    `; the transfer would be covered by ${own}, if the certified company's entry on the public list has it`,
});

/** A place that is covered, or the company's seat. */
const whereabouts = ({ place, kind }: { place: string; kind: string }, names: Naming) => {
  if (kind === "establishment") return `the company is established in ${names.place(place)}, which`;
  return place === "001" ? "worldwide, a transfer" : names.place(place);
};

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) => (place === "001" ? "transfers worldwide" : names.place(place));

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "nothing is transferred to it; data comes from it",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `a transfer to ${names.place(place)} is treated as none (${names.rule(rule)})`;
      return by === regime
        ? `no transfer is stated, as the data protection law of ${names.regime(regime)} applies in ${names.place(place)}`
        : `no transfer is stated, as the law of the EU, which was ${names.regime(regime)}'s then, applies in ${names.place(place)}`;
    },
    "adequacy-decision": ({ scope, rule, title, ...rest }, regime, names) => {
      const whom = scope ? ` for ${names.scope(scope)}` : "";
      return `${whereabouts(rest, names)} is recognised as adequate${whom} (${names.rule(rule, title)})${rest.besides ? `, with ${names.mechanisms(rest.besides, regime)} stated besides` : ""}${fallback(rest.fallback, regime, names)}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? `the certification of ${certified}` : "the recipient's certification";
      const checked = checkedOn ? `checked on ${names.date(checkedOn)}` : "not said to have been checked";
      return `${whereabouts(rest, names)} is covered by ${whose} (${names.rule(rule, title)}; ${checked})${also(rest, regime, names)}`;
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      `${whereabouts(rest, names)} is covered by ${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`,
    "no-location": () => "no place is stated",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `whether ${names.place(place)} was covered by ${names.mechanism(mechanism, regime)} on that date is not recorded here`
        : "the law of that date is not recorded here",
    "importer-outside": ({ place, unfit }, regime, names) => {
      const seat = `the company is established in ${names.place(place)}`;
      return unfit.length > 0
        ? `${seat}, and nothing stated covers a transfer to it; the entry states only ${misfits({ place, unfit }, regime, names)}`
        : `${seat}, and no transfer tool is stated for a transfer to it`;
    },
    unsettled: ({ place, unfit }, regime, names) =>
      `whether what is stated covers ${goingTo(place, names)} is unsettled; the entry states only ${misfits({ place, unfit }, regime, names)}`,
    unfit: ({ place, unfit }, regime, names) =>
      `nothing stated covers ${goingTo(place, names)}; the entry states only ${misfits({ place, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `only an exception for single cases (${names.articles([regime])}) is stated for ${goingTo(place, names)}`,
    "nothing-stated": ({ place }, _, names) => `no transfer tool is stated for ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (uncovered) => `; not covered either: ${uncovered}`,
  hints: {
    "french-law": "French law applies the same rules there since 1 June 2019, though Union law does not apply",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `what covers ${place} (${rule})`,
  holdsUntil: (date, lost) => `; the verdict holds until ${date}${lost ? `, when ${lost} ends` : ""}`,
  endsOn: (lost, date) => `; ${lost} ends on ${date}`,
};
