import type { Correction } from "../../../model/change/change-set.ts";
import { deadlinesOf, type Moment } from "../../../model/change/deadlines.ts";
import { waitingIn } from "../../../model/change/say.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, enumeration, heading, type Passage, paragraph } from "../letter.ts";
import { type AboutChangeSet, announcedOn, elsewhere, firstEffect } from "./change-set.ts";
import { partOf } from "./reader.ts";
import { dayOf, ownWords } from "./written.ts";

/** For a reader who is told later than the others: the day of telling, and the corrections made until then. */
export type Late = { on: IsoDate; corrections: readonly Pick<Correction, "text" | "at">[] };

/**
 * With the first day that each contract allows as it follows from when its customer is told, where nobody of it was before:
 * what was recorded counts from the announcement, or is none.
 */
export function countedFrom<About extends AboutChangeSet>(about: About, moment: Moment): About {
  const { organisation, terms = [] } = about;
  const counted = terms.map((each) => {
    if (!each.contract) return each;
    const { ownEmergency, ...others } = each;
    const dates = deadlinesOf(organisation, moment.today, each.contract, { now: moment.now });
    const isKept = dates.earliestInEmergencyOn <= firstEffect(partOf(about, each)).on;
    return {
      ...others,
      earliestEffectiveOn: dates.earliestEffectiveOn,
      ...(ownEmergency && isKept && { ownEmergency }),
    };
  });
  return { ...about, terms: counted };
}

/** That a contract's own period is not kept, and which it was; an emergency says so itself. */
export function periodsNotKept(about: AboutChangeSet & { late?: Late }): Block[] {
  const { changeSet, locale, terms = [], late } = about;
  if (!late || changeSet.emergency) return [];
  return terms.flatMap((each) => {
    const { name, contract, earliestEffectiveOn: earliest } = each;
    // What is held has no day yet.
    const days = waitingIn(partOf(about, each)).flatMap(({ awaitsApproval, effectiveOn: on }) =>
      on === null || (awaitsApproval && on <= late.on) ? [] : on,
    );
    const [first] = days.sort();
    if (!contract || !earliest || !first || earliest <= first) return [];
    return paragraph(wordsFor(locale).mail.emergency.ownNotKept(name, formatDate(earliest, locale)));
  });
}

/** To whoever was told of other changes of the set before: that these are as they were told. */
export function toldBefore(about: AboutChangeSet): Passage[] {
  const { locale, terms = [] } = about;
  const words = wordsFor(locale).followUps.late;
  return terms.some((each) => each.toldBefore) ? [paragraph(words.toldBefore(announcedOn(about)))] : [];
}

/** The corrections in the operator's own words. The announcement after them stays as it was. */
export function corrections(about: AboutChangeSet & { late?: Late }): Passage[] {
  const { changeSet, locale, late } = about;
  if (!late || late.corrections.length === 0 || !changeSet.announcedAt) return [];
  const words = wordsFor(locale).followUps.late;
  return [
    heading(words.corrected),
    paragraph(words.readWith(announcedOn(about))),
    enumeration(
      late.corrections.map(({ text, at }) => {
        const line = words.correctedOn(dayOf(about, at));
        return { line, full: () => [paragraph(line), ownWords(about, text)] };
      }),
      elsewhere(about),
    ),
  ];
}
