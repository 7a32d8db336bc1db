import type { IsoDate } from "../../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, button, enumeration, link, type Passage, paragraph } from "../letter.ts";
import { RESPOND } from "../mail.ts";
import { type AboutChangeSet, roleOf } from "./change-set.ts";
import { kept, listFooter } from "./written.ts";

/** The reader's last day to object: of several customers the first, of a follower the set's own; null when there is none. */
export function lastDayOf({ terms = [], changeSet }: Pick<AboutChangeSet, "terms" | "changeSet">): IsoDate | null {
  if (terms.length === 0) return changeSet.lastDayToObjectOn;
  return terms.flatMap(({ lastDayToObjectOn }) => lastDayToObjectOn ?? []).sort()[0] ?? null;
}

/** Whether a contract of the reader asks for an approval of what waits for one: silence is none then. */
export const needsApproval = ({ terms = [], changeSet }: AboutChangeSet): boolean =>
  changeSet.lastDayToObjectOn !== null && terms.some(({ authorisation }) => authorisation === "specific");

/** What holds for each customer the reader speaks for, where there are several; else nothing. */
export function termsOfEach({ terms = [], changeSet, locale }: AboutChangeSet): Passage[] {
  const { reminder: words } = wordsFor(locale).followUps;
  const items = terms.flatMap(({ name, lastDayToObjectOn, authorisation }) => [
    ...(name && lastDayToObjectOn ? [words.untilFor(name, formatDate(lastDayToObjectOn, locale))] : []),
    ...(name && changeSet.lastDayToObjectOn && authorisation === "specific" ? [words.approvalFor(name)] : []),
  ]);
  const entries = items.map((line) => ({ line }));
  // All of them stand on the page that the answer is given on.
  return items.length > 0 ? [enumeration(entries, [])] : [];
}

/** The reader's own link to answer by, and the dates for their calendar. */
export function answerLinks({ locale, publicUrl }: AboutChangeSet): Block[] {
  const { followUps, answers } = wordsFor(locale);
  return [
    button(followUps.reminder.button, `${publicUrl}/respond/${RESPOND}`),
    link(answers.calendarLink, `${publicUrl}/respond/${RESPOND}/calendar.ics`),
  ];
}

/** Why the reader gets a notice: as a contact, by their terms, or as a follower. */
export function readerFooter(about: AboutChangeSet): Block[] {
  const { mail, followUps } = wordsFor(about.locale);
  const { name } = about.organisation;
  const isContact = about.terms !== undefined && about.terms.length > 0;
  const personal = paragraph(mail.footer.personal);
  if (!isContact) return [personal, ...listFooter(about, mail.footer.why(name, roleOf(about.changeSet)))];
  return [personal, ...listFooter(about, followUps.contact(name)), ...kept(about, "contact")];
}
