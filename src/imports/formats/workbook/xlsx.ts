import type { LeftOut, Source } from "../../source.ts";
import { type Cells, EMPTY } from "../cells.ts";
import { tablesOf } from "../records.ts";
import { Archive } from "./archive.ts";
import { readSheet } from "./sheet.ts";
import { readWorkbook } from "./workbook.ts";

/** What a spreadsheet calls a sheet that nobody has named. */
const UNNAMED = /^(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|folha|ark|arkusz|taul) ?\d*$/i;

/** The tables on the sheets of a workbook that are shown. No formula is computed. Refuses: unreadable-file. */
export async function readXlsx(bytes: Uint8Array, cells: Cells): Promise<Partial<Source>> {
  const archive = new Archive(bytes);
  const workbook = readWorkbook(archive);
  const leftOut: LeftOut[] = [];
  const found = workbook.sheets.flatMap(({ name, file, isHidden }) => {
    if (isHidden) {
      leftOut.push({ at: name, what: "hidden-sheet" });
      return [];
    }
    const { rows, columns, hasHidden } = readSheet(archive, name, file, workbook);
    if (hasHidden.rows) leftOut.push({ at: name, what: "hidden-rows" });
    if (hasHidden.columns) leftOut.push({ at: name, what: "hidden-columns" });
    const records = rows.map(({ number, isWhole, cells: row }) => {
      const at = `row ${number} of ${name}`;
      cells.row(at, columns.length);
      const line = columns.map((column) => {
        const cell = row.get(column);
        return cell
          ? cells.cell(at, cell.text, cell.url === undefined ? [] : [{ text: cell.text, url: cell.url }])
          : EMPTY;
      });
      return { at, isWhole, cells: line };
    });
    return tablesOf(records, UNNAMED.test(name) ? [] : [name]);
  });
  return {
    tables: found.flatMap(({ tables }) => tables),
    remarks: found.flatMap(({ remarks }) => remarks),
    leftOut,
  };
}
