import type { IsoDate } from "../model/dates.ts";
import type { Locale } from "../model/text.ts";
import type { Regime } from "../model/vendor-document.ts";
import { currentLaw, type Mechanism, type Misfit, ruleOf, type Scope } from "../transfers/index.ts";
import { formatCountry, formatDate, formatList, wordsFor } from "./index.ts";
import { ruleTitles } from "./rules.fr.ts";

/** What sentences about transfers speak of, by its name in a language, as it stands in a sentence. */
export type Naming = {
  date: (on: IsoDate) => string;
  list: (items: readonly string[]) => string;
  place: (code: string) => string;
  regime: (regime: Regime) => string;
  /** The articles that allow exceptions, in some regimes. */
  articles: (regimes: readonly Regime[]) => string;
  /** A mechanism, as the law of a regime has it. */
  mechanism: (mechanism: Mechanism, regime: Regime) => string;
  misfit: (why: Misfit) => string;
  scope: (scope: Scope) => string;
  /** The title of a rule of the law. */
  rule: (id: string) => string;
};

const TITLES: Record<Locale, Record<string, string>> = { en: {}, fr: ruleTitles };

export const namingIn = (locale: Locale): Naming => NAMINGS[locale];

const NAMINGS: Record<Locale, Naming> = { en: naming("en"), fr: naming("fr") };

function naming(locale: Locale): Naming {
  const words = wordsFor(locale).transfers;
  const list = (items: readonly string[]) => formatList(items, locale);
  const articles = (regimes: readonly Regime[]) => list(regimes.map((regime) => words.exception[regime]));
  return {
    date: (on) => formatDate(on, locale),
    list,
    place: (code) => words.place(code, formatCountry(code, locale)),
    regime: (regime) => words.regimes[regime],
    articles,
    mechanism: (mechanism, regime) => {
      if (mechanism === "derogation") return words.anException(articles([regime]));
      return mechanism === "ad-hoc-clauses" && regime === "ch" ? words.notifiedClauses : words.mechanisms[mechanism];
    },
    misfit: (why) => words.misfits[why],
    scope: (scope) => words.scopes[scope],
    // A rule that has no title in a language, such as one an operator has recorded, keeps its own.
    rule: (id) => TITLES[locale][id] ?? ruleOf(currentLaw, id)?.title ?? id,
  };
}
