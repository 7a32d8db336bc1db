import type { Cell, SourceTable } from "../source.ts";
import {
  type Block,
  type Definitions,
  type Item,
  isBold,
  isDescribed,
  isNamed,
  isShort,
  type List,
  LONGEST_HEADING,
  type Prose,
  proseIn,
  type Table,
  tablesIn,
  textOf,
} from "./blocks.ts";
import { MAX_CELL } from "./bounds.ts";
import { type Cells, oneLine, withoutEnd, withStruck } from "./cells.ts";
import { dividedTables } from "./divided-tables.ts";
import { type Entry, entry, entryOf, isLabelled, labelOf, split, tableOf } from "./entries.ts";
import { gridOf } from "./grid.ts";
import { sectionsIn } from "./sections.ts";

/** Below every heading: a paragraph in bold names what follows. */
const LOWEST = 7;

/** The tables, lists and sections of a document, under their headings, and its paragraphs. */
export function outlineOf(root: Item, cells: Cells): { tables: SourceTable[]; remarks: string[] } {
  const outline = new Outline(cells);
  // Beside a table, sections explain it.
  if (!tablesIn(root.blocks).some(({ rows }) => rows.length > 1)) outline.readSections(root.blocks);
  outline.read(root.blocks);
  return { tables: outline.tables, remarks: outline.remarks };
}

class Outline {
  readonly tables: SourceTable[] = [];
  readonly remarks: string[] = [];
  #headings: { level: number; text: string }[] = [];
  /** The paragraph before a table or list that ends with a colon: of that one alone. */
  #introduction: string[] = [];
  /** Lists that are part of what a section says. */
  #inSections = new Set<Block>();

  constructor(readonly cells: Cells) {}

  read(blocks: readonly Block[]): void {
    for (let at = 0; at < blocks.length; ) at += this.#next(blocks, at);
  }

