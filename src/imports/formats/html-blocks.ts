import { Parser } from "htmlparser2";
import type { Link } from "../source.ts";
import type { Block, Definitions, Item, List, Prose, Row, Table } from "./blocks.ts";
import { MAX_BLOCKS, MAX_LINKS, MAX_OPEN, MAX_ROWS, unreadable } from "./bounds.ts";

/** What is not read aloud, and what leads elsewhere on each page of a site. */
const LEFT_OUT = new Set(
  "script style template noscript head nav footer svg math select option datalist object iframe audio video canvas".split(
    " ",
  ),
);
const STRUCK = new Set(["del", "s", "strike"]);
/** Of what is struck out in an item or cell, as much as tells what it was. */
const LONGEST_STRUCK = 500;
/** What is within a line. Everything else that is open or closed ends one. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big br button cite code data dfn em font i img input ins kbd label mark nobr output q rp rt ruby samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const BADGE = /(?:^|[\s_-])(?:badge|pill|chip|tag)(?:$|[\s_-])/i;
const ROLES = new Map(
  Object.entries({
    table: "table",
    grid: "table",
    row: "tr",
    cell: "td",
    gridcell: "td",
    columnheader: "th",
    rowheader: "th",
    list: "ul",
    listitem: "li",
    heading: "h6",
  }),
);

/** What is open: an element, and what surrounds it or is it, in which others are collected. */
type Open = {
  name: string;
  isHidden: boolean;
  /** Hidden because it is struck out, which is kept apart. */
  isStruck: boolean;
  isPreformatted: boolean;
  /** Set high, as the numbers of notes are. */
  isRaised: boolean;
  /** A mark beside a text, such as "New" in a coloured box. */
  isBadge: boolean;
  isHead: boolean;
  into: Item;
  table?: Table | undefined;
  list?: List | undefined;
  definitions?: Definitions | undefined;
  link?: Link | undefined;
};

