import { formatDate, wordsFor } from "../../words/index.ts";
import { onceFooter, written } from "./frame.ts";
import { type AboutAnswer, factsOf, givenOn, statement, whatWasAnnounced } from "./given.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/**
 * Tells the organisation itself of an objection. It names the customer and never the person's address: mails are kept,
 * and a person may be erased; the API shows the address as long as there is one.
 */
export function objectionMail(about: AboutAnswer): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const words = wordsFor(locale).answers.objection;
  const { customer, customerName, onBehalfOf, lastDayToObjectOn: until } = response;
  const who = customerName ?? (onBehalfOf === null ? words.follower : words.unverified(onBehalfOf));
  const when = response.late ? words.late : words.inTime;
  return written(about, {
    subject: subjectOf(organisation.name, (name) => words.sentence(name(who), changeSet.number), locale),
    title: titleOf(() => words.sentence(who, changeSet.number)),
    preheader: words.preheader(when, givenOn(about)),
    blocks: [
      { type: "paragraph", text: words.lead },
      factsOf(about, [
        [words.who, who],
        [words.customerId, customer],
        [words.received, `${givenOn(about)} (${when})`],
        [words.lastDay, until && formatDate(until, locale)],
      ]),
      ...whatWasAnnounced(about),
      ...statement(words.text, response.text),
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/responses/${response.id}` }] },
      { type: "paragraph", text: words.next },
    ],
    footer: onceFooter(about, wordsFor(locale).answers.own(organisation.name)),
  });
}
