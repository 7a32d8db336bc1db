/** What a list can be written in. */
export const FORMATS = ["csv", "tsv", "markdown", "html", "json", "yaml", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** `url` is one of http, https or mailto. An address that stands in the text as such is its own text. */
export type Link = { text: string; url: string };

/**
 * A cell as a reader sees it: its text without markup, lines kept apart, and the links in it. `struck` is what is struck out;
 * `repeats`, what stands there in place of what it has of the row above ("ditto"); `isTitle`, that all of it is in bold or italics.
 */
export type Cell = { text: string; links: readonly Link[]; struck?: string; repeats?: string; isTitle?: true };

/** A row, with the place in the file that a person finds it by: "line 12", "row 3 of table 2". */
export type SourceRow = { at: string; cells: readonly Cell[] };

/** A table, or a list that is read as one. What spans rows or columns stands in each of them. */
export type SourceTable = {
  /**
   * What is read as a table: one, the items of a list, or sections under headings of the same rank. In the last two, what
   * begins an item, and names the vendor if the list is one of vendors, is the first cell. Any document has sections and lists.
   */
  shape: "table" | "list" | "sections";
  /** The headings above it, outermost first: they may name a category or a product. */
  headings: readonly string[];
  /** Null where nothing names the columns. In CSV and XLSX, which mark no header, the first row that is filled. */
  header: readonly Cell[] | null;
  rows: readonly SourceRow[];
};

/** A file, read: its tables, and the sentences around them, which may say what holds of all rows. */
export type Source = {
  format: Format;
  tables: readonly SourceTable[];
  /** Paragraphs outside of tables, as read. */
  remarks: readonly string[];
  /** Where the file is in our own form, as list file or as published: all of it, as it is written. */
  documents: readonly unknown[];
  /** What a reader of the file does not see, and so is not read, such as a hidden sheet. */
  leftOut: readonly LeftOut[];
};

export type LeftOut = { at: string; what: "hidden-sheet" | "hidden-rows" | "hidden-columns" };
