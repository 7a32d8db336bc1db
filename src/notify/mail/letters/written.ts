import { keepingOf, type Organisation } from "../../../model/organisation-document.ts";
import { dateIn } from "../../../model/values/dates.ts";
import { mailto } from "../../../model/values/email.ts";
import { inLanguage, type Locale, type LocalizedText } from "../../../model/values/text.ts";
import { formatDate, formatMidnights, wordsFor } from "../../../words/index.ts";
import { type Block, type Draft, heading, type Letter, link, paragraph, quote } from "../letter.ts";
import { ADDRESSEE, type Mail, TOKEN } from "../mail.ts";
import { fitted } from "../render/fitted.ts";
import { renderHtml } from "../render/html.tsx";
import { renderPlain } from "../render/plain.ts";
import { type Headline, subjectOf, titleOf } from "./headline.ts";

/** What every mail needs to know. `publicUrl` has no slash at its end. */
export type About = { organisation: Organisation; locale: Locale; publicUrl: string };

/** A page of the registry, in the language of the mail that links to it. */
export function pageUrl(about: About, path: string, parameters: Record<string, string> = {}): string {
  const { organisation, locale, publicUrl } = about;
  const query = new URLSearchParams(organisation.locales.length > 1 ? { ...parameters, lang: locale } : parameters);
  return query.size === 0 ? `${publicUrl}${path}` : `${publicUrl}${path}?${query}`;
}

/** The day of an instant in the organisation's time zone, in words. */
export const dayOf = ({ organisation, locale }: About, at: Date): string =>
  formatDate(dateIn(organisation.timeZone, at), locale);

/** What says whether a mail goes to a contact: the terms of their customers, or that its answer was given for one. */
type ToWhom = { terms?: readonly object[]; isContact?: boolean };

/**
 * A letter, as a mail of the organisation: who it is from, how it begins and how it ends are always the same. A contact is
 * greeted by name; of followers no name is known that they gave.
 */
export function written(
  { organisation, locale, terms = [], isContact = terms.length > 0 }: About & ToWhom,
  { headline, blocks, ...own }: Pick<Draft, "preheader" | "blocks" | "footer"> & { headline: Headline },
): Mail {
  const words = wordsFor(locale).mail;
  const letter = fitted({
    ...own,
    locale,
    subject: subjectOf(organisation.name, headline, locale),
    sender: organisation.name,
    accent: organisation.branding?.accent,
    title: titleOf(headline),
    blocks: [paragraph(words.greeting(isContact ? ADDRESSEE : "")), ...blocks],
    closing: words.closing,
    signature: signatureOf(organisation),
  });
  return { subject: letter.subject, text: renderPlain(letter), html: renderHtml(letter) };
}

function signatureOf({ name, legalName, address, privacyEmail, website }: Organisation): Letter["signature"] {
  const lines = [name, legalName === name ? undefined : legalName, address].filter((each) => each !== undefined);
  return [
    ...lines.map((text) => ({ text })),
    ...(privacyEmail ? [{ text: privacyEmail, href: mailto(privacyEmail) }] : []),
    ...(website ? [{ text: website, href: website }] : []),
  ];
}

/** The operator's words, with the language they are in. */
export function ownWords({ organisation, locale }: About, words: LocalizedText): Block {
  const { text, lang } = inLanguage(words, locale, organisation.defaultLocale);
  return quote(text, lang);
}

/** The same under a heading; nothing where there are none. */
export const ownWordsUnder = (about: About, title: string, words: LocalizedText | null): Block[] =>
  words ? [heading(title), ownWords(about, words)] : [];

/** How to reach the organisation with questions. */
export function questions({ organisation, locale }: About): Block[] {
  const words = wordsFor(locale).mail.questions;
  return [heading(words.heading), paragraph(words.how(organisation), organisation.privacyEmail)];
}

/** Who keeps the reader's address, why and for how long (GDPR Art. 13 and 14), with the privacy policy. */
export function kept({ organisation, locale }: About, reader: "confirmation" | "contact"): Block[] {
  const words = wordsFor(locale).keeping;
  const { url } = organisation.policy ?? {};
  const years = keepingOf(organisation).evidenceYears ?? null;
  return [paragraph(words[reader](organisation.name, years)), ...(url ? [link(words.policy, url)] : [])];
}

/** Why somebody gets a list mail, and how to get fewer or none. */
export const listFooter = (about: About, why: string): Block[] => [paragraph(why), ...waysOut(about)];

/** By whose midnight the days in a mail begin and end, where a date does not say so beside it. */
export const midnights = ({ organisation, locale }: About): Block =>
  paragraph(formatMidnights(locale, organisation.timeZone));

/** How to get fewer mails, or none. */
export function waysOut({ locale, publicUrl }: About): Block[] {
  const { preferences, unsubscribe } = wordsFor(locale).mail.footer;
  return [
    link(preferences, `${publicUrl}/preferences/${TOKEN}`),
    link(unsubscribe, `${publicUrl}/unsubscribe/${TOKEN}`),
  ];
}

/** Why somebody gets a mail that is no list mail. There is nothing to leave: it links to the list instead. */
export const onceFooter = (about: About, why: string): Block[] => [
  paragraph(why),
  link(wordsFor(about.locale).mail.footer.list, pageUrl(about, "/")),
];
