import { headerMeant } from "../meaning/headers.ts";
import type { Cell, Link, SourceTable } from "../source.ts";
import { type Item, type List, type Prose, proseIn, textOf } from "./blocks.ts";
import { MAX_COLUMNS, unreadable } from "./bounds.ts";
import { type Cells, EMPTY, oneLine, withoutEnd, withStruck } from "./cells.ts";

/** An item of a list: what it begins with, what follows, and what it says under a label, such as "Location: Malta". */
export type Entry = { at: string; head: Cell; rest: Cell; labelled: Labelled[] };
type Labelled = { label: string; cell: Cell };

/** A text in the making, with the links in it. */
type Part = { raw: string; links: Link[] };
const NOTHING: Part = { raw: "", links: [] };

const SEPARATOR = / [-–—|•·] |: /;
/** No name of a company is longer. */
const LONGEST_HEAD = 100;

const LABEL = /^\s*[*_]{0,3}(\p{L}[^:.!?]{0,49})[*_]{0,3}:[*_]{0,3}\s+(\S.*)$/u;

/** A line that says something under a label: "Location: Malta". */
export function labelOf(line: string): { before?: string; label: string; value: string } | null {
  const [, label, value] = LABEL.exec(line) ?? [];
  return label !== undefined && value !== undefined && !/\/\/\S*$/.test(label) ? { label: label.trim(), value } : null;
}

/** Whether a label is a header that is known, of something else than a name. */
export const isKnownLabel = (label: string): boolean => {
  const { fields, sure, isCountry } = headerMeant(label);
  return fields.length === 1 && (sure || isCountry) && fields[0] !== "name";
};

/** The last sentence of a line, if it says something under a label: "Support. Location: Malta". */
function lastLabelOf(line: string): { before: string; label: string; value: string } | null {
  const end = Math.max(line.slice(0, line.lastIndexOf(": ") + 1).lastIndexOf(". "), -1);
  const found = end < 0 ? null : labelOf(line.slice(end + 2));
  return found && { ...found, before: line.slice(0, end) };
}

/** Whether each item of a list says something under a label. */
export const isLabelled = ({ items }: List): boolean =>
  items.length > 0 &&
  items.every(({ blocks }) => proseIn(blocks).length === 1 && labelsIn(proseIn(blocks)).length === 1);

/** An item as an entry, with what stands below it. */
export function entryOf(item: Item, cells: Cells): Entry | null {
  const [first, ...more] = proseIn(item.blocks.filter(({ kind }) => kind === "prose"));
  const lists = item.blocks.filter((block) => block.kind === "list");
  if (!first && item.struck === undefined) return null;
  const { head, rest } = first ? split(first) : { head: NOTHING, rest: NOTHING };
  const made = entry(item.at, head, rest, [...more, ...proseIn(lists)], cells);
  return { ...made, head: withStruck(made.head, item.struck) };
}

/** An entry of its parts: lines under labels stand apart. */
export function entry(at: string, head: Part, rest: Part, more: readonly Prose[], cells: Cells): Entry {
  const lines = [...linesOf(rest), ...more.flatMap((prose) => linesOf({ raw: textOf(prose), links: prose.links }))];
  const labelled: Labelled[] = [];
  const others: Part[] = [];
  lines.forEach((line, index) => {
    const isSameLine = index === 0 && rest.raw.trim() !== "" && !rest.raw.startsWith("\n");
    const found = isSameLine ? lastLabelOf(line.raw) : labelOf(line.raw);
    if (found?.before) others.push({ raw: found.before, links: [] });
    if (found) labelled.push({ label: oneLine(found.label), cell: cells.cell(at, found.value, line.links) });
    else others.push(line);
  });
  return {
    at,
    head: cells.cell(at, head.raw, head.links),
    rest: cells.cell(
      at,
      others.map(({ raw }) => raw).join("\n"),
      others.flatMap(({ links }) => links),
    ),
    labelled,
  };
}

/** What an item begins with, and what follows: after bold text or a link, a line, or the sign that divides them. */
export function split(prose: Prose): { head: Part; rest: Part } {
  const raw = textOf(prose);
  const lineEnd = raw.trimStart().indexOf("\n") < 0 ? -1 : raw.indexOf("\n", raw.length - raw.trimStart().length);
  const first = lineEnd < 0 ? raw : raw.slice(0, lineEnd);
  const end = headEnd(first, Math.min(prose.lead, first.length));
  const rest = raw.slice(end).replace(/^[ \t]*[.,:;–—|•·-]*[ \t]*/, "");
  return partedAt(prose, withoutEnd(raw.slice(0, end), " \n\t:–—-"), rest);
}

