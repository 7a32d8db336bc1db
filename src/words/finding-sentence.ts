import type { Locale } from "../model/values/text.ts";
import type { CodedFinding, FindingCode } from "../transfers/index.ts";
import { wordsFor } from "./index.ts";
import { namingIn, verdictSentence } from "./transfer-sentences.ts";
import { weightReason } from "./weight-reason.ts";

/** What a finding means, in a sentence or two. */
export function findingSentence<Code extends FindingCode>({ code, facts }: CodedFinding<Code>, locale: Locale): string {
  return wordsFor(locale).findings[code](facts, {
    ...namingIn(locale),
    verdict: (assessment, regime) => verdictSentence(assessment, regime, locale),
    grounds: (grounds) => weightReason(grounds, locale),
  });
}
