import type { ReaderTerms } from "../../../model/people/reader.ts";
import { canonicalJson } from "../../../model/values/hash.ts";
import { formatList, wordsFor } from "../../../words/index.ts";
import { heading, type Passage, paragraph } from "../letter.ts";
import type { AboutChangeSet } from "./change-set.ts";
import { ownWords } from "./written.ts";

/**
 * What an objection leads to (GDPR Art. 28(2) gives the chance to object, and leaves to the contract what follows): in the
 * words of the contract, else in those of the organisation; and whether an open one holds the change. Of several
 * customers each that differs by its name.
 */
export function objecting(about: AboutChangeSet): Passage[] {
  const { locale } = about;
  const words = wordsFor(locale).mail.objection.leadsTo;
  const terms: readonly Partial<ReaderTerms>[] = about.terms?.length ? about.terms : [{}];
  const alike = [...Map.groupBy(terms, (each) => canonicalJson(meaningOf(each, about))).values()];
  return [
    heading(words.heading),
    ...alike.flatMap((each) => {
      const [first = {}] = each;
      const names = each.flatMap(({ name }) => name ?? []);
      const { remedies, suspends } = meaningOf(first, about);
      const whose = alike.length > 1 && names.length > 0 ? formatList(names, locale) : null;
      const said = remedies === null ? [] : [paragraph(words.saysFor(whose)), ownWords(about, remedies)];
      if (suspends) return [...said, paragraph(words.suspends(whose))];
      return said.length > 0 ? said : [paragraph(words.examined(whose))];
    }),
  ];
}

const meaningOf = ({ remedies, onObjection, authorisation }: Partial<ReaderTerms>, about: AboutChangeSet) => ({
  remedies: remedies ?? about.organisation.remedies ?? null,
  // What needs an approval waits anyway while somebody objects.
  suspends: about.changeSet.lastDayToObjectOn !== null && (onObjection === "suspends" || authorisation === "specific"),
});
