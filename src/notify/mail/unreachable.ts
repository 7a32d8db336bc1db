import { wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** More would be a list nobody reads to its end: the API has them all. */
const NAMED = 100;

/** Tells the organisation itself which customers, by their own ids, no contact can be written to any more. */
export function unreachableMail(about: About & { customers: readonly string[] }): Mail {
  const { organisation, locale, publicUrl, customers } = about;
  const { answers, page } = wordsFor(locale);
  const words = answers.unreachable;
  const sentence = () => words.sentence(customers.length);
  const others = customers.length - NAMED;
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead },
      {
        type: "list",
        items: [...customers.slice(0, NAMED), ...(others > 0 ? [page.changes.others(others)] : [])],
      },
      { type: "paragraph", text: words.next },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/customers?reachable=false` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}
