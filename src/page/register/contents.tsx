import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";

/** The register page's table of contents, in the order of the page: each section by its anchor and title. */
export function Contents({ sections, locale }: { sections: readonly { id: string; title: string }[]; locale: Locale }) {
  return (
    <nav class="contents" aria-label={wordsFor(locale).page.onThisPage}>
      <ul>
        {sections.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
