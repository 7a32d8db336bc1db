import { Refusal } from "./refusal.ts";

/** A record and the line of the file it begins on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * The records of a CSV file (RFC 4180) that are not empty; its first line tells which delimiter it uses (comma,
 * semicolon or tab). Quotes are taken only around a whole field: elsewhere they are how columns come to be shifted.
 * Refuses: malformed-csv, with the line.
 */
export function readCsv(file: string): CsvRecord[] {
  const text = file.replace(/^\uFEFF/, "");
  refuseOtherEncodings(text);
  const delimiter = delimiterOf(text);
  const field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`, "y");
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, cells: [] };
  let line = 1;
  for (let separator: string | undefined = delimiter; separator !== ""; ) {
    const found = field.exec(text);
    if (!found) throw malformed(line, "has a quote that is not around a whole field, or is not closed");
    const [, quoted, plain = ""] = found;
    separator = found[3];
    record.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += newlines(quoted ?? "");
    if (separator === delimiter) continue;
    if (record.cells.some((cell) => cell !== "")) records.push(record);
    line += 1;
    record = { line, cells: [] };
  }
  return records;
}

function refuseOtherEncodings(text: string): void {
  // Bytes that are no UTF-8 are read as the first of these; UTF-16 without its mark is full of the second.
  const [at] = ["\uFFFD", "\0"].map((sign) => text.indexOf(sign)).filter((place) => place >= 0);
  if (at !== undefined)
    throw malformed(1 + newlines(text.slice(0, at)), "is not UTF-8; save the file in that encoding");
}

const newlines = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function delimiterOf(text: string): string {
  const [header = ""] = text.split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((most, each) => (count(each) > count(most) ? each : most));
}

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
