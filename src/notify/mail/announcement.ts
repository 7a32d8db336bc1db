import type { IsoDate } from "../../registry/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { changeBlock } from "./changes.ts";
import { type AboutChangeSet, readerFooter, recordBlocks, written } from "./frame.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { announced, datedOn, isInEffect, roleOf, subjectOf, titleOf } from "./sentence.ts";
import { answerLinks, lastDayOf, needsApproval, termsOfEach } from "./terms.ts";

/**
 * Tells of an intended change, so that its reader can object in time (GDPR Art. 28(2)). Of a draft, it is what would be
 * sent: give it the date of announcing. Throws when the set has no date to take effect on.
 */
export function announcementMail(about: AboutChangeSet): Mail {
  const { organisation, changeSet, locale } = about;
  const { mail } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const effectiveOn = datedOn(changeSet);
  const isDone = isInEffect(changeSet, organisation.timeZone);
  const sentence = announced(changeSet, effectiveOn, isDone, locale);
  const date = formatDate(effectiveOn, locale);
  const until = lastDayOf(about);
  const summary = [
    isDone ? mail.inEffect(several, date) : mail.takesEffect(several, date),
    until ? mail.canObject(formatDate(until, locale)) : mail.nothingToDo,
  ].join(" ");
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence, changeSet),
    preheader: summary,
    blocks: [
      { type: "paragraph", text: `${isDone ? mail.leadDone(several) : mail.leadComing(several)} ${summary}` },
      ...emergency(about, several, isDone, date),
      ...reason(about, several),
      { type: "heading", text: mail.whatChanges },
      ...changeSet.changes.map((change) => changeBlock(change, { organisation, locale, effectiveOn, isDone })),
      ...(until ? objection(about, several, isDone, until) : questions(about)),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about, roleOf(changeSet)),
  });
}

function emergency({ changeSet, locale }: AboutChangeSet, several: boolean, isDone: boolean, date: string): Block[] {
  if (!changeSet.emergency) return [];
  const words = wordsFor(locale).mail.emergency;
  return [
    { type: "heading", text: words.heading(several) },
    { type: "paragraph", text: isDone ? words.done(several, date) : words.coming(several, date) },
    { type: "statement", text: changeSet.emergency.reason },
  ];
}

function reason({ changeSet, locale }: AboutChangeSet, several: boolean): Block[] {
  if (!changeSet.reason) return [];
  return [
    { type: "heading", text: wordsFor(locale).mail.reason(several) },
    { type: "statement", text: changeSet.reason },
  ];
}

function objection(about: AboutChangeSet, several: boolean, isDone: boolean, until: IsoDate): Block[] {
  const { organisation, changeSet, locale } = about;
  const words = wordsFor(locale).mail.objection;
  const email = organisation.privacyEmail;
  const effectiveOn = datedOn(changeSet);
  const date = formatDate(effectiveOn, locale);
  const silence = isDone
    ? words.silenceDone(several)
    : effectiveOn < until
      ? words.silenceEarly(several, date)
      : effectiveOn === until
        ? words.silenceSameDay(several, date)
        : words.silence(several, date);
  return [
    { type: "heading", text: words.heading },
    { type: "paragraph", text: words.byLink(formatDate(until, locale)) },
    ...termsOfEach(about),
    ...answerLinks(about),
    { type: "paragraph", text: words.how(organisation), email },
    { type: "paragraph", text: needsApproval(about) ? words.approval(several) : silence },
  ];
}

function questions(about: AboutChangeSet): Block[] {
  const { organisation, locale } = about;
  const words = wordsFor(locale).mail.questions;
  const email = organisation.privacyEmail;
  return [
    { type: "heading", text: words.heading },
    { type: "paragraph", text: words.how(organisation), email },
    ...answerLinks(about),
  ];
}
