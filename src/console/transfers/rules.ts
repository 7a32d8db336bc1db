import type { IsoDate } from "../../model/values/dates.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import type { Law, Rule } from "../../transfers/index.ts";
import { capitalised, formatCountry, formatList, inOrderOf, wordsFor } from "../../words/index.ts";
import { namingIn } from "../../words/transfer-sentences.ts";
import type { Options } from "../kit/choices.tsx";

/** Rules of the law, as people name them. */

/** As many places as stand in a line; the law's longest rule has more than twenty. */
const MOST_PLACES = 4;

export const rulesOf = ({ decisions, mechanisms }: Law): Rule[] => [...decisions, ...mechanisms];

/** How a rule is cited: an amendment's by its own title. */
export const titleOfRule = ({ id, title }: Rule, locale: ConsoleLocale): string =>
  capitalised(namingIn(locale).rule(id, title));

/** The places of a decision, all or the first few. */
export function placesOfRule(codes: readonly string[], locale: ConsoleLocale, most = codes.length): string {
  const names = codes.map((code) => formatCountry(code, locale)).sort(inOrderOf(locale));
  const isLong = names.length > most + 1;
  const shown = isLong ? names.slice(0, most) : names;
  // What is left out is said after the last, which "and" would then stand before twice.
  const listed = isLong ? shown.join(", ") : formatList(shown, locale);
  return wordsFor(locale).screens.transfers.law.places(listed, names.length - shown.length);
}

/** A rule by its law and title; a decision with what it is about, as several have the same title. */
export function nameOfRule(rule: Rule, locale: ConsoleLocale): string {
  const { terms, screens } = wordsFor(locale);
  const about = "mechanism" in rule ? null : placesOfRule(rule.territories, locale, MOST_PLACES);
  return screens.transfers.law.named(terms.regimes[rule.regime], titleOfRule(rule, locale), about);
}

/** Rules to choose from, in the order of their names. */
export function ruleOptions(rules: readonly Rule[], locale: ConsoleLocale): Options {
  const order = inOrderOf(locale);
  return rules
    .map((rule) => [rule.id, nameOfRule(rule, locale)] as const)
    .sort(([, one], [, other]) => order(one, other));
}

/** Whether a rule holds on a day: from its first to its last, both included. */
export const isInForceOn = ({ from, until }: Rule, on: IsoDate): boolean =>
  from <= on && (until === null || on <= until);
