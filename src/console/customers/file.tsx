import type { Organisation } from "../../model/organisation-document.ts";
import type { FieldError } from "../../model/values/refusal.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import type { ImportPlan } from "../../registry/customers/import-customers.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import { Prose } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { FILE_COLUMNS } from "./columns.ts";
import { filePath, PATH } from "./paths.ts";
import { Plan, RefusedLines, writtenBy } from "./plan.tsx";

/** The longest file that the page itself keeps between looking and importing; a longer one is chosen once more. */
export const KEPT_CHARACTERS = 60_000;

/** So many customers take longer than a moment. */
const MANY = 1000;

/** What a file has: what its columns are called, and the first of what stands in each. */
export type FileHead = { heads: readonly string[]; samples: readonly (readonly string[])[] };

type FileView = ConsoleView & {
  form: FormState;
  register: Organisation;
  /** Null while none was sent. */
  head: FileHead | null;
  /** What importing it would do; null while that is not known. */
  plan: ImportPlan | null;
  refused: readonly FieldError[];
  /** What is needed, and no column was found to say: its reader is asked which does. */
  asked?: readonly string[] | undefined;
  /** Whether the page keeps the file, or it has to be chosen once more. */
  isKept: boolean;
};

/** Customers from a file: what each of its columns is, what importing it would do, and the button that does it. */
export function renderFile(view: FileView): string {
  const { form, head, plan, refused, isKept } = view;
  const { consoleWords, screens } = wordsFor(view.locale);
  const words = screens.customerFile;
  const written = plan ? writtenBy(plan) : 0;
  const imports = plan !== null && written > 0;
  return renderScreen(
    view,
    {
      page: "customers",
      title: words.title,
      lead: words.lead,
      back: { path: PATH, label: consoleWords.page.customers },
    },
    <Form
      form={form}
      file
      action={href(view, filePath)}
      button={imports ? words.import(written) : words.check}
      busy={imports ? words.importing(written) : words.busy}
      actions={
        imports && (
          <button type="submit" name="do" value="check" class="quiet">
            {words.check}
          </button>
        )
      }
    >
      {refused.length > 0 && <RefusedLines view={view} errors={refused} />}
      <section aria-labelledby="file-head">
        <h2 id="file-head">{words.file}</h2>
        {head && <p class={isKept ? "hint" : "notice"}>{isKept ? words.kept : words.again}</p>}
        <Field
          name="file"
          type="file"
          accept=".csv,.txt,text/csv"
          label={words.choose}
          hint={{ id: "file-hint", text: words.chooseHint }}
          wrong={form.wrong.file}
        />
        <details open={form.values.text !== undefined && form.values.text[0] !== ""}>
          <summary>{words.paste}</summary>
          <Prose form={form} name="text" rows={8} maxlength={KEPT_CHARACTERS} hint={words.pasteHint} />
        </details>
      </section>
      {view.asked && (
        <p class="notice" role="status" tabindex={-1} autofocus>
          {words.asked(formatList(view.asked, view.locale))} <a href="#columns">{words.columnsOf}</a>
        </p>
      )}
      {head && <Columns form={form} head={head} />}
      {plan && <Plan view={view} plan={plan} register={view.register} />}
      {plan && !imports && <p class="notice">{words.nothingToDo}</p>}
      {written > MANY && <p class="hint">{words.takesTime}</p>}
    </Form>,
  );
}

/** What each column of the file is, guessed from what it is called, to be put right by hand. */
function Columns({ form, head }: { form: FormState; head: FileHead }) {
  const words = wordsFor(form.locale).screens.customerFile;
  const leftOut = head.heads.filter((name, index) => name !== "" && !form.values[`columns.${index}`]?.[0]);
  const options = FILE_COLUMNS.map((column) => [column, words.columns[column]] as const);
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{words.columnsOf}</h2>
      <p class="hint">{words.columnsHint}</p>
      {leftOut.length > 0 && <p class="notice">{words.leftOut(formatList(leftOut, form.locale))}</p>}
      <div class="side-by-side">
        {head.heads.map((name, index) => (
          <>
            <input type="hidden" name={`heads.${index}`} value={name} />
            <Pick
              form={form}
              name={`columns.${index}`}
              label={name || words.unnamed(index + 1)}
              hint={head.samples[index]?.join(" · ") || undefined}
              options={options}
              blank={words.leaveOut}
            />
          </>
        ))}
      </div>
    </section>
  );
}
