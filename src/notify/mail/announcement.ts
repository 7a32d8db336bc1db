import type { Correction } from "../../model/change-set.ts";
import { dateIn, type IsoDate } from "../../model/dates.ts";
import { localized } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { changeBlock } from "./changes.ts";
import { type AboutChangeSet, readerFooter, recordBlocks, written } from "./frame.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { announced, datedOn, isInEffect, roleOf, subjectOf, titleOf } from "./sentence.ts";
import { answerLinks, lastDayOf, needsApproval, termsOfEach } from "./terms.ts";

/** Of an announcement to somebody who is told later than the others: on which day, and what was corrected until then. */
export type Late = { on: IsoDate; corrections: readonly Pick<Correction, "text" | "at">[] };
type Announcement = AboutChangeSet & { late?: Late };

/**
 * Tells of an intended change, so that its reader can object in time (GDPR Art. 28(2)). Of a draft, it is what would be
 * sent: give it the date of announcing. Throws when the set has no date to take effect on.
 */
export function announcementMail(given: Announcement): Mail {
  const about = withoutDaysOver(given);
  const { organisation, changeSet, locale, late } = about;
  const { mail, answers } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const effectiveOn = datedOn(changeSet);
  const isOver = late !== undefined && effectiveOn <= late.on;
  const isDone = isInEffect(changeSet, organisation.timeZone) || (isOver && !changeSet.awaitsApproval);
  const sentence = announced(changeSet, effectiveOn, isDone, locale);
  const date = formatDate(effectiveOn, locale);
  const until = lastDayOf(about);
  const when = isOver && !isDone ? answers.late.planned : isDone ? mail.inEffect : mail.takesEffect;
  const otherwise = needsApproval(about) ? answers.approvalNeeded : mail.nothingToDo;
  const summary = [when(several, date), until ? mail.canObject(formatDate(until, locale)) : otherwise].join(" ");
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence, changeSet),
    preheader: summary,
    blocks: [
      { type: "paragraph", text: `${isDone ? mail.leadDone(several) : mail.leadComing(several)} ${summary}` },
      ...corrections(about),
      ...emergency(about, several, isDone, date),
      ...reason(about, several),
      { type: "heading", text: mail.whatChanges },
      ...changeSet.changes.map((change) => changeBlock(change, { organisation, locale, effectiveOn, isDone })),
      ...(until
        ? objection(about, several, isDone, until)
        : needsApproval(about)
          ? approval(about, several)
          : questions(about)),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about, roleOf(changeSet)),
  });
}

/** Whoever is told late is told of no day to object that is over: where their approval is needed, they can still give it. */
function withoutDaysOver({ terms = [], changeSet, ...about }: Announcement): Announcement {
  const { late } = about;
  const isOver = (day: IsoDate | null) => late !== undefined && day !== null && day < late.on;
  const theirs = terms.map((each) => (isOver(each.lastDayToObjectOn) ? { ...each, lastDayToObjectOn: null } : each));
  const isFollower = terms.length === 0;
  const own = isFollower && isOver(changeSet.lastDayToObjectOn) ? { ...changeSet, lastDayToObjectOn: null } : changeSet;
  return { ...about, changeSet: own, terms: theirs };
}

/** Each in the operator's own words: what follows is the announcement as it was. */
function corrections({ organisation, changeSet, locale, late }: Announcement): Block[] {
  if (!late || late.corrections.length === 0 || !changeSet.announcedAt) return [];
  const words = wordsFor(locale).answers.late;
  const day = (at: Date) => formatDate(dateIn(organisation.timeZone, at), locale);
  return [
    { type: "heading", text: words.corrected },
    { type: "paragraph", text: words.readWith(day(changeSet.announcedAt)) },
    ...late.corrections.flatMap(({ text, at }): Block[] => [
      { type: "paragraph", text: words.correctedOn(day(at)) },
      { type: "statement", text: localized(text, locale) },
    ]),
  ];
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

/** What waits for the reader's approval does so after the last day to object, too. */
function approval(about: AboutChangeSet, several: boolean): Block[] {
  const { organisation, locale } = about;
  const { mail, answers } = wordsFor(locale);
  return [
    { type: "heading", text: answers.late.heading },
    { type: "paragraph", text: answers.late.byLink },
    ...termsOfEach(about),
    ...answerLinks(about),
    { type: "paragraph", text: mail.objection.how(organisation), email: organisation.privacyEmail },
    { type: "paragraph", text: mail.objection.approval(several) },
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
