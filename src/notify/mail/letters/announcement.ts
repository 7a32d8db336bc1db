import { effectsOf, isOneEffect } from "../../../model/change/effect.ts";
import type { ChangeView } from "../../../model/change/register.ts";
import { formersIn, toldTogether } from "../../../model/change/replacements.ts";
import { daysOf } from "../../../model/change/share.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, enumeration, fact, heading, type LetterRow, type Passage, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import {
  type AboutChangeSet,
  dayInWords,
  elsewhere,
  firstEffect,
  headlineOf,
  isLong,
  lineOf,
  othersOf,
  recordBlocks,
  tenseOf,
} from "./change-set.ts";
import { changeBlock } from "./changes.ts";
import { essentials } from "./essentials.ts";
import { corrections, type Late, periodsNotKept, toldBefore } from "./late.ts";
import { objecting } from "./objecting.ts";
import {
  answerLinks,
  approvalNeeded,
  deadlineOf,
  forCustomers,
  isFollower,
  lastDayOf,
  needsApproval,
  readerFooter,
  termsOfEach,
  withoutDaysOver,
} from "./reader.ts";
import { rectificationMail } from "./rectification.ts";
import { approval, silence } from "./silence.ts";
import { ownWords, ownWordsUnder, questions, waysOut, written } from "./written.ts";

type Announcement = AboutChangeSet & { late?: Late };

/**
 * Tells of an intended change, so that its reader can object in time (GDPR Art. 28(2)). Of a draft, it is what would be
 * sent: give it the date of announcing. Throws when the set has no date to take effect on.
 */
