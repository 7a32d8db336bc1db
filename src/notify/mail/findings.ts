import { formatDate, wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** Tells the organisation itself of what is newly found about its list: the vendor's name, and what it means. */
export function findingsMail(about: About & { findings: readonly { vendor: string; message: string }[] }): Mail {
  const { organisation, locale, publicUrl, findings } = about;
  const { answers, terms } = wordsFor(locale);
  const itemOf = ({ vendor, message }: { vendor: string; message: string }) =>
    [":", ".", " "].some((end) => message.startsWith(vendor + end))
      ? withDates(message)
      : terms.explained(vendor, withDates(message));
  const words = answers.findings;
  const sentence = () => words.sentence(findings.length);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead },
      { type: "list", items: findings.map(itemOf) },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/findings` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}

/** A finding is English in every language; so are its dates. */
const withDates = (message: string) => message.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date, "en"));
