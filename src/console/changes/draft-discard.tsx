import { wordsFor } from "../../words/index.ts";
import { Confirm } from "../kit/parts.tsx";
import { renderScreen } from "../shell.tsx";
import { type DraftOutline, pathOf } from "./draft-view.ts";
import { titleOfSet } from "./list.tsx";

/** Asks before a draft is discarded. */
export function renderDiscard(view: DraftOutline): string {
  const { discarding: words } = wordsFor(view.locale).screens.drafts;
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: words.title,
      lead: titleOfSet(view.preview.changeSet, view),
      back: { path, label: titleOfSet(view.preview.changeSet, view) },
    },
    <>
      <p>{words.text}</p>
      <Confirm
        view={view}
        action={`${path}/discard`}
        fields={{ version: view.preview.draftHash ?? "" }}
        button={words.button}
        back={path}
      />
    </>,
  );
}
