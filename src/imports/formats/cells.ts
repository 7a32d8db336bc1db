import type { Cell, Link } from "../source.ts";
import { MAX_CELL, MAX_COLUMNS, MAX_LINKS, MAX_ROWS, MAX_TEXT, unreadable } from "./bounds.ts";

/** What no reader sees: format and private-use characters, such as zero-width joiners and the glyphs of an icon font. */
const UNSEEN = /[^\P{Cc}\n\t\r]|[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`|\\^{}[\]]+/gi;

/** Makes the cells of one file, and keeps count. Each refuses what is more than a list has: unreadable-file. */
export class Cells {
  #rows = 0;
  #text = 0;

  /** A cell of text as it stands in the file, of which lines that are empty and blanks that double are left out. */
  cell(at: string, raw: string, links: readonly Link[] = []): Cell {
    if (raw.length > MAX_CELL * 10) throw tooLong(at);
    const lines = raw
      .toWellFormed()
      .replace(UNSEEN, "")
      .split(/[\r\n\u2028\u2029]+/);
    const text = lines.map(oneLine).filter(Boolean).join("\n");
    if (text.length > MAX_CELL) throw tooLong(at);
    if (links.length > MAX_LINKS) throw unreadable(`has a cell of more than ${MAX_LINKS} links, at ${at}`);
    return this.again({ text, links: distinct([...links.flatMap(kept), ...bareAddresses(text)]) });
  }

  /** A cell that stands in one more place. */
  again(cell: Cell): Cell {
    this.#text += cell.text.length;
    if (this.#text > MAX_TEXT) throw unreadable(`has more than ${MAX_TEXT} characters in its cells`);
    return cell;
  }

  /** Counts a row, of so many cells. */
  row(at: string, width: number): void {
    this.#rows += 1;
    if (this.#rows > MAX_ROWS) throw unreadable(`has more than ${MAX_ROWS} rows`);
    if (width > MAX_COLUMNS) throw unreadable(`has more than ${MAX_COLUMNS} columns, at ${at}`);
  }
}

/** A cell with what is struck out in it, where that is a text. */
export function withStruck(cell: Cell, struck = ""): Cell {
  const text = oneLine(struck.toWellFormed().replace(UNSEEN, ""));
  return text === "" ? cell : { ...cell, struck: text };
}

export const EMPTY: Cell = { text: "", links: [] };

/** A text without those of some signs that it ends with. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const tooLong = (at: string) => unreadable(`has a cell of more than ${MAX_CELL} characters, at ${at}`);

/** A link that leads somewhere by itself: what is relative to the page it stood on does not. */
function kept({ text, url }: Link): Link[] {
  const parsed = URL.parse(url.trim());
  if (!parsed || !/^(https?|mailto):$/.test(parsed.protocol)) return [];
  return [{ text: oneLine(text.replace(UNSEEN, "")), url: url.trim() }];
}

/** Addresses that stand in a text as such, without the punctuation of the sentence that they end. */
function bareAddresses(text: string): Link[] {
  return [...text.matchAll(ADDRESS)].flatMap(([found]) => {
    const url = withoutStop(found);
    return URL.canParse(url) ? [{ text: url, url }] : [];
  });
}

/** A closing bracket is the sentence's where the address opened none. */
function withoutStop(address: string): string {
  let surplus = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" ? surplus-- <= 0 : !".,;:!?*_~".includes(last)) break;
  }
  return address.slice(0, end);
}

function distinct(links: readonly Link[]): Link[] {
  const byUrl = new Map<string, Link>();
  for (const link of links) if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  return [...byUrl.values()];
}
