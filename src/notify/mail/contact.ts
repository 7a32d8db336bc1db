import { wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";
import { listOf } from "./unreachable.ts";

/** A contact by the subscriber's id, never by name or address: mails outlive erasure. Customers are by their own ids. */
type AboutContact = About & { subscriber: string; customers: readonly string[] };

/** Tells the organisation itself that a contact wants no more mail, of customers that another contact is told for. */
export function contactLeftMail(about: AboutContact): Mail {
  return contactMail(about, "contactLeft");
}

/** Tells the organisation itself that somebody whom a contact has named in their place is one now. */
export function contactReplacedMail(about: AboutContact): Mail {
  return contactMail(about, "contactReplaced");
}

function contactMail(about: AboutContact, kind: "contactLeft" | "contactReplaced"): Mail {
  const { organisation, locale, publicUrl, customers, subscriber } = about;
  const { answers } = wordsFor(locale);
  const words = answers[kind];
  const sentence = () => words.sentence;
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.next,
    blocks: [
      { type: "paragraph", text: words.lead },
      listOf(customers, locale),
      { type: "paragraph", text: words.next },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/subscribers/${subscriber}` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}
