import { groupedByRows } from "../lone-rows.ts";
import type { Format, Source } from "../source.ts";
import { MAX_BYTES, unreadable } from "./bounds.ts";
import { Cells } from "./cells.ts";
import { decoded } from "./decode.ts";
import { readDelimited } from "./delimited.ts";
import { formatOf, isArchive } from "./detect.ts";

/**
 * A file as its tables. Its format is found from content and name where it is not given. Values of formulas are read, and none
 * is computed; nothing outside of the file is. Refuses: unreadable-file, malformed-csv.
 */
export async function readSource(
  bytes: Uint8Array,
  told: { format?: Format | undefined; fileName?: string | undefined } = {},
): Promise<Source> {
  if (bytes.length > MAX_BYTES) throw unreadable(`has more than ${MAX_BYTES} bytes`);
  const cells = new Cells();
  if (isArchive(bytes)) {
    if (told.format !== undefined && told.format !== "xlsx")
      throw unreadable(`is a workbook or another archive, not ${told.format}`);
    return grouped({
      ...NOTHING,
      format: "xlsx",
      ...(await (await import("./workbook/xlsx.ts")).readXlsx(bytes, cells)),
    });
  }
  if (told.format === "xlsx") throw unreadable("is no XLSX workbook");
  const text = decoded(bytes);
  const format = told.format ?? textFormat(text, told.fileName);
  const source = { ...NOTHING, format, ...(await READERS[format](text, cells)) };
  return format === "json" || format === "yaml" ? source : grouped(source);
}

const grouped = (source: Source): Source => ({ ...source, tables: source.tables.flatMap(groupedByRows) });

const NOTHING = { tables: [], remarks: [], documents: [], leftOut: [] };

function textFormat(text: string, fileName: string | undefined): TextFormat {
  const format = formatOf(text, fileName);
  if (format === "xlsx") throw unreadable("is no XLSX workbook, though its name says so");
  return format;
}

type TextFormat = Exclude<Format, "xlsx">;
type Reader = (text: string, cells: Cells) => Promise<Partial<Source>>;

/** What reads a format. Each is loaded when it is used: a Worker that starts needs none. */
const READERS: Record<TextFormat, Reader> = {
  csv: (text, cells) => readDelimited(text, cells),
  tsv: (text, cells) => readDelimited(text, cells, text.includes("\t") ? "\t" : undefined),
  markdown: async (text, cells) => (await import("./markdown.ts")).readMarkdown(text, cells),
  html: async (text, cells) => (await import("./html.ts")).readHtml(text, cells),
  json: async (text, cells) => (await import("./json.ts")).readJson(text, cells),
  yaml: async (text, cells) => (await import("./yaml.ts")).readYaml(text, cells),
};
