import type { ChangeSetView } from "../../../model/change/register.ts";
import { formatDate, formatList, wordsFor } from "../../../words/index.ts";
import { type Block, enumeration, heading, type Passage, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import {
  type AboutChangeSet,
  datedOn,
  elsewhere,
  headlineOf,
  isLong,
  lineOf,
  othersOf,
  recordBlocks,
} from "./change-set.ts";
import { changeBlock } from "./changes.ts";
import { essentials } from "./essentials.ts";
import { corrections, type Late } from "./late.ts";
import { objecting } from "./objecting.ts";
import { answerLink, readerFooter } from "./reader.ts";
import { mayAnswer, notAsked } from "./rectified.ts";
import { ownWords, ownWordsUnder, questions, waysOut, written } from "./written.ts";

type Rectification = NonNullable<ChangeSetView["rectification"]>;

/**
 * Tells of a correction of the list: what was wrong, since when, what has been so, and what its reader may do. It announces
 * nothing to come, so that nobody takes it for a notice of an intended change (GDPR Art. 28(2)), and asks for no approval
 * afterwards: whose contract wanted one is told that it was not asked for.
 */
export function rectificationMail(about: AboutChangeSet & { late?: Late }, { reason, since }: Rectification): Mail {
  const { changeSet, locale } = about;
  const { rectification: words, mail } = wordsFor(locale);
  const { changes } = changeSet;
  const several = changes.length > 1;
  const date = (on: string) => formatDate(on, locale);
  const lead = words.lead(several, date(datedOn(changeSet)), since && date(since));
  const entries = changes.map((change) => ({
    line: lineOf([change], about, "done"),
    full: () => [changeBlock(change, about, true)],
  }));
  return written(about, {
    headline: headlineOf(changeSet, "done", locale),
    preheader: lead,
    blocks: [
      paragraph(lead),
      // First what can be seen at once, with the button: the reason may be long.
      ...essentials(about),
      heading(words.wrong),
      ownWords(about, reason),
      ...withoutApproval(about),
      ...corrections(about),
      ...ownWordsUnder(about, mail.reason(several), changeSet.reason),
      ...(isLong(changeSet) ? waysOut(about) : []),
      heading(words.said),
      enumeration(entries, elsewhere(about)),
      ...othersOf(about),
      ...(mayAnswer(about) ? objecting(about, words.examined) : []),
      ...questions(about),
      ...(mayAnswer(about) ? [] : [paragraph(words.ask), answerLink(about)]),
      ...recordBlocks(about),
    ],
    footer: readerFooter(about),
  });
}

/** That an approval which contracts ask for was not asked for, and is not afterwards. */
function withoutApproval(about: AboutChangeSet): Passage[] {
  const customers = notAsked(about);
  if (customers.length === 0) return [];
  const names = customers.flatMap(({ name }) => name ?? []);
  const words = wordsFor(about.locale).rectification;
  const whose = names.length > 0 ? formatList(names, about.locale) : null;
  const said: Block = paragraph(words.notAsked(whose, about.changeSet.changes.length > 1));
  return [said];
}
