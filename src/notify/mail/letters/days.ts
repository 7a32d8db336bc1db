import type { ChangeView } from "../../../model/change/register.ts";
import { daysOf } from "../../../model/change/share.ts";
import type { ToldDay } from "../../../model/people/notice.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Passage, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { hasAnswered, whatAnswersAreWorth } from "./answered.ts";
import { type AboutChangeSet, announcedOn, eachChange, isLong, recordBlocks, tenseOf } from "./change-set.ts";
import { essentialsOfEach } from "./essentials.ts";
import { objecting, stillObjecting } from "./objecting.ts";
import { approvalNeeded, isFollower, isPastObjecting, needsApproval, readerFooter, withoutDaysOver } from "./reader.ts";
import { ownWordsUnder, questions, waysOut, written } from "./written.ts";

/** What a mail needs of changes whose day is another than their readers were told. */
export type AboutDays = AboutChangeSet & { days: readonly ToldDay[] };

/**
 * Tells those who were told another day, or that changes wait, from when these are in force. Throws when the set was never
 * announced.
 */
export function releaseMail(all: AboutDays): Mail {
  const about = asTold(all);
  const { changes } = about.changeSet;
  const words = wordsFor(about.locale).followUps.release;
  const several = changes.length > 1;
  const { date, isDone } = dayOf(about);
  return written(about, {
    headline: (name) => words.sentence(several ? null : name(changes[0]?.name ?? ""), date, isDone),
    preheader: words.effect(several, date, isDone),
    blocks: [
      paragraph([words.lead(several, announcedOn(about)), words.effect(several, date, isDone)].join(" ")),
      ...whatAnswersAreWorth(about),
      ...whatIsSo(about, words.heading),
    ],
    footer: readerFooter(about),
  });
}

/**
 * Tells those who were told a day for changes which wait now that it has come that they are not in force. Throws when the
 * set was never announced.
 */
export function holdMail(all: AboutDays): Mail {
  const about = asTold(all);
  const { changes } = about.changeSet;
  const words = wordsFor(about.locale).followUps.hold;
  const several = changes.length > 1;
  // What an objection leads to is of no use to whose own holds it already.
  const others = { ...about, terms: about.terms?.filter(({ objectedOn }) => objectedOn === undefined) ?? [] };
  const { date } = dayOf(about);
  return written(about, {
    headline: (name) => words.sentence(several ? null : name(changes[0]?.name ?? "")),
    preheader: words.preheader(several),
    blocks: [
      paragraph([words.lead(several, announcedOn(about), date), words.stays(several)].join(" ")),
      ...byObjection(about),
      ...whatAnswersAreWorth(about),
      ...(needsApproval(others) ? [paragraph(approvalNeeded(others))] : []),
      ...whatIsSo(about, words.heading, others),
    ],
    footer: readerFooter(about),
  });
}

/** Whose open objection holds what concerns them, by name where the reader speaks for others besides. */
function byObjection(about: AboutChangeSet): Passage[] {
  const { terms = [], locale } = about;
  const { byObjection: words } = wordsFor(locale).followUps.hold;
  const said = terms.flatMap(({ name, objectedOn }) =>
    objectedOn ? [words(name, formatDate(objectedOn, locale))] : [],
  );
  return [...new Set(said)].map((sentence) => paragraph(sentence));
}

/**
 * Tells a contact that changes go on without the approval that their customer's contract asks for, or while its objection
 * is open: from when, why, and what is left to them. Throws when the set was never announced.
 */
export function waiverMail(all: AboutDays): Mail {
  const about = asTold(all);
  const { changes } = about.changeSet;
  const words = wordsFor(about.locale).followUps.waiver;
  const several = changes.length > 1;
  const isOfApproval = (about.terms ?? []).some(({ authorisation }) => authorisation === "specific");
  const { date, isDone } = dayOf(about);
  const when = changes.some(({ awaitsApproval }) => awaitsApproval)
    ? words.buildsOn(several)
    : wordsFor(about.locale).followUps.release.effect(several, date, isDone);
  const reason = changes.find(({ releasedReason }) => releasedReason !== null)?.releasedReason ?? null;
  return written(about, {
    headline: (name) => words.sentence(several ? null : name(changes[0]?.name ?? ""), isOfApproval),
    preheader: when,
    blocks: [
      paragraph([words.lead(several, announcedOn(about), isOfApproval), when].join(" ")),
      ...ownWordsUnder(about, words.reason, reason),
      ...whatIsSo(about, words.heading, about, [paragraph(wordsFor(about.locale).followUps.resolution.follows.remain)]),
    ],
    footer: readerFooter(about),
  });
}

/** The set with the changes that the notice tells of, as it says when they take effect: what came later is told by another. */
function asTold({ days, ...about }: AboutDays): AboutChangeSet {
  const { changeSet } = about;
  const told = changeSet.changes.flatMap((change): ChangeView[] => {
    const day = days.find((each) => each.change === change.vendor);
    if (!day) return [];
    return [{ ...change, effectiveOn: day.on ?? day.was ?? change.effectiveOn, awaitsApproval: day.on === null }];
  });
  const changes = told.length > 0 ? told : changeSet.changes;
  const state = changeSet.state === "withdrawn" ? "withdrawn" : "announced";
  const effectiveOn = daysOf(changes).at(-1) ?? changeSet.effectiveOn;
  const awaitsApproval = changes.some((change) => change.awaitsApproval);
  return { ...about, changeSet: { ...changeSet, state, changes, effectiveOn, awaitsApproval } };
}

/** The one day of the changes in words, null where they have several; and whether they are in force. */
function dayOf(about: AboutChangeSet): { date: string | null; isDone: boolean } {
  const { changes } = about.changeSet;
  const [day, ...others]: IsoDate[] = daysOf(changes);
  const date = day !== undefined && others.length === 0 ? formatDate(day, about.locale) : null;
  return { date, isDone: tenseOf(changes, about) === "done" };
}

/** What is so now: from when, until when the reader can answer and what that leads to, and the changes. `said` follows the button. */
function whatIsSo(about: AboutChangeSet, title: string, objectors = about, said: Passage[] = []): Passage[] {
  const { late } = wordsFor(about.locale).followUps;
  const isOver = !isFollower(about) && isPastObjecting(about);
  const unanswered = { ...objectors, terms: objectors.terms?.filter((each) => !hasAnswered(each)) ?? [] };
  const list = eachChange(title, about, tenseOf);
  const objections = isOver
    ? [paragraph(late.canAnswer), ...(isFollower(unanswered) ? [] : objecting(withoutDaysOver(unanswered)))]
    : stillObjecting(objectors);
  const answers = [...objections, ...questions(about)];
  return [
    ...essentialsOfEach(about),
    ...said,
    ...(isLong(about.changeSet) ? [...answers, ...waysOut(about), ...list] : [...list, ...answers]),
    ...recordBlocks(about),
  ];
}
