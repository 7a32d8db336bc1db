import type { Locale } from "../../../model/values/text.ts";
import { wordsFor } from "../../../words/index.ts";
import { ADDRESSEE_LENGTH, oneLine } from "../mail.ts";

const SUBJECT_LENGTH = 150;
const NAME_LENGTHS = [200, 80, 60, 45, 30, 20, 12];

/** What a mail says in one sentence: its title, and its subject, in which `name` cuts names short. */
export type Headline = (name: (full: string) => string) => string;

/** The headline in full, with a capital; but a name at its start keeps its own case. */
export function titleOf(headline: Headline): string {
  const text = oneLine(headline((name) => name));
  const startsWithName = headline(() => "\0").startsWith("\0");
  return startsWithName ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Better ISMS: HubSpot will be added …": one line of at most 150 characters, for which names are cut short. */
export function subjectOf(organisation: string, headline: Headline, locale: Locale): string {
  const { subject } = wordsFor(locale).mail;
  const attempts = NAME_LENGTHS.map((length) => {
    const short = (name: string) => shorten(name, length);
    return oneLine(subject(short(organisation), headline(short)));
  });
  return attempts.find((text) => text.length <= SUBJECT_LENGTH) ?? shorten(attempts.at(-1) ?? "", SUBJECT_LENGTH);
}

/** How the recipient is addressed after the word of greeting; `name`: null where it is not known. Needs the language's words. */
export const addresseeOf = (name: string | null, locale: Locale): string =>
  wordsFor(locale).mail.addressee(name === null ? null : shorten(oneLine(name), ADDRESSEE_LENGTH));

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = "";
  // By what a reader sees as one character, so that no accent or emoji is torn apart.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cut.length + segment.length > length - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
