import type { Locale } from "../../../model/values/text.ts";
import { datesOf } from "../../../words/index.ts";

export const COLUMNS = 72;

// Not where languages, such as French, put a space around punctuation.
const BREAKS = /(?<!«) +(?![:;!?»])/;

/** A space within a date, while lines are broken: no text of the register has it (model/values/text.ts). */
const GLUE = "\u{E002}";

/**
 * Breaks one line of text at spaces so that it fits `COLUMNS`, with `first` before it and `rest` before the lines that
 * follow. A word that is too long, such as a web address, keeps a line to itself and stays whole; so does a
 * date in `locale`.
 */
export function wrap(text: string, locale: Locale, first = "", rest = first): string {
  const lines: string[] = [];
  let line = "";
  const glued = text.replace(datesOf(locale), (date) => date.replaceAll(" ", GLUE));
  for (const word of glued.split(BREAKS)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const indent = lines.length === 0 ? first : rest;
    if (line !== "" && width(indent + longer) > COLUMNS) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  lines.push((lines.length === 0 ? first : rest) + line);
  return lines.map((each) => each.replaceAll(GLUE, " ").trimEnd()).join("\n");
}

/** The same for text with line breaks of its own, which it keeps: none can fall out of the indentation. */
export function wrapLines(text: string, locale: Locale, first = "", rest = first): string {
  const lines = text.split("\n").map((line) => line.trim().replace(/\t/g, " "));
  return lines.map((line, index) => wrap(line, locale, index === 0 ? first : rest, rest)).join("\n");
}

export const width = (text: string): number => [...text].length;
