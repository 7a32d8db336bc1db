import type { Locale } from "../model/text.ts";
import type { CodedFinding, FindingCode } from "../transfers/index.ts";
import { findings as en, type FindingSentences } from "./findings.en.ts";
import { findings as fr } from "./findings.fr.ts";
import { namingIn } from "./naming.ts";
import { verdictSentence } from "./verdict.ts";

const findings: Record<Locale, FindingSentences> = { en, fr };

/** What a finding means, in a sentence or two. */
export function findingSentence<Code extends FindingCode>({ code, facts }: CodedFinding<Code>, locale: Locale): string {
  return findings[locale][code](facts, {
    ...namingIn(locale),
    verdict: (assessment, regime) => verdictSentence(assessment, regime, locale),
  });
}
