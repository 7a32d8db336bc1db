export const COLUMNS = 72;

// Not inside a date ("21 December 2026"), nor where French puts a space around punctuation.
const BREAKS = /(?<!«|\b\d{1,2}(?:er)?) +(?![:;!?»]|\d{4}\b)/;

/**
 * Breaks one line of text at spaces so that it fits `COLUMNS`, with `first` before it and `rest` before the lines that
 * follow. A word that is too long, such as a web address, keeps a line to itself and stays whole.
 */
export function wrap(text: string, first = "", rest = first): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAKS)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const indent = lines.length === 0 ? first : rest;
    if (line !== "" && width(indent + longer) > COLUMNS) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  lines.push((lines.length === 0 ? first : rest) + line);
  return lines.map((each) => each.trimEnd()).join("\n");
}

/** The same for text with line breaks of its own, which it keeps: none can fall out of the indentation. */
export function wrapLines(text: string, first = "", rest = first): string {
  const lines = text.split("\n").map((line) => line.trim().replace(/\t/g, " "));
  return lines.map((line, index) => wrap(line, index === 0 ? first : rest, rest)).join("\n");
}

export const width = (text: string): number => [...text].length;
