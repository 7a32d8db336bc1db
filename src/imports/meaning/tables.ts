import type { IsoDate } from "../../model/values/dates.ts";
import { refuseManyColumns } from "../formats/bounds.ts";
import { wordsOf } from "../phrases.ts";
import { withCities } from "../place-columns.ts";
import { isOnlyPlaces, placesIn } from "../places/places.ts";
import type { Mapping, TableReading } from "../reading.ts";
import type { Cell, SourceTable } from "../source.ts";
import { type Column, columnsOf } from "./columns.ts";
import { headerMeant } from "./headers.ts";
import { type HeadingsMeant, headingsMeant } from "./headings.ts";
import { isStruckOut } from "./in-use.ts";
import { entityAtStart } from "./legal-forms.ts";
import { LINK_FIELDS, linkMeant } from "./links.ts";
import type { IsKnown } from "./names.ts";

/** A table as it is read. */
export type Read = { table: SourceTable; columns: readonly Column[]; headings: HeadingsMeant; used: boolean };

const SAMPLE = 100;

/**
 * The tables of a file with what their columns are, and which of them list vendors: those that name vendors by a header, and
 * lists of names. Beside such a table, a list counts only if its heading says so. `mapping` decides first. Refuses: unreadable-file.
 */
export function readTables(
  tables: readonly SourceTable[],
  mapping: Mapping,
  isKnown: IsKnown,
  hasProducts: boolean,
  today: IsoDate | undefined,
): Read[] {
  refuseManyColumns(tables.reduce((sum, { header, rows }) => sum + (header ?? rows[0]?.cells ?? []).length, 0));
  const read = itemsOfGroups(tables).map((each, index) => {
    const table = withPlaces(withCities(withHeader(each)));
    return {
      table,
      columns: columnsOf(table, index, mapping, hasProducts),
      headings: headingsMeant(table.headings, today),
    };
  });
  const all = read.map((each) => ({
    ...each,
    columns: likeOthers(
      each.columns,
      read.map(({ columns }) => columns),
    ),
  }));
  const isTable = all.map(
    ({ table, columns, headings }) => table.shape === "table" && hasNames(table, columns, isKnown) && !headings.isOther,
  );
  const hasTable = isTable.some(Boolean);
  const known = all.map((each, index) => ({ ...each, used: isUsed(each, isTable[index] ?? false, hasTable, isKnown) }));
  return known.some(({ used }) => used) ? known : listsAlone(known);
}

/** Where nothing tells vendors, a list that says it is of them, or is all that a file has: each of its names is asked about. */
function listsAlone(all: readonly Read[]): Read[] {
  const lists = all.filter((each) => each.table.shape === "list" && !each.headings.isOther && isOfNames(each));
  const named = lists.filter(({ headings }) => headings.namesSubprocessors);
  const isAlone = lists.length === 1 && lists[0]?.table.headings.length === 0;
  const meant = new Set(named.length > 0 ? named : isAlone ? lists : []);
  const doubt = (column: Column): Column =>
    column.field === "name" && column.by !== "person" ? { ...column, sure: false } : column;
  return all.map((each) => (meant.has(each) ? { ...each, columns: each.columns.map(doubt), used: true } : each));
}

export const shownTable = ({ table, columns, used }: Read): TableReading => ({
  heading: table.headings.join(" › "),
  columns: columns.map(({ header, samples, field, sure }) => ({ header, samples, field, sure })),
  used,
});

/** Where the header is blank, the first row may be one: some programs write tables so. */
function withHeader(table: SourceTable): SourceTable {
  if (table.header?.some(({ text }) => text !== "")) return table;
  const [first, ...rows] = table.rows;
  const known = first?.cells.filter(({ text }) => headerMeant(text).sure).length ?? 0;
  return first && known >= 2 ? { ...table, header: first.cells, rows } : table;
}

/** Items of which each is told of by a list of its own, one item of which is a place, are one list of these. */
function itemsOfGroups(tables: readonly SourceTable[]): SourceTable[] {
  const lists = tables.filter(({ shape }) => shape === "list");
  const made = new Map<SourceTable, SourceTable[]>();
  for (const same of Map.groupBy(lists, ({ headings }) => headings.slice(0, -1).join("\n")).values()) {
    const names = new Set(same.map(({ headings }) => headings.at(-1)));
    if (names.size < 2 || names.size < same.length || !same.every(tellsPlace)) continue;
    const rows = same.map(({ headings, rows: details }) => ({
      at: details[0]?.at ?? "",
      cells: [{ text: headings.at(-1) ?? "", links: [] }, joined(details.flatMap(({ cells }) => cells))],
    }));
    same.forEach((each, at) => {
      made.set(each, at === 0 ? [{ ...each, headings: each.headings.slice(0, -1), rows }] : []);
    });
  }
  return tables.flatMap((table) => made.get(table) ?? table);
}

const tellsPlace = ({ header, headings, rows }: SourceTable): boolean =>
  header === null && headings.length > 0 && rows.some(({ cells }) => isOnlyPlaces(cells[0]?.text ?? ""));

const joined = (cells: readonly Cell[]): Cell => ({
  text: cells.map(({ text }) => text).join("\n"),
  links: cells.flatMap(({ links }) => links),
});

