import { dateIn } from "../../model/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { onceFooter, written } from "./frame.ts";
import { type AboutAnswer, factsOf, givenOn, statement, whatWasAnnounced } from "./given.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** Tells whoever objected what becomes of the objection. Throws when nothing was decided. */
export function resolutionMail(about: AboutAnswer): Mail {
  const { organisation, changeSet, response, locale } = about;
  const { answers, mail } = wordsFor(locale);
  const words = answers.resolution;
  if (!response.outcome || !response.resolvedAt) throw new TypeError(`Response ${response.id} is not resolved`);
  const sentence = () => words.sentence(changeSet.number);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: answers.outcomes[response.outcome],
    blocks: [
      { type: "paragraph", text: words.lead(givenOn(about)) },
      factsOf(about, [
        [words.decision, answers.outcomes[response.outcome]],
        [answers.behalf, response.customerName ?? response.onBehalfOf],
        [answers.recordedOn, formatDate(dateIn(organisation.timeZone, response.resolvedAt), locale)],
      ]),
      ...whatWasAnnounced(about),
      ...statement(words.note, response.outcomeNote),
      ...statement(words.objection, response.text),
      { type: "heading", text: mail.questions.heading },
      { type: "paragraph", text: mail.questions.how(organisation), email: organisation.privacyEmail },
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}
