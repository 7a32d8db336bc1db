import type { ChangeView } from "../../model/change/register.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";

const MOST_NAMED = 3;

/** The vendors of changes by name: all of a few, some of many. */
export function namesOf(changes: readonly Pick<ChangeView, "name">[], locale: Locale): string {
  const names = changes.map(({ name }) => name);
  // "and 1 other" would be longer than the name it leaves out.
  if (names.length <= MOST_NAMED + 1) return formatList(names, locale);
  const others = wordsFor(locale).changes.others(names.length - MOST_NAMED);
  return formatList([...names.slice(0, MOST_NAMED), others], locale);
}
