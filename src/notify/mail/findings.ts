import type { ToldFinding } from "../../model/notice.ts";
import { type CodedFinding, isCoded } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding.ts";
import { wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** Whether a finding begins with the name of a service that has the vendor's name in it: "Zendesk Chat: …". */
const saysWhose = ({ pointer, facts, vendorName }: ToldFinding & CodedFinding): boolean =>
  pointer.startsWith("/services/") && `${facts.name} `.startsWith(`${vendorName} `);

/** Tells the organisation itself of what is newly found about its list: the vendor's name, and what it means. */
export function findingsMail(about: About & { findings: readonly ToldFinding[] }): Mail {
  const { organisation, locale, publicUrl } = about;
  const { answers, terms } = wordsFor(locale);
  const findings = about.findings.flatMap((found) => {
    if (!isCoded(found)) return [];
    const sentence = findingSentence(found, locale);
    return [saysWhose(found) ? sentence : terms.explained(found.vendorName, sentence)];
  });
  const words = answers.findings;
  const sentence = () => words.sentence(findings.length);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead },
      { type: "list", items: findings },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/findings` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}