/** The blocks of an HTML document as its reader sees them. Refuses: unreadable-file. */
export function htmlBlocks(html: string): Item {
  const root: Item = { at: "line 1", blocks: [] };
  let top: Open = {
    name: "",
    isHidden: false,
    isStruck: false,
    isPreformatted: false,
    isRaised: false,
    isBadge: false,
    isHead: false,
    into: root,
  };
  const around: Open[] = [];
  const lines = new Lines(html);
  let prose = null as Prose | null; // the paragraph that is being read
  let isBlank = true; // whether it has no text yet
  let isBeside = false; // whether its line has a text that a mark may stand beside
  let leading = 0; // how many elements are open of the bold text or link that it begins with
  let blocks = 0;
  let rows = 0;

  const at = () => `line ${lines.at(parser.startIndex)}`;
  const add = <Made extends Block | Item | Row>(made: Made): Made => {
    blocks += 1;
    if (blocks > MAX_BLOCKS) throw unreadable(`has more than ${MAX_BLOCKS} paragraphs, cells and items`);
    return made;
  };
  const addBlock = <Made extends Block>(made: Made): Made => {
    top.into.blocks.push(add(made));
    return made;
  };
  const endProse = () => {
    if (prose && isBlank && prose.alt === "" && top.into.blocks.at(-1) === prose) top.into.blocks.pop();
    prose = null;
    isBlank = true;
    isBeside = false;
    leading = 0;
  };
  const beginProse = (level: number): Prose => {
    prose = addBlock({ kind: "prose", at: at(), level, raw: "", links: top.link ? [top.link] : [], lead: 0, alt: "" });
    return prose;
  };
  const here = () => prose ?? beginProse(0);

  /** Begins what is not within a line. What collects blocks of its own is a paragraph like others outside of its list or table. */
  const begin = (name: string, attributes: Record<string, string>) => {
    const item: Item = { at: at(), blocks: [] };
    const { table, list, definitions } = top;
    if (/^h[1-6]$/.test(name)) beginProse(Number(name[1]));
    else if (name === "ul" || name === "ol" || name === "menu") top.list = addBlock({ kind: "list", items: [] });
    else if (name === "dl") top.definitions = addBlock({ kind: "definitions", parts: [] });
    else if (name === "table") {
      top = {
        ...top,
        table: addBlock({ kind: "table", caption: null, rows: [] }),
        list: undefined,
        definitions: undefined,
      };
    } else if (name === "thead") top.isHead = true;
    else if (name === "tr" && table) {
      rows += 1;
      if (rows > MAX_ROWS) throw unreadable(`has more than ${MAX_ROWS} rows`);
      table.rows.push(add({ at: item.at, isHead: top.isHead, cells: [] }));
    } else if (name === "li" && list) {
      list.items.push(add(item));
      top.into = item;
    } else if ((name === "dt" || name === "dd") && definitions) {
      definitions.parts.push(add({ ...item, isTerm: name === "dt" }));
      top.into = item;
    } else if (name === "caption" && table) {
      table.caption = item;
      top.into = item;
    } else if ((name === "td" || name === "th") && table) {
      if (table.rows.length === 0) table.rows.push({ at: item.at, isHead: false, cells: [] });
      const columns = Math.max(1, Number.parseInt(attributes.colspan ?? "1", 10) || 1);
      const cell = { ...item, isHeader: name === "th", columns, rows: rowsOf(attributes.rowspan) };
      table.rows.at(-1)?.cells.push(add(cell));
      top.into = cell;
    }
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = ROLES.get(attributes.role ?? "") ?? tag;
        if (around.length > MAX_OPEN) throw unreadable(`has more than ${MAX_OPEN} elements within each other`);
        if (!top.isHidden && !INLINE.has(name)) endProse();
        around.push(top);
        const isGone = LEFT_OUT.has(name) || hides(attributes);
        const strikes = STRUCK.has(name) || /text-decoration[^;]*line-through/i.test(attributes.style ?? "");
        top = {
          ...top,
          name,
          isHidden: top.isHidden || isGone || strikes,
          isStruck: !isGone && (top.isStruck || (!top.isHidden && strikes)),
          isPreformatted: top.isPreformatted || name === "pre",
          isRaised: top.isRaised || name === "sup",
          isBadge: top.isBadge || BADGE.test(attributes.class ?? ""),
        };
        if (top.isHidden) return;
        if (!INLINE.has(name)) begin(name, attributes);
        else if (name === "br") {
          here().raw += "\n";
          isBeside = false;
        } else if (name === "img") here().alt += ` ${attributes.alt ?? ""}`;
        else if (name === "a" && attributes.href !== undefined) {
          top.link = { text: "", url: attributes.href };
          if (prose && prose.links.length <= MAX_LINKS) prose.links.push(top.link);
        }
        if (leads(top) && (leading > 0 || isBlank) && (prose?.lead ?? 0) === 0) leading += 1;
      },
      ontext(text) {
        if (top.isStruck) top.into.struck = `${top.into.struck ?? ""}${text}`.slice(0, LONGEST_STRUCK);
        if (top.isHidden) return;
        const seen = top.isPreformatted ? text : text.replace(/\s+/g, " ");
        const hasText = seen.trim() !== "";
        if (prose === null && !hasText) return;
        const shown = marked(seen, top, prose?.raw ?? "", isBeside);
        if (top.link) top.link.text += shown;
        here().raw += shown;
        if (hasText) isBlank = false;
        if (hasText && !top.isBadge) isBeside = true;
      },
      onclosetag() {
        const closed = top;
        if (leads(closed) && !closed.isHidden && leading > 0) {
          leading -= 1;
          if (leading === 0 && prose && !isBlank) prose.lead = prose.raw.length;
        }
        if (!INLINE.has(closed.name) && !closed.isHidden) endProse();
        top = around.pop() ?? closed;
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.end(html);
  return root;
}

/** "1", "(a)" or "^note", as notes are numbered; no "e", which makes an ordinal in French. */
const NUMBER = /^\s*[[(]?(\d{1,2}|[a-df-z]|\^[^\s\])]{1,40})[\])]?\s*$/;

/** The number of a note, set high or leading there on the page, and a mark stand in brackets: no part of what they stand behind. */
function marked(text: string, { isRaised, isBadge, link }: Open, raw: string, isBeside: boolean): string {
  const number = NUMBER.exec(text)?.[1];
  const isNote = isRaised ? /^\d/.test(number ?? "") || /[^\s\d]\s*$/.test(raw) : isBeside && link?.url.startsWith("#");
  if (number && (isNote || (link && isBeside && number.startsWith("^")))) return `[${number}]`;
  return isBadge && isBeside && text.trim() !== "" ? ` (${text.trim()}) ` : text;
}

const LEADS = new Set(["a", "b", "strong"]);
/** In a cell, what is in italics names what follows as well. */
const leads = ({ name, table }: Open): boolean => LEADS.has(name) || (table !== undefined && /^(?:i|em)$/.test(name));

/** A cell that spans all rows which follow says so by 0. */
function rowsOf(span = "1"): number {
  const rows = Number.parseInt(span, 10);
  if (rows === 0) return Number.POSITIVE_INFINITY;
  return rows > 0 ? rows : 1;
}

const hides = ({ hidden, style = "", "aria-hidden": aria }: Record<string, string>): boolean =>
  hidden !== undefined || aria === "true" || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);

/** On which line a place is. Places are asked for in order. */
class Lines {
  #line = 1;
  #next: number;

  constructor(readonly text: string) {
    this.#next = text.indexOf("\n");
  }

  at(place: number): number {
    while (this.#next >= 0 && this.#next < place) {
      this.#line += 1;
      this.#next = this.text.indexOf("\n", this.#next + 1);
    }
    return this.#line;
  }
}
