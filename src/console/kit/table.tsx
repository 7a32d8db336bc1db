import type { Child } from "hono/jsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";

/** A column: what it is called, and what stands in it of a row. */
export type Column<Row> = {
  head: string;
  cell: (row: Row) => Child;
  numeric?: boolean;
  /** Whether what stands in it says itself what it is: on a phone it is not called anything. */
  isPlain?: boolean;
};

type TableProps<Row> = {
  caption: string;
  /** Whether the heading above says the same: then only who does not see it is told. */
  isHeaded?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What stands below a row, as wide as the table. */
  below?: ((row: Row) => Child) | undefined;
};

/** Tables of more columns need more room to be tables. */
const MANY = 4;

/** Rows and columns; on a phone, a card for each row. What the first column has names the row. */
export function Table<Row>({ caption, isHeaded, columns, rows, below }: TableProps<Row>) {
  return (
    <table class={columns.length > MANY ? "many" : undefined}>
      <caption class={isHeaded ? "unseen" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, numeric }) => (
            <th scope="col" class={numeric ? "numeric" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Rows columns={columns} rows={rows} below={below} />
      </tbody>
    </table>
  );
}

const Rows = <Row,>({ columns, rows, below }: Pick<TableProps<Row>, "columns" | "rows" | "below">) => (
  <>
    {rows.map((row) => (
      <>
        <tr>
          {columns.map(({ head, cell, numeric, isPlain }, index) =>
            index === 0 ? (
              <th scope="row">{cell(row)}</th>
            ) : (
              <td data-head={isPlain ? undefined : head} class={numeric ? "numeric" : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
        {below && (
          <tr class="below">
            <td colspan={columns.length}>{below(row)}</td>
          </tr>
        )}
      </>
    ))}
  </>
);

type LongTable<Row> = Pick<TableProps<Row>, "caption" | "columns"> & {
  pages: AsyncIterable<readonly Row[]>;
  /** What stands in its place where there is no row. */
  none: Child;
};

/** The same table as text, piece by piece: as many rows in memory as one page has. */
export async function* longTable<Row>({ pages, none, ...table }: LongTable<Row>): AsyncGenerator<string> {
  const [head = "", end = ""] = `${<Table {...table} rows={[]} />}`.split("</tbody>");
  let isEmpty = true;
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    if (isEmpty) yield head;
    isEmpty = false;
    yield `${<Rows columns={table.columns} rows={rows} />}`;
  }
  yield isEmpty ? `${<p>{none}</p>}` : `</tbody>${end}`;
}

type PagingProps = {
  view: ConsoleView;
  path: string;
  /** What the list is filtered by, which its other pages are as well. */
  filters?: Record<string, string | undefined>;
  /** Where this page begins, if it is not the first, and where the next one does, if there is one. */
  cursor?: string | undefined;
  next: string | null;
};

/** The way to the other pages of a list; nothing where it has only one. */
export function Paging({ view, path, filters = {}, cursor, next }: PagingProps) {
  const { kit } = wordsFor(view.locale).screens;
  if (cursor === undefined && next === null) return null;
  return (
    <nav class="paging" aria-label={kit.pages}>
      {cursor !== undefined && <a href={href(view, path, filters)}>{kit.first}</a>}
      {next !== null && (
        <a class="onward" href={href(view, path, { ...filters, cursor: next })}>
          {kit.next}
        </a>
      )}
    </nav>
  );
}
