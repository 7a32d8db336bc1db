import type { Cell, SourceRow, SourceTable } from "../source.ts";

/** How many rows are looked at to tell how wide a table is. */
const SAMPLE = 50;

/**
 * Tables of rows that nothing divides, as of a sheet: before the header may stand a title or a date; a header that comes again
 * begins another table, which the lone cell above it names.
 */
export function tablesOf(records: readonly SourceRow[], headings: readonly string[] = []) {
  const first = headerOf(records);
  const header = records[first];
  const remarks = records.slice(0, first).map(textOf);
  if (!header) return { tables: [], remarks };
  const found: { headings: readonly string[]; header: Cell[]; rows: SourceRow[] }[] = [];
  const begin = (title: readonly string[]) => {
    const table = { headings: [...headings, ...title], header: [...header.cells], rows: [] as SourceRow[] };
    found.push(table);
    return table;
  };
  let table = begin([]);
  for (const record of records.slice(first + 1)) {
    if (textOf(record) !== textOf(header)) {
      table.rows.push(record);
      continue;
    }
    const above = table.rows.at(-1);
    const isTitle = above && filled(above) === 1;
    if (isTitle) table.rows.pop();
    table = begin(isTitle ? [textOf(above)] : []);
  }
  return { tables: found.filter(({ rows }) => rows.length > 0).map(fitted), remarks };
}

/** The first row that is filled as rows of the table are. */
function headerOf(records: readonly SourceRow[]): number {
  const widest = Math.max(0, ...records.slice(0, SAMPLE).map(filled));
  return Math.max(
    0,
    records.findIndex((record) => filled(record) * 2 >= widest && filled(record) >= Math.min(2, widest)),
  );
}

const filled = ({ cells }: SourceRow): number => cells.filter(({ text }) => text !== "").length;
const textOf = ({ cells }: SourceRow): string => cells.flatMap(({ text }) => text || []).join(" ");

/** Rows of a table are as wide as it is; columns in which nothing stands are none. */
function fitted(table: { headings: readonly string[]; header: Cell[]; rows: SourceRow[] }): SourceTable {
  const all = [table.header, ...table.rows.map(({ cells }) => cells)];
  const used = [...all.reduce((most, cells) => (cells.length > most.length ? cells : most)).keys()].filter((column) =>
    all.some((cells) => (cells[column]?.text ?? "") !== ""),
  );
  const fit = (cells: readonly Cell[]) => used.map((column) => cells[column] ?? { text: "", links: [] });
  return {
    shape: "table",
    headings: table.headings,
    header: fit(table.header),
    rows: table.rows.map(({ at, cells }) => ({ at, cells: fit(cells) })),
  };
}
