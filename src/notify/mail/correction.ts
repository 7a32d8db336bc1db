import { dateIn } from "../../model/dates.ts";
import { type LocalizedText, localized } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type AboutChangeSet, readerFooter, recordBlocks, written } from "./frame.ts";
import { whatWasAnnounced } from "./given.ts";
import type { Mail } from "./mail.ts";
import { roleOf, subjectOf, titleOf } from "./sentence.ts";

/** Corrects an announcement in the operator's own words. Throws when the set was never announced. */
export function correctionMail(about: AboutChangeSet & { text: LocalizedText }): Mail {
  const { organisation, changeSet, locale, text } = about;
  const { answers, mail } = wordsFor(locale);
  const words = answers.correction;
  if (!changeSet.announcedAt) throw new TypeError(`Change set ${changeSet.number} was never announced`);
  const announcedOn = formatDate(dateIn(organisation.timeZone, changeSet.announcedAt), locale);
  const sentence = () => words.sentence(changeSet.number);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader(announcedOn),
    blocks: [
      { type: "paragraph", text: words.lead(announcedOn) },
      { type: "statement", text: localized(text, locale) },
      ...whatWasAnnounced(about),
      { type: "heading", text: mail.questions.heading },
      { type: "paragraph", text: mail.questions.how(organisation), email: organisation.privacyEmail },
      ...recordBlocks(about),
    ],
    footer: readerFooter(about, roleOf(changeSet)),
  });
}
