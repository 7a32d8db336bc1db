import type { Locale } from "../model/values/text.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import { type Assessment, currentLaw, type Reason, type ReasonCode, ruleOf } from "../transfers/index.ts";
import { formatCountry, formatDate, formatList, formatPlaceWithin, onceForEach, wordsFor } from "./index.ts";
import type { Naming } from "./naming.ts";

/** How the sentences of a language name places, rules, mechanisms and the like. */
export const namingIn = onceForEach((locale): Naming => {
  const { transfers: words, terms, rules, changes } = wordsFor(locale);
  const list = (items: readonly string[]) => formatList(items, locale);
  const articles = (regimes: readonly Regime[]) => list(regimes.map((regime) => words.exception[regime]));
  const regime = (each: Regime) => words.regimes[each];
  const national: Partial<Record<Regime, Partial<Record<Mechanism, string>>>> = words.national;
  const mechanism = (each: Mechanism, under: Regime) => {
    if (each === "derogation") return words.anException(articles([under]));
    return national[under]?.[each] ?? words.mechanisms[each];
  };
  return {
    date: (on) => formatDate(on, locale),
    list,
    some: (names, total) => list(total > names.length ? [...names, changes.others(total - names.length)] : names),
    country: (code) => formatPlaceWithin(code, locale),
    place: (code) => words.place(code, formatCountry(code, locale)),
    regime,
    regimes: (all) => list(all.map(regime)),
    articles,
    mechanism,
    inGeneral: (each, under) => (each === "derogation" ? mechanism(each, under) : words.mechanisms[each]),
    mechanisms: (all, under) => list(all.map((each) => mechanism(each, under))),
    misfit: (why) => words.misfits[why],
    completion: (regimes) => {
      const needed = regimes.flatMap((each) =>
        each === "eu" ? [] : [[terms.regimes[each], words.completion[each]] as const],
      );
      return needed.length > 1
        ? terms.clauses(needed.map(([regime, what]) => terms.explained(regime, what)))
        : needed.map(([, what]) => what).join();
    },
    scope: (scope) => words.scopes[scope],
    rule: (id, title) => rules[id] ?? title ?? ruleOf(currentLaw, id)?.title ?? id,
  };
});

/** A verdict and its reason as one sentence; it names every place that nothing covers. */
export function verdictSentence(assessment: Assessment, regime: Regime, locale: Locale): string {
  const { verdicts, terms } = wordsFor(locale);
  return verdicts.sentence(terms.regimes[regime], verdictClause(assessment, regime, locale));
}

/** The same where the regime is named beside it. */
export function verdictClause(assessment: Assessment, regime: Regime, locale: Locale): string {
  const names = namingIn(locale);
  const { verdicts } = wordsFor(locale);
  const others = assessment.uncovered.filter((place) => place !== assessment.reason.place).map(names.place);
  const also = others.length > 0 ? verdicts.alsoUncovered(names.list(others)) : "";
  const clause = reasonClause(assessment.reason, regime, locale);
  return clause + also + hintClause(assessment, locale) + endClause(assessment, locale);
}

/** What is worth knowing of the place that decides, beside that nothing covers it. */
export function hintClause({ reason }: Assessment, locale: Locale): string {
  const { hints, hint } = wordsFor(locale).verdicts;
  return "hint" in reason && reason.hint ? hint(hints[reason.hint]) : "";
}

function reasonClause<Code extends ReasonCode>(reason: Reason<Code>, regime: Regime, locale: Locale): string {
  return wordsFor(locale).verdicts.reasons[reason.code](reason, regime, namingIn(locale));
}

/** Until when a verdict holds. Of one that is no good already, only what falls after it is told, if anything does. */
function endClause({ verdict, until, ending }: Assessment, locale: Locale): string {
  if (!until) return "";
  const names = namingIn(locale);
  const words = wordsFor(locale).verdicts;
  const lost = ending ? words.cover(names.place(ending.place), names.rule(ending.rule, ending.title)) : null;
  if (verdict !== "gap" && verdict !== "unknown") return words.holdsUntil(names.date(until), lost);
  return lost ? words.endsOn(lost, names.date(until)) : "";
}
