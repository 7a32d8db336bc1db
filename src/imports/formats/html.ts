import type { Cells } from "./cells.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { outlineOf } from "./outline.ts";

/** An address in angle brackets, as Markdown has it, also where a page has it in its HTML. */
const ADDRESS = /<((?:https?:\/\/|mailto:)[^<>\s]+)>/g;

/** The tables and lists of a page, as its reader sees it. Nothing that it names is fetched. Refuses: unreadable-file. */
export const readHtml = (html: string, cells: Cells) =>
  outlineOf(htmlBlocks(html.replace(ADDRESS, '<a href="$1">$1</a>')), cells);
