import { daysOf } from "../../../model/change/share.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { button, fact, type LetterRow, type Passage } from "../letter.ts";
import { RESPOND } from "../mail.ts";
import { type AboutChangeSet, datedOn, tenseOf } from "./change-set.ts";
import { deadlineOf, needsApproval, untilOfEach, withoutDaysOver } from "./reader.ts";

/** So many lines that the button stays in sight of who opens the mail. */
const MOST_LINES = 4;

/**
 * What the reader of a notice must know at first sight: from when, until when they can answer, and the button for it.
 * Where neither a last day nor an approval is theirs, there is nothing to press.
 */
export function essentials(about: AboutChangeSet): Passage[] {
  const { facts, buttons } = wordsFor(about.locale).mail;
  const open = withoutDaysOver(about);
  const [until, over, approves] = [deadlineOf(open), deadlineOf(about), needsApproval(about)];
  const rows = [
    effect(about),
    ...(until ? [fact(facts.until, untilOfEach(open, MOST_LINES) ?? [until])] : over ? [fact(facts.over, [over])] : []),
    ...(approves ? [fact(facts.approval, [facts.approvalNeeded])] : []),
  ];
  const label = approves ? buttons.approve : until ? buttons.object : buttons.late;
  return [
    { type: "table", heading: null, note: null, rows },
    ...(over || approves ? [button(label, `${about.publicUrl}/respond/${RESPOND}`)] : []),
  ];
}

/** From when the changes that concern the reader are in force; of several days, each change's. */
function effect(about: AboutChangeSet): LetterRow {
  const { changeSet, locale } = about;
  const { facts } = wordsFor(locale).mail;
  const { changes, awaitsApproval } = changeSet;
  const date = (on: IsoDate) => formatDate(on, locale);
  const [first = datedOn(changeSet), ...later] = daysOf(changes);
  const last = later.at(-1);
  if (last !== undefined) {
    const each = changes.map(({ name, effectiveOn }) => facts.named(name, date(effectiveOn ?? first)));
    return fact(facts.from, each.length > MOST_LINES ? [facts.between(date(first), date(last))] : each);
  }
  const tense = tenseOf(changes, about);
  if (tense === "done") return fact(facts.since, [date(first)]);
  if (tense === "planned") return fact(facts.planned, [facts.waits(date(first))]);
  if (needsApproval(about)) return fact(facts.from, [facts.onceApproved(date(first))]);
  return fact(facts.from, [awaitsApproval ? facts.earliest(date(first)) : date(first)]);
}
