import { recordedFrom } from "../../model/change/history.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import type { Judging } from "../describe/transfers.ts";
import { unrecordedUntil } from "../formats/list-for.ts";
import { href, isUnnamed, type RegisterView } from "../shell/view.ts";
import { type Asked, atList } from "./asked.ts";
import { FILTERS, type Filter, type Filters, matching, type Options } from "./filters.ts";
import type { ListedService } from "./listed.ts";

type Props = { view: RegisterView; asked: Asked; options: Options; judging: Judging; all: readonly ListedService[] };

/** That nothing is found, what was looked for, and what would be found without each part of it. */
export function NoMatch({ view, asked, options, judging, all }: Props) {
  const { locale } = view;
  const { page, terms } = wordsFor(locale);
  const words = page.list;
  const chosen = FILTERS.flatMap((filter) => {
    const name = nameOf(filter, asked.filters, options, words.quoted);
    return name ? [{ filter, name }] : [];
  });
  const wider = chosen.flatMap(({ filter, name }) => {
    const found = matching(all, { ...asked.filters, [filter]: undefined }, judging, locale).length;
    return chosen.length > 1 && found > 0 ? [{ filter, text: words.without(name, found) }] : [];
  });
  return (
    <div class="empty">
      <p>
        <strong>
          {words.noMatchFor(
            formatList(
              chosen.map(({ name }) => name),
              locale,
            ),
          )}
        </strong>
      </p>
      {wider.length > 0 && (
        <ul class="plain">
          {wider.map(({ filter, text }) => (
            <li>
              {terms.explained(words.widen, "")}
              <a href={atList(view, { ...asked, filters: { ...asked.filters, [filter]: undefined } })}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={atList(view, { ...asked, filters: {} })}>{words.showAll}</a>
      </p>
    </div>
  );
}

/** What was chosen by a filter, as the form calls it. */
function nameOf(filter: Filter, filters: Filters, options: Options, quoted: (text: string) => string) {
  const value = filters[filter];
  if (value === undefined) return undefined;
  return filter === "q" ? quoted(value) : options[filter].find(({ key }) => key === value)?.name;
}

/** That nothing is on the list, and why. */
export function Empty({ view, at }: { view: RegisterView; at: IsoDate | null }) {
  const { page } = wordsFor(view.locale);
  const words = page.list;
  const begins = at && unrecordedUntil({ ...view, on: at });
  if (begins) {
    return (
      <p class="empty">
        {words.begins(formatDate(begins, view.locale))} <a href={href(view, "/")}>{page.at.back}</a>
      </p>
    );
  }
  if (at && recordedFrom(view.register.history))
    return <p class="empty">{words.emptyOn(formatDate(at, view.locale))}</p>;
  if (view.register.history.length > 0) return <p class="empty">{words.emptyNow}</p>;
  return (
    <p class="empty">
      <strong>{words.empty}</strong> {!isUnnamed(view) && words.emptyHint}
    </p>
  );
}
