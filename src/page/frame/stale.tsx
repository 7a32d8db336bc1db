import { dateIn } from "../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { RegisterFrame } from "./frame.ts";

/** Says that the page may be behind, when it is shown from memory. */
export function StaleNotice({ frame: { stale, register, locale } }: { frame: RegisterFrame }) {
  if (!stale) return null;
  const words = wordsFor(locale).page;
  const { snapshot, organisation } = register;
  return (
    <p class="stale" role="status">
      {snapshot ? words.stale(formatDate(dateIn(organisation.timeZone, snapshot.takenAt), locale)) : words.staleUnknown}
    </p>
  );
}
