import type { ChangeSetView, ChangeView } from "../../../model/change/register.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { enumeration, heading, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { type AboutChangeSet, datedOn, elsewhere, recordBlocks } from "./change-set.ts";
import { changeBlock } from "./changes.ts";
import { type Headline, titleOf } from "./headline.ts";
import { answerLinks, isFollower, readerFooter } from "./reader.ts";
import { ownWords, ownWordsUnder, questions, written } from "./written.ts";

type Rectification = NonNullable<ChangeSetView["rectification"]>;

/**
 * Tells of a correction of the list: what was wrong, since when, and what has been so. It announces nothing to come, so that
 * nobody takes it for a notice of an intended change (GDPR Art. 28(2)).
 */
export function rectificationMail(about: AboutChangeSet, { reason, since }: Rectification): Mail {
  const { changeSet, locale } = about;
  const { rectification: words, mail } = wordsFor(locale);
  const { changes } = changeSet;
  const several = changes.length > 1;
  const date = (on: string) => formatDate(on, locale);
  const lead = words.lead(several, date(datedOn(changeSet)), since && date(since));
  const headlineOf =
    (change: ChangeView): Headline =>
    (name) =>
      words[change.kind](name(change.name));
  const entries = changes.map((change) => ({
    line: titleOf(headlineOf(change)),
    full: () => [changeBlock(change, about, true)],
  }));
  const [only] = changes;
  return written(about, {
    headline: only && !several ? headlineOf(only) : () => words.several(changes.length),
    preheader: lead,
    blocks: [
      paragraph(lead),
      heading(words.wrong),
      ownWords(about, reason),
      ...ownWordsUnder(about, mail.reason(several), changeSet.reason),
      heading(words.said),
      enumeration(entries, elsewhere(about)),
      ...questions(about),
      paragraph(isFollower(about) ? words.ask : words.answer),
      ...answerLinks(about),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}
