import type { Correction } from "../../../model/change-set.ts";
import { dateIn, type IsoDate } from "../../../model/dates.ts";
import { localized } from "../../../model/text.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, statement } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { type AboutChangeSet, announcedOn, datedOn, headlineOf, isInEffect, recordBlocks } from "./change-set.ts";
import { changeBlock } from "./changes.ts";
import { questions, written } from "./frame.ts";
import { answerLinks, lastDayOf, needsApproval, readerFooter, termsOfEach } from "./reader.ts";

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
  const date = formatDate(effectiveOn, locale);
  const until = lastDayOf(about);
  const canAnswer = until !== null || needsApproval(about);
  const when = isOver && !isDone ? answers.late.planned : isDone ? mail.inEffect : mail.takesEffect;
  const otherwise = needsApproval(about) ? answers.approvalNeeded : mail.nothingToDo;
  const summary = [when(several, date), until ? mail.canObject(formatDate(until, locale)) : otherwise].join(" ");
  return written(about, {
    headline: headlineOf(changeSet, isDone ? "done" : "coming", locale),
    preheader: summary,
    blocks: [
      { type: "paragraph", text: `${isDone ? mail.leadDone(several) : mail.leadComing(several)} ${summary}` },
      ...corrections(about),
      ...emergency(about, isDone),
      ...statement(mail.reason(several), changeSet.reason),
      { type: "heading", text: mail.whatChanges },
      ...changeSet.changes.map((change) => changeBlock(change, { organisation, locale, effectiveOn, isDone })),
      ...(canAnswer ? answering(about, until, isDone) : [...questions(about), ...answerLinks(about)]),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
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
function corrections(about: Announcement): Block[] {
  const { organisation, changeSet, locale, late } = about;
  if (!late || late.corrections.length === 0 || !changeSet.announcedAt) return [];
  const words = wordsFor(locale).answers.late;
  return [
    { type: "heading", text: words.corrected },
    { type: "paragraph", text: words.readWith(announcedOn(about)) },
    ...late.corrections.flatMap(({ text, at }): Block[] => [
      { type: "paragraph", text: words.correctedOn(formatDate(dateIn(organisation.timeZone, at), locale)) },
      { type: "statement", text: localized(text, locale) },
    ]),
  ];
}

function emergency({ changeSet, locale }: AboutChangeSet, isDone: boolean): Block[] {
  if (!changeSet.emergency) return [];
  const words = wordsFor(locale).mail.emergency;
  const several = changeSet.changes.length > 1;
  const date = formatDate(datedOn(changeSet), locale);
  return [
    { type: "heading", text: words.heading(several) },
    { type: "paragraph", text: isDone ? words.done(several, date) : words.coming(several, date) },
    { type: "statement", text: changeSet.emergency.reason },
  ];
}

/** How to answer: until a day, or after it, where what waits for the reader's approval does so still. */
function answering(about: AboutChangeSet, until: IsoDate | null, isDone: boolean): Block[] {
  const { organisation, changeSet, locale } = about;
  const { mail, answers } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const [heading, byLink] = until
    ? [mail.objection.heading, mail.objection.byLink(formatDate(until, locale))]
    : [answers.late.heading, answers.late.byLink];
  return [
    { type: "heading", text: heading },
    { type: "paragraph", text: byLink },
    ...termsOfEach(about),
    ...answerLinks(about),
    { type: "paragraph", text: mail.objection.how(organisation), email: organisation.privacyEmail },
    {
      type: "paragraph",
      text: until && !needsApproval(about) ? silence(about, until, isDone) : mail.objection.approval(several),
    },
  ];
}

/** What happens if nobody objects. */
function silence({ changeSet, locale }: AboutChangeSet, until: IsoDate, isDone: boolean): string {
  const words = wordsFor(locale).mail.objection;
  const several = changeSet.changes.length > 1;
  const effectiveOn = datedOn(changeSet);
  const date = formatDate(effectiveOn, locale);
  if (isDone) return words.silenceDone(several);
  if (effectiveOn < until) return words.silenceEarly(several, date);
  return effectiveOn === until ? words.silenceSameDay(several, date) : words.silence(several, date);
}
