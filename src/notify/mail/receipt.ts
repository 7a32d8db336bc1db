import { formatDate, wordsFor } from "../../words/index.ts";
import { onceFooter, written } from "./frame.ts";
import { type AboutAnswer, factsOf, givenOn, statement, whatWasAnnounced } from "./given.ts";
import type { Block } from "./letter.ts";
import { type Mail, RESPOND } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** Confirms to whoever answered what was recorded, for whom, and until when it can be changed. */
export function receiptMail(about: AboutAnswer): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const { answers } = wordsFor(locale);
  const words = answers.receipt;
  const sentence = () => words.sentence(changeSet.number);
  const kind = answers.kinds[response.kind];
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader(kind, givenOn(about)),
    blocks: [
      { type: "paragraph", text: words.lead },
      factsOf(about, [
        [answers.yourAnswer, kind],
        [answers.behalf, response.customerName ?? response.onBehalfOf],
        [answers.recordedOn, givenOn(about)],
      ]),
      ...whatWasAnnounced(about),
      ...statement(answers.written, response.text),
      ...deadline(about),
      { type: "button", label: words.button, href: `${publicUrl}/respond/${RESPOND}` },
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

function deadline({ response: { lastDayToObjectOn, late }, locale }: AboutAnswer): Block[] {
  if (lastDayToObjectOn === null) return [];
  const { until, lateAnswer } = wordsFor(locale).answers;
  const date = formatDate(lastDayToObjectOn, locale);
  return [{ type: "paragraph", text: late ? lateAnswer(date) : until(date) }];
}