const PARTS = /\s[-–—|·•]\s|[,;:]\s|\s\(|\n/g;
const LONGEST_ITEM = 300;

/** "payments — Ireland" as what it is for, and where. */
function partedAtPlaces({ text, links, ...more }: Cell): [Cell, Cell] {
  const starts = text.length > LONGEST_ITEM ? [] : [...text.matchAll(PARTS)];
  for (const { 0: sign, index } of [{ 0: "", index: 0 }, ...starts]) {
    const behind = text.slice(index + sign.length).replace(/\.$/, "");
    const place = (sign.endsWith("(") ? /^([^()]*)\)$/.exec(behind)?.[1] : behind) ?? "";
    if (!place.split(PARTS).every(isOnlyPlaces)) continue;
    const names = placesIn(place).places.map(({ from }) => from);
    // "Hosting in Germany" says what it is for as well.
    const saysMore = sign === "" && wordsOf(names.join(" ")).length < wordsOf(place).length;
    const before = { ...more, text: saysMore ? text : text.slice(0, index), links };
    return [before, { text: place, links: [] }];
  }
  return [
    { ...more, text, links },
    { text: "", links: [] },
  ];
}

/** A list whose items mostly end with a place, with a column for these. */
function withPlaces(table: SourceTable): SourceTable {
  if (table.shape !== "list" || table.header !== null) return table;
  const rows = table.rows.map(({ at, cells: [head, rest, ...more] }) => ({
    at,
    cells: head && rest && more.length === 0 ? [head, ...partedAtPlaces(rest)] : [],
  }));
  const placed = rows.filter(({ cells }) => cells[2]?.text);
  return placed.length * 2 > rows.length && rows.every(({ cells }) => cells.length > 0) ? { ...table, rows } : table;
}

/** What a column holds that its header does not tell, as another table with the same headers does tell. */
function likeOthers(columns: readonly Column[], all: readonly (readonly Column[])[]): readonly Column[] {
  const headersOf = (some: readonly Column[]) => some.map(({ header }) => header).join("\n");
  const same = all.filter((each) => each !== columns && headersOf(each) === headersOf(columns));
  return columns.map((column, position) => {
    const known = same.map((each) => each[position]).find((each) => each?.by === "content" && each.field !== null);
    return column.field === null && column.header !== "" && known
      ? { ...column, field: known.field, by: "content" }
      : column;
  });
}

/** Whether a column names vendors: by its header, or else by what some of its cells are. */
function hasNames({ rows }: SourceTable, columns: readonly Column[], isKnown: IsKnown): boolean {
  const at = columns.findIndex(({ field }) => field === "name");
  if (at < 0 || columns.length < 2) return false;
  const names = rows.slice(0, SAMPLE).flatMap(({ cells }) => cells[at] ?? []);
  const isNamed = columns[at]?.sure === true || columns[at]?.by === "content";
  return isNamed || names.filter((cell) => isVendorLike(cell, isKnown)).length >= names.length * 0.3;
}

function isUsed(
  { table, columns, headings }: Omit<Read, "used">,
  isTable: boolean,
  hasTable: boolean,
  isKnown: IsKnown,
): boolean {
  const byPerson = columns.filter(({ by }) => by === "person");
  if (byPerson.some(({ field }) => field === "name")) return true;
  if (byPerson.length === columns.length && columns.every(({ field }) => field === null)) return false;
  if (table.shape === "table") return isTable;
  if (headings.isOther) return false;
  const names = namesOf({ table, columns });
  const part = (isSo: (cell: Cell) => boolean) => names.filter(isSo).length / Math.max(1, names.length);
  const isLabelled = columns.some(({ by, field }) => by === "header" && (field === "purpose" || field === "locations"));
  const strong = part((cell) => isNameLike(cell) && (isLabelled || isVendorLike(cell, isKnown)));
  if (hasTable) return headings.namesSubprocessors && strong >= 0.6;
  return part(isNameLike) >= 0.7 && strong >= (headings.namesSubprocessors ? 0.3 : 0.4);
}

const namesOf = ({ table, columns }: Pick<Read, "table" | "columns">): Cell[] =>
  table.rows
    .slice(0, SAMPLE)
    .flatMap(({ cells }) => cells[columns.findIndex(({ field }) => field === "name")] ?? [])
    .filter((cell) => !isStruckOut(cell));

const isOfNames = (read: Read): boolean => {
  const names = namesOf(read);
  return names.length > 0 && names.filter(isNameLike).length >= names.length * 0.7;
};

/** What a link is called that is to no company: "Pebble data processing agreement", "compliance information". */
const LABELS = new Set<string>([...LINK_FIELDS, "link"]);

/** A few words, beginning as names do, and no sentence; no address of a host with several parts. */
function isNameLike({ text }: Cell): boolean {
  const name = text.trim();
  const entity = entityAtStart(name);
  const isLabel = LABELS.has(headerMeant(name).fields[0] ?? "") && entity === undefined;
  const isHost = /^https?:|^[*.]|^[\w-]+(?:\.[\w-]+){2,}$/.test(name);
  return (
    name !== "" &&
    name.length <= 80 &&
    name.split(/\s+/).length <= 9 &&
    /^[^\p{Ll}]|\.|\d/u.test(name) &&
    // "Pebble, Inc. (US)" is no end of a sentence.
    !/[.!?;]\s|[!?]$/.test(name.slice(entity?.end ?? 0).replace(/^\./, "")) &&
    !isHost &&
    !isLabel
  );
}

/** Whether a cell names a company; a link that says it is to a policy or an agreement does not. */
function isVendorLike({ text, links }: Cell, isKnown: IsKnown): boolean {
  if (entityAtStart(text) !== undefined || isKnown(text)) return true;
  return links.some((link) => /^https?:/i.test(link.url) && linkMeant(link)?.rule !== "link-by-text");
}
