import type { ChangeSetView } from "../../../model/change/register.ts";
import { heldAlone, isAskedToApprove, openBeforeEffect, waitingIn } from "../../../model/change/say.ts";
import type { LastDay } from "../../../model/people/last-day.ts";
import type { ReaderTerms } from "../../../model/people/reader.ts";
import { dateIn, type IsoDate } from "../../../model/values/dates.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatLastDay, formatList, wordsFor } from "../../../words/index.ts";
import { type Block, enumeration, heading, link, type Passage, paragraph } from "../letter.ts";
import { CUSTOMER, RESPOND } from "../mail.ts";
import { type AboutChangeSet, fingerprints, toldOn } from "./change-set.ts";
import { kept, listFooter, midnights } from "./written.ts";

type Terms = Pick<AboutChangeSet, "terms" | "changeSet">;

/** Whether the reader speaks for no customer: what customers may do is no business of theirs. */
export const isFollower = ({ terms = [] }: Pick<AboutChangeSet, "terms">): boolean => terms.length === 0;

/** The reader's last day to object: of several customers the first, of a follower the set's own. */
function lastDay({ terms = [], changeSet: { lastDayToObjectOn } }: Terms): Told {
  if (terms.length === 0) return { lastDayToObjectOn, timeZone: null };
  const stated = terms.filter((each) => each.lastDayToObjectOn !== null);
  const [first] = stated.sort((a, b) => ((a.lastDayToObjectOn ?? "") < (b.lastDayToObjectOn ?? "") ? -1 : 1));
  return first ?? { lastDayToObjectOn: null, timeZone: null };
}

/** Leaves out the days to object that are over when the reader is told. An approval can still be given after them. */
export function withoutDaysOver<About extends AboutChangeSet>(about: About): About {
  const { terms = [], changeSet } = about;
  const left = <Of extends Told>(each: Of): Of => (isOver(each, about) ? { ...each, lastDayToObjectOn: null } : each);
  return { ...about, changeSet: isFollower(about) ? left(changeSet) : changeSet, terms: terms.map(left) };
}

/** Whether a last day to object is over when the reader is told: in the time zone it is counted in. */
const isOver = (each: Told, about: AboutChangeSet): boolean =>
  isPast(each, about) && openBeforeEffect(each, partOf(about, each)) === null;

function isPast({ lastDayToObjectOn: day, timeZone }: LastDay, about: AboutChangeSet): boolean {
  const { at = about.changeSet.announcedAt } = about;
  return at !== null && day !== null && day < (timeZone ? dateIn(timeZone, at) : toldOn(about));
}

/** A last day of whoever reads of it: of a customer by its terms. */
type Told = LastDay & Pick<ReaderTerms, "untilEffect" | "part">;

/** Whether the reader's last day to object is over when they are told. */
export const isPastObjecting = (about: AboutChangeSet): boolean => isOver(lastDay(about), about);

/** The date of that day; null when there is none. */
export const lastDayOf = (about: Terms): IsoDate | null => lastDay(about).lastDayToObjectOn;

/** The same in words, with whose midnight ends it. */
export const deadlineOf = (about: AboutChangeSet): string | null => deadline(lastDay(about), about);

function deadline(each: Told, about: AboutChangeSet): string | null {
  const beforeEffect = isPast(each, about) ? openBeforeEffect(each, partOf(about, each)) : null;
  return formatLastDay({ ...each, beforeEffect }, about.locale, about.organisation.timeZone);
}

/** The set as one of the reader's customers is concerned by it. */
export function partOf({ changeSet, parts }: AboutChangeSet, { part = 0 }: Pick<ReaderTerms, "part">): ChangeSetView {
  const vendors = parts?.get(part);
  return vendors
    ? { ...changeSet, changes: changeSet.changes.filter(({ vendor }) => vendors.includes(vendor)) }
    : changeSet;
}

/** Whether what waits takes an approval by a contract that is not given yet: silence is none then. */
export const isAsked = (about: AboutChangeSet, terms: ReaderTerms): boolean =>
  terms.approved !== true && isAskedToApprove(terms, partOf(about, terms), toldOn(about));

/** Whether any contract of the reader takes an approval that is not given yet. */
export const needsApproval = (about: AboutChangeSet): boolean =>
  (about.terms ?? []).some((each) => isAsked(about, each));

/** Whose contract takes the approval, by name where not each of the reader's customers' does; else null. */
export function approvalUnder(about: AboutChangeSet): string | null {
  const { terms = [] } = about;
  const asked = terms.filter((each) => isAsked(about, each));
  const named = asked.flatMap(({ name }) => (name === null ? [] : [{ name }]));
  return named.length > 0 && asked.length < terms.length ? namesOf(named, about.locale) : null;
}

