import type { PropsWithChildren } from "hono/jsx";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { SECTIONS } from "../shell/sections.ts";
import { categoryId, listTitle } from "./list.tsx";
import type { Group } from "./listed.ts";

type Props = {
  locale: Locale;
  at: IsoDate | null;
  groups: readonly Group[];
  hasComing: boolean;
  hasRecent: boolean;
  hasChanges: boolean;
};

/** The register page's table of contents. */
export function Contents({ locale, at, groups, hasComing, hasRecent, hasChanges }: Props) {
  const { page, changes: words } = wordsFor(locale);
  const hasCategories = groups.some(({ category }) => category !== null);
  return (
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{page.onThisPage}</h2>
      <ul>
        {hasComing && <ContentsEntry id={SECTIONS.coming} title={words.coming.heading} />}
        {hasRecent && <ContentsEntry id={SECTIONS.recent} title={words.recent.heading} />}
        <ContentsEntry id={SECTIONS.list} title={listTitle(at, locale)}>
          {hasCategories && (
            <ul>
              {groups.map(({ category }, index) => (
                <ContentsEntry id={categoryId(index)} title={category ?? page.list.other} dir="auto" />
              ))}
            </ul>
          )}
        </ContentsEntry>
        {hasChanges && <ContentsEntry id={SECTIONS.changes} title={words.heading} />}
        <ContentsEntry id={SECTIONS.about} title={page.about.short} />
      </ul>
    </nav>
  );
}

type EntryProps = PropsWithChildren<{ id: string; title: string; dir?: "auto" }>;

function ContentsEntry({ id, title, dir, children }: EntryProps) {
  return (
    <li>
      <a href={`#${id}`} dir={dir}>
        {title}
      </a>
      {children}
    </li>
  );
}
