import { dateIn } from "../../registry/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type AboutChangeSet, followerFooter, recordBlocks, written } from "./frame.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { datedOn, subjectOf, titleOf, withdrawn } from "./sentence.ts";

/** Tells those who got an announcement that it no longer holds. Throws when the set was never announced. */
export function withdrawalMail(about: AboutChangeSet): Mail {
  const { organisation, changeSet, locale } = about;
  const { mail } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const sentence = withdrawn(changeSet, locale);
  const effectiveOn = formatDate(datedOn(changeSet), locale);
  if (!changeSet.announcedAt) throw new TypeError(`Change set ${changeSet.number} was never announced`);
  const announcedOn = formatDate(dateIn(organisation.timeZone, changeSet.announcedAt), locale);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence, changeSet),
    preheader: mail.withdrawal.preheader(announcedOn),
    blocks: [
      { type: "paragraph", text: mail.withdrawal.lead(several, announcedOn, effectiveOn) },
      ...reason(about),
      { type: "heading", text: mail.withdrawal.heading },
      // Only what it was about: every field again, before and after, would read like a change that does happen.
      { type: "list", items: changeSet.changes.map(({ name, kind }) => mail.changed(name, kind)) },
      { type: "heading", text: mail.questions.heading },
      { type: "paragraph", text: mail.questions.how(organisation.privacyEmail), email: organisation.privacyEmail },
      ...recordBlocks(about),
    ],
    footer: followerFooter(about),
  });
}

function reason({ changeSet, locale }: AboutChangeSet): Block[] {
  if (!changeSet.withdrawnReason) return [];
  return [
    { type: "heading", text: wordsFor(locale).mail.withdrawal.reason },
    { type: "statement", text: changeSet.withdrawnReason },
  ];
}