/** That a contract takes the reader's approval; of which vendors, where they are told of other changes besides. */
export function approvalNeeded(about: AboutChangeSet): string {
  const { terms = [], changeSet, locale } = about;
  const asked = terms
    .filter((each) => isAsked(about, each))
    .flatMap((each) => waitingIn(partOf(about, each)).filter(({ releasedOn }) => releasedOn === null));
  const only = heldAlone(asked, changeSet.changes);
  return wordsFor(locale).answers.approvalNeeded(approvalUnder(about), only && formatList(only, locale));
}

/** As the reader is told of it: with those of their customers alone whose last day to object is over. */
export const ofThoseOver = (about: AboutChangeSet): AboutChangeSet => ({
  ...about,
  terms: (about.terms ?? []).filter((each) => isOver(each, about)),
});

/** The last day of each customer that has one, where the reader speaks for several; of more than so many, the first. */
export function untilOfEach(about: AboutChangeSet, atMost: number): string[] | null {
  const { facts } = wordsFor(about.locale).mail;
  const each = (about.terms ?? []).flatMap((terms) => {
    const until = deadline(terms, about);
    return terms.name && until ? [facts.named(terms.name, until)] : [];
  });
  if (each.length === 0) return null;
  const first = deadlineOf(about);
  return each.length > atMost && first ? [facts.first(first)] : each;
}

/** What holds for each customer the reader speaks for, where there are several; else nothing. */
export function termsOfEach(about: AboutChangeSet): Passage[] {
  const { terms = [], locale } = about;
  const { reminder: words } = wordsFor(locale).followUps;
  const items = terms.flatMap((each) => {
    const name = each.name && namedWithPart(each.name, each, about);
    const until = deadline(each, about);
    return [
      ...(name && until ? [words.untilFor(name, until)] : []),
      ...(name && isAsked(about, each) ? [words.approvalFor(name)] : []),
    ];
  });
  const entries = items.map((line) => ({ line }));
  // All of them stand on the page that the answer is given on.
  return items.length > 0 ? [enumeration(entries, [])] : [];
}

/** A customer, with the vendors of the changes that concern it where its reader is told of others besides. */
function namedWithPart(name: string, terms: ReaderTerms, about: AboutChangeSet): string {
  const { changes } = partOf(about, terms);
  return changes.length === about.changeSet.changes.length ? name : `${name} (${namesOf(changes, about.locale)})`;
}

/** The reader's own link to answer by, and the dates for their calendar. */
export const answerLinks = (about: AboutChangeSet): Block[] => [answerLink(about), calendarLink(about)];

export const answerLink = ({ locale, publicUrl }: AboutChangeSet): Block =>
  link(wordsFor(locale).followUps.reminder.button, `${publicUrl}/respond/${RESPOND}`);

/** Until when customers may object, to a follower, who may write for one. */
export function forCustomers(about: AboutChangeSet): Block[] {
  const until = deadlineOf(withoutDaysOver(about));
  const { customers } = wordsFor(about.locale).mail;
  if (!isFollower(about) || until === null) return answerLinks(about);
  return [heading(customers.heading), paragraph(customers.until(until)), ...answerLinks(about)];
}

/** The dates for the reader's calendar. */
export const calendarLink = ({ locale, publicUrl }: AboutChangeSet): Block =>
  link(wordsFor(locale).answers.calendarLink, `${publicUrl}/respond/${RESPOND}/calendar.ics`);

/** The customers the reader speaks for by name, unless they are many; and whether they are several. */
function customersOf({ terms = [], locale }: AboutChangeSet): [names: string | null, several: boolean] {
  const names = [...new Set(terms.map(({ name }) => name ?? CUSTOMER))];
  return [names.length > MOST_NAMED ? null : formatList(names, locale), names.length > 1];
}

const MOST_NAMED = 3;

/** Why the reader gets a notice: as a contact, by their terms, or as a follower. */
export function readerFooter(about: AboutChangeSet): Block[] {
  const { mail, followUps } = wordsFor(about.locale);
  const { name } = about.organisation;
  const personal = [midnights(about), paragraph(mail.footer.personal)];
  const proof = fingerprints(about, about.snapshot);
  if (isFollower(about)) return [...listFooter(about, mail.footer.why(name)), ...personal, ...proof];
  return [
    ...listFooter(about, followUps.contact(name, ...customersOf(about))),
    ...personal,
    ...kept(about, "contact"),
    ...proof,
  ];
}
