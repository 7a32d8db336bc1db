import { isIsoDate } from "../model/values/dates.ts";
import type { ConsoleLocale } from "../model/values/text.ts";
import { formatDate, wordsFor } from "./index.ts";

/** What is wrong with a field, to people, from what the API says of it; in general words where the language has none for it. */
export function sayFault(detail: string, locale: ConsoleLocale): string {
  const { faults, kit } = wordsFor(locale).screens;
  for (const [pattern, say] of Object.entries<(...found: string[]) => string>(faults)) {
    const found = matched(detail, pattern);
    if (found) return say(...found.map((each) => (isIsoDate(each) ? formatDate(each, locale) : each)));
  }
  return kit.check;
}

/** What stands in a text for each `*` of a pattern; null where it is another text. */
function matched(text: string, pattern: string): string[] | null {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(.*?)")}$`, "su").exec(text)?.slice(1) ?? null;
}