  /** Reads what stands at a place; gives how many blocks that were. */
  #next(blocks: readonly Block[], at: number): number {
    const block = blocks[at];
    if (!block) return 1;
    if (block.kind === "prose") {
      const entries = this.#paragraphs(blocks, at);
      if (entries > 0) return entries;
      this.#prose(block, blocks[at + 1]);
      return 1;
    }
    let count = 1;
    if (block.kind === "list") this.#list(block, this.#above());
    else if (block.kind === "table") this.#table(block);
    else {
      const parts = [...block.parts];
      for (let next = blocks[at + count]; next?.kind === "definitions"; next = blocks[at + count]) {
        parts.push(...next.parts);
        count += 1;
      }
      this.#definitions(parts);
    }
    this.#introduction = [];
    return count;
  }

  #above = (): string[] => [...this.#headings.map(({ text }) => text), ...this.#introduction];

  #prose(prose: Prose, next: Block | undefined): void {
    const { text } = this.cells.cell(prose.at, textOf(prose).slice(0, MAX_CELL));
    if (text === "") return;
    const isTitle = isBold(prose) && text.length <= LONGEST_HEADING && labelOf(text) === null;
    if (prose.level > 0 || isTitle) this.#head(prose.level || LOWEST, text);
    else this.remarks.push(text);
    const introduces =
      next !== undefined && next.kind !== "prose" && text.endsWith(":") && text.length <= LONGEST_HEADING * 2;
    this.#introduction = introduces && prose.level === 0 && !isTitle ? [oneLine(text)] : [];
  }

  #head(level: number, text: string): void {
    const heading = oneLine(withoutEnd(text, "¶# "));
    this.#headings = this.#headings.filter((each) => each.level < level);
    this.#headings.push({ level, text: heading });
  }

  /** Reads paragraphs that follow each other and each begin with a name, as items do, or have their own list; gives how many blocks. */
  #paragraphs(blocks: readonly Block[], from: number): number {
    const entries: Entry[] = [];
    let at = from;
    for (;;) {
      const block = blocks[at];
      if (block?.kind !== "prose" || block.level > 0 || !isShort(block)) break;
      const list = blocks[at + 1];
      const { head, rest } = split(block);
      const lines = rest.raw.split("\n").filter((line) => line.trim() !== "");
      if (list?.kind === "list" && isLabelled(list) && rest.raw === "" && head.raw.length <= LONGEST_HEADING) {
        entries.push(entry(block.at, head, rest, proseIn([list]), this.cells));
        at += 2;
      } else if (isNamed(block) && (block.raw.includes("\n") ? lines.length > 0 : isDescribed(block))) {
        entries.push(
          entry(block.at, head, block.raw.includes("\n") ? { ...rest, raw: `\n${rest.raw}` } : rest, [], this.cells),
        );
        at += 1;
      } else break;
    }
    if (entries.length < 2) return 0;
    this.tables.push(tableOf(entries, this.#above(), "list", this.cells));
    return at - from;
  }

  #list(list: List, above: readonly string[]): void {
    if (this.#inSections.has(list)) return;
    const entries: Entry[] = [];
    const groups: { heading: string; list: List }[] = [];
    const end = () => {
      if (entries.length > 0) this.tables.push(tableOf(entries.splice(0), above, "list", this.cells));
      for (const group of groups.splice(0)) this.#list(group.list, [...above, group.heading]);
    };
    for (const item of list.items) {
      for (const table of tablesIn(item.blocks)) this.#table(table);
      const nested = item.blocks.filter((block) => block.kind === "list");
      const [name] = proseIn(item.blocks.filter(({ kind }) => kind === "prose"));
      if (name && nested.some((each) => !isLabelled(each)) && isGroup(name, nested))
        groups.push(...nested.map((each) => ({ heading: withoutEnd(oneLine(textOf(name)), ": "), list: each })));
      else {
        const made = entryOf(item, this.cells);
        if (made) entries.push(made);
      }
    }
    end();
  }

  #definitions(parts: Definitions["parts"]): void {
    const entries: Entry[] = [];
    let terms: Item[] = [];
    let said: Item[] = [];
    const end = () => {
      for (const term of terms) {
        const [first] = proseIn(term.blocks);
        if (!first) continue;
        const head = { raw: textOf(first), links: first.links };
        entries.push(
          entry(
            term.at,
            head,
            { raw: "", links: [] },
            said.flatMap(({ blocks }) => proseIn(blocks)),
            this.cells,
          ),
        );
      }
      terms = [];
      said = [];
    };
    for (const part of parts) {
      if (part.isTerm && said.length > 0) end();
      (part.isTerm ? terms : said).push(part);
    }
    end();
    if (entries.length > 0) this.tables.push(tableOf(entries, this.#above(), "list", this.cells));
  }

  /** A table; one that only lays out others is read as what stands in its cells. */
  #table(table: Table): void {
    if (table.caption) for (const prose of proseIn(table.caption.blocks)) this.#head(LOWEST, textOf(prose));
    if (table.rows.some(({ cells }) => cells.some(({ blocks }) => tablesIn(blocks).length > 0))) {
      for (const { cells } of table.rows) for (const { blocks } of cells) this.read(blocks);
      return;
    }
    const grid = gridOf(
      table.rows.map(({ at, cells }) => ({
        at,
        cells: cells.map((raw) => ({ cell: this.#cell(raw), columns: raw.columns, rows: raw.rows })),
      })),
      this.cells,
    );
    const isHeader = table.rows.map(
      ({ isHead, cells }) => isHead || (cells.length > 0 && cells.every((each) => each.isHeader)),
    );
    this.tables.push(...dividedTables(grid, isHeader, this.#above(), (text) => this.remarks.push(text)));
  }

  #cell({ at, blocks, struck }: Item): Cell {
    const all = proseIn(blocks);
    const text = all.map(textOf).join("\n");
    const links = all.flatMap((prose) => prose.links);
    const isTitle = all.length === 1 && all.every(isBold) && links.length === 0;
    return { ...withStruck(this.cells.cell(at, text, links), struck), ...(isTitle && { isTitle }) };
  }

  /** What sections say of that which their headings name, as a table of each rank. */
  readSections(blocks: readonly Block[]): void {
    for (const { above, sections } of sectionsIn(blocks)) {
      const entries = sections.map(({ heading, content }) => {
        const head = { raw: textOf(heading), links: heading.links };
        for (const each of content) if (each.kind === "list") this.#inSections.add(each);
        return entry(heading.at, head, { raw: "", links: [] }, proseIn(content), this.cells);
      });
      this.tables.push(tableOf(entries, above, "sections", this.cells));
    }
  }
}

/** Whether an item names a group of the items below it, rather than being told more of by them. */
function isGroup({ lead }: Prose, lists: readonly List[]): boolean {
  const first = lists[0]?.items[0]?.blocks.find((block) => block.kind === "prose");
  return lead === 0 || (first?.lead ?? 0) > 0;
}
