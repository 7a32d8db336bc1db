import { dateIn, type IsoDate } from "../../model/dates.ts";
import type { ChangeSetView } from "../../model/register.ts";
import type { Locale } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { commonRole, type PartyRole } from "../../words/role.ts";
import { oneLine } from "./mail.ts";

const SUBJECT_LENGTH = 150;
const NAME_LENGTHS = [200, 80, 60, 45, 30, 20, 12];

/** A sentence about a change set, given how long names may be in it. */
export type Sentence = (name: (full: string) => string) => string;

/** "HubSpot will be added as a subprocessor on 22 December 2026", or what has been, or several changes at once. */
export function announced(set: ChangeSetView, effectiveOn: IsoDate, isDone: boolean, locale: Locale): Sentence {
  const { mail } = wordsFor(locale);
  const words = isDone ? mail.done : mail.coming;
  const [change] = set.changes;
  const role = roleOf(set);
  const date = formatDate(effectiveOn, locale);
  return (name) => {
    if (!change || set.changes.length > 1) return words.several(set.changes.length, role, date);
    if (change.kind === "updated") return words.updated(name(change.name), date);
    return words[change.kind](name(change.name), role, date);
  };
}

/** "HubSpot will not be added as a subprocessor". */
export function withdrawn(set: ChangeSetView, locale: Locale): Sentence {
  const words = wordsFor(locale).mail.withdrawn;
  const [change] = set.changes;
  const role = roleOf(set);
  return (name) => {
    if (!change || set.changes.length > 1) return words.several(set.changes.length, role);
    if (change.kind === "updated") return words.updated(name(change.name));
    return words[change.kind](name(change.name), role);
  };
}

/** The sentence in full, as a title. A name keeps its own case at the start. */
export function titleOf(sentence: Sentence, set?: ChangeSetView): string {
  const text = oneLine(sentence((name) => name));
  return set?.changes.some(({ name }) => text.startsWith(name)) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Better ISMS: HubSpot will be added …": one line of at most 150 characters, for which names are cut short. */
export function subjectOf(organisation: string, sentence: Sentence, locale: Locale): string {
  const { subject } = wordsFor(locale).mail;
  const attempts = NAME_LENGTHS.map((length) => {
    const short = (name: string) => shorten(name, length);
    return oneLine(subject(short(organisation), sentence(short)));
  });
  return attempts.find((text) => text.length <= SUBJECT_LENGTH) ?? shorten(attempts.at(-1) ?? "", SUBJECT_LENGTH);
}

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

/** The one role of everything in a set; a category of recipients, unlike a company, has none that reads well. */
export function roleOf({ changes }: ChangeSetView): PartyRole {
  const documents = changes.map(({ before, after }) => after ?? before).filter((each) => each !== null);
  if (documents.some(({ identity }) => identity === "category")) return "various";
  return commonRole(documents.flatMap(({ services }) => services));
}

/** Whether a set applies from the very day it was announced, in the organisation's time zone. A draft's is to come. */
export function isInEffect({ announcedAt, effectiveOn, awaitsApproval }: ChangeSetView, timeZone: string): boolean {
  return (
    !awaitsApproval && announcedAt !== null && effectiveOn !== null && effectiveOn <= dateIn(timeZone, announcedAt)
  );
}

/** The date a set takes effect on, which every set has that is told of. Throws for a draft that has none yet. */
export function datedOn({ number, effectiveOn }: ChangeSetView): IsoDate {
  if (effectiveOn === null) throw new TypeError(`Change set ${number} has no date to take effect on`);
  return effectiveOn;
}
