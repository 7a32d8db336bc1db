import { headerMeant } from "../meaning/headers.ts";
import type { Cell, SourceTable } from "../source.ts";

/** What the columns of our own list as Markdown hold beside lines with a label (`page/formats/annex.ts`). */
const COLUMNS = ["name", "contact", "service", null, "retention", null];

/** A line with what it is about, in any of the languages. */
const LABELLED = /^([^:\n]{2,80}?)\s?: (.*)$/s;

const isLabel = (label: string): boolean => {
  const { fields, sure, isCountry } = headerMeant(label);
  return fields.length === 1 && (sure || isCountry);
};

const JOINED = /, | (?:and|und|et|y|e|en|och) /;

/** A label without all of what it is of in brackets but the first: "Transfers (UK and EU)" is known by "Transfers (UK)". */
const firstOf = (label: string): string =>
  label.replace(/\(([^()]*)\)$/, (_, inside: string) => `(${inside.split(JOINED)[0]})`);

/** A cell as what stands in it without a label, and with one. A line without a label goes on with that above it. */
function partsOf({ text }: Cell): { plain: string; labelled: Map<string, string> } {
  const labelled = new Map<string, string>();
  let [plain, label]: [string, string | undefined] = ["", undefined];
  for (const line of text.split("\n")) {
    const [, said = "", value = ""] = LABELLED.exec(line) ?? [];
    const known = isLabel(said) ? said : firstOf(said);
    if (isLabel(known)) {
      label = known;
      labelled.set(known, value);
    } else if (label === undefined) plain += plain === "" ? line : `\n${line}`;
    else labelled.set(label, `${labelled.get(label)}\n${line}`);
  }
  return { plain, labelled };
}

/**
 * Our own list as Markdown, with a column for each label that its cells have; undefined for any other table. A service that is
 * called what its vendor is called may have no name of its own, and states none.
 */
export function annexTable(table: SourceTable): SourceTable | undefined {
  if (table.header?.length !== COLUMNS.length || table.rows.length === 0) return undefined;
  const read = table.rows.map(({ at, cells }) => ({ at, cells, parts: cells.map(partsOf) }));
  const isAnnex = read.every(({ parts }) =>
    COLUMNS.every((column, index) => column !== null || (parts[index]?.plain === "" && parts[index].labelled.size > 0)),
  );
  if (!isAnnex) return undefined;
  const plain = COLUMNS.flatMap((header, index) => (header === null ? [] : [{ header, index }]));
  const labels = [...new Set(read.flatMap(({ parts }) => parts.flatMap(({ labelled }) => [...labelled.keys()])))];
  const rows = read.map(({ at, cells, parts }) => {
    const links = cells.flatMap((cell) => cell.links);
    const cellOf = (text: string): Cell => ({ text, links: links.filter(({ url }) => text.includes(url)) });
    const [name] = parts;
    return {
      at,
      cells: [
        ...plain.map(({ header, index }) => {
          const text = parts[index]?.plain ?? "";
          return cellOf(header === "service" && text === name?.plain ? "" : text);
        }),
        ...labels.map((label) => cellOf(parts.map(({ labelled }) => labelled.get(label) ?? "").join(""))),
      ],
    };
  });
  const header = [...plain.map((each) => each.header), ...labels].map((text) => ({ text, links: [] }));
  return { ...table, header, rows };
}
