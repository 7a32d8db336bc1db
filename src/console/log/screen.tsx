import type { AuditEntry } from "../../evidence/records.ts";
import { type Action, actions, isAction } from "../../model/actions.ts";
import { href } from "../../page/shell/view.ts";
import { inOrderOf, wordsFor } from "../../words/index.ts";
import { type Options, Pick } from "../kit/choices.tsx";
import { Text } from "../kit/fields.tsx";
import { ErrorSummary } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { formatMoment } from "../kit/moment.ts";
import { Narrow } from "../kit/narrow.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { CONSOLE_PAGES, type ConsoleView, renderScreen } from "../shell.tsx";
import { Details } from "./details.tsx";
import { type LogNames, pathOf, sayActor, saySubject } from "./named.ts";

export const LOG = CONSOLE_PAGES.log;

export type LogView = ConsoleView & {
  entries: readonly AuditEntry[];
  names: LogNames;
  /** Whom may be asked for by name. */
  people: readonly { actor: string; name: string }[];
  form: FormState;
  /** What leads to the same again. */
  filters: Readonly<Record<string, string | undefined>>;
  cursor?: string | undefined;
  next: string | null;
};

/** Everything that was done, by whom, the newest first; or what is like what was asked for. */
export function renderLog(view: LogView): string {
  const { log: words } = wordsFor(view.locale).screens;
  return renderScreen(
    view,
    { page: "log", lead: words.lead },
    <>
      <form method="get" action={`${LOG}/check`} class="action">
        {view.lang && <input type="hidden" name="lang" value={view.lang} />}
        <button type="submit" class="quiet">
          {words.check.button}
        </button>
        <span class="hint">{words.check.hint}</span>
      </form>
      <ErrorSummary form={view.form} saves={false} />
      <Search view={view} />
      {view.entries.length === 0 ? <p role="status">{words.none}</p> : <Entries view={view} />}
      <Paging view={view} path={LOG} filters={view.filters} cursor={view.cursor} next={view.next} />
    </>,
  );
}

function Search({ view }: { view: LogView }) {
  const { filter: words, actors } = wordsFor(view.locale).screens.log;
  const { form } = view;
  const isFiltered = Object.values(view.filters).some((each) => each !== undefined);
  const kinds = ["key:ADMIN_API_KEY", "system", "subscriber", "public", "provider"] as const;
  const who: Options = [
    ...view.people.map(({ actor, name }) => [actor, name] as const),
    ...kinds.map((kind) => [kind, actors[kind]] as const),
  ];
  return (
    <search>
      <Narrow
        view={view}
        path={LOG}
        as="filters"
        button={words.button}
        label={words.label}
        isNarrowed={isFiltered}
        folded={
          <>
            <Pick form={form} name="who" options={who} blank={words.anybody} />
            <Pick form={form} name="what" options={actionOptions(view)} blank={words.anything} />
            <Text form={form} name="from" type="date" />
            <Text form={form} name="until" type="date" />
          </>
        }
      >
        <Text form={form} name="about" type="search" maxlength={200} />
      </Narrow>
      <p class="hint">{words.hint}</p>
    </search>
  );
}

function actionOptions({ locale }: ConsoleView): Options {
  const order = inOrderOf(locale);
  return actions.map((each) => [each, sayAction(each, { locale })] as const).sort(([, a], [, b]) => order(a, b));
}

/** What was done, in words. */
export const sayAction = (action: Action | string, { locale }: Pick<ConsoleView, "locale">): string =>
  isAction(action) ? wordsFor(locale).screens.log.actions[action] : action;

function Entries({ view }: { view: LogView }) {
  const { log: words } = wordsFor(view.locale).screens;
  const { names, locale } = view;
  return (
    <Table
      caption={`${words.caption}. ${words.times(view.timeZone.replaceAll("_", " ").replaceAll("/", " / "))}`}
      rows={view.entries}
      columns={[
        { head: words.when, cell: ({ at }) => <span class="on-one-line">{whenOf(at, view)}</span> },
        { head: words.who, cell: ({ actor }) => <span dir="auto">{sayActor(actor, names, locale)}</span> },
        { head: words.what, cell: ({ action }) => sayAction(action, view) },
        { head: words.about, cell: (entry) => <About view={view} entry={entry} /> },
      ]}
      below={(entry) => <Details view={view} entry={entry} />}
    />
  );
}

/** Whoever has the database can write a time that is none. */
const whenOf = (at: string, view: ConsoleView): string =>
  Number.isNaN(Date.parse(at)) ? at : formatMoment(new Date(at), view, "medium");

function About({ view, entry }: { view: LogView; entry: AuditEntry }) {
  const path = pathOf(entry, view.names);
  const said = saySubject(entry, view.names, view.locale);
  return path === null ? (
    <span dir="auto">{said}</span>
  ) : (
    <a href={href(view, path)} dir="auto">
      {said}
    </a>
  );
}
