import type { SourceRow, SourceTable } from "./source.ts";

/** Rows of a table in which a name stands and nothing else, though others say more: vendors, or what stands below a table. */

const isFilled = ({ text }: SourceRow["cells"][number]): boolean => text !== "";
const filled = ({ cells }: SourceRow): number => cells.filter(isFilled).length;

/** The rows of a table with one cell alone, where of those up to the last full one at least half are full. */
export function loneRows({ shape, rows }: Pick<SourceTable, "shape" | "rows">): ReadonlySet<number> {
  const counts = shape === "table" ? rows.map(filled) : [];
  const above = counts.slice(0, counts.findLastIndex((count) => count > 1) + 1);
  const full = above.filter((count) => count > 1).length;
  if (full === 0 || full * 2 < above.length) return new Set();
  return new Set(counts.flatMap((count, at) => (count === 1 ? [at] : [])));
}

/** A table whose lone rows name those which follow, in letters unlike those of the others or with a colon behind, by these. */
export function groupedByRows(table: SourceTable): SourceTable[] {
  const alone = loneRows(table);
  const { rows, headings } = table;
  const last = rows.findLastIndex((row) => filled(row) > 1);
  const isOfAll = rows.some(({ cells }, at) => !alone.has(at) && cells[0]?.isTitle);
  const found: { headings: readonly string[]; rows: SourceRow[] }[] = [{ headings, rows: [] }];
  rows.forEach((row, at) => {
    const [first] = row.cells;
    const text = alone.has(at) && at < last && first && first.links.length === 0 ? first.text : "";
    if (text !== "" && (text.endsWith(":") || (first?.isTitle && !isOfAll)))
      found.push({ headings: [...headings, text.replace(/:$/, "").replace(/\s+/g, " ").trim()], rows: [] });
    else found.at(-1)?.rows.push(row);
  });
  return found.length === 1 ? [table] : found.flatMap((part) => (part.rows.length > 0 ? { ...table, ...part } : []));
}

const LABELLED = /^[^:]{1,40}:\s+\S/;
const RIGHTS = /^(?:©|\(c\)\s)/i;
/** A note behind a sign is of several words. */
const NOTED = /^(?:[*†‡§¹²³]+|\[\d\]|\(\d\))\s*\S+(?:\s+\S+){3}/u;

/** Whether what stands in a row alone is plainly no name: "Last updated: 1 March", "© 2025 Pebble", "* Only where chosen by you". */
export const isNoName = (text: string): boolean => LABELLED.test(text) || RIGHTS.test(text) || NOTED.test(text);

const TOTAL =
  /^(?:(?:grand |sub)?total|totals|sum|total général|summe|gesamt|gesamtzahl|suma|totale|totaal|summa|totalt)\.?$/i;

/** Whether a name is what the last row of a sheet begins with. */
export const isTotal = (name: string): boolean => TOTAL.test(name.trim());
