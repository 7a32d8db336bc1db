import type { Rectification } from "../model/change/change-set.ts";
import type { ResponseOutcome } from "../model/people/response.ts";
import type { Locale } from "../model/values/text.ts";
import { wordsFor } from "./index.ts";

/** What becomes of an objection; a correction of the list was never to take effect, and so does not remain as announced. */
export function outcomeOf(
  outcome: ResponseOutcome,
  { rectification }: { rectification: Rectification | null },
  locale: Locale,
): string {
  const { answers, rectification: words } = wordsFor(locale);
  return rectification && outcome === "rejected" ? words.outcome : answers.outcomes[outcome];
}
