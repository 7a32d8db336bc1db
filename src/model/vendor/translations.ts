import { inLanguage, type Locale, type LocalizedText } from "../values/text.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** The languages, of those an organisation writes, that some text of a document is not given in; `own` is that of texts that name none. */
export function languagesLacking(document: VendorDocument, all: readonly Locale[], own: Locale): Locale[] {
  return languagesLackingOf(textsOf(document), all, own);
}

/** The same of texts. */
export const languagesLackingOf = (texts: readonly LocalizedText[], all: readonly Locale[], own: Locale): Locale[] =>
  all.filter((language) => texts.some((text) => inLanguage(text, language, own).lang !== undefined));

/** What a document says in one language for all readers: its categories, kinds of data and of people. */
export const labelsOf = ({ services }: VendorDocument): string[] =>
  services.flatMap(({ category, dataCategories, dataSubjects }) => [
    ...(category === undefined ? [] : [category]),
    ...dataCategories,
    ...dataSubjects,
  ]);

/** The texts of a document that may be given in several languages. */
const textsOf = ({ services }: VendorDocument): LocalizedText[] =>
  services.flatMap(({ purpose, nature, legalBasis, retention, note, locations, safeguards, cookies }) =>
    [
      ...[purpose, nature, legalBasis, retention, note],
      ...locations.map(({ detail }) => detail),
      ...safeguards.map((each) => each.note),
      ...cookies.map((each) => each.purpose),
    ].flatMap((text) => text ?? []),
  );
