import { type LocalizedText, localized } from "../../../model/values/text.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Passage, paragraph, quote, quoted } from "../letter.ts";
import type { Mail } from "../mail.ts";
import {
  type AboutChangeSet,
  announcedOn,
  datedOn,
  eachChange,
  hasSeveralDays,
  headlineOf,
  isLong,
  recordBlocks,
  whatWasAnnounced,
} from "./change-set.ts";
import { answerLinks, deadlineOf, lastDayOf, needsApproval, readerFooter, termsOfEach } from "./reader.ts";
import { questions, waysOut, written } from "./written.ts";

/** Corrects an announcement in the operator's own words. Throws when the set was never announced. */
export function correctionMail(about: AboutChangeSet & { text: LocalizedText }): Mail {
  const words = wordsFor(about.locale).followUps.correction;
  const announced = announcedOn(about);
  return written(about, {
    headline: () => words.sentence(about.changeSet.number),
    preheader: words.preheader(announced),
    blocks: [
      paragraph(words.lead(announced)),
      quote(localized(about.text, about.locale)),
      ...questionsThen(about, whatWasAnnounced(about)),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/**
 * Reminds a contact, shortly before the last day to object of the customers in `terms`, that nobody has answered for
 * them. Throws when none of them has such a day, or the set was never announced.
 */
export function reminderMail(about: AboutChangeSet): Mail {
  const words = wordsFor(about.locale).followUps.reminder;
  const first = lastDayOf(about);
  if (first === null) throw new TypeError(`Change set ${about.changeSet.number} has nothing to remind of`);
  const until = deadlineOf(about) ?? "";
  return written(about, {
    headline: () => words.sentence(formatDate(first, about.locale)),
    preheader: words.until(until),
    blocks: [
      paragraph(words.lead(announcedOn(about))),
      ...ownTerms(about, until),
      ...answerLinks(about),
      ...(isLong(about.changeSet) ? waysOut(about) : []),
      ...whatWasAnnounced(about),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** One customer's day in a sentence; of several, each on a line with its name. */
function ownTerms(about: AboutChangeSet, until: string): Passage[] {
  const each = termsOfEach(about);
  if (each.length > 0) return each;
  const { followUps, answers } = wordsFor(about.locale);
  const words = followUps.reminder;
  const text = [words.until(until), ...(needsApproval(about) ? [answers.approvalNeeded] : [])].join(" ");
  return [paragraph(text)];
}

/** Tells those who got an announcement that it no longer holds. Throws when the set was never announced. */
export function withdrawalMail(about: AboutChangeSet): Mail {
  const { changeSet, locale } = about;
  const words = wordsFor(locale).mail.withdrawal;
  const announced = announcedOn(about);
  const effective = formatDate(datedOn(changeSet), locale);
  return written(about, {
    headline: headlineOf(changeSet, "withdrawn", locale),
    preheader: words.preheader(announced),
    blocks: [
      paragraph(
        hasSeveralDays(changeSet)
          ? words.leadDays(announced)
          : words.lead(changeSet.changes.length > 1, announced, effective),
      ),
      ...quoted(words.reason, changeSet.withdrawnReason),
      // Only the headlines: every field again, before and after, would read like a change that does happen.
      ...questionsThen(about, eachChange(words.heading, about, "coming")),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** What was announced, and whom to ask about it: first, with the ways out, where the list of it is long. */
const questionsThen = (about: AboutChangeSet, list: Passage[]): Passage[] =>
  isLong(about.changeSet) ? [...questions(about), ...waysOut(about), ...list] : [...list, ...questions(about)];
