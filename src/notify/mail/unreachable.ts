import type { Locale } from "../../model/text.ts";
import { wordsFor } from "../../words/index.ts";
import { type About, onceFooter, written } from "./frame.ts";
import type { Block } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/** More would be a list nobody reads to its end: the API has them all. */
const NAMED = 100;

/** Customers by their own ids, and how many more there are. */
export function listOf(customers: readonly string[], locale: Locale): Block {
  const others = customers.length - NAMED;
  const more = others > 0 ? [wordsFor(locale).page.changes.others(others)] : [];
  return { type: "list", items: [...customers.slice(0, NAMED), ...more] };
}

/** Tells the organisation itself which customers, by their own ids, no contact can be written to any more. */
export function unreachableMail(about: About & { customers: readonly string[] }): Mail {
  const { organisation, locale, publicUrl, customers } = about;
  const { answers } = wordsFor(locale);
  const words = answers.unreachable;
  const sentence = () => words.sentence(customers.length);
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead },
      listOf(customers, locale),
      { type: "paragraph", text: words.next },
      { type: "links", links: [{ label: words.api, href: `${publicUrl}/v1/customers?reachable=false` }] },
    ],
    footer: onceFooter(about, answers.own(organisation.name)),
  });
}
