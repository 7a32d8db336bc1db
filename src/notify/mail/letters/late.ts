import type { Correction } from "../../../model/change/change-set.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { wordsFor } from "../../../words/index.ts";
import { enumeration, heading, type Passage, paragraph } from "../letter.ts";
import { type AboutChangeSet, announcedOn, elsewhere } from "./change-set.ts";
import { dayOf, ownWords } from "./written.ts";

/** For a reader who is told later than the others: the day of telling, and the corrections made until then. */
export type Late = { on: IsoDate; corrections: readonly Pick<Correction, "text" | "at">[] };

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
