import type { Link } from "../source.ts";

/** A paragraph or a heading, as it is written: lines by newlines. */
export type Prose = {
  kind: "prose";
  at: string;
  /** 1 to 6 for headings, 0 for paragraphs. */
  level: number;
  raw: string;
  links: Link[];
  /** Where in `raw` the bold text or link ends that it begins with; 0 where it begins with neither. */
  lead: number;
  /** What stands for its images, where it has no text. */
  alt: string;
};
export type List = { kind: "list"; items: Item[] };
/** Terms and what is said of them, as they follow each other. */
export type Definitions = { kind: "definitions"; parts: (Item & { isTerm: boolean })[] };
export type Table = { kind: "table"; caption: Item | null; rows: Row[] };
export type Row = { at: string; isHead: boolean; cells: RawCell[] };
export type RawCell = Item & { isHeader: boolean; columns: number; rows: number };
export type Block = Prose | List | Definitions | Table;
/** `struck` is what is struck out in it. */
export type Item = { at: string; blocks: Block[]; struck?: string };

/** All prose of some blocks, in order, without that of tables in them. */
export function proseIn(blocks: readonly Block[]): Prose[] {
  return blocks.flatMap((block) => {
    if (block.kind === "prose") return block;
    if (block.kind === "list") return block.items.flatMap((item) => proseIn(item.blocks));
    return block.kind === "definitions" ? block.parts.flatMap((part) => proseIn(part.blocks)) : [];
  });
}

/** The tables that stand in some blocks, not those within them. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table") return block;
    if (block.kind === "list") return block.items.flatMap((item) => tablesIn(item.blocks));
    return block.kind === "definitions" ? block.parts.flatMap((part) => tablesIn(part.blocks)) : [];
  });
}

export const textOf = ({ raw, alt }: Prose): string => (raw.trim() === "" ? alt : raw);

/** A heading that is longer is a sentence. */
export const LONGEST_HEADING = 150;

/** Whether a paragraph may tell of one vendor: longer ones are read as what a page says besides. */
export const isShort = ({ raw, links }: Prose): boolean => raw.length <= 5000 && links.length <= 50;

/** Whether a paragraph is one line of bold text, or a link alone. */
export const isBold = ({ raw, lead }: Prose): boolean =>
  raw.trim() !== "" && !raw.trim().includes("\n") && lead >= raw.trimEnd().length;

export const isLink = (prose: Prose): boolean => prose.links.length === 1 && isBold(prose);

/** Whether a paragraph begins with what names it, in bold or as a link, and is no "Last updated: …". */
export function isNamed({ raw, lead }: Prose): boolean {
  const name = raw.slice(0, lead).trim();
  return name !== "" && lead <= LONGEST_HEADING && (raw.includes("\n") || !name.endsWith(":"));
}

/** Whether what follows the name is divided from it. */
export const isDescribed = ({ raw, lead }: Prose): boolean => /^\s*[–—:-]\s*\S/.test(raw.slice(lead));
