import type { IsoDate } from "../../../model/dates.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import type { ChangeView } from "../../../model/register.ts";
import type { Locale } from "../../../model/text.ts";
import { describeChange } from "../../../page/describe/change.ts";
import { wordsFor } from "../../../words/index.ts";
import type { Block, LetterRow } from "../letter.ts";

type Told = { organisation: Organisation; locale: Locale; effectiveOn: IsoDate; isDone: boolean };

/**
 * One vendor's change, field by field: what was and what will be, or all there is to say of who comes or goes; and what
 * covers its transfers from the day it takes effect.
 */
export function changeBlock(change: ChangeView, { organisation, locale, effectiveOn, isDone }: Told): Block {
  const { mail } = wordsFor(locale);
  const judging = { ...organisation, on: effectiveOn };
  const { heading, rows } = describeChange(change, locale, organisation, judging);
  return {
    type: "change",
    heading: mail.changed(heading, change.kind),
    note: change.kind !== "removed" ? null : isDone ? mail.wasListedUntil : mail.wasListed,
    rows: rows.map((row) => (change.kind === "updated" ? difference(row, locale) : fact(row))),
  };
}

type Row = ReturnType<typeof describeChange>["rows"][number];

const fact = ({ label, before, after }: Row): LetterRow => ({
  label,
  readings: [{ caption: null, lines: [...before, ...after] }],
});

function difference({ label, before, after }: Row, locale: Locale): LetterRow {
  const { mail } = wordsFor(locale);
  const was = { caption: after.length > 0 ? mail.before : mail.noLonger, lines: before };
  const is = { caption: before.length > 0 ? mail.after : mail.newly, lines: after };
  return { label, readings: [was, is].filter(({ lines }) => lines.length > 0) };
}
