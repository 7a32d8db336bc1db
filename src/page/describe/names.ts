import type { ChangeView } from "../../model/change/register.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";

type Some = {
  /** How many there are, where not all of them are given. */
  all?: number | undefined;
  most?: number;
};

/** Names in a list: the first few, `most` at most, and how many others there are: "A, B, C and 2 others". */
export function listSome(
  names: readonly string[],
  locale: Locale,
  { all = names.length, most = 5 }: Some = {},
): string {
  // "and 1 other" would be longer than the name it leaves out.
  const few = all === most + 1 ? names : names.slice(0, most);
  const others = all - few.length;
  return formatList(others > 0 ? [...few, wordsFor(locale).changes.others(others)] : few, locale);
}

/** The vendors of changes by name: all of a few, some of many. */
export const namesOf = (changes: readonly Pick<ChangeView, "name">[], locale: Locale): string =>
  listSome(
    changes.map(({ name }) => name),
    locale,
    { most: 3 },
  );
