import type { IsoDate } from "../../model/dates.ts";
import type { Locale } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { categoryId } from "./list.tsx";
import type { Group } from "./listed.ts";

type Props = {
  locale: Locale;
  at: IsoDate | null;
  groups: readonly Group[];
  coming: boolean;
  recent: boolean;
  changes: boolean;
};

/** Where to go on a long page. */
export function Contents({ locale, at, groups, coming, recent, changes }: Props) {
  const words = wordsFor(locale).page;
  const hasCategories = groups.some(({ category }) => category !== null);
  return (
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{words.onThisPage}</h2>
      <ul>
        {coming && (
          <li>
            <a href="#coming">{words.coming.heading}</a>
          </li>
        )}
        {recent && (
          <li>
            <a href="#recent">{words.recent.heading}</a>
          </li>
        )}
        <li>
          <a href="#list">{at ? words.list.on(formatDate(at, locale)) : words.list.today}</a>
          {hasCategories && (
            <ul>
              {groups.map(({ category }, index) => (
                <li>
                  <a href={`#${categoryId(index)}`} dir="auto">
                    {category ?? words.list.other}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
        {changes && (
          <li>
            <a href="#changes">{words.changes.heading}</a>
          </li>
        )}
        <li>
          <a href="#about">{words.about.short}</a>
        </li>
      </ul>
    </nav>
  );
}
