import { effectsOf, isOneEffect } from "../../../model/change/effect.ts";
import { daysOf } from "../../../model/change/share.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, paragraph } from "../letter.ts";
import { type AboutChangeSet, dayInWords, firstEffect, tenseOf } from "./change-set.ts";
import { holdsAlways } from "./objecting.ts";
import { approvalUnder, lastDayOf, needsApproval } from "./reader.ts";

/** What it means that a reader does not answer: that the change goes on, or that it waits for their approval. */
export function silence(about: AboutChangeSet): Block {
  const until = lastDayOf(about);
  return paragraph(until && !needsApproval(about) ? unlessObjected(about, until) : approval(about));
}

/** That an approval is needed: of changes of which only some wait for it, for which. */
export function approval(about: AboutChangeSet): string {
  const { changeSet, locale } = about;
  const { changes } = changeSet;
  const under = approvalUnder(about);
  const words = wordsFor(locale).mail.objection;
  const waiting = changes.filter(({ awaitsApproval }) => awaitsApproval);
  if (waiting.length === 0 || waiting.length === changes.length) return words.approval(changes.length > 1, under);
  return words.approvalOf(namesOf(waiting, locale), waiting.length > 1, under);
}

/** When it takes effect, as far as that follows from nobody objecting: only from what holds it does anything follow. */
function unlessObjected(about: AboutChangeSet, until: IsoDate): string {
  const { changeSet, locale } = about;
  const { changes } = changeSet;
  const several = changes.length > 1;
  const tense = tenseOf(changes, about);
  const first = firstEffect(changeSet).on;
  const date = dayInWords(effectsOf(changes).at(-1) ?? firstEffect(changeSet), locale, tense);
  const words = wordsFor(locale).mail.objection;
  const holds = holdsAlways(about);
  if (tense === "done") return words.silenceDone(several);
  const isEarly = first <= until;
  if (isEarly && (changeSet.awaitsApproval || !isOneEffect(changes)))
    return words.silenceEarlyFrom(formatDate(first, locale));
  if (changeSet.awaitsApproval) {
    const [from = first] = daysOf(changes.filter(({ awaitsApproval }) => awaitsApproval));
    return words.silenceWaits(formatDate(from, locale));
  }
  if (!isOneEffect(changes)) return holds ? words.silenceDays : words.goesOnDays;
  if (isEarly) return words.silenceEarly(several, date);
  return (holds ? words.silence : words.goesOn)(several, date);
}
