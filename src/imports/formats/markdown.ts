import MarkdownIt, { type Token } from "markdown-it";
import type { SourceTable } from "../source.ts";
import { annexTable } from "./annex.ts";
import { MAX_COLUMNS, MAX_MARKDOWN, unreadable } from "./bounds.ts";
import type { Cells } from "./cells.ts";
import { labelOf } from "./entries.ts";
import { readHtml } from "./html.ts";

/** The tables and lists of Markdown, of what is nearly that, of HTML in it, and of the data before it. Refuses: unreadable-file. */
export async function readMarkdown(text: string, cells: Cells) {
  if (text.length > MAX_MARKDOWN) throw unreadable(`has more than ${MAX_MARKDOWN} characters of Markdown`);
  const lines = text.replace(/\r\n?/g, "\n");
  const front = FRONT_MATTER.exec(lines)?.[0] ?? "";
  // Its lines are left empty, so that those which follow keep their numbers.
  const rest = "\n".repeat(front.split("\n").length - 1) + lines.slice(front.length);
  const markdown = mended(withoutModules(rest));
  refuseWide(markdown);
  const read = readHtml(htmlOf(markdown), cells);
  const page =
    read.tables.length === 0 && isLines(rest) ? readHtml(htmlOf(rest.replace(LINE_OF_LIST, "- ")), cells) : read;
  const tables = [...(await tablesBefore(front, cells)), ...page.tables];
  const own = tables.flatMap((table) => annexTable(table) ?? []);
  if (own.length === 0) return { ...page, tables };
  // That of other roles stands under a heading which each of its rows says as well.
  return { ...page, tables: own.map((table) => ({ ...table, headings: own[0]?.headings ?? [] })) };
}

/** Where a line begins that is no heading, and does not introduce others ("Our subprocessors:"). */
const LINE_OF_LIST = /^(?=[^\s#])(?!.*:[^\S\n]*$)/gm;

/**
 * Text that is nothing but lines, one for each vendor, as it is pasted from somewhere: no sentences, and no markup. The first may
 * introduce them.
 */
const isLines = (text: string): boolean => {
  const [first = "", ...more] = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const lines = /:\s*$/.test(first) ? more : [first, ...more];
  return (
    lines.length > 1 &&
    lines.every((line) => line.length <= LONGEST_LINE && /^[\p{L}\p{N}]/u.test(line) && !/\t|[.!?:]\s*$/.test(line))
  );
};
const LONGEST_LINE = 200;

/** What stands before a page for the program that makes it. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?=\n|$)/;

/** What the data before a page lists: some keep their vendors there. */
async function tablesBefore(front: string, cells: Cells): Promise<readonly SourceTable[]> {
  if (!/^\s*- +\w+:/m.test(front) || front.startsWith("+")) return [];
  const { readYaml } = await import("./yaml.ts");
  const { tables = [] } = readYaml(front.replace(/^---[ \t]*\n/, "").replace(/\n---[ \t]*$/, ""), cells);
  return tables.filter(({ shape, rows }) => shape === "table" && rows.length > 1);
}

/** Lines in which MDX imports and exports. */
const withoutModules = (text: string): string => text.replace(/^(?:import|export)[ \t].*(?:[{'";(]|=>?)[ \t]*$/gm, "");

/** A line that makes a table of those around it, which must have as many columns as its header: many renderers forgive that. */
const DIVIDER = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/;

const mended = (text: string): string => {
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      const header = lines[index - 1] ?? "";
      if (!line.includes("|") || !header.includes("|") || !DIVIDER.test(line.replace(/[ \t]/g, ""))) return line;
      const inner = header
        .trim()
        .replace(/^\|/, "")
        .replace(/(?<!\\)\|$/, "");
      return `|${"-|".repeat(inner.split(/(?<!\\)\|/).length)}`;
    })
    .join("\n");
};

const DIVIDERS = /\|[ \t]*:?-+:?[ \t]*(?=\|)/g;

/** Refuses unreadable-file for columns, told by the lines that divide headers from rows: making cells of these takes seconds. */
function refuseWide(markdown: string): void {
  for (const [index, line] of markdown.split("\n").entries())
    if ((line.match(DIVIDERS) ?? []).length > MAX_COLUMNS)
      throw unreadable(`has more than ${MAX_COLUMNS} columns, at line ${index}`);
}

/** Markdown as HTML, in which everything stands on the line on which it stands in the Markdown. */
function htmlOf(markdown: string): string {
  const reader = new MarkdownIt({ html: true });
  reader.normalizeLink = (url) => url;
  const tokens = reader.parse(markdown, {});
  const parts: string[] = [];
  let line = 0;
  const upTo = (token: Token) => {
    const wanted = token.map?.[0] ?? line;
    if (wanted > line) parts.push("\n".repeat(wanted - line));
    line = Math.max(line, wanted);
  };
  const put = (html: string) => {
    parts.push(html);
    line += html.split("\n").length - 1;
  };
  let definition = false;
  for (const [index, token] of tokens.entries()) {
    upTo(token);
    if (token.type === "html_block") put(token.content);
    else if (token.type === "inline") {
      put(
        definition ? definitionOf(token.content) : reader.renderer.renderInline(withLines(token), reader.options, {}),
      );
    } else if (token.tag === "code") put(`<pre>${reader.utils.escapeHtml(token.content)}</pre>`);
    else if (!token.hidden && token.tag !== "") {
      if (token.type === "paragraph_open" && token.level === 0)
        definition = isDefinition(tokens[index + 1]?.content ?? "");
      if (!definition) put(token.nesting < 0 ? `</${token.tag}>` : `<${token.tag}>`);
      if (token.type === "paragraph_close") definition = false;
    }
  }
  return parts.join("");

  function definitionOf(content: string): string {
    const [term = "", ...said] = content.split("\n");
    const inline = (source: string) => reader.renderInline(source);
    return `<dl><dt>${inline(term)}</dt><dd>${inline(said.map((each) => each.trim()).join("\n"))}</dd></dl>`;
  }
}

/** Lines that each say something under a label stay apart, also below a name. */
function withLines({ content, children }: Token): Token[] {
  const [first = "", ...more] = content.split("\n");
  const isLabelled = more.length > 0 && more.every((line) => labelOf(line)) && (labelOf(first) || /^[*_[]/.test(first));
  if (isLabelled) for (const each of children ?? []) if (each.type === "softbreak") each.type = "hardbreak";
  return children ?? [];
}

/** A line with indented lines below it, which in reStructuredText is a term and what is said of it. */
const isDefinition = (content: string): boolean => {
  const [first = "", ...more] = content.split("\n");
  return more.length > 0 && !/^\.\.| {2}$/.test(first) && more.every((each) => /^(?: {2}|\t)\s*\S/.test(each));
};
