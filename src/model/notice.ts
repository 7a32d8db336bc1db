import type { LocalizedText } from "./text.ts";

export type NoticeKind =
  | "announcement"
  | "late-announcement"
  | "withdrawal"
  | "correction"
  | "reminder"
  | "confirmation"
  | "already-following"
  | "receipt"
  | "resolution"
  | "objection"
  | "unreachable"
  | "contact-left"
  | "contact-replaced"
  | "findings";

/** A finding the organisation is told of: about the vendor's document as a change set made it. */
export type ToldFinding = {
  vendor: string;
  name: string;
  changeSet: number;
  code: string;
  pointer: string;
  regimes: string[];
  message: string;
  /** What it is about, and none of its words: told once. */
  facts: string;
};

/**
 * What a notice is about besides its change set: a response, customers by their ids, one of their contacts, the
 * operator's own words, or findings.
 */
export type NoticeAbout = {
  response?: string;
  customers?: string[];
  subscriber?: string;
  text?: LocalizedText;
  findings?: ToldFinding[];
};
