import { effectOf, effectsOf, isOneEffect } from "../../../model/change/effect.ts";
import type { ReaderTerms } from "../../../model/people/reader.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { formatBeginning, formatDate, formatList, wordsFor } from "../../../words/index.ts";
import { button, fact, type LetterRow, type Passage } from "../letter.ts";
import { CUSTOMER, RESPOND } from "../mail.ts";
import { hasAnswered } from "./answered.ts";
import { type AboutChangeSet, dayInWords, firstEffect, tenseOf, toldOn } from "./change-set.ts";
import {
  approvalUnder,
  deadlineOf,
  isFollower,
  needsApproval,
  ofThoseOver,
  termsOfEach,
  untilOfEach,
  withoutDaysOver,
} from "./reader.ts";
import { mayAnswer, rectified } from "./rectified.ts";

/** So many lines that the button stays in sight of who opens the mail. */
const MOST_LINES = 4;

/** `essentials` of a letter that does not list last days elsewhere: those of many customers stand under it, each by name. */
export const essentialsOfEach = (about: AboutChangeSet): Passage[] => {
  const open = withoutDaysOver(about);
  const days = open.terms?.filter(({ name, lastDayToObjectOn }) => name !== null && lastDayToObjectOn !== null) ?? [];
  return [...essentials(about), ...(days.length > MOST_LINES ? termsOfEach(open) : [])];
};

/**
 * What the reader of a notice must know at first sight: from when, until when they can answer, and the button for it.
 * `first`: what they must know before that. Where neither a last day nor an approval is theirs, such as a follower's, there
 * is nothing to press.
 */
export function essentials(about: AboutChangeSet, first: LetterRow[] = []): Passage[] {
  const { facts, buttons } = wordsFor(about.locale).mail;
  const { receipt } = wordsFor(about.locale).followUps;
  const open = withoutDaysOver(about);
  const isTheirs = !isFollower(about);
  const past = ofThoseOver(about);
  const [until, over] = [isTheirs && deadlineOf(open), !isFollower(past) && deadlineOf(past)];
  const approves = needsApproval(about);
  const rows = about.changeSet.rectification
    ? [...forWhom(about), ...rectified(about)]
    : [
        ...forWhom(about),
        effect(about),
        ...(until ? [fact(facts.until, untilOfEach(open, MOST_LINES) ?? [until])] : []),
        ...(over ? [fact(facts.over, pastOfEach(past) ?? [over])] : []),
        ...(approves && !saysApproval(about)
          ? [fact(facts.approval, [facts.approvalNeeded(approvalUnder(about))])]
          : []),
      ];
  // Whoever has answered for all of their customers is not asked to once more.
  const isAnswered = isTheirs && about.terms?.every(hasAnswered) === true;
  const answer = isAnswered ? receipt.button : until || mayAnswer(about) ? buttons.object : buttons.late;
  const label = approves ? buttons.approve : answer;
  return [
    { type: "table", heading: null, note: null, rows: [...first, ...rows] },
    ...(canPress(about) ? [button(label, `${about.publicUrl}/respond/${RESPOND}`)] : []),
  ];
}

/** The days that are over, of each customer; of too many to name, the last of them, by which they all are. */
function pastOfEach(past: AboutChangeSet): string[] | null {
  const days = (past.terms ?? []).toSorted((a, b) =>
    (a.lastDayToObjectOn ?? "") < (b.lastDayToObjectOn ?? "") ? 1 : -1,
  );
  const last = deadlineOf({ ...past, terms: days.slice(0, 1) });
  return days.length > MOST_LINES && last ? [last] : untilOfEach(past, MOST_LINES);
}

/**
 * Whether the reader has a last day, over or not, or an approval to give, or may answer a correction of the list: what they
 * read at first has the button for it.
 */
export const canPress = (about: AboutChangeSet): boolean =>
  !isFollower(about) && (deadlineOf(about) !== null || needsApproval(about) || mayAnswer(about));

/** Whether the day itself says that it is not before the reader has approved, and no contract needs to be named. */
const saysApproval = (about: AboutChangeSet): boolean =>
  approvalUnder(about) === null &&
  effectsOf(about.changeSet.changes, toldOn(about)).every(({ as }) => as === "earliest");

/** The customers the reader speaks for, with what each uses. A follower speaks for nobody. */
function forWhom(about: AboutChangeSet): LetterRow[] {
  const { facts } = wordsFor(about.locale).mail;
  const lines = [...new Set((about.terms ?? []).map((each) => customerIn(each, about)))];
  const some = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  const others = lines.length - some.length;
  if (lines.length === 0) return [];
  return [fact(facts.forWhom, [...some, ...(others > 0 ? [wordsFor(about.locale).mail.tooLong.others(others)] : [])])];
}

/** "Kanzlei Roth, which uses Recruiting". */
function customerIn({ name, used }: ReaderTerms, { organisation, locale }: AboutChangeSet): string {
  const { facts } = wordsFor(locale).mail;
  const named = (keys: readonly string[] = [], known: readonly { key: string; name: string }[]) => {
    const names = keys.map((key) => known.find((each) => each.key === key)?.name ?? key);
    return names.length > 0 && names.length <= MOST_LINES ? formatList(names, locale) : null;
  };
  const [products, regions] = [
    named(used?.products, organisation.products),
    named(used?.hostingRegions, organisation.hostingRegions),
  ];
  return facts.uses(name ?? CUSTOMER, products, regions);
}

/** From when the changes that concern the reader are in force; of several days, each change's. */
export function effect(about: AboutChangeSet): LetterRow {
  const { changeSet, locale } = about;
  const { facts } = wordsFor(locale).mail;
  const { changes } = changeSet;
  const first = firstEffect(changeSet);
  const several = changes.length > 1;
  const date = formatDate(first.on, locale);
  const waiting = needsApproval(about) ? facts.onceApproved : facts.earliest;
  const begins = (on: IsoDate) => formatBeginning(on, locale, about.organisation.timeZone);
  const said = {
    from: begins,
    earliest: (on: IsoDate) => waiting(begins(on)),
    heldUp: (on: IsoDate) => facts.waits(begins(on)),
    // What takes effect as it is announced does so in the middle of a day.
    since: (on: IsoDate) => facts.already(formatDate(on, locale)),
  };
  if (!isOneEffect(changes)) {
    const each = changes.map((change) => {
      const { as, on } = effectOf(change, toldOn(about)) ?? first;
      return facts.named(change.name, said[as](on));
    });
    return fact(facts.from(several), each.length > MOST_LINES ? [facts.beginning(dayInWords(first, locale))] : each);
  }
  const tense = tenseOf(changes, about);
  if (tense === "done") return fact(facts.since, [date]);
  if (tense === "held") return fact(facts.planned(several), [said.heldUp(first.on)]);
  return fact(facts.from(several), [said[first.as](first.on)]);
}
