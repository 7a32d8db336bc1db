import { dateIn } from "../../model/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type AboutChangeSet, readerFooter, recordBlocks, written } from "./frame.ts";
import { whatWasAnnounced } from "./given.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { roleOf, subjectOf, titleOf } from "./sentence.ts";
import { answerLinks, lastDayOf, needsApproval, termsOfEach } from "./terms.ts";

/**
 * Reminds a contact, shortly before the last day to object of the customers in `terms`, that nobody has answered for
 * them. Throws when none of them has such a day, or the set was never announced.
 */
export function reminderMail(about: AboutChangeSet): Mail {
  const { organisation, changeSet, locale } = about;
  const words = wordsFor(locale).answers.reminder;
  const first = lastDayOf(about);
  if (first === null || !changeSet.announcedAt) {
    throw new TypeError(`Change set ${changeSet.number} has nothing to remind of`);
  }
  const date = formatDate(first, locale);
  const announcedOn = formatDate(dateIn(organisation.timeZone, changeSet.announcedAt), locale);
  const sentence = () => words.sentence(date);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader(date),
    blocks: [
      { type: "paragraph", text: words.lead(announcedOn) },
      ...ownTerms(about, date),
      ...answerLinks(about),
      ...whatWasAnnounced(about),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about, roleOf(changeSet)),
  });
}

/** One customer's day in a sentence; of several, each on a line with its name. */
function ownTerms(about: AboutChangeSet, date: string): Block[] {
  const each = termsOfEach(about);
  if (each.length > 0) return each;
  const { reminder: words, approvalNeeded } = wordsFor(about.locale).answers;
  const text = [words.until(date), ...(needsApproval(about) ? [approvalNeeded] : [])].join(" ");
  return [{ type: "paragraph", text }];
}
