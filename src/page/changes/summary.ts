import type { ChangeSetView } from "../../model/register.ts";
import type { Locale } from "../../model/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";

const NAMED = 3;

/** What a change set does, on one line: "Added: Zendesk and Tally · Removed: Weglot". */
export function summarise({ baseline, changes }: ChangeSetView, locale: Locale): string {
  const words = wordsFor(locale).page.changes;
  if (baseline) return `${words.firstPublished} · ${wordsFor(locale).page.vendors(changes.length)}`;
  const parts = (["added", "updated", "removed"] as const).flatMap((kind) => {
    const names = changes.filter((change) => change.kind === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [words[kind](shorten(names, locale))];
  });
  return parts.join(" · ");
}

function shorten(names: string[], locale: Locale): string {
  // "and 1 other" would be longer than the name it leaves out.
  if (names.length <= NAMED + 1) return formatList(names, locale);
  const others = wordsFor(locale).page.changes.others(names.length - NAMED);
  return formatList([...names.slice(0, NAMED), others], locale);
}
