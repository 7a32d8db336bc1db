import type { ToldFinding } from "../../../model/people/notice.ts";
import type { Response } from "../../../model/people/response.ts";
import { type CodedFinding, isCoded } from "../../../transfers/index.ts";
import { findingSentence } from "../../../words/finding-sentence.ts";
import { wordsFor } from "../../../words/index.ts";
import { enumeration, link, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { type About, midnights, onceFooter, written } from "./written.ts";

/** Customers, each by name and its own id. */
type AboutCustomers = About & { customers: readonly string[] };

/** A customer by name and its own id; one that is deleted by its id. */
export const namedById = ([id, name]: readonly [id: string, name: string | null]): string =>
  name === null ? id : `${name} (${id})`;

/** A contact by the subscriber's id, never by name or address: mails outlive erasure. */
type AboutContact = AboutCustomers & { subscriber: string };

/** Tells the organisation itself of answers that were not told one by one. Of a follower it says no more than that. */
export function answersMail({ responses, total, ...about }: About & { responses: readonly Response[]; total: number }) {
  const { toOrganisation, answers } = wordsFor(about.locale);
  const words = toOrganisation.answers;
  const items = responses.map(({ customerName, kind, changeSet }) =>
    words.line(customerName ?? toOrganisation.answer.follower, answers.kinds[kind], changeSet),
  );
  const next = total > items.length ? { next: words.more(total - items.length) } : {};
  const said = { sentence: words.sentence(total), lead: words.lead(total), preheader: words.preheader(total) };
  return ownMail(about, { ...said, open: words.open, ...next }, items, "/console/answers?show=all");
}

/** Tells the organisation itself which customers no contact can be written to any more. */
export function unreachableMail({ customers, ...about }: AboutCustomers): Mail {
  const words = wordsFor(about.locale).toOrganisation.unreachable;
  const { length } = customers;
  const said = { sentence: words.sentence(length), lead: words.lead(length), preheader: words.preheader(length) };
  return ownMail(
    about,
    { ...said, open: words.open, next: words.next(length) },
    customers,
    "/console/customers?told=no",
  );
}

/**
 * Tells the organisation itself that a contact wants no more mail, of customers that another contact is told for; that
 * somebody whom a contact has named in their place is one now; or that this contact has confirmed them.
 */
export function contactMail(
  { customers, subscriber, ...about }: AboutContact,
  what: "contactLeft" | "contactReplaced" | "contactVouched",
) {
  const { lead, next, ...words } = wordsFor(about.locale).toOrganisation[what];
  const said = { lead: lead(customers.length), next: next(customers.length) };
  return ownMail(about, { ...words, ...said }, customers, `/console/customers/people/${subscriber}`);
}

/** Tells the organisation itself of what is newly found about its list: the vendor's name, and what it means. */
export function findingsMail({ findings, ...about }: About & { findings: readonly ToldFinding[] }): Mail {
  const { toOrganisation, terms } = wordsFor(about.locale);
  const items = findings.flatMap((found) => {
    if (!isCoded(found)) return [];
    const sentence = findingSentence(found, about.locale);
    return [saysWhose(found) ? sentence : terms.explained(found.vendorName, sentence)];
  });
  const sentence = toOrganisation.findings.sentence(items.length);
  return ownMail(about, { ...toOrganisation.findings, sentence }, items, "/console");
}

/** Whether a finding begins with the name of a service that has the vendor's name in it, "Zendesk Chat: …", or is of no vendor. */
const saysWhose = ({ pointer, facts, vendorName }: ToldFinding & CodedFinding): boolean =>
  !("name" in facts) || (pointer.startsWith("/services/") && `${facts.name} `.startsWith(`${vendorName} `));

/** More would be a list nobody reads to its end: the console has them all. */
const MOST_NAMED = 100;

/** `isDated`: what is said, or listed, is of days that begin or end. */
export type OwnWords = {
  sentence: string;
  lead: string;
  open: string;
  preheader?: string;
  next?: string;
  isDated?: boolean;
};

/** A list of what has happened, what to do about it, and where the console has it at `path`. */
export function ownMail(about: About, words: OwnWords, items: readonly string[], path: string): Mail {
  const { preheader, next } = words;
  return written(about, {
    headline: () => words.sentence,
    preheader: preheader ?? next ?? "",
    blocks: [
      paragraph(words.lead),
      enumeration(
        items.map((line) => ({ line })),
        [],
        MOST_NAMED,
      ),
      ...(next ? [paragraph(next)] : []),
      link(words.open, `${about.publicUrl}${path}`),
    ],
    footer: [
      ...onceFooter(about, wordsFor(about.locale).toOrganisation.own(about.organisation.name)),
      ...(words.isDated ? [midnights(about)] : []),
    ],
  });
}
