import { dateIn } from "../../model/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type AboutChangeSet, followerFooter, recordBlocks, written } from "./frame.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { announced, datedOn, roleOf, subjectOf, titleOf, withdrawn } from "./sentence.ts";

/** Tells those who got an announcement that it no longer holds. Throws when the set was never announced. */
export function withdrawalMail(about: AboutChangeSet): Mail {
  const { organisation, changeSet, locale } = about;
  const { mail } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const sentence = withdrawn(changeSet, locale);
  const effectiveOn = datedOn(changeSet);
  if (!changeSet.announcedAt) throw new TypeError(`Change set ${changeSet.number} was never announced`);
  const announcedOn = formatDate(dateIn(organisation.timeZone, changeSet.announcedAt), locale);
  const hadAnnounced = changeSet.changes.map((change) => {
    const alone = announced({ ...changeSet, changes: [change] }, effectiveOn, false, locale);
    return titleOf(alone, changeSet);
  });
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence, changeSet),
    preheader: mail.withdrawal.preheader(announcedOn),
    blocks: [
      { type: "paragraph", text: mail.withdrawal.lead(several, announcedOn, formatDate(effectiveOn, locale)) },
      ...reason(about),
      { type: "heading", text: mail.withdrawal.heading },
      // Only what it was about: every field again, before and after, would read like a change that does happen.
      { type: "list", items: hadAnnounced },
      { type: "heading", text: mail.questions.heading },
      { type: "paragraph", text: mail.questions.how(organisation), email: organisation.privacyEmail },
      ...recordBlocks(about),
    ],
    footer: followerFooter(about, roleOf(changeSet)),
  });
}

function reason({ changeSet, locale }: AboutChangeSet): Block[] {
  if (!changeSet.withdrawnReason) return [];
  return [
    { type: "heading", text: wordsFor(locale).mail.withdrawal.reason },
    { type: "statement", text: changeSet.withdrawnReason },
  ];
}
