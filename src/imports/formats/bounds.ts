import { type Refusal, refuseField } from "../../model/values/refusal.ts";

// No list that was seen has a tenth of any of these. Together they keep a hostile file to seconds and to what a Worker has of
// memory.

/** Of a file, as it is sent. */
export const MAX_BYTES = 5_000_000;
/** Vendors of one file: a plan keeps each with all that is asked about it. */
export const MAX_VENDORS = 2000;
/**
 * Guesses of one file and what is lost of it, and characters of what these are made of: each guess is kept with all of its cell,
 * and answered.
 */
export const MAX_GUESSES = 25_000;
export const MAX_GUESSED = 5_000_000;
/** Of all tables of a file together. */
export const MAX_ROWS = 5000;
export const MAX_COLUMNS = 100;
/** Columns of all tables of a file together: what each holds is told from its cells. */
export const MAX_ALL_COLUMNS = 2000;
/** Characters and links of one cell. */
export const MAX_CELL = 20_000;
export const MAX_LINKS = 500;
/** Characters of all cells, those counted twice that stand in two rows. */
export const MAX_TEXT = 10_000_000;

/** Paragraphs, cells and items of a document, and elements that are open at once. */
export const MAX_BLOCKS = 50_000;
export const MAX_OPEN = 250;
/** Characters of Markdown and of YAML, which take a hundred times their length of memory to read. */
export const MAX_MARKDOWN = 400_000;
export const MAX_YAML = 800_000;
export const MAX_YAML_TOKENS = 200_000;
export const MAX_ALIASES = 100;
/** Objects, lists and values of JSON and YAML, and how many are within each other. */
export const MAX_RECORDS = 50_000;
export const MAX_DEPTH = 50;
/** Objects and lists of JSON, also those of which nothing is read. */
export const MAX_OBJECTS = 200_000;

/** Of an element of a workbook. None that a spreadsheet writes has twenty. */
export const MAX_ATTRIBUTES = 100;
/** Files of a workbook's archive, what all that is read of them unpacks to, texts that its cells share, places that merged ones fill. */
export const MAX_PARTS = 2000;
export const MAX_UNPACKED = 10_000_000;
export const MAX_STRINGS = 200_000;
export const MAX_MERGED = 200_000;

/** Says no to a file. The detail is a sentence's end that begins with a verb: "has more than 10000 rows". */
export const unreadable = (detail: string): Refusal => refuseField("unreadable-file", "/file", detail);

/** Refuses unreadable-file for objects and lists of JSON, told by the signs of the text: parsing these would take seconds. */
export function refuseLargeJson(text: string): void {
  let [count, depth, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') isString = !isString;
    else if (isString) at += sign === "\\" ? 1 : 0;
    else if (sign === "]" || sign === "}") depth -= 1;
    else if (sign === "[" || sign === "{") {
      [count, depth] = [count + 1, depth + 1];
      if (depth > MAX_DEPTH) throw tooDeep();
      if (count > MAX_OBJECTS) throw unreadable(`has more than ${MAX_OBJECTS} objects and lists`);
    }
  }
}

/** What is said of objects and lists that are too many within each other. */
export const tooDeep = (): Refusal => unreadable(`has more than ${MAX_DEPTH} objects and lists within each other`);

/** Refuses unreadable-file for the vendors that a file has, before anything is made of each. */
export function refuseManyVendors(count: number): void {
  if (count > MAX_VENDORS) throw unreadable(`names more than ${MAX_VENDORS} vendors`);
}

/** Refuses unreadable-file for the columns that the tables of a file have together. */
export function refuseManyColumns(count: number): void {
  if (count > MAX_ALL_COLUMNS) throw unreadable(`has tables of more than ${MAX_ALL_COLUMNS} columns together`);
}

/** Counts what is guessed of a file, and what is lost, row by row. Refuses unreadable-file once it is more than a plan holds. */
export function guessesCounted(): (
  guesses: readonly { from: string; cell?: string; unclear?: readonly string[] }[],
) => void {
  let [count, characters] = [0, 0];
  return (guesses) => {
    count += guesses.length;
    for (const { from, cell = "", unclear = [] } of guesses)
      characters += from.length + cell.length + unclear.join("").length;
    if (count > MAX_GUESSES) throw unreadable(`leaves more than ${MAX_GUESSES} things guessed or lost`);
    if (characters > MAX_GUESSED)
      throw unreadable(`leaves too much guessed or lost: of more than ${MAX_GUESSED} characters, counted each time`);
  };
}
