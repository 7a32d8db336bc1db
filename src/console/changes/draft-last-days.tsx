import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import type { DraftOutline } from "./draft-view.ts";

/** More days than these are said as the first and the last. */
const MOST_DAYS = 6;

/** Until when customers may object by their contracts: a line for each day, with whose it is. */
export function LastDays({ view: { preview, locale } }: { view: DraftOutline }) {
  const { means: words } = wordsFor(locale).screens.drafts;
  const days = preview.readers.named.flatMap(({ terms, customer, people }) =>
    terms.flatMap(({ lastDayToObjectOn: on, name }) =>
      on === null ? [] : { on, name: name ?? customer, isSome: name === null && people > 1 },
    ),
  );
  // Of several people who read the same, one customer is named; they may all be its own.
  const isWhole = new Set(days.map(({ name }) => name)).size >= preview.concerned.total - preview.unreachable.total;
  const byDay = [...Map.groupBy(days, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [byDay[0], byDay.at(-1)];
  if (!first || !last) return null;
  if (byDay.length > MOST_DAYS || preview.readers.total > preview.readers.named.length)
    return <p>{words.byCustomers(formatDate(first[0], locale), formatDate(last[0], locale))}</p>;
  return (
    <ul class="last-days">
      {byDay.map(([on, those]) => {
        const names = [...new Set(those.map(({ name }) => name))];
        const others = !isWhole && those.some(({ isSome }) => isSome) ? [words.others] : [];
        return <li>{words.mayObject(formatList([...names, ...others], locale), formatDate(on, locale))}</li>;
      })}
    </ul>
  );
}
