import type { Locale } from "../model/text.ts";
import type { Regime } from "../model/vendor-document.ts";
import type { Assessment, Reason, ReasonCode } from "../transfers/index.ts";
import { wordsFor } from "./index.ts";
import { namingIn } from "./naming.ts";
import { verdicts as en, type Verdicts } from "./verdicts.en.ts";
import { verdicts as fr } from "./verdicts.fr.ts";

const verdicts: Record<Locale, Verdicts> = { en, fr };

/** A verdict and its reason as one sentence; of several places that nothing covers, it names all. */
export function verdictSentence(assessment: Assessment, regime: Regime, locale: Locale): string {
  const names = namingIn(locale);
  const words = verdicts[locale];
  const others = assessment.uncovered.filter((place) => place !== assessment.reason.place).map(names.place);
  const also = others.length > 0 ? words.alsoUncovered(names.list(others)) : "";
  const clause = reasonClause(assessment.reason, regime, locale);
  return words.sentence(wordsFor(locale).terms.regimes[regime], clause, also + end(assessment, locale));
}

function reasonClause<Code extends ReasonCode>(reason: Reason<Code>, regime: Regime, locale: Locale): string {
  return verdicts[locale].reasons[reason.code](reason, regime, namingIn(locale));
}

function end({ verdict, until, ending }: Assessment, locale: Locale): string {
  if (!until) return "";
  const names = namingIn(locale);
  const words = verdicts[locale];
  const lost = ending ? words.cover(names.place(ending.place), names.rule(ending.rule)) : null;
  if (verdict !== "gap" && verdict !== "unknown") return words.holdsUntil(names.date(until), lost);
  return lost ? words.endsOn(lost, names.date(until)) : "";
}
