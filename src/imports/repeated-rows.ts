import { silenceOf } from "./meaning/words-for.ts";
import { foldPhrase } from "./phrases.ts";
import type { Cell, SourceRow, SourceTable } from "./source.ts";

/** Characters of a cell that others repeat. */
const MOST_REPEATED = 1000;

/** "s.o." is "siehe oben" in German, and "sans objet" under headers in French. */
const FRENCH =
  /\b(?:sous traitants?|finalites?|prestataires?|fournisseurs?|donnees|traitement|pays|lieux?|societe|garanties?)\b/;

/** Rows in which a cell that says "ditto" has what the row above says there, and says that it repeats that. */
export function repeated({ header, rows }: Pick<SourceTable, "header" | "rows">): SourceRow[] {
  const isFrench = header?.some(({ text }) => FRENCH.test(foldPhrase(text))) ?? false;
  const isAbove = (text: string) => silenceOf(text) === "above" && !(isFrench && foldPhrase(text) === "s o");
  let above: readonly Cell[] = [];
  return rows.map((row) => {
    const cells = row.cells.map((cell, at): Cell => {
      if (cell.links.length > 0 || !isAbove(cell.text)) return cell;
      const { text, links } = above[at] ?? NOTHING;
      return text.length > MOST_REPEATED || text === "" ? NOTHING : { text, links, repeats: cell.text };
    });
    above = cells;
    return { ...row, cells };
  });
}

const NOTHING: Cell = { text: "", links: [] };
