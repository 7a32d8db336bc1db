import type { Cell, Source, SourceTable } from "../../src/imports/source.ts";

const LINK = /\[([^\]]*)\]\(([^)\s]+)\)/g;

/** A cell as Markdown writes it: `[Pebble](https://pebble.example)` is a link. */
export const cell = (written: string): Cell => ({
  text: written.replace(LINK, "$1"),
  links: [...written.matchAll(LINK)].map(([, text = "", url = ""]) => ({ text, url })),
});

/** A table of rows "a | b | c", the first of which names the columns. */
export function table(written: string, more: Partial<SourceTable> = {}): SourceTable {
  const lines = written.trim().split("\n");
  const rows = lines.map((line) => line.split("|").map((each) => cell(each.trim().replaceAll("\\n", "\n"))));
  const [header = null, ...others] = rows;
  return {
    shape: "table",
    headings: [],
    header,
    rows: others.map((cells, index) => ({ at: `line ${index + 2}`, cells })),
    ...more,
  };
}

/** Items of a list "name | what follows". */
export const items = (written: string, headings: readonly string[] = []): SourceTable => {
  const { header, rows } = table(written);
  return { shape: "list", headings, header: null, rows: [{ at: "line 1", cells: header ?? [] }, ...rows] };
};

export const source = (tables: readonly SourceTable[], more: Partial<Source> = {}): Source => ({
  format: "markdown",
  tables,
  remarks: [],
  documents: [],
  leftOut: [],
  ...more,
});
