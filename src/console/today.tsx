import { wordsFor } from "../words/index.ts";
import { type ConsoleView, renderConsole } from "./shell.tsx";

/** What waits for a person. */
export function renderToday(view: ConsoleView): string {
  const { page, today } = wordsFor(view.locale).consoleWords;
  return renderConsole(
    view,
    { title: page.today, page: "today" },
    <div class="console">
      <div class="intro">
        <h1>{page.today}</h1>
        <p class="lead">{today.lead}</p>
      </div>
      <div class="empty">
        <p>
          <strong>{today.empty}</strong>
        </p>
      </div>
    </div>,
  );
}
