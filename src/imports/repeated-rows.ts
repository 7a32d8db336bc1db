import { silenceOf } from "./meaning/words-for.ts";
import type { Cell, SourceRow } from "./source.ts";

/** Characters of a cell that others repeat. */
const MOST_REPEATED = 1000;

/** Rows in which a cell that says "ditto" has what the row above says there, and says that it repeats that. */
export function repeated(rows: readonly SourceRow[]): SourceRow[] {
  let above: readonly Cell[] = [];
  return rows.map((row) => {
    const cells = row.cells.map((cell, at): Cell => {
      if (cell.links.length > 0 || silenceOf(cell.text) !== "above") return cell;
      const { text, links } = above[at] ?? NOTHING;
      return text.length > MOST_REPEATED || text === "" ? NOTHING : { text, links, repeats: cell.text };
    });
    above = cells;
    return { ...row, cells };
  });
}

const NOTHING: Cell = { text: "", links: [] };
