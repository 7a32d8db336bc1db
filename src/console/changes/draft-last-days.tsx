import { listSome } from "../../page/describe/names.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { DraftOutline } from "./draft-view.ts";

/** More days than these are said as the first and the last. */
const MOST_DAYS = 6;

/** Until when customers may object by their contracts: a line for each day, with whose it is. */
export function LastDays({ view: { preview, locale } }: { view: DraftOutline }) {
  const { means: words, mails } = wordsFor(locale).screens.drafts;
  const days = preview.readers.named.flatMap(({ terms, customer, people }) =>
    terms.flatMap(({ lastDayToObjectOn: on, name }) =>
      on === null ? [] : { on, name: name ?? mails.whose(customer, people === 1) },
    ),
  );
  const byDay = [...Map.groupBy(days, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [byDay[0], byDay.at(-1)];
  if (!first || !last) return null;
  if (byDay.length > MOST_DAYS || preview.readers.total > preview.readers.named.length)
    return <p>{words.byCustomers(formatDate(first[0], locale), formatDate(last[0], locale))}</p>;
  return (
    <ul class="last-days">
      {byDay.map(([on, those]) => {
        const names = [...new Set(those.map(({ name }) => name))];
        return <li>{words.mayObject(listSome(names, locale), formatDate(on, locale))}</li>;
      })}
    </ul>
  );
}
