import type { Cell } from "../source.ts";
import type { Cells } from "./cells.ts";

/** A cell with how many columns and rows it spans; `rows` may be infinite. */
export type Spanning = { cell: Cell; columns: number; rows: number };

/**
 * Rows of spanning cells as rows of cells, each in every place that it spans. A row of one cell alone is as wide as the others, and
 * `isWhole` says so.
 */
export function gridOf(rows: readonly { at: string; cells: readonly Spanning[] }[], cells: Cells) {
  const width = rows.reduce((most, { cells: row }) => Math.max(most, row.length > 1 ? sum(row) : 1), 1);
  let above: (Spanning | undefined)[] = [];
  return rows.map(({ at, cells: row }) => {
    cells.row(at, width);
    const line: (Spanning | undefined)[] = [];
    const held = [...above];
    let column = 0;
    for (const spanning of row) {
      while (isHeld(held[column])) column += 1;
      for (let left = Math.min(spanning.columns, width); left > 0 && column < width && !isHeld(held[column]); left -= 1)
        line[column++] = spanning;
    }
    const merged = Array.from({ length: width }, (_, index) => {
      const from = held[index];
      return isHeld(from) ? { ...from, rows: from.rows - 1 } : line[index];
    });
    above = merged;
    const first = merged[0]?.cell;
    const isWhole = width > 1 && row.length === 1 && merged.every((each) => each?.cell === first);
    return { at, isWhole, cells: merged.map((each) => (each ? cells.again(each.cell) : EMPTY)) };
  });
}

const EMPTY: Cell = { text: "", links: [] };
const isHeld = (spanning: Spanning | undefined): spanning is Spanning => spanning !== undefined && spanning.rows > 1;
const sum = (row: readonly Spanning[]): number => row.reduce((all, { columns }) => all + columns, 0);
