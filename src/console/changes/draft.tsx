import type { OperatorSet } from "../../model/change/register.ts";
import { wordsFor } from "../../words/index.ts";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { StateBadge, titleOfSet } from "./list.tsx";

export type DraftView = ConsoleView & { set: OperatorSet };

/** A draft: what it changes, and what announcing it would mean. */
export function renderDraft({ set, ...view }: DraftView): string {
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
