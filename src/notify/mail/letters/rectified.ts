import { isNewTo } from "../../../model/change/concern.ts";
import type { ReaderTerms } from "../../../model/people/reader.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { fact, type LetterRow } from "../letter.ts";
import { type AboutChangeSet, datedOn } from "./change-set.ts";
import { isFollower } from "./reader.ts";

/** What stands first in a mail about a correction of the list, in place of days to come; nothing of any other set. */
export function rectified(about: AboutChangeSet): LetterRow[] {
  const { changeSet, locale } = about;
  const { facts } = wordsFor(locale).rectification;
  const { rectification } = changeSet;
  if (!rectification) return [];
  const { since } = rectification;
  return [
    fact(facts.on, [formatDate(datedOn(changeSet), locale)]),
    ...(since ? [fact(facts.since, [formatDate(since, locale)])] : []),
    ...(notAsked(about).length > 0 ? [fact(facts.approval, [facts.notAsked])] : []),
    ...(mayAnswer(about) ? [fact(facts.answer, [facts.anyTime])] : []),
  ];
}

/** Whether the reader speaks for a customer, and so is asked for an answer to a correction of the list. */
export const mayAnswer = ({ changeSet, terms = [] }: AboutChangeSet): boolean =>
  changeSet.rectification !== null && !isFollower({ terms });

/** The reader's customers whose contract asks for an approval of what has been so, as it would had it been intended. */
export const notAsked = ({ changeSet, terms = [] }: AboutChangeSet): ReaderTerms[] =>
  terms.filter(
    ({ notAsked: isNotAsked, used = { products: [], hostingRegions: [] } }) =>
      isNotAsked === true &&
      changeSet.changes.some(
        (change) => change.weight === "material" && (change.weightOverride !== null || isNewTo(change, used)),
      ),
  );
