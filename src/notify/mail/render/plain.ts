import type { Locale } from "../../../model/values/text.ts";
import { wordsFor } from "../../../words/index.ts";
import type { Block, Letter, LetterRow } from "../letter.ts";
import { COLUMNS, width, wrap, wrapLines } from "./wrap.ts";

/** The letter as plain text, `COLUMNS` wide except for addresses that are longer. */
export function renderPlain(letter: Letter): string {
  const { locale } = letter;
  const block = (part: Block) => renderBlock(part, locale);
  const parts = [
    wrap(letter.title, locale),
    ...letter.blocks.map(block),
    `${letter.closing}\n\n${letter.signature.map(({ text }) => wrapLines(text, locale)).join("\n")}`,
    "-".repeat(COLUMNS),
    ...letter.footer.map(block),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** "Where:" in the letter's language. */
const labelled = (label: string, locale: Locale): string => wordsFor(locale).mail.labelled(label);

function renderBlock(part: Block, locale: Locale): string {
  switch (part.type) {
    case "heading":
      return heading(part.text, locale);
    case "paragraph":
      return wrap(part.text, locale);
    case "quote":
      return wrapLines(part.text, locale, "  ");
    case "list":
      return part.items.map((item) => wrap(item, locale, "- ", "  ")).join("\n");
    case "table": {
      const rows = part.rows.map((row) => renderRow(row, locale)).join("\n");
      return [wrap(part.heading ?? "", locale), wrap(part.note ?? "", locale), rows]
        .filter((each) => each !== "")
        .join("\n\n");
    }
    case "button":
    case "link":
      // On lines of their own, so that no mail program takes the full stop of a sentence for a part of an address.
      return `${wrap(labelled(part.label, locale), locale)}\n${part.href}`;
    case "hash":
      return part.text;
  }
}

function heading(text: string, locale: Locale): string {
  const title = wrap(text, locale);
  return `${title}\n${"-".repeat(Math.min(COLUMNS, width(title)))}`;
}

function renderRow({ label, readings }: LetterRow, locale: Locale): string {
  const [only] = readings;
  if (only && readings.length === 1 && only.caption === null)
    return values(labelled(label, locale), only.lines, locale, "- ");
  const own = readings.map(({ caption, lines }) =>
    values(caption === null ? "" : labelled(caption, locale), lines, locale, "  "),
  );
  return [wrap(label, locale, "- ", "  "), ...own].join("\n");
}

/** "- Where: France" or, when there are several, a list of its own below the label. */
function values(label: string, lines: string[], locale: Locale, first: string): string {
  const [line = "", ...more] = lines;
  const rest = first === "- " ? "  " : "    ";
  if (more.length === 0) return wrapLines(`${label} ${line}`, locale, first, rest);
  return [
    wrap(label, locale, first, rest),
    ...lines.map((each) => wrapLines(each, locale, `${rest}- `, `${rest}  `)),
  ].join("\n");
}
