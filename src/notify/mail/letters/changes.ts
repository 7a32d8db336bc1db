import { effectOf, isOneEffect } from "../../../model/change/effect.ts";
import type { ChangeView } from "../../../model/change/register.ts";
import { formersIn } from "../../../model/change/replacements.ts";
import type { Locale } from "../../../model/values/text.ts";
import { type DescribedRow, describeChange } from "../../../page/describe/change.ts";
import { capitalised, formatDate, wordsFor } from "../../../words/index.ts";
import { fact, type LetterRow, type Table } from "../letter.ts";
import { type AboutChangeSet, datedOn, firstEffect, toldOn } from "./change-set.ts";

/**
 * One vendor's change: each field that differs, before and after; or every field of a vendor that is added or removed.
 * With what covers its transfers from the day the set takes effect.
 */
export function changeBlock(change: ChangeView, about: AboutChangeSet, isDone: boolean): Table {
  const { organisation, locale, changeSet, law } = about;
  const { mail, changes, rectification } = wordsFor(locale);
  const captions = changeSet.rectification ? rectification : changes;
  const on = change.effectiveOn ?? datedOn(changeSet);
  const judging = { ...organisation, law, on };
  const day = isOneEffect(changeSet.changes)
    ? []
    : [isDone ? mail.since(formatDate(on, locale)) : comes(change, about)];
  const { heading, note, rows } = describeChange(change, locale, organisation, judging);
  const said = change.kind !== "removed" ? note : isDone ? mail.wasListedUntil : mail.wasListed;
  return {
    type: "table",
    heading: changeSet.rectification ? rectification.entry[change.kind](heading) : mail.changed(heading, change.kind),
    note: [...replacing(change, about), ...day, ...(said === null ? [] : [said])].join(" ") || null,
    rows: rows.map((row) =>
      change.kind === "updated" ? difference(row, locale, captions) : fact(row.label, [...row.before, ...row.after]),
    ),
  };
}

/** Worked out once for all the tables of a mail. */
function formersOf(changes: readonly ChangeView[]): ReadonlyMap<ChangeView, ChangeView> {
  const formers = knownFormers.get(changes) ?? formersIn(changes);
  knownFormers.set(changes, formers);
  return formers;
}

const knownFormers = new WeakMap<readonly ChangeView[], ReadonlyMap<ChangeView, ChangeView>>();

/** Whom a newcomer replaces, by name: also where the one waits, and the other does not. */
function replacing(change: ChangeView, { changeSet, locale }: AboutChangeSet): string[] {
  const former = change.kind === "added" ? formersOf(changeSet.changes).get(change) : undefined;
  return former ? [`${wordsFor(locale).changes.replaces(former.name)}.`] : [];
}

/** When a change takes effect that has not yet, as a sentence. */
function comes(change: ChangeView, about: AboutChangeSet): string {
  const { as, on } = effectOf(change, toldOn(about)) ?? firstEffect(about.changeSet);
  return `${capitalised(wordsFor(about.locale).changes.when[as](formatDate(on, about.locale)))}.`;
}

function difference(
  { label, before, after }: DescribedRow,
  locale: Locale,
  captions: { before: string; after: string },
): LetterRow {
  const { mail } = wordsFor(locale);
  const was = { caption: after.length > 0 ? captions.before : mail.noLonger, lines: before };
  const is = { caption: before.length > 0 ? captions.after : mail.newly, lines: after };
  return { label, readings: [was, is].filter(({ lines }) => lines.length > 0) };
}
