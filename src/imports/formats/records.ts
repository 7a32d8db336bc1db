import type { Cell, SourceRow, SourceTable } from "../source.ts";

/** How many rows tell how wide a table is. */
const SAMPLE = 50;

/** A row as it stands in a sheet; `isWhole` if it is one cell across all columns. */
type Record = SourceRow & { isWhole?: boolean };

/**
 * Tables of rows that nothing divides, as of a sheet: before the header may stand a title or a date; a header that comes again
 * begins another table, which the lone cell above it names; so does a cell across all columns.
 */
export function tablesOf(records: readonly Record[], headings: readonly string[] = []) {
  const first = headerOf(records);
  const header = records[first];
  const remarks = records
    .slice(0, first)
    .map((record) => (record.isWhole ? (record.cells[0]?.text ?? "") : textOf(record)));
  if (!header) return { tables: [], remarks };
  const found: { headings: readonly string[]; header: Cell[]; rows: SourceRow[] }[] = [];
  const begin = (title: readonly string[]) => {
    const table = { headings: [...headings, ...title], header: [...header.cells], rows: [] as SourceRow[] };
    found.push(table);
    return table;
  };
  let table = begin([]);
  for (const record of records.slice(first + 1)) {
    if (record.isWhole) {
      table = begin([record.cells.find(({ text }) => text !== "")?.text ?? ""]);
      continue;
    }
    if (textOf(record) !== textOf(header)) {
      table.rows.push({ at: record.at, cells: record.cells });
      continue;
    }
    if (table.rows.length === 0) continue;
    const above = table.rows.at(-1);
    const isTitle = above && filled(above) === 1;
    if (isTitle) table.rows.pop();
    table = begin(isTitle ? [textOf(above)] : []);
  }
  return { tables: found.filter(({ rows }) => rows.length > 0).map(fitted), remarks };
}

/** The first row that is filled as most rows of the table are. */
function headerOf(records: readonly Record[]): number {
  const bySize = Map.groupBy(records.slice(0, SAMPLE).map(filled), (size) => size);
  const usual = [...bySize].reduce(
    (most, [size, rows]) =>
      rows.length > most.rows || (rows.length === most.rows && size > most.size) ? { size, rows: rows.length } : most,
    { size: 0, rows: 0 },
  ).size;
  const isHeader = (record: Record) => filled(record) >= Math.min(2, usual) && filled(record) * 2 >= usual;
  return Math.max(
    0,
    records.findIndex((record) => !record.isWhole && isHeader(record)),
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
