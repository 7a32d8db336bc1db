import { wordsFor } from "../../../words/index.ts";
import type { Block, Letter, LetterRow } from "../letter.ts";
import { COLUMNS, width, wrap, wrapLines } from "./wrap.ts";

/** The letter as plain text, `COLUMNS` wide except for addresses that are longer. */
export function renderPlain(letter: Letter): string {
  const { labelled } = wordsFor(letter.locale).mail;
  const block = (part: Block) => renderBlock(part, labelled);
  const parts = [
    wrap(letter.title),
    ...letter.blocks.map(block),
    `${letter.closing}\n\n${letter.signature.map(({ text }) => wrapLines(text)).join("\n")}`,
    "-".repeat(COLUMNS),
    ...letter.footer.map(block),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** "Where:" in the letter's language. */
type Labelled = (label: string) => string;

function renderBlock(part: Block, labelled: Labelled): string {
  switch (part.type) {
    case "heading":
      return heading(part.text);
    case "paragraph":
      return wrap(part.text);
    case "quote":
      return wrapLines(part.text, "  ");
    case "list":
      return part.items.map((item) => wrap(item, "- ", "  ")).join("\n");
    case "table": {
      const rows = part.rows.map((row) => renderRow(row, labelled)).join("\n");
      return [wrap(part.heading ?? ""), wrap(part.note ?? ""), rows].filter((each) => each !== "").join("\n\n");
    }
    case "button":
    case "link":
      // On lines of their own, so that no mail program takes the full stop of a sentence for a part of an address.
      return `${wrap(labelled(part.label))}\n${part.href}`;
    case "hash":
      return part.text;
  }
}

function heading(text: string): string {
  const title = wrap(text);
  return `${title}\n${"-".repeat(Math.min(COLUMNS, width(title)))}`;
}

function renderRow({ label, readings }: LetterRow, labelled: Labelled): string {
  const [only] = readings;
  if (only && readings.length === 1 && only.caption === null) return values(labelled(label), only.lines, "- ");
  const own = readings.map(({ caption, lines }) => values(caption === null ? "" : labelled(caption), lines, "  "));
  return [wrap(label, "- ", "  "), ...own].join("\n");
}

/** "- Where: France" or, when there are several, a list of its own below the label. */
function values(label: string, lines: string[], first: string): string {
  const [line = "", ...more] = lines;
  const rest = first === "- " ? "  " : "    ";
  if (more.length === 0) return wrapLines(`${label} ${line}`, first, rest);
  return [wrap(label, first, rest), ...lines.map((each) => wrapLines(each, `${rest}- `, `${rest}  `))].join("\n");
}
