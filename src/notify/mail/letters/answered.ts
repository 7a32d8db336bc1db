import type { ReaderTerms } from "../../../model/people/reader.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { outcomeOf } from "../../../words/outcome.ts";
import { type Passage, paragraph } from "../letter.ts";
import type { AboutChangeSet } from "./change-set.ts";

/**
 * What the reader's customers have answered is worth, a sentence for each: an approval stands, an objection is open or was
 * decided. What else the letter says of an objection (`objectedOn`) is not said twice. In a correction an approval is said to be of
 * what was told before: it covers nothing else.
 */
export function whatAnswersAreWorth({ terms = [], locale, changeSet }: AboutChangeSet, isCorrected = false): Passage[] {
  const { followUps, answers } = wordsFor(locale);
  const words = followUps.standing;
  const said = terms.flatMap(({ name, answer, objectedOn }) => {
    if (!answer || objectedOn) return [];
    const [on, decidedOn] = [answer.on, answer.decidedOn].map((day) => day && formatDate(day, locale));
    if (!on) return [];
    if (answer.kind === "approved") return [(isCorrected ? words.approvalBefore : words.approvalStands)(name, on)];
    if (!decidedOn) return [words.objectionOpen(name, on)];
    const decided = words.objectionDecided(name, on, decidedOn);
    if (!answer.outcome) return [decided];
    const what = answers.page.decided(outcomeOf(answer.outcome, changeSet, locale));
    // Whoever has agreed on something else reads of what was announced all the same.
    return [[decided, what, ...(answer.outcome === "alternative" ? [words.agreed] : [])].join(" ")];
  });
  return [...new Set(said)].map((sentence) => paragraph(sentence));
}

/** Whether the reader's customer has answered what the letter is about, and need not be asked to. */
export const hasAnswered = ({ answer }: ReaderTerms): boolean => answer !== undefined;
