import { href } from "../../page/shell/view.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { CONSOLE_PAGES, type ConsoleView } from "../shell.tsx";

/** Who else may do what four eyes leave to another person, by name; where nobody may, the way to whoever can be invited. */
export function WhoElse({ view, names }: { view: ConsoleView; names: readonly string[] }) {
  const { consoleWords, screens } = wordsFor(view.locale);
  const { approval: words } = screens.drafts;
  if (names.length > 0) return <p class="hint">{words.others(formatList(names, view.locale))}</p>;
  return (
    <p>
      {words.nobodyElse} <a href={href(view, CONSOLE_PAGES.people)}>{consoleWords.page.people}</a>
    </p>
  );
}
