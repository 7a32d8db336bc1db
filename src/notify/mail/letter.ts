import type { Locale } from "../../model/values/text.ts";

/** What a value was, is, or is about to be; the caption is missing where there is nothing to tell apart. */
export type Reading = { caption: string | null; lines: string[] };
export type LetterRow = { label: string; readings: Reading[] };
export type LetterLink = { label: string; href: string };

export type Table = { type: "table"; heading: string | null; note: string | null; rows: LetterRow[] };

/**
 * A part of a letter. A `quote` is somebody's own words, set apart from ours, with their language where it is known not to
 * be the letter's; a `table` a row for each fact.
 */
export type Block =
  | { type: "heading" | "hash"; text: string }
  | { type: "quote"; text: string; lang?: Locale | undefined }
  | { type: "paragraph"; text: string; email?: string | undefined }
  | { type: "list"; items: string[] }
  | Table
  | ({ type: "button" | "link" } & LetterLink);

/** One of many things a mail may have no room for: it is told in full, by its line, or counted among the others. */
export type Entry = { line: string; full?: () => Block[] };

/** Entries that a mail tells while it has room, and at most so many; `elsewhere` says where to read them all. */
export type Enumeration = { type: "enumeration"; entries: Entry[]; elsewhere: Block[]; atMost: number };

/** A part of a letter that may still have to be cut. */
export type Passage = Block | Enumeration;

/** A mail before it is text or HTML. Both are made from this, so they cannot say different things. */
export type Letter = {
  locale: Locale;
  /** One line of at most 150 characters. */
  subject: string;
  /** Who writes: the organisation's name. */
  sender: string;
  /** The colour that the organisation has chosen for links and buttons. */
  accent?: string | undefined;
  title: string;
  /** What a mailbox shows next to the subject. */
  preheader: string;
  blocks: Block[];
  closing: string;
  signature: { text: string; href?: string }[];
  /** Why the recipient gets this, and how to leave. */
  footer: Block[];
};

/** A letter before it is cut to what a mail has room for. */
export type Draft = Omit<Letter, "blocks"> & { blocks: Passage[] };

export const heading = (text: string): Block => ({ type: "heading", text });
export const paragraph = (text: string, email?: string): Block => ({ type: "paragraph", text, email });
export const quote = (text: string, lang?: Locale): Block => ({ type: "quote", text, lang });
export const list = (items: string[]): Block => ({ type: "list", items });
export const enumeration = (entries: Entry[], elsewhere: Block[], atMost = entries.length): Enumeration => ({
  type: "enumeration",
  entries,
  elsewhere,
  atMost,
});
export const button = (label: string, href: string): Block => ({ type: "button", label, href });
export const link = (label: string, href: string): Block => ({ type: "link", label, href });
export const hash = (text: string): Block => ({ type: "hash", text });

/** A row of a table that says one thing. */
export const fact = (label: string, lines: string[]): LetterRow => ({ label, readings: [{ caption: null, lines }] });

/** Somebody's own words under a heading; nothing when there are none. */
export const quoted = (title: string, text: string | null): Block[] => (text ? [heading(title), quote(text)] : []);
