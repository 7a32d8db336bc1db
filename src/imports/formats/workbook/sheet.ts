import { MAX_CELL, MAX_COLUMNS, MAX_MERGED, MAX_ROWS, unreadable } from "../bounds.ts";
import type { Archive } from "./archive.ts";
import { isTrue, relations, type Workbook } from "./workbook.ts";
import { readXml } from "./xml.ts";

/** A row of a sheet: its cells by column, from 0. */
export type SheetRow = { number: number; cells: Map<number, SheetCell>; isWhole: boolean };
export type SheetCell = { text: string; url?: string };
export type Sheet = { rows: SheetRow[]; columns: number[]; hasHidden: { rows: boolean; columns: boolean } };

/** Of any sheet, written in or not. */
const MOST_COLUMNS = 16_384;

type Range = { top: number; left: number; bottom: number; right: number };

/** The rows of a sheet in which something is written, merged cells in each of their places (18.3). Refuses: unreadable-file. */
export function readSheet(archive: Archive, name: string, file: string, workbook: Workbook): Sheet {
  const rows = new Map<number, SheetRow>();
  const hiddenColumns = new Uint8Array(MOST_COLUMNS);
  const merged: Range[] = [];
  const linked: { range: Range; id: string }[] = [];
  const hasHidden = { rows: false, columns: false };
  let row: SheetRow = { number: 0, cells: new Map(), isWhole: false };
  let isHidden = false;
  let column = -1;
  let attributes: Record<string, string> = {};
  let text = "";

  const endCell = () => {
    const value = shown(text, attributes, workbook);
    if (value === "") return;
    if (isHidden) hasHidden.rows = true;
    else if (hiddenColumns[column] === 1) hasHidden.columns = true;
    else {
      row.cells.set(column, { text: value });
      rows.set(row.number, row);
      if (rows.size > MAX_ROWS) throw unreadable(`has more than ${MAX_ROWS} rows`);
    }
  };
  readXml(archive, file, {
    open(element, given) {
      if (element === "row") {
        const number = Number(given.r ?? row.number + 1);
        row = rows.get(number) ?? { number, cells: new Map(), isWhole: false };
        isHidden = isTrue(given.hidden);
        column = -1;
      } else if (element === "c") {
        column = columnOf(given.r ?? "") ?? column + 1;
        attributes = given;
        text = "";
      } else if (element === "col" && isTrue(given.hidden))
        hiddenColumns.fill(1, Number(given.min) - 1, Number(given.max));
      else if (element === "mergeCell") merged.push(rangeOf(given.ref ?? ""));
      else if (element === "hyperlink") linked.push({ range: rangeOf(given.ref ?? ""), id: given["r:id"] ?? "" });
      if (merged.length + linked.length > MAX_ROWS)
        throw unreadable(`has more than ${MAX_ROWS} links and merged cells, in ${name}`);
    },
    text(part, within) {
      const isValue =
        within.at(-1) === "v" || (within.at(-1) === "t" && within.includes("is") && !within.includes("rPh"));
      if (!isValue || !within.includes("c")) return;
      text += part;
      if (text.length > MAX_CELL * 10) throw unreadable(`has a cell of more than ${MAX_CELL} characters, in ${name}`);
    },
    close: (element) => element === "c" && endCell(),
  });

  link(rows, linked, archive, file);
  const inOrder = [...rows.values()].sort((one, other) => one.number - other.number);
  const columns = [...new Set(inOrder.flatMap(({ cells }) => [...cells.keys()]))].sort((one, other) => one - other);
  if (columns.length > MAX_COLUMNS) throw unreadable(`has more than ${MAX_COLUMNS} columns, in ${name}`);
  merge(inOrder, columns, merged, name);
  return { rows: inOrder, columns, hasHidden };
}

/** What a cell shows: the value of a formula, not the formula; nothing for an error. */
function shown(text: string, { t: type, s: style = "" }: Record<string, string>, workbook: Workbook): string {
  if (type === "s") return unescaped(workbook.strings[Number(text)] ?? "");
  if (type === "str" || type === "inlineStr") return unescaped(text);
  if (type === "e" || text === "") return "";
  if (type === "b") return isTrue(text) ? "TRUE" : "FALSE";
  if (type === "d") return text.slice(0, 10);
  const number = Number(text);
  if (!Number.isFinite(number)) return "";
  return (workbook.isDay[Number(style)] && dayOf(number, workbook.isFrom1904)) || String(number);
}

/** Characters that XML cannot hold are written by their number (22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const DAY = 86_400_000;

/** The day of a number of days, of which 1900 has one too many (18.17.4.1); null beyond the year 9999. */
function dayOf(days: number, isFrom1904: boolean): string | null {
  if (days < 0 || days > 2_958_465) return null;
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + Math.floor(days) * DAY).toISOString().slice(0, 10);
}

/** The column of a place such as "AB12", from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rangeOf(ref: string): Range {
  const [from = "", to = from] = ref.replaceAll("$", "").split(":");
  const rowOf = (place: string) => Number(/\d+$/.exec(place)?.[0] ?? 0);
  return { top: rowOf(from), left: columnOf(from) ?? 0, bottom: rowOf(to), right: columnOf(to) ?? 0 };
}

function link(
  rows: Map<number, SheetRow>,
  linked: readonly { range: Range; id: string }[],
  archive: Archive,
  file: string,
): void {
  if (linked.length === 0) return;
  const urls = new Map(
    relations(archive, file).flatMap(({ id, target, isOutside }) => (isOutside ? [[id, target]] : [])),
  );
  for (const { range, id } of linked) {
    const cell = rows.get(range.top)?.cells.get(range.left);
    const url = urls.get(id);
    if (cell && url !== undefined) cell.url = url;
  }
}

/** Puts a merged cell into each of its places. One across all that its row has says what the rows below it are. */
function merge(rows: readonly SheetRow[], columns: readonly number[], merged: readonly Range[], name: string): void {
  let places = 0;
  for (const { top, left, bottom, right } of merged) {
    const first = rows.findIndex(({ number }) => number === top);
    const cell = rows[first]?.cells.get(left);
    const within = columns.filter((column) => column >= left && column <= right);
    if (!cell) continue;
    for (let index = first; index < rows.length; index += 1) {
      const row = rows[index];
      if (!row || row.number > bottom) break;
      row.isWhole ||= top === bottom && within.length > 1 && row.cells.size === 1;
      for (const column of within) if (!row.cells.has(column)) row.cells.set(column, cell);
      places += within.length;
      if (places > MAX_MERGED) throw unreadable(`has more than ${MAX_MERGED} merged cells, in ${name}`);
    }
  }
}
