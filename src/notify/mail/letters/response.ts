import type { ChangeSetView } from "../../../model/change/register.ts";
import type { Response } from "../../../model/people/response.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, button, fact, link, paragraph, quoted } from "../letter.ts";
import { type Mail, RESPOND } from "../mail.ts";
import { whatWasAnnounced } from "./change-set.ts";
import type { Headline } from "./headline.ts";
import { type About, dayOf, onceFooter, questions, written } from "./written.ts";

/** What a mail about a response needs: the response as `getResponse` gives it, and the change set it is to. */
type AboutResponse = About & { changeSet: ChangeSetView; response: Response };

/** How many changes remind of what was answered. */
const MOST_NAMED = 20;

/** Confirms to whoever answered what was recorded, for whom, and until when it can be changed. */
export function receiptMail(about: AboutResponse): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const { answers, followUps } = wordsFor(locale);
  const words = followUps.receipt;
  const kind = answers.kinds[response.kind];
  return written(about, {
    headline: () => words.sentence(changeSet.number),
    preheader: words.preheader(kind, givenOn(about)),
    blocks: [
      paragraph(words.lead),
      facts(about, [
        [answers.yourAnswer, kind],
        [answers.behalf, response.customerName ?? response.onBehalfOf],
        [answers.recordedOn, givenOn(about)],
      ]),
      ...whatWasAnnounced(about, MOST_NAMED),
      ...quoted(answers.written, response.text),
      ...deadline(about),
      button(words.button, `${publicUrl}/respond/${RESPOND}`),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

function deadline({ response: { lastDayToObjectOn, late }, locale }: AboutResponse): Block[] {
  if (lastDayToObjectOn === null) return [];
  const { answers, followUps } = wordsFor(locale);
  const date = formatDate(lastDayToObjectOn, locale);
  return [paragraph(late ? followUps.lateAnswer(date) : answers.until(date))];
}

/** Tells whoever objected what becomes of the objection. Throws when nothing was decided. */
export function resolutionMail(about: AboutResponse): Mail {
  const { organisation, changeSet, response, locale } = about;
  const { answers, followUps } = wordsFor(locale);
  const words = followUps.resolution;
  if (!response.outcome || !response.resolvedAt) throw new TypeError(`Response ${response.id} is not resolved`);
  const decision = answers.outcomes[response.outcome];
  return written(about, {
    headline: () => words.sentence(changeSet.number),
    preheader: decision,
    blocks: [
      paragraph(words.lead(givenOn(about))),
      facts(about, [
        [words.decision, decision],
        [answers.behalf, response.customerName ?? response.onBehalfOf],
        [answers.recordedOn, dayOf(about, response.resolvedAt)],
      ]),
      ...whatWasAnnounced(about, MOST_NAMED),
      ...quoted(words.note, response.outcomeNote),
      ...quoted(words.objection, response.text),
      ...questions(about),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/**
 * Tells the organisation itself of an objection. It names the customer and never the person's address: mails are kept,
 * and a person may be erased; the API shows the address as long as there is one.
 */
export function objectionMail(about: AboutResponse): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const { answers, changes, toOrganisation } = wordsFor(locale);
  const words = toOrganisation.objection;
  const { customer, customerName, onBehalfOf, lastDayToObjectOn: until } = response;
  const who: Headline = (name) => {
    if (customerName !== null) return name(customerName);
    return onBehalfOf === null ? words.follower : words.unverified(name(onBehalfOf));
  };
  const when = response.late ? answers.late : words.inTime;
  return written(about, {
    headline: (name) => words.sentence(who(name), changeSet.number),
    preheader: words.preheader(when, givenOn(about)),
    blocks: [
      paragraph(words.lead),
      facts(about, [
        [words.who, who((name) => name)],
        [words.customerId, customer],
        [words.received, `${givenOn(about)} (${when})`],
        [changes.lastDayToObject, until && formatDate(until, locale)],
      ]),
      ...whatWasAnnounced(about, MOST_NAMED),
      ...quoted(words.text, response.text),
      link(words.api, `${publicUrl}/v1/responses/${response.id}`),
      paragraph(words.next),
    ],
    footer: onceFooter(about, toOrganisation.own(organisation.name)),
  });
}

/** The day a response was given or last edited, in the organisation's time zone. */
const givenOn = (about: AboutResponse): string => dayOf(about, about.response.editedAt ?? about.response.answeredAt);

/** What is known of a response, under the number of its change. */
function facts({ changeSet, locale }: AboutResponse, known: [label: string, value: string | null][]): Block {
  const rows = known.flatMap(([label, value]) => (value === null ? [] : [fact(label, [value])]));
  return { type: "table", heading: wordsFor(locale).changes.number(changeSet.number), note: null, rows };
}
