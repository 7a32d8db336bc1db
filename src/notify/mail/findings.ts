import { wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** Tells the organisation itself of what is newly found about its list: the vendor's name, and what it means. */
export function findingsMail(about: About & { findings: readonly { vendor: string; message: string }[] }): Mail {
  const { organisation, locale, publicUrl, findings } = about;
  const { answers, terms } = wordsFor(locale);
  const words = answers.findings;
  const sentence = () => words.sentence(findings.length);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead },
      { type: "list", items: findings.map(({ vendor, message }) => terms.explained(vendor, message)) },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/findings` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}
