import { answers } from "./answers.ts";
import { changes } from "./changes.ts";
import { findings } from "./findings.ts";
import { follow } from "./follow.ts";
import { mail } from "./mail.ts";
import { page } from "./page.ts";
import { terms } from "./terms.ts";
import { transfers } from "./transfers.ts";
import { verdicts } from "./verdicts.ts";

/** English. Every other language has the same words. */
export const en = {
  // "en" alone would write dates the American way; readers of legal notices here expect day before month.
  tag: "en-GB",
  /** Puts right what `Intl` does not know of dates. */
  date: (text: string): string => text,
  terms,
  page,
  changes,
  follow,
  mail,
  answers,
  transfers,
  verdicts,
  findings,
  /** Titles of the rules of the law, by their ids, as they stand in parentheses; one without keeps its own. */
  rules: {} as Record<string, string>,
};

export type Words = typeof en;
