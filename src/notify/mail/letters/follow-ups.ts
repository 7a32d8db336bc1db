import type { Postponement } from "../../../model/change/change-set.ts";
import { isOneEffect } from "../../../model/change/effect.ts";
import type { ChangeView } from "../../../model/change/register.ts";
import { dateIn, type IsoDate } from "../../../model/values/dates.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatDate, formatList, wordsFor } from "../../../words/index.ts";
import { enumeration, type Passage, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { whatAnswersAreWorth } from "./answered.ts";
import {
  type AboutChangeSet,
  announcedOn,
  datedOn,
  dayInWords,
  eachChange,
  elsewhere,
  headlineOf,
  isLong,
  recordBlocks,
  whatWasAnnounced,
} from "./change-set.ts";
import { canPress, essentials, essentialsOfEach } from "./essentials.ts";
import { objecting, stillObjecting } from "./objecting.ts";
import {
  answerLink,
  approvalNeeded,
  calendarLink,
  deadlineOf,
  isFollower,
  isPastObjecting,
  lastDayOf,
  needsApproval,
  readerFooter,
  termsOfEach,
} from "./reader.ts";
import { silence } from "./silence.ts";
import { ownWords, ownWordsUnder, questions, waysOut, written } from "./written.ts";

/** `changeSet` has the changes that are corrected, as far as they concern the reader; `ofSome`: where these are not all of the set. */
type AboutCorrection = AboutChangeSet & { text: LocalizedText; ofSome?: boolean };

/**
 * Corrects an announcement in the operator's own words: of what, what is so now, until when its reader may still answer, and
 * the link to do so. Throws when the set was never announced.
 */
export function correctionMail(about: AboutCorrection): Mail {
  const words = wordsFor(about.locale).followUps.correction;
  const announced = announcedOn(about);
  const names = about.ofSome ? about.changeSet.changes.map(({ name }) => name) : [];
  const [only] = names.length === 1 ? names : [];
  const several = names.length > 0 && names.length <= MOST_NAMED ? formatList(names, about.locale) : null;
  return written(about, {
    headline: (name) => words.sentence(about.changeSet.number, only === undefined ? null : name(only)),
    preheader: words.preheader(announced),
    blocks: [
      paragraph(words.lead(announced, several)),
      ownWords(about, about.text),
      ...essentialsOfEach(about),
      ...whatAnswersAreWorth(about, true),
      paragraph(words.otherwiseStands),
      ...(canPress(about) ? [] : [answerLink(about)]),
      ...questionsThen(about, whatWasAnnounced(about)),
      ...stillObjecting(about),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** So many names a sentence bears. */
const MOST_NAMED = 3;

/**
 * Reminds a contact, shortly before the last day to object of the customers in `terms`, that nobody has answered for
 * them. Throws when none of them has such a day, or the set was never announced.
 */
export function reminderMail(about: AboutChangeSet): Mail {
  const words = wordsFor(about.locale).followUps.reminder;
  const [first, approves] = [lastDayOf(about), needsApproval(about)];
  if (first === null) throw new TypeError(`Change set ${about.changeSet.number} has nothing to remind of`);
  const until = deadlineOf(about) ?? "";
  const date = formatDate(first, about.locale);
  return written(about, {
    headline: () => (approves ? words.toApprove(date) : words.sentence(date)),
    preheader: words.until(until),
    blocks: [
      paragraph([...(approves ? [approvalNeeded(about)] : []), words.lead(announcedOn(about))].join(" ")),
      ...essentials(about),
      ...termsOfEach(about),
      calendarLink(about),
      ...(isLong(about.changeSet) ? waysOut(about) : []),
      ...whatWasAnnounced(about),
      silence(about),
      ...objecting(about),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** What a mail needs of postponements: all of the set until the one it tells of, which was made `at`. */
type AboutPostponement = AboutChangeSet & { postponed: readonly Postponement[]; at: Date };

/**
 * Tells those who were told of changes that these are put off: to when, why, and until when they may still object. Throws
 * when the set was never announced, or nothing was put off then.
 */
export function postponementMail({ postponed, at, ...about }: AboutPostponement): Mail {
  const words = wordsFor(about.locale).followUps.postponement;
  const position = postponed.findIndex((each) => each.at.getTime() === at.getTime());
  const postponement = postponed[position];
  if (!postponement) throw new TypeError(`Change set ${about.changeSet.number} was not postponed then`);
  const told = about.changeSet.changes.filter(({ vendor }) => postponement.changes.includes(vendor));
  const changes = (told.length > 0 ? told : about.changeSet.changes).map((change) => {
    return { ...change, effectiveOn: postponement.effectiveOn };
  });
  const changeSet = { ...about.changeSet, changes, effectiveOn: postponement.effectiveOn };
  const before = postponed.slice(0, position);
  const days = Map.groupBy(changes, (change) => dayBefore(change, before, about.changeSet.plannedOn));
  const [was = null] = days.size === 1 ? days.keys() : [];
  const again = days.size === 1 && before.some((each) => changes.some(({ vendor }) => each.changes.includes(vendor)));
  const until = deadlineOf(about);
  const waits = changes.some(({ awaitsApproval }) => awaitsApproval);
  const date = dayInWords({ as: waits ? "earliest" : "from", on: postponement.effectiveOn }, about.locale);
  const planned = was === null ? null : formatDate(was, about.locale);
  const several = changes.length > 1;
  const on = dateIn(about.organisation.timeZone, at);
  // A contract that counts its last day from the effect moves it as well.
  const isMoved =
    postponement.lastDayToObjectOn !== null || about.terms?.some(({ untilEffect }) => untilEffect !== undefined);
  const otherwise = isMoved ? [] : [words.otherwiseSame(several)];
  const isOver = isPastObjecting({ ...about, on, at });
  const said = isOver ? words.untilOver : isMoved ? words.until : words.untilStays;
  const { customers } = wordsFor(about.locale).mail;
  const customersUntil = postponement.lastDayToObjectOn && until ? [paragraph(customers.until(until))] : [];
  return written(about, {
    headline: (name) => words.sentence(several ? null : name(changes[0]?.name ?? ""), date),
    preheader: words.preheader(several, date),
    blocks: [
      paragraph([words.lead(several, announcedOn(about), planned, date, again), ...otherwise].join(" ")),
      ...(days.size > 1 ? daysBefore(days, about) : []),
      ...ownWordsUnder(about, words.reason, postponement.reason),
      ...whatAnswersAreWorth(about),
      ...(until === null ? [] : isFollower(about) ? customersUntil : [paragraph(said(until))]),
      ...essentialsOfEach({ ...about, changeSet, on, at }),
      ...questionsThen({ ...about, changeSet }, eachChange(words.heading, { ...about, changeSet }, "coming")),
      ...stillObjecting({ ...about, changeSet, on }),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** The day a change was to take effect before it was put off. */
const dayBefore = ({ vendor, plannedOn }: ChangeView, before: readonly Postponement[], ofSet: IsoDate | null) =>
  before.findLast(({ changes }) => changes.includes(vendor))?.effectiveOn ?? plannedOn ?? ofSet;

/** The days that changes were to take effect before they were put off, where these differ: each with its changes. */
function daysBefore(days: ReadonlyMap<IsoDate | null, ChangeView[]>, about: AboutChangeSet): Passage[] {
  const { mail, followUps } = wordsFor(about.locale);
  const lines = [...days]
    .sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))
    .flatMap(([on, changes]) =>
      on === null ? [] : [{ line: mail.facts.named(namesOf(changes, about.locale), formatDate(on, about.locale)) }],
    );
  return [paragraph(followUps.postponement.wereTo), enumeration(lines, elsewhere(about))];
}

/** What a mail needs of a withdrawal. `stays`: what else of the set was announced to the reader, and is in force. */
type AboutWithdrawal = AboutChangeSet & { stays?: readonly ChangeView[] };

/** Tells those who got an announcement that it, or some of it, no longer holds. Throws when the set was never announced. */
export function withdrawalMail(about: AboutWithdrawal): Mail {
  const { changeSet, locale, stays = [] } = about;
  const words = wordsFor(locale).mail.withdrawal;
  const announced = announcedOn(about);
  const { changes } = changeSet;
  const day = (on: IsoDate) => formatDate(on, locale);
  const days = new Set(changes.flatMap(({ plannedOn }) => plannedOn ?? changeSet.plannedOn ?? []));
  const [planned = datedOn(changeSet)] = days;
  const later = changes.flatMap(({ postponedTo }) => postponedTo ?? []).at(0);
  return written(about, {
    headline: headlineOf(changeSet, "withdrawn", locale),
    preheader: words.preheader(announced, stays.length > 0),
    blocks: [
      paragraph(
        stays.length > 0
          ? words.leadPart(changes.length > 1, announced, namesOf(stays, locale))
          : !isOneEffect(changes) || days.size > 1
            ? words.leadDays(announced)
            : words.lead(changes.length > 1, announced, day(planned), later === undefined ? null : day(later)),
      ),
      ...ownWordsUnder(about, words.reason, changeSet.withdrawnReason),
      // Only the headlines: every field again, before and after, would read like a change that does happen.
      ...questionsThen(about, eachChange(words.heading, about, "planned")),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** What was announced, and whom to ask about it: first, with the ways out, where the list of it is long. */
const questionsThen = (about: AboutChangeSet, list: Passage[]): Passage[] =>
  isLong(about.changeSet) ? [...questions(about), ...waysOut(about), ...list] : [...list, ...questions(about)];
