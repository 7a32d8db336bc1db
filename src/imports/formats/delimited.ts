import { CSV_DELIMITERS, type CsvDelimiter, csvRecords, csvValue } from "../../model/values/csv.ts";
import type { SourceRow } from "../source.ts";
import type { Cells } from "./cells.ts";
import { tablesOf } from "./records.ts";

/** How much of a file tells which delimiter it uses. */
const SAMPLE = 65_536;

/** The table of a CSV or TSV file. Refuses: malformed-csv, with the line; unreadable-file. */
export async function readDelimited(text: string, cells: Cells, delimiter = delimiterIn(text)?.delimiter) {
  const records: SourceRow[] = [];
  for await (const { line, cells: fields } of csvRecords(inOne(text), delimiter)) {
    const at = `line ${line}`;
    cells.row(at, fields.findLastIndex((field) => field !== "") + 1);
    records.push({ at, cells: fields.map((field) => cells.cell(at, csvValue(field))) });
  }
  return tablesOf(records);
}

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}

/**
 * The delimiter by which most lines have as many fields as each other, of those the one that makes most fields; and the share
 * of such lines. Undefined where there is none in the text.
 */
export function delimiterIn(text: string): { delimiter: CsvDelimiter; share: number } | undefined {
  const counts = countsByLine(text.slice(0, SAMPLE));
  const found = CSV_DELIMITERS.map((delimiter) => {
    const times = counts.map((line) => line[delimiter]).filter((count) => count > 0);
    const byCount = [...Map.groupBy(times, (count) => count)].map(([count, lines]) => ({ count, lines: lines.length }));
    const usual = byCount.reduce((most, each) => (each.lines > most.lines ? each : most), { count: 0, lines: 0 });
    return { delimiter, ...usual };
  });
  const best = found.reduce((most, each) =>
    each.lines > most.lines || (each.lines === most.lines && each.count > most.count) ? each : most,
  );
  return best.lines === 0 ? undefined : { delimiter: best.delimiter, share: best.lines / counts.length };
}

/** How often each delimiter stands in each line that is not empty, outside of quotes. */
function countsByLine(text: string): Record<CsvDelimiter, number>[] {
  const lines: Record<CsvDelimiter, number>[] = [];
  let line: Record<CsvDelimiter, number> | undefined;
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === "\n" && !isQuoted) line = undefined;
    else if (line === undefined && (sign === "\t" || sign.trim() !== "")) {
      line = { ",": 0, ";": 0, "\t": 0, "|": 0 };
      lines.push(line);
    }
    if (line && !isQuoted && (CSV_DELIMITERS as string[]).includes(sign)) line[sign as CsvDelimiter] += 1;
  }
  return lines;
}
