import type { PropsWithChildren } from "hono/jsx";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { categoryId, listTitle } from "./list.tsx";
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
  const { page, changes: words } = wordsFor(locale);
  const hasCategories = groups.some(({ category }) => category !== null);
  return (
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{page.onThisPage}</h2>
      <ul>
        {coming && <Place id="coming" title={words.coming.heading} />}
        {recent && <Place id="recent" title={words.recent.heading} />}
        <Place id="list" title={listTitle(at, locale)}>
          {hasCategories && (
            <ul>
              {groups.map(({ category }, index) => (
                <Place id={categoryId(index)} title={category ?? page.list.other} dir="auto" />
              ))}
            </ul>
          )}
        </Place>
        {changes && <Place id="changes" title={words.heading} />}
        <Place id="about" title={page.about.short} />
      </ul>
    </nav>
  );
}

type PlaceProps = PropsWithChildren<{ id: string; title: string; dir?: "auto" }>;

function Place({ id, title, dir, children }: PlaceProps) {
  return (
    <li>
      <a href={`#${id}`} dir={dir}>
        {title}
      </a>
      {children}
    </li>
  );
}
