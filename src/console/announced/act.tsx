import { href } from "../../page/shell/view.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { titleOfSet } from "../changes/list.tsx";
import { Did } from "../kit/did.tsx";
import { Form, Preview } from "../kit/form.tsx";
import { renderMessage, renderScreen } from "../shell.tsx";
import { FIELDS } from "./act-fields.tsx";
import { Tellings } from "./telling.tsx";
import { ACTS, type ActView, heldBy, pathOf, type SetView, wordsOf } from "./view.ts";

/** A page that says what is about to be done and whom it tells, and is confirmed by the button that does it. */
export function renderAct(view: ActView): string {
  const { act, form, changed } = view;
  const words = wordsOf(view);
  const { title, lead, button } = words.act[act];
  const { overObjection } = words.act.waive;
  const isOverObjection = act === "waive" && heldBy(view.set) === "objection";
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: isOverObjection ? overObjection : title,
      back: { path, label: titleOfSet(view.set, view) },
      lead,
    },
    <>
      {changed.length > 0 && (
        <div class="notice">
          <p>
            <strong>{wordsFor(view.locale).terms.explained(words.changed.title, "")}</strong>
            {formatList(
              changed.map((part) => words.changed[part]),
              view.locale,
            )}
            .
          </p>
          <p>{words.changed.text}</p>
        </div>
      )}
      {view.testedTo && <Did>{wordsFor(view.locale).screens.drafts.mails.sent(view.testedTo)}</Did>}
      <Form
        form={form}
        action={href(view, `${path}/${ACTS[act].path}`)}
        button={isOverObjection ? overObjection : button}
        actions={<a href={href(view, path)}>{wordsFor(view.locale).screens.kit.cancel}</a>}
      >
        <section>{FIELDS[act](view)}</section>
        <section aria-labelledby="told">
          <h2 id="told">{words.told.title}</h2>
          <Preview form={form} name="told">
            <Tellings view={view} />
          </Preview>
        </section>
      </Form>
    </>,
  );
}

/** Says why something cannot be done about a set any more; null: four eyes leave it to another person. */
export function renderCannot(view: SetView, why: string | null): string {
  const { cannot } = wordsOf(view);
  return renderMessage(
    view,
    why === null ? cannot.anotherTitle : cannot.title,
    [why ?? cannot.another],
    <p>
      <a class="onward" href={href(view, pathOf(view))}>
        {cannot.back}
      </a>
    </p>,
  );
}
