import { FORMATS } from "../../imports/source.ts";
import type { FieldError } from "../../model/values/refusal.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import type { ListedImport } from "../../registry/imports/list-plans.ts";
import { sayFault } from "../../words/fault.ts";
import { capitalised, wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import { Prose } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { formatMoment } from "../kit/moment.ts";
import { Badge, type Tone } from "../kit/parts.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { planPath, UPLOAD_PATH } from "./paths.ts";
import { sayPointer } from "./values.ts";

/** The longest text that is pasted. */
export const PASTED_CHARACTERS = 500_000;

export type UploadView = ConsoleView & {
  form: FormState;
  refused: readonly FieldError[];
  earlier: readonly ListedImport[];
  next: string | null;
  cursor?: string | undefined;
};

const TONES: Record<ListedImport["state"], Tone> = { open: "waiting", applied: "good", stale: "bad" };

/** Where a list is chosen or pasted, and what was imported of late. */
export function renderUpload(view: UploadView): string {
  const { form, refused, earlier, locale } = view;
  const { consoleWords, screens } = wordsFor(locale);
  const words = screens.imports;
  return renderScreen(
    view,
    {
      page: "vendors",
      title: words.title,
      lead: words.lead,
      back: { path: "/console/vendors", label: consoleWords.page.vendors },
    },
    <>
      <Form form={form} file action={href(view, UPLOAD_PATH)} button={words.read} busy={words.busy}>
        {refused.length > 0 && (
          <ul class="refused">
            {refused.slice(0, MOST_REFUSED).map(({ pointer, detail }) => (
              <li>{faultIn(pointer.replace(/^\/file/, ""), detail, locale)}</li>
            ))}
            {refused.length > MOST_REFUSED && (
              <li class="hint">{screens.kit.people.more(refused.length - MOST_REFUSED)}</li>
            )}
          </ul>
        )}
        <section aria-labelledby="file-head">
          <h2 id="file-head">{words.file}</h2>
          <Field
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,.md,.mdx,.html,.htm,.json,.yaml,.yml,.xlsx"
            label={words.choose}
            hint={{ id: "file-hint", text: words.chooseHint }}
            wrong={form.wrong.file}
          />
          <details open={(form.values.text?.[0] ?? "") !== ""}>
            <summary>{words.paste}</summary>
            <Prose form={form} name="text" rows={10} maxlength={PASTED_CHARACTERS} hint={words.pasteHint} />
          </details>
          <Pick
            form={form}
            name="format"
            options={FORMATS.map((format) => [format, words.formats[format]])}
            blank={words.found}
          />
        </section>
      </Form>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{words.earlier}</h2>
          <p class="hint">{words.earlierHint}</p>
          <Table
            caption={words.earlier}
            isHeaded
            rows={earlier}
            columns={[
              {
                head: words.columns.file,
                cell: ({ id, fileName }) => (
                  <a href={href(view, planPath(id))} dir="auto">
                    {fileName ?? words.pasted}
                  </a>
                ),
              },
              { head: words.columns.when, cell: ({ madeAt }) => formatMoment(madeAt, view) },
              {
                head: words.columns.state,
                cell: ({ state }) => <Badge tone={TONES[state]}>{words.states[state]}</Badge>,
              },
              { head: words.columns.what, cell: ({ totals }) => sayTotals(totals, view) },
            ]}
          />
          <Paging view={view} path={UPLOAD_PATH} cursor={view.cursor} next={view.next} />
        </section>
      )}
    </>,
  );
}

/** Of what is wrong with a file, what is read out. */
const MOST_REFUSED = 20;

/** What is wrong with a file, and where, unless it is all of it. */
function faultIn(pointer: string, detail: string, locale: ConsoleLocale): string {
  const what = sayFault(detail, locale);
  return pointer === "" ? what : wordsFor(locale).screens.imports.fault(capitalised(sayPointer(pointer, locale)), what);
}

/** "2 new, 1 changed": what there is none of goes unsaid. */
export function sayTotals(totals: ListedImport["totals"], { locale }: ConsoleView): string {
  const words = wordsFor(locale).screens.imports.totals;
  const kinds = Object.keys(words) as (keyof typeof words)[];
  return kinds.flatMap((kind) => (totals[kind] > 0 ? [words[kind](totals[kind])] : [])).join(", ");
}
