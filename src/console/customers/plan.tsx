import type { Child } from "hono/jsx";
import type { Organisation } from "../../model/organisation-document.ts";
import type { FieldError } from "../../model/values/refusal.ts";
import type { ImportPlan } from "../../registry/customers/import-customers.ts";
import { sayFault } from "../../words/fault.ts";
import { wordsFor } from "../../words/index.ts";
import { Facts } from "../kit/parts.tsx";
import { type Column, Table } from "../kit/table.tsx";
import type { ConsoleView } from "../shell.tsx";
import { FILE_COLUMNS, type FileColumn } from "./columns.ts";
import { differencesOf, type Entry } from "./difference.ts";
import { termsInShort } from "./terms.ts";

/** The most customers of each kind that a page shows. */
const MOST_SHOWN = 50;

type PlanProps = { view: ConsoleView; plan: ImportPlan; register: Organisation };

/** How many customers importing a file would write. */
export const writtenBy = ({ outcome }: ImportPlan): number => outcome.created + outcome.updated;

/** What importing a file would do: how many, whom it adds, and of whom it changes what. */
export function Plan({ view, plan, register }: PlanProps) {
  const words = wordsFor(view.locale).screens.customerFile;
  const { created, updated, unchanged, contactsRemoved } = plan.outcome;
  const of = (action: string) => plan.entries.filter(({ change }) => change.action === action);
  const line: Column<Entry> = { head: words.line, cell: ({ first }) => first.line, numeric: true };
  const name: Column<Entry> = { head: words.columns.name, cell: ({ name }) => <span dir="auto">{name}</span> };
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <Facts
        facts={[
          [words.added, created],
          [words.changed, updated],
          [words.unchanged, unchanged],
          [words.contactsRemoved, contactsRemoved],
        ]}
      />
      <p class="hint">{words.leftAlone}</p>
      <Some
        view={view}
        caption={words.added}
        entries={of("created")}
        columns={[
          name,
          { head: words.terms, cell: ({ change }) => termsInShort(change.customer, view.locale) },
          { head: words.contacts, cell: ({ change }) => change.customer.contacts.length, numeric: true },
          line,
        ]}
      />
      <Some
        view={view}
        caption={words.changed}
        entries={of("updated")}
        columns={[
          name,
          { head: words.what, cell: (entry) => <Differences view={view} entry={entry} register={register} /> },
          line,
        ]}
      />
    </section>
  );
}

type SomeProps = { view: ConsoleView; caption: string; entries: readonly Entry[]; columns: readonly Column<Entry>[] };

function Some({ view, caption, entries, columns }: SomeProps): Child {
  const more = entries.length - MOST_SHOWN;
  if (entries.length === 0) return null;
  return (
    <>
      <Table caption={caption} rows={entries.slice(0, MOST_SHOWN)} columns={columns} />
      {more > 0 && <p class="hint">{wordsFor(view.locale).screens.customerFile.more(more)}</p>}
    </>
  );
}

function Differences({ view, entry, register }: { view: ConsoleView; entry: Entry; register: Organisation }) {
  return (
    <ul class="differs">
      {differencesOf(entry, register, view.locale).map(({ label, before, after }) => (
        <li>
          {label}: <del>{before}</del> → <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}

/** The lines for which nothing of a file is taken, each with why. */
export function RefusedLines({ view, errors }: { view: ConsoleView; errors: readonly FieldError[] }) {
  const words = wordsFor(view.locale).screens.customerFile;
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">{words.refused}</h2>
      <p>{words.refusedText}</p>
      <Table
        caption={words.refusedCaption(errors.length)}
        rows={errors.map(({ pointer, detail }) => ({ ...placeOf(pointer), detail }))}
        columns={[
          { head: words.line, cell: ({ line }) => line },
          { head: words.column, cell: ({ column }) => (column ? words.columns[column] : words.wholeLine) },
          { head: words.why, cell: ({ detail }) => sayFault(detail, view.locale) },
        ]}
      />
    </section>
  );
}

/** The line and the column that a pointer of a refused file leads to. */
function placeOf(pointer: string): { line: string; column: FileColumn | undefined } {
  const [, , line = "", name] = pointer.split("/");
  return { line, column: FILE_COLUMNS.find((column) => column === name) };
}
