import type { ConsoleLocale } from "../../model/values/text.ts";
import type { Some } from "../../registry/changes/named-customers.ts";
import { formatList, wordsFor } from "../../words/index.ts";

const MOST_NAMED = 5;

/** A few of some by name, and how many more there are. */
export function namesIn({ total, named }: Some<{ name: string }>, locale: ConsoleLocale): string {
  const { means: words } = wordsFor(locale).screens.drafts;
  if (total <= MOST_NAMED + 1)
    return formatList(
      named.map(({ name }) => name),
      locale,
    );
  const few = named.slice(0, MOST_NAMED).map(({ name }) => name);
  return formatList([...few, words.others(total - few.length)], locale);
}
