import { Parser } from "htmlparser2";
import type { Link } from "../source.ts";
import type { Block, Definitions, Item, List, Prose, Row, Table } from "./blocks.ts";
import { MAX_BLOCKS, MAX_OPEN, MAX_ROWS, unreadable } from "./bounds.ts";

/** What is not read aloud, and what leads elsewhere on each page of a site. */
const LEFT_OUT = new Set(
  "script style template noscript head nav footer svg math select option datalist object iframe audio video canvas del s strike".split(
    " ",
  ),
);
/** What is within a line. Everything else that is open or closed ends one. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big br button cite code data dfn em font i img input ins kbd label mark nobr output q rp rt ruby samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const ROLES: Record<string, string> = {
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
};

/** What is open: an element, and what it collects. */
type Open = {
  name: string;
  isHidden: boolean;
  isPreformatted: boolean;
  into?: Item;
  table?: Table;
  list?: List;
  definitions?: Definitions;
  link?: Link;
};

/** The blocks of an HTML document as its reader sees them. Refuses: unreadable-file. */
export function htmlBlocks(html: string): Item {
  const root: Item = { at: "line 1", blocks: [] };
  const open: Open[] = [{ name: "", isHidden: false, isPreformatted: false, into: root }];
  const lines = new Lines(html);
  let prose = null as Prose | null; // the paragraph that is being read
  let leading = 0; // how many elements are open of the bold text or link that a paragraph begins with
  let blocks = 0;
  let rows = 0;

  const innermost = <Key extends keyof Open>(key: Key): NonNullable<Open[Key]> | undefined =>
    open.findLast((each) => each[key] !== undefined)?.[key] ?? undefined;
  const top = () => open.at(-1) ?? { name: "", isHidden: false, isPreformatted: false };
  const at = () => `line ${lines.at(parser.startIndex)}`;
  const add = <Made extends Block | Item | Row>(made: Made): Made => {
    blocks += 1;
    if (blocks > MAX_BLOCKS) throw unreadable(`has more than ${MAX_BLOCKS} paragraphs, cells and items`);
    return made;
  };
  const endProse = () => {
    if (prose && prose.raw.trim() === "" && prose.alt === "") {
      const siblings = innermost("into")?.blocks;
      if (siblings?.at(-1) === prose) siblings.pop();
    }
    prose = null;
    leading = 0;
  };
  const beginProse = (level: number): Prose => {
    const begun: Prose = { kind: "prose", at: at(), level, raw: "", links: [], lead: 0, alt: "" };
    add(begun);
    innermost("into")?.blocks.push(begun);
    prose = begun;
    const link = innermost("link");
    if (link) begun.links.push(link);
    return begun;
  };
  const here = () => prose ?? beginProse(0);

  /** What an element begins that is not within a line. */
  const begin = (name: string, attributes: Record<string, string>, opened: Open) => {
    const blocksAround = innermost("into")?.blocks;
    if (/^h[1-6]$/.test(name)) beginProse(Number(name[1]));
    else if (name === "ul" || name === "ol" || name === "menu") {
      opened.list = add({ kind: "list", items: [] } satisfies List);
      blocksAround?.push(opened.list);
    } else if (name === "dl") {
      opened.definitions = add({ kind: "definitions", parts: [] } satisfies Definitions);
      blocksAround?.push(opened.definitions);
    } else if (name === "table") {
      opened.table = add({ kind: "table", caption: null, rows: [] } satisfies Table);
      blocksAround?.push(opened.table);
    } else {
      const item = itemOf(name, attributes);
      if (item) opened.into = item;
    }
  };

  /** What collects blocks of its own. Outside of its list or table it is a paragraph like others. */
  const itemOf = (name: string, attributes: Record<string, string>): Item | undefined => {
    const item = { at: at(), blocks: [] };
    const table = innermost("table");
    if (name === "li") innermost("list")?.items.push(add(item));
    else if (name === "dt" || name === "dd")
      innermost("definitions")?.parts.push(add({ ...item, isTerm: name === "dt" }));
    else if (name === "caption" && table) table.caption = add(item);
    else if (name === "tr" && table) {
      const isHead = open.some((each) => each.name === "thead");
      rows += 1;
      if (rows > MAX_ROWS) throw unreadable(`has more than ${MAX_ROWS} rows`);
      table.rows.push(add({ at: item.at, isHead, cells: [] }));
      return undefined;
    } else if ((name === "td" || name === "th") && table) {
      if (table.rows.length === 0) table.rows.push({ at: item.at, isHead: false, cells: [] });
      const span = (of: string) => Math.max(1, Number.parseInt(attributes[of] ?? "1", 10) || 1);
      const cell = { ...item, isHeader: name === "th", columns: span("colspan"), rows: rowsOf(attributes.rowspan) };
      table.rows.at(-1)?.cells.push(add(cell));
    } else return undefined;
    return item;
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = ROLES[attributes.role ?? ""] ?? tag;
        const { isHidden, isPreformatted } = top();
        if (open.length > MAX_OPEN) throw unreadable(`has more than ${MAX_OPEN} elements within each other`);
        const opened: Open = {
          name,
          isHidden: isHidden || LEFT_OUT.has(name) || hides(attributes),
          isPreformatted: isPreformatted || name === "pre",
        };
        open.push(opened);
        if (opened.isHidden) return;
        if (!INLINE.has(name)) {
          endProse();
          begin(name, attributes, opened);
        } else if (name === "br") here().raw += "\n";
        else if (name === "img") here().alt += ` ${attributes.alt ?? ""}`;
        else if (name === "a" && attributes.href !== undefined) {
          opened.link = { text: "", url: attributes.href };
          prose?.links.push(opened.link);
        }
        if (LEADS.has(name) && (leading > 0 || (prose?.raw ?? "").trim() === "") && (prose?.lead ?? 0) === 0)
          leading += 1;
      },
      ontext(text) {
        const { isHidden, isPreformatted } = top();
        const seen = isPreformatted ? text : text.replace(/\s+/g, " ");
        if (isHidden || (prose === null && seen.trim() === "")) return;
        const link = innermost("link");
        if (link) link.text += seen;
        here().raw += seen;
      },
      onclosetag() {
        const closed = open.pop();
        if (!closed || closed.isHidden) return;
        if (LEADS.has(closed.name) && leading > 0) {
          leading -= 1;
          if (leading === 0 && prose && prose.raw.trim() !== "") prose.lead = prose.raw.length;
        }
        if (!INLINE.has(closed.name)) endProse();
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.end(html);
  return root;
}

const LEADS = new Set(["a", "b", "strong"]);

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
