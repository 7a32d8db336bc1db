import type { PublishedSnapshot } from "../../../model/change/register.ts";
import type { PublisherNames, RenamedPublisher } from "../../../model/people/notice.ts";
import type { Dictionary } from "../../../words/dictionary.ts";
import { wordsFor } from "../../../words/index.ts";
import { type Block, heading, link, list, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { fingerprints } from "./change-set.ts";
import { titleOf } from "./headline.ts";
import { type About, dayOf, listFooter, midnights, pageUrl, questions, written } from "./written.ts";

type Renamed = About & RenamedPublisher & { at: Date; snapshot: PublishedSnapshot | null };

/** Tells everybody who is told of changes that the publisher of the list has another name, or states another legal one. */
export function renamedMail({ before, after, at, snapshot, ...about }: Renamed): Mail {
  const { publisher: words, mail } = wordsFor(about.locale);
  const { links } = mail;
  const renamed = before.name === after.name ? [] : [{ label: words.name, was: before.name, is: after.name }];
  const legal =
    before.legalName === after.legalName
      ? []
      : [{ label: words.legalName, was: before.legalName ?? null, is: after.legalName ?? null }];
  const names = [...renamed, ...legal];
  return written(about, {
    headline: (short) => {
      const [{ label, was, is } = { label: "", was: null, is: null }] = names;
      return words.sentence(label, is && short(is), was && short(was));
    },
    preheader: words.unchanged,
    blocks: [
      paragraph(words.lead(dayOf(about, at))),
      list(names.map(({ label, was, is }) => titleOf(() => words.sentence(label, is, was)))),
      ...registration(before, after, words),
      paragraph(words.unchanged),
      ...questions(about),
      heading(links.heading),
      link(links.list, pageUrl(about, "/")),
    ],
    footer: [...listFooter(about, words.why(after.name)), midnights(about), ...fingerprints(about, snapshot)],
  });
}

/** The same number is the same company; of another one we say no more than that. */
function registration(before: PublisherNames, after: PublisherNames, words: Dictionary["publisher"]): Block[] {
  const [was, is] = [before.registrationNumber, after.registrationNumber];
  if (!was || !is) return [];
  return [paragraph(was === is ? words.sameNumber(is) : words.otherNumber(is, was))];
}