export function announcementMail(announcement: Announcement): Mail {
  const { rectification } = announcement.changeSet;
  if (rectification) return rectificationMail(announcement, rectification);
  const told = { ...announcement, ...(announcement.late && { on: announcement.late.on }) };
  const about = withoutDaysOver(told);
  const { changeSet, locale } = about;
  const { mail, followUps } = wordsFor(locale);
  const several = changeSet.changes.length > 1;
  const { on: firstDay } = firstEffect(changeSet);
  const isAlike = isOneEffect(changeSet.changes);
  const approves = needsApproval(about);
  const tense = tenseOf(changeSet.changes, about);
  const isDone = tense === "done";
  const lastEffect = effectsOf(changeSet.changes).at(-1) ?? firstEffect(changeSet);
  const date = dayInWords(lastEffect, locale, tense);
  const isTheirs = !isFollower(about);
  const until = isTheirs ? deadlineOf(about) : null;
  const isOthers = !isTheirs && deadlineOf(about) !== null;
  const coming = lastEffect.as === "earliest" ? mail.waits : mail.takesEffect;
  const when = tense === "held" ? followUps.late.held : isDone ? mail.inEffect : coming;
  // Where the operator has set a weight, it is not said that its reader need do nothing.
  const isOurWord = changeSet.changes.some(({ weightOverride }) => weightOverride !== null);
  const nothing = isOthers || isOurWord ? [] : [mail.nothingToDo];
  const otherwise = approves ? [approvalNeeded(about)] : nothing;
  const dated = isAlike ? when(several, date) : mail.severalDays(dayInWords(firstEffect(changeSet), locale));
  const isTooLate = isTheirs && until === null && lastDayOf(told) !== null;
  const summary = [dated, ...(until ? [mail.canObject(until)] : otherwise)].join(" ");
  const telling = { ...about, several, first: firstDay, date, isDone };
  const answer = until || approves ? answering(telling) : [...questions(about), ...forCustomers(about)];
  const whole = [heading(mail.whatChanges), eachInFull(telling), ...othersOf(about)];
  const headline = headlineOf(changeSet, tense, locale);
  const lead = isDone ? mail.leadDone(several) : mail.leadComing(several);
  const first = approves ? approval(about) : lead;
  return written(about, {
    headline: approves ? (name) => mail.toApprove(headline(name)) : headline,
    preheader: summary,
    blocks: [
      paragraph([first, ...(until || approves ? [] : isTooLate ? [followUps.late.over] : nothing)].join(" ")),
      ...essentials(told, inShort(told)),
      ...toldBefore(about),
      ...periodsNotKept(telling),
      ...corrections(about),
      ...emergency(telling),
      ...ownWordsUnder(about, mail.reason(several), changeSet.reason),
      ...(isLongRead(telling) ? [...answer, ...waysOut(about), ...whole] : [...whole, ...answer]),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** An announcement with the facts that several of its parts need. */
type Telling = Announcement & { several: boolean; first: IsoDate; date: string; isDone: boolean };

/** Whether a change is in force as its reader is told of it: where the set has several days, each by its own. */
const isDone = (change: ChangeView, about: Telling): boolean => tenseOf([change], about) === "done";

const FIRST_NAMED = 3;

/** So many rows in the tables of a few changes that whoever wants to answer must not have to read to their end. */
const MANY_ROWS = 40;

const isLongRead = (about: Telling): boolean =>
  isLong(about.changeSet) ||
  about.changeSet.changes.flatMap((change) => changeBlock(change, about, isDone(change, about)).rows).length >
    MANY_ROWS;

/** Every change in full or, where a mail has no room for that, in a line. */
function eachInFull(about: Telling): Passage {
  const entries = toldTogether(about.changeSet.changes).map((changes) => ({
    line: lineOf(changes, about, tenseOf(changes, about)),
    full: () => changes.map((change) => changeBlock(change, about, isDone(change, about))),
  }));
  return enumeration(entries, elsewhere(about));
}

/** What changes, for the first screen, where the title only counts the changes: each is told in full below. */
function inShort({ changeSet, locale }: Announcement): LetterRow[] {
  const named = toldTogether(changeSet.changes);
  if (named.length < 2) return [];
  const { mail, changes } = wordsFor(locale);
  const formers = formersIn(changeSet.changes);
  const lines = named.slice(0, FIRST_NAMED).map(([change]) => {
    const former = formers.get(change);
    const line = mail.changed(change.name, change.kind);
    return former ? `${line} · ${changes.replaces(former.name)}` : line;
  });
  const others = named.length - lines.length;
  return [fact(mail.inShort, others > 0 ? [...lines, mail.othersBelow(others)] : lines)];
}

function emergency(telling: Telling): Block[] {
  const { changeSet, locale, several, date, isDone } = telling;
  if (!changeSet.emergency || !isConcerned(telling)) return [];
  const words = wordsFor(locale).mail.emergency;
  return [
    heading(words.heading(several)),
    paragraph(
      daysOf(changeSet.changes).length > 1
        ? words.some
        : isDone
          ? words.done(several, date)
          : words.coming(several, date),
    ),
    ownWords(telling, changeSet.emergency.reason),
    ...ownPeriods(telling),
  ];
}

/** Whether the emergency is about a change that the reader is told of: it may be about others of the set alone. */
const isConcerned = ({ changeSet: { lastDayToObjectOn: until }, terms = [], first }: Telling): boolean =>
  terms.length === 0 ||
  until === null ||
  first <= until ||
  terms.some(({ earliestEffectiveOn: earliest }) => earliest === undefined || earliest > first);

/** That a contract's own period is not kept, and which it was; or that it is. */
function ownPeriods({ changeSet, terms = [], locale, first }: Telling): Block[] {
  const words = wordsFor(locale).mail.emergency;
  if (changeSet.lastDayToObjectOn === null) return [];
  return terms.flatMap(({ name, earliestEffectiveOn: earliest, ownEmergency }) => {
    if (!earliest) return [];
    if (ownEmergency && earliest > first) return paragraph(words.ownEmergencyKept(name));
    return paragraph(earliest > first ? words.ownNotKept(name, formatDate(earliest, locale)) : words.ownKept(name));
  });
}

/** How to answer: until the last day to object, or without one, where the set still waits for the reader's approval. */
function answering(telling: Telling): Passage[] {
  const { organisation, locale } = telling;
  const { mail, followUps } = wordsFor(locale);
  const { objection: words } = mail;
  const [until, approves] = [deadlineOf(telling), needsApproval(telling)];
  return [
    heading(until && !approves ? words.heading : followUps.late.heading),
    paragraph(until ? words.byLink(until, approves) : followUps.late.byLink),
    ...termsOfEach(telling),
    ...answerLinks(telling),
    paragraph(words.how(organisation), organisation.privacyEmail),
    silence(telling),
    ...objecting(telling),
  ];
}
