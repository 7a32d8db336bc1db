import type { Fault, Table } from "../../evidence/fault.ts";
import type { AuditHead } from "../../evidence/records.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Text } from "../kit/fields.tsx";
import { ErrorSummary } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Narrow } from "../kit/narrow.tsx";
import { Facts } from "../kit/parts.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { LOG } from "./screen.tsx";

const MARK = "<!--checked-->";

type Outcome = { ok: boolean; from: AuditHead | null; head: AuditHead | null; bad: readonly Fault[] };

/**
 * The page of a check, as what stands before and after what is found: it is sent as the check goes on, so that its reader
 * sees how far it has come, without script.
 */
export function renderCheck(view: ConsoleView): { before: string; after: string } {
  const { check: words } = wordsFor(view.locale).screens.log;
  const { page } = wordsFor(view.locale).consoleWords;
  const html = renderScreen(
    view,
    { page: "log", title: words.title, lead: words.running, back: { path: LOG, label: page.log } },
    <div role="status" class="checking" dangerouslySetInnerHTML={{ __html: MARK }} />,
  );
  const [before = "", after = ""] = html.split(MARK);
  return { before, after };
}

/** A line of it: so many records of a table were checked. */
export const renderChecked = ({ locale }: ConsoleView, table: Table, count: number): string => {
  const { check: words } = wordsFor(locale).screens.log;
  return (<p>{words.checked(words.tables[table], count)}</p>).toString();
};

/** What has become of a record, by what a verification says of it, in English, for whoever looks into it. */
const ALTERED = [
  ["missing", /\bis missing\b/],
  ["unknown", /does not know|knows of no|no entry of the audit log|of no notice|that is not here/],
  ["hash", /\b(hash|chain|canonical JSON)\b/],
] as const;

const howAltered = (reason: string) => ALTERED.find(([, said]) => said.test(reason))?.[0] ?? "other";

/** That it could not be finished. */
export const renderUnfinished = ({ locale }: ConsoleView): string =>
  (
    <p class="errors">
      <strong>{wordsFor(locale).screens.log.check.failed}</strong>
    </p>
  ).toString();

/** What was found, and the newest entry by which the next check goes on. */
export function renderFound(view: ConsoleView, { ok, from, head, bad }: Outcome): string {
  const { check: words } = wordsFor(view.locale).screens.log;
  return (
    <>
      {ok ? (
        <p class="notice good">
          <strong>{words.ok}</strong> {from && words.since}
        </p>
      ) : (
        <div class="errors">
          <h2>{words.bad(bad.length)}</h2>
          <p>{words.badText}</p>
          <ul>
            {bad.map(({ table, id, reason }) => (
              <li>
                <strong>{words.fault(words.tables[table], id)}</strong> {words.altered[howAltered(reason)]}{" "}
                <small class="hint">
                  {words.technical} <q lang="en">{reason}</q>
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {head && (
        <details>
          <summary>{words.head}</summary>
          <Facts facts={[[words.headText(head.sequence), <code>{head.hash}</code>]]} />
          <p class="hint">{words.keep}</p>
          {ok && (
            <p>
              <a href={href(view, `${LOG}/check`, { from: head.hash })}>{words.again}</a>
            </p>
          )}
        </details>
      )}
      <From view={view} form={{ locale: view.locale, labels: { from: words.from }, values: {}, wrong: {} }} />
    </>
  ).toString();
}

/** To go on from an entry that somebody has kept. */
function From({ view, form }: { view: ConsoleView; form: FormState }) {
  const { check: words } = wordsFor(view.locale).screens.log;
  return (
    <details open={Object.keys(form.wrong).length > 0}>
      <summary>{words.from}</summary>
      <Narrow view={view} path={`${LOG}/check`} as="filters" button={words.button}>
        <Text form={form} name="from" maxlength={64} hint={words.fromHint} />
      </Narrow>
    </details>
  );
}

/** The page for what is no hash: nothing is checked. */
export function renderNoHash(view: ConsoleView, form: FormState): string {
  const { check: words } = wordsFor(view.locale).screens.log;
  const { page } = wordsFor(view.locale).consoleWords;
  return renderScreen(
    view,
    { page: "log", title: words.title, back: { path: LOG, label: page.log } },
    <>
      <ErrorSummary form={form} saves={false} />
      <From view={view} form={form} />
    </>,
  );
}
