import type { Locale } from "../../model/text.ts";

/** What a value was, is, or is about to be; the caption is missing where there is nothing to tell apart. */
export type Reading = { caption: string | null; lines: string[] };
export type LetterRow = { label: string; readings: Reading[] };
export type LetterLink = { label: string; href: string };

/** A part of a letter. `statement` is the operator's own words, set apart from ours. */
export type Block =
  | { type: "heading"; text: string }
  | { type: "paragraph"; text: string; email?: string | undefined }
  | { type: "statement"; text: string }
  | { type: "list"; items: string[] }
  | { type: "change"; heading: string; note: string | null; rows: LetterRow[] }
  | ({ type: "button" | "link" } & LetterLink)
  | { type: "hash"; text: string };

/** A mail before it is text or HTML. Both are made from this, so they cannot say different things. */
export type Letter = {
  locale: Locale;
  /** One line of at most 150 characters. */
  subject: string;
  /** Who writes: the organisation's name. */
  sender: string;
  title: string;
  /** What a mailbox shows next to the subject. */
  preheader: string;
  blocks: Block[];
  closing: string;
  signature: { text: string; href?: string }[];
  /** Why the recipient gets this, and how to leave. */
  footer: Block[];
};

/** The link that writes to an address. RFC 6068: what has a meaning in a link is escaped. */
export const mailto = (email: string): string => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;

/** Somebody's own words under a heading; nothing when there are none. */
export function statement(heading: string, text: string | null): Block[] {
  if (!text) return [];
  return [
    { type: "heading", text: heading },
    { type: "statement", text },
  ];
}
