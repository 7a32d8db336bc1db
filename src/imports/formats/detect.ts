import type { Format } from "../source.ts";
import { refuseLargeJson, unreadable } from "./bounds.ts";
import { delimiterIn } from "./delimited.ts";

const BY_ENDING = new Map<string, Format>(
  Object.entries({
    csv: "csv",
    tsv: "tsv",
    tab: "tsv",
    md: "markdown",
    mdx: "markdown",
    markdown: "markdown",
    rst: "markdown",
    html: "html",
    htm: "html",
    xhtml: "html",
    json: "json",
    yaml: "yaml",
    yml: "yaml",
    xlsx: "xlsx",
    xlsm: "xlsx",
  }),
);

/** What a file begins with that is none of the formats, as Latin-1, and what to do with it. */
const OTHERS: [string, string][] = [
  ["%PDF", "is a PDF: copy its table into a spreadsheet, or bring what it was made from"],
  ["\xD0\xCF\x11\xE0", "is a workbook of Excel before 2007, or locked with a password: save it as XLSX, without one"],
  ["{\\rtf", "is RTF: save it as HTML or XLSX"],
  ["\x1F\x8B", "is compressed: unpack it"],
  ["\x89PNG", "is an image"],
  ["\xFF\xD8\xFF", "is an image"],
];

/** Whether bytes are a zip archive, as a workbook is. Refuses what is no text and no workbook: unreadable-file. */
export function isArchive(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other) throw unreadable(other[1]);
  return start.startsWith("PK");
}

/** Which format a text is in: what its name ends with, or else what it looks like. Refuses: unreadable-file. */
export function formatOf(text: string, fileName = ""): Format {
  const isPage = /^\s*<(?:!doctype html|html|head|body|table)\b/i.test(text);
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return isPage ? "html" : (BY_ENDING.get(ending) ?? formatOfText(text));
}

function formatOfText(text: string): Format {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "");
  const first = lines[0]?.trim() ?? "";
  if (/^[[{]/.test(first) && isJson(text)) return "json";
  if (lines.some((line) => line.includes("|") && line.includes("-") && /^[\s|:-]+$/.test(line))) return "markdown";
  if (first.startsWith("<") && text.includes("</")) return "html";
  if (looksLikeYaml(lines)) return "yaml";
  const isMarked = (line: string) => /^\s*(?:[-*+]|\d+\.|#{1,6})\s/.test(line);
  if (lines.filter(isMarked).length * 2 > lines.length) return "markdown";
  const divided = delimiterIn(text);
  if (!divided || divided.share < 0.8) return "markdown";
  return divided.delimiter === "\t" ? "tsv" : "csv";
}

/** How much of a text tells its format. */
const SAMPLE = 65_536;

/** Refuses: unreadable-file, for more than is parsed. */
function isJson(text: string): boolean {
  refuseLargeJson(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Keys with values, or with lists of such: no sentence, and no list in which each item has another key, as prose has. */
function looksLikeYaml(lines: readonly string[]): boolean {
  const content = lines.filter((line) => !/^\s*(?:#|---\s*$|%YAML)/.test(line));
  const keys = content.flatMap((line) => /^\s*(?:- )*(["']?[\w$][\w $/.-]{0,40}["']?):(?:\s|$)/.exec(line)?.[1] ?? []);
  const isList = /^\s*- /.test(content[0] ?? "");
  const repeats = new Set(keys).size < keys.length;
  const isNested = content.some((line, index) => /:\s*$/.test(line) && /^\s*- |^ +\S/.test(content[index + 1] ?? ""));
  return (
    keys.length > 1 &&
    keys.length * 2 > content.length &&
    (isList ? repeats && content.some((line) => /^ {2,}\w/.test(line)) : isNested)
  );
}
