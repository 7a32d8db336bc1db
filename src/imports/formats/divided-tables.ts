import type { Cell, SourceRow, SourceTable } from "../source.ts";
import { LONGEST_HEADING } from "./blocks.ts";
import { oneLine } from "./cells.ts";

type GridRow = SourceRow & { isWhole: boolean };

/**
 * A table by its headers and by rows of one cell across it, which name what follows. Its header are the rows that say so, or else
 * its first; a longer cell across it is a remark.
 */
export function dividedTables(
  grid: readonly GridRow[],
  isHeader: readonly boolean[],
  above: readonly string[],
  remark: (text: string) => void,
): SourceTable[] {
  const found: { headings: readonly string[]; header: Cell[] | null; rows: SourceRow[] }[] = [];
  let header: Cell[] | null = null;
  let title: string[] = [];
  let isOpen = false;
  grid.forEach(({ at, isWhole, cells }, index) => {
    const first = cells[0]?.text ?? "";
    const isStruck = header !== null && !isWhole && cells.some(({ struck }) => struck !== undefined);
    if (cells.every(({ text }) => text === "") && !isStruck) return;
    if (isWhole && !(isHeader[index] && header === null)) {
      if (first.length > LONGEST_HEADING) remark(first);
      else title = [first];
      isOpen = false;
    } else if (isHeader[index] || header === null) {
      const continues = header !== null && !found.some(({ rows, header: its }) => its === header && rows.length > 0);
      header = (continues && header ? header.map((cell, column) => stacked(cell, cells[column])) : cells).map(
        onOneLine,
      );
      isOpen = false;
    } else {
      if (!isOpen) found.push({ headings: [...above, ...title], header, rows: [] });
      isOpen = true;
      found.at(-1)?.rows.push({ at, cells });
    }
  });
  return found.map((table) => ({ shape: "table", ...table }));
}

const onOneLine = (cell: Cell): Cell => ({ ...cell, text: oneLine(cell.text) });

/** What a column is called by two rows of headers. */
const stacked = (upper: Cell, lower: Cell | undefined): Cell =>
  !lower || lower.text === "" || lower.text === upper.text
    ? upper
    : { text: `${upper.text} ${lower.text}`.trim(), links: [...upper.links, ...lower.links] };
