import type { Words } from "../en/index.ts";
import { answers } from "./answers.ts";
import { changes } from "./changes.ts";
import { findings } from "./findings.ts";
import { follow } from "./follow.ts";
import { mail } from "./mail.ts";
import { page } from "./page.ts";
import { rules } from "./rules.ts";
import { terms } from "./terms.ts";
import { transfers } from "./transfers.ts";
import { verdicts } from "./verdicts.ts";

export const fr: Words = {
  tag: "fr-FR",
  // The first of a month is an ordinal.
  date: (text) => text.replace(/^1 /, "1er "),
  terms,
  page,
  changes,
  follow,
  mail,
  answers,
  transfers,
  verdicts,
  findings,
  rules,
};
