import type { OperatorSet } from "../../model/change/register.ts";
import { wordsFor } from "../../words/index.ts";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { StateBadge, titleOfSet } from "./list.tsx";

export type AnnouncedView = ConsoleView & { set: OperatorSet };

/** A set that was announced: what it changes, and what has become of it. */
export function renderAnnounced({ set, ...view }: AnnouncedView): string {
  const { consoleWords, changes } = wordsFor(view.locale);
  return renderScreen(
    view,
    {
      page: "changes",
      title: titleOfSet(set, view),
      back: { path: "/console/changes", label: consoleWords.page.changes },
      lead: (
        <>
          {changes.number(set.number)} <StateBadge view={view} state={set.state} />
        </>
      ),
    },
    null,
  );
}