function headEnd(line: string, lead: number): number {
  const after = line.slice(lead);
  if (lead > 0 && /^(?:,(?! (?:Inc|LLC|Ltd|Limited)\b)|[\s.:;–—|•·(-]|$)/.test(after)) return lead;
  const found = SEPARATOR.exec(line)?.index ?? -1;
  return found > 0 && found <= LONGEST_HEAD ? found : line.length;
}

/** Links go with the text that they stand in. */
function partedAt({ links }: Prose, head: string, rest: string): { head: Part; rest: Part } {
  const line = oneLine(head);
  const isInHead = ({ text }: Link) => text.trim() === "" || line.includes(oneLine(text));
  return {
    head: { raw: head, links: links.filter(isInHead) },
    rest: { raw: rest, links: links.filter((link) => !isInHead(link)) },
  };
}

function linesOf({ raw, links }: Part): Part[] {
  const lines = raw.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => ({
    raw: line,
    links: lines.length === 1 ? links : links.filter(({ text }) => line.includes(text)),
  }));
}

const labelsIn = (all: readonly Prose[]) => all.flatMap((prose) => labelOf(textOf(prose)) ?? []);

/**
 * Entries as a table: what they begin with, what follows, and a column for each label. A label that one of many entries has is
 * none, but a sentence with a colon, unless it is a header that is known, or stands beside one.
 */
export function tableOf(
  entries: readonly Entry[],
  headings: readonly string[],
  shape: SourceTable["shape"],
  cells: Cells,
): SourceTable {
  const named = withLabelledHeads(entries);
  const counts = new Map<string, number>();
  for (const { labelled } of named.entries)
    for (const label of new Set(labelled.map((each) => each.label))) counts.set(label, (counts.get(label) ?? 0) + 1);
  const isColumn = ({ label }: Labelled) => (counts.get(label) ?? 0) > 1 || entries.length === 1 || isKnownLabel(label);
  const labels = [
    ...new Set(
      named.entries.flatMap(({ labelled }) => (labelled.some(isColumn) ? labelled.map(({ label }) => label) : [])),
    ),
  ];
  if (labels.length > MAX_COLUMNS) throw unreadable(`has items with more than ${MAX_COLUMNS} labels`);
  const rows = named.entries.map(({ at, head, rest, labelled }) => {
    const sentences = labelled.filter(({ label }) => !labels.includes(label));
    const said = [rest, ...sentences.map(({ label, cell }) => ({ ...cell, text: `${label}: ${cell.text}` }))];
    const under = (label: string) => joined(labelled.flatMap((each) => (each.label === label ? each.cell : [])));
    return { at, cells: [head, joined(said), ...labels.map(under)] };
  });
  const hasRest = rows.some((row) => row.cells[1]?.text !== "");
  const fitted = (row: readonly Cell[]) => row.filter((_, column) => column !== 1 || hasRest);
  const header = [named.by, "", ...labels].map((text) => ({ text, links: [] }));
  return {
    shape,
    headings,
    header: named.by !== "" || labels.length > 0 ? fitted(header) : null,
    rows: rows.map(({ at, cells: row }) => {
      cells.row(at, row.length);
      return { at, cells: fitted(row) };
    }),
  };
}

/** Entries which all begin with the same word and then tell more under labels: "Entity: Pebble" is one that is labelled itself. */
function withLabelledHeads(entries: readonly Entry[]): { by: string; entries: readonly Entry[] } {
  const by = entries[0]?.head.text ?? "";
  const isLabel = entries.every(
    ({ head, rest, labelled }) => head.text === by && rest.text !== "" && labelled.length > 0,
  );
  return isLabel
    ? { by, entries: entries.map((each) => ({ ...each, head: each.rest, rest: EMPTY })) }
    : { by: "", entries };
}

const joined = (cells: readonly Cell[]): Cell => ({
  text: cells.flatMap(({ text }) => text || []).join("\n"),
  links: cells.flatMap(({ links }) => links),
});
