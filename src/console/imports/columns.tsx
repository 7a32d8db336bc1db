import { COLUMN_FIELDS } from "../../imports/guess-rules.ts";
import type { ColumnReading } from "../../imports/reading.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { planPath } from "./paths.ts";
import type { PlanView } from "./view.ts";

/** Tables beyond these are pages' own furniture, not lists. */
const MOST_TABLES = 20;

/** The name of the field of a column. A column that is not read has none. */
export const columnField = (table: number, column: number): string => `tables.t${table}.c${column}`;

/** What each column of each table is taken for, to be put right by hand. */
export function Columns({ view }: { view: PlanView }) {
  const { plan, locale } = view;
  const words = wordsFor(locale).screens.imports;
  const { tables } = plan.reading;
  if (tables.length === 0 || plan.changeSet !== null) return null;
  // What somebody said of a column is plain, also that it is not read; and nobody needs it once nothing is asked.
  const isSaid = (table: number, column: number) =>
    plan.mapping.some((each) => each.table === table && each.column === column);
  const isAsked = plan.vendors.length === 0 || plan.totals.unsure > 0;
  const unsure = tables.flatMap(({ used, columns }, table) =>
    used && isAsked ? columns.filter(({ sure }, at) => !sure && !isSaid(table, at)) : [],
  ).length;
  const values = Object.fromEntries(
    tables.flatMap(({ columns }, table) => columns.map(({ field }, at) => [columnField(table, at), [field ?? ""]])),
  );
  const form: FormState = { locale, labels: {}, values, wrong: {} };
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{words.columnsOf}</h2>
      <details open={unsure > 0 || plan.vendors.every(({ rows }) => rows.length === 0)}>
        <summary>{unsure > 0 ? words.columnsOpen(unsure) : words.columnsHint}</summary>
        <Form form={form} action={href(view, `${planPath(plan.id)}/columns`)} button={words.readAgain} quiet>
          <p class="hint">{words.columnsHint}</p>
          {tables.slice(0, MOST_TABLES).map(({ heading, used, columns }, table) => (
            <fieldset class="rows-of">
              <legend dir="auto">{words.table(heading, table + 1)}</legend>
              {!used && <p class="hint">{words.unused}</p>}
              <div class="side-by-side">
                {columns.map((column, at) => (
                  <Column form={form} column={column} name={columnField(table, at)} number={at + 1} />
                ))}
              </div>
            </fieldset>
          ))}
        </Form>
      </details>
    </section>
  );
}

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 60;

type ColumnProps = { form: FormState; column: ColumnReading; name: string; number: number };

function Column({ form, column, name, number }: ColumnProps) {
  const { importReading, imports: words } = wordsFor(form.locale).screens;
  const samples = column.samples.slice(0, SAMPLES).map((sample) => sample.slice(0, SAMPLE_CHARACTERS));
  const hint = samples.join(" · ");
  return (
    <Pick
      form={form}
      name={name}
      label={column.header.slice(0, 200) || words.unnamed(number)}
      hint={(column.sure ? hint : `${words.isUnsure} ${hint}`) || undefined}
      options={COLUMN_FIELDS.map((field) => [field, importReading.columns[field]])}
      blank={words.notRead}
    />
  );
}
