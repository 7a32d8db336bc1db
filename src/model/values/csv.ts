import { Refusal } from "./refusal.ts";

/** A record and the line of the file it begins on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] };

/** The most characters of one record; a customer's longest line has a fifth of them. */
const MAX_RECORD = 65_536;

/**
 * The records of a CSV file (RFC 4180) that are not empty, while its text comes in; where nobody says which delimiter it uses
 * (comma, semicolon, tab or bar), the first line tells. Quotes are taken only around a whole field: elsewhere they are how columns come to
 * be shifted. Of the file itself no more is kept than one record and one piece. Refuses: malformed-csv, with the line.
 */
export async function* csvRecords(pieces: AsyncIterable<string>, delimiter?: CsvDelimiter): AsyncGenerator<CsvRecord> {
  let rest = "";
  let line = 1;
  for await (const piece of withLastLine(pieces)) {
    const text = rest + piece;
    refuseOtherEncodings(text, line);
    delimiter ??= delimiterOf(text);
    let at = 0;
    for (let record = recordAt(text, at, line, delimiter); record; record = recordAt(text, at, line, delimiter)) {
      if (record.cells.some((cell) => cell !== "")) yield { line, cells: record.cells };
      at = record.end;
      line += record.lines;
    }
    rest = text.slice(at);
    if (rest.length > MAX_RECORD) throw tooLong(line);
  }
  if (rest !== "") throw misquoted(line);
}

/** Every line of a file ends, the last one too. */
async function* withLastLine(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield* pieces;
  yield "\n";
}

/** The record at a place of the text, where it ends and over how many lines; null while the text does not have all of it. */
function recordAt(text: string, at: number, line: number, delimiter: CsvDelimiter | undefined) {
  if (delimiter === undefined) return null;
  const cells: string[] = [];
  let lines = 0;
  for (let from = at; ; ) {
    const isQuoted = text[from] === '"';
    const end = isQuoted ? closing(text, from) : plainEnd(text, from, delimiter);
    if (end - at > MAX_RECORD) throw tooLong(line);
    const separator = separatorAt(text, end);
    if (separator === null) return null;
    if (separator !== delimiter && !"\r\n".includes(separator)) throw misquoted(line + lines);
    const cell = text.slice(from, end);
    cells.push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    lines += newlines(cell);
    from = end + separator.length;
    if (separator !== delimiter) return { cells, end: from, lines: lines + 1 };
  }
}

/** Where a field that begins with a quote ends: after the first quote that is not doubled. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return text.length;
}

/** Where a field without quotes ends. */
function plainEnd(text: string, from: number, delimiter: CsvDelimiter): number {
  const plain = PLAIN[delimiter];
  plain.lastIndex = from;
  plain.test(text);
  return plain.lastIndex;
}

const PLAIN = { ",": /[^",\r\n]*/y, ";": /[^";\r\n]*/y, "\t": /[^"\t\r\n]*/y, "|": /[^"|\r\n]*/y } as const;
export type CsvDelimiter = keyof typeof PLAIN;
export const CSV_DELIMITERS = Object.keys(PLAIN) as CsvDelimiter[];

/** What follows a field; null at the end of the text, which may be within a quote or between CR and LF. */
function separatorAt(text: string, end: number): string | null {
  const [first, second] = text.slice(end, end + 2);
  if (first === undefined || (first === "\r" && second === undefined)) return null;
  return first === "\r" && second === "\n" ? "\r\n" : first;
}

function refuseOtherEncodings(text: string, line: number): void {
  // Bytes that are no UTF-8 are read as the first of these; UTF-16 without its mark is full of the second.
  const [at] = ["\uFFFD", "\0"].map((sign) => text.indexOf(sign)).filter((place) => place >= 0);
  if (at !== undefined)
    throw malformed(line + newlines(text.slice(0, at)), "is not UTF-8; save the file in that encoding");
}

const newlines = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** The delimiter that the first line has most of; undefined while that line is not whole. */
function delimiterOf(text: string): CsvDelimiter | undefined {
  const end = text.search(/[\r\n]/);
  if (end < 0) return undefined;
  const count = (delimiter: string) => text.slice(0, end).split(delimiter).length;
  return CSV_DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most));
}

const tooLong = (line: number) => malformed(line, `begins a record of more than ${MAX_RECORD} characters`);

const misquoted = (line: number) => malformed(line, "has a quote that is not around a whole field, or is not closed");

function malformed(line: number, detail: string): Refusal {
  return new Refusal("malformed-csv", `Line ${line} ${detail}.`, { errors: [{ pointer: `/lines/${line}`, detail }] });
}

/** How what a spreadsheet would run begins: in some languages it takes the full-width signs for the others. */
const FORMULA = "[=+\\-@＝＋－＠\\t\\r\\n]";
const NEUTRALISED = new RegExp(`^'+${FORMULA}`);
const TO_NEUTRALISE = new RegExp(`^'*${FORMULA}`);

/** A CSV field (RFC 4180); a formula is made text by an apostrophe before it. */
export function csvCell(value: string): string {
  const safe = TO_NEUTRALISE.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The value of a field: takes back the apostrophe that `csvCell` puts before formulas. */
export const csvValue = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);

/** Rows of a file after its first line. That comes with the first row: what fails before one was read gives nothing. */
export async function* withHead(head: string, rows: AsyncIterable<string>): AsyncGenerator<string> {
  let before = head;
  for await (const row of rows) {
    yield before + row;
    before = "";
  }
  if (before !== "") yield before;
}
