import { ChangeKind } from "../../model/change/change-set.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { replacementsIn } from "../../model/change/replacements.ts";
import { partedByWithdrawal } from "../../model/change/share.ts";
import { inLanguage, type Locale } from "../../model/values/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { commonRole, listRole } from "../../words/role.ts";
import { type DescribedRow, describeChange, type Told } from "../describe/change.ts";
import { namesOf } from "../describe/names.ts";
import { describeLocation, type Names } from "../describe/value.ts";

/** What a change set does, on one line: "Tally replaces Weglot · Added: Zendesk". */
export function summarise({ baseline, rectification, changes }: ChangeSetView, locale: Locale): string {
  const { changes: words, rectification: corrected, page } = wordsFor(locale);
  if (baseline) {
    const role = listRole(commonRole(changes.flatMap(({ after }) => after?.services ?? [])));
    return `${words.firstPublished} · ${page.vendors[role](changes.length)}`;
  }
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

/** A part of a line. `lang`: its language, where that is not the reader's. */
export type Part = { text: string; lang?: Locale | undefined };

/** The least a reader needs to decide whether to read on: what for and where, or which fields differ. */
export const gist = (change: Told, locale: Locale, names: Names): string[] =>
  gistParts(change, locale, names).map((parts) => parts.map(({ text }) => text).join(""));

/** The same in parts, each in one language. */
export function gistParts(change: Told, locale: Locale, names: Names): Part[][] {
  if (!change.after) return [];
  if (change.before) {
    const { note, rows } = describeChange(change, locale, { ...names, isBrief: true });
    const more = rows.length > MOST_ROWS ? [[{ text: wordsFor(locale).changes.more(rows.length - MOST_ROWS) }]] : [];
    return [
      ...(note ? [[{ text: note }]] : []),
      ...rows.slice(0, MOST_ROWS).map((row) => differenceOf(row, locale)),
      ...more,
    ];
  }
  const own = names.defaultLocale ?? locale;
  return change.after.services.map(({ name, purpose, category, locations }) => {
    const text = purpose ?? category;
    const what: Part[] = text ? [inLanguage(text, locale, own)] : name ? [{ text: name }] : [];
    const where = locations.map((location) => describeLocation(location, locale, names));
    return between([...what, ...(where.length > 0 ? [{ text: formatList(where, locale) }] : [])], " · ");
  });
}

const between = (parts: readonly Part[], sign: string): Part[] =>
  parts.flatMap((part, index) => (index > 0 ? [{ text: sign }, part] : [part]));

const LONGEST_TEXT = 160;

/** "Where: Ireland → India": what one side has and the other has not; only the label where that is long. */
function differenceOf({ label, before, after, langs }: DescribedRow, locale: Locale): Part[] {
  const { terms, changes } = wordsFor(locale);
  const onlyIn = (lines: string[], others: string[], lang?: Locale): Part[] => {
    const only = lines.filter((line) => !others.includes(line) && line !== terms.notListed);
    return only.length === 0 ? [] : [{ text: only.join(", "), ...(lang && { lang }) }];
  };
  const [gone, come] = [onlyIn(before, after, langs?.before), onlyIn(after, before, langs?.after)];
  // The details that differ are left out here.
  if (gone.length + come.length === 0) return [{ text: label }];
  const what = gone.length === 0 ? changes.newly(label) : come.length === 0 ? changes.noLonger(label) : label;
  const parts = between([...gone, ...come], " → ");
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  return length > LONGEST_TEXT ? [{ text: what }] : [{ text: terms.explained(what, "") }, ...parts];
}
