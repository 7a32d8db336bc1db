import { ChangeKind } from "../../model/change/change-set.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { replacementsIn } from "../../model/change/replacements.ts";
import { partedByWithdrawal } from "../../model/change/share.ts";
import { type Locale, localized } from "../../model/values/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { type DescribedRow, describeChange, type Told } from "../describe/change.ts";
import { namesOf } from "../describe/names.ts";
import { describeLocation, type Names } from "../describe/value.ts";

/** What a change set does, on one line: "Tally replaces Weglot · Added: Zendesk". */
export function summarise({ baseline, rectification, changes }: ChangeSetView, locale: Locale): string {
  const { changes: words, rectification: corrected, page } = wordsFor(locale);
  if (baseline) return `${words.firstPublished} · ${page.vendors(changes.length)}`;
  if (rectification) return [corrected.page.title, ...byKind(changes, corrected.page, locale)].join(" · ");
  // What was withdrawn by itself replaces nobody, and is replaced by nobody.
  const replacements = replacementsIn(partedByWithdrawal(changes).left);
  const replaced = replacements.map(({ added, removed }) => words.replaced(added.name, removed.name));
  const told = new Set(replacements.flatMap(({ added, removed }) => [added, removed]));
  const others = changes.filter((change) => !told.has(change));
  return [...replaced, ...byKind(others, words, locale)].join(" · ");
}

function byKind(
  changes: readonly ChangeView[],
  words: Record<ChangeKind, (names: string) => string>,
  locale: Locale,
): string[] {
  return ChangeKind.options.flatMap((kind) => {
    const named = changes.filter((change) => change.kind === kind);
    return named.length === 0 ? [] : [words[kind](namesOf(named, locale))];
  });
}

const MOST_ROWS = 5;

/** The least a reader needs to decide whether to read on: what for and where, or which fields differ. */
export function gist(change: Told, locale: Locale, names: Names): string[] {
  if (!change.after) return [];
  if (change.before) {
    const { note, rows } = describeChange(change, locale, { ...names, isBrief: true });
    const more = rows.length > MOST_ROWS ? [wordsFor(locale).changes.more(rows.length - MOST_ROWS)] : [];
    return [...(note ? [note] : []), ...rows.slice(0, MOST_ROWS).map((row) => differenceOf(row, locale)), ...more];
  }
  return change.after.services.map(({ name, purpose, category, locations }) => {
    const what = (purpose && localized(purpose, locale, names.defaultLocale)) ?? category ?? name;
    const where = locations.map((location) => describeLocation(location, locale, names));
    return [what, formatList(where, locale)].filter(Boolean).join(" · ");
  });
}

const LONGEST_TEXT = 160;

/** "Where: Ireland → India": what one side has and the other has not; only the label where that is long. */
function differenceOf({ label, before, after }: DescribedRow, locale: Locale): string {
  const { terms, changes } = wordsFor(locale);
  const onlyIn = (lines: string[], others: string[]) =>
    lines.filter((line) => !others.includes(line) && line !== terms.notListed);
  const [gone, come] = [onlyIn(before, after), onlyIn(after, before)];
  // The details that differ are left out here.
  if (gone.length + come.length === 0) return label;
  const what = gone.length === 0 ? changes.newly(label) : come.length === 0 ? changes.noLonger(label) : label;
  const text = [gone, come].flatMap((lines) => (lines.length === 0 ? [] : [lines.join(", ")])).join(" → ");
  return text.length > LONGEST_TEXT ? what : terms.explained(what, text);
}
