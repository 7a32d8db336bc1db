import type { Cell, Link } from "../source.ts";
import type { Prose } from "./blocks.ts";
import { proseIn, textOf } from "./blocks.ts";
import { MAX_CELL, MAX_DEPTH, tooDeep } from "./bounds.ts";
import type { Cells } from "./cells.ts";
import { htmlBlocks } from "./html-blocks.ts";

/** What an object says, by column. */
export type Fields = Map<string, Cell>;

export const isScalar = (value: unknown): boolean => value === null || typeof value !== "object";

export const scalar = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/**
 * The columns of an object: objects in it by their own members, "provider.name"; lists as lines; lists of names and values by the
 * names; of lists by what they are of, "Contact: e-mail, phone", a line each. Refuses: unreadable-file.
 */
export function fieldsOf(members: Record<string, unknown>, at: string, cells: Cells): Fields {
  const texts = new Map<string, string[]>();
  const add = (column: string, text: string) => {
    const lines = texts.get(column) ?? [];
    texts.set(column, lines);
    if (text !== "") lines.push(text);
  };
  collect(members, "", 0, add);
  return new Map([...texts].map(([column, lines]) => [column, cellOf(`${at}/${column}`, lines.join("\n"), cells)]));
}

type Add = (column: string, text: string) => void;

function collect(value: unknown, column: string, depth: number, add: Add): void {
  if (depth > MAX_DEPTH) throw tooDeep();
  const within = (key: string) => (column === "" ? key : `${column}.${key}`);
  if (isScalar(value)) add(column, scalar(value));
  else if (Array.isArray(value)) {
    for (const each of value) {
      if (isNamedValue(each)) add(within(each.name), scalar(each.value));
      else collect(each, column, depth + 1, add);
    }
  } else {
    const entries = Object.entries(value as object);
    const isByLines = column !== "" && entries.every(([, each]) => Array.isArray(each) && each.every(isScalar));
    for (const [key, each] of entries) {
      if (isByLines) add(column, `${key}: ${[each].flat().map(scalar).join(", ")}`);
      else collect(each, within(key), depth + 1, add);
    }
  }
}

/** As CycloneDX writes its properties. */
const isNamedValue = (value: unknown): value is { name: string; value: unknown } =>
  !isScalar(value) &&
  !Array.isArray(value) &&
  Object.keys(value as object)
    .sort()
    .join() === "name,value" &&
  typeof (value as { name: unknown }).name === "string";

/** A text with markup in it, HTML's or Markdown's for a link, as its reader sees it. */
function cellOf(at: string, text: string, cells: Cells): Cell {
  if (text.length > MAX_CELL || !/<[a-z/!]|\]\(/i.test(text)) return cells.cell(at, text);
  const links: Link[] = [];
  const unlinked = text.replace(/\[([^[\]]{1,200})\]\((https?:[^()\s]{1,2000})\)/g, (_, name: string, url: string) => {
    links.push({ text: name, url });
    return name;
  });
  if (!/<[a-z/!]/i.test(unlinked)) return cells.cell(at, unlinked, links);
  const prose: Prose[] = proseIn(htmlBlocks(unlinked.replaceAll("\n", "<br>")).blocks);
  return cells.cell(at, prose.map(textOf).join("\n"), [...links, ...prose.flatMap((each) => each.links)]);
}
