import { type Locale, plainLetters } from "../../model/values/text.ts";
import { COUNTRIES_AND_AREAS } from "../../model/vendor/countries.ts";
import { valuesIn } from "../../model/vendor/field-lookup.ts";
import { SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "../../model/vendor/fields.ts";
import { MECHANISMS, type Mechanism } from "../../model/vendor/mechanisms.ts";
import { wordsFor } from "../../words/index.ts";
import { describeValue } from "../describe/value.ts";
import type { ListedService } from "./listed.ts";

/**
 * Whether a service is found by what was typed: each word must begin one of its words, whatever its case and accents. Two
 * capitals that are the code of a country are that code: "US" finds the United States, and no usage data.
 */
export function finderOf(q: string, locale: Locale): (listed: ListedService) => boolean {
  const typed = [...new Set(q.split(/\s+/))].filter(Boolean);
  const looked = typed.flatMap((word) => {
    if (isCode(word)) return [wordsIn(word)];
    return wordsIn(word).trimEnd().split(/(?= )/);
  });
  return (listed) => {
    const text = wordsIn(textOf(listed, locale));
    return looked.every((word) => text.includes(isSpaced(word) ? word : word.trim()));
  };
}

const isCode = (word: string): boolean => Object.values(ALIASES).includes(word) || COUNTRIES_AND_AREAS.includes(word);

/** Whether words of the script stand apart: those of Chinese, Japanese, Thai and the like do not. */
const isSpaced = (word: string): boolean =>
  !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u.test(word);

/** A text as its words, each between blanks, without accents and case: "Société (SAS)" is " societe sas ". */
function wordsIn(text: string): string {
  return ` ${plainLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function textOf({ entry: { document }, service, name }: ListedService, locale: Locale): string {
  const stated = [
    ...valuesIn<VendorFacts>(VENDOR_FIELDS, document, ({ searched }) => searched),
    ...valuesIn(SERVICE_FIELDS, service, ({ searched }) => searched),
  ];
  const { mechanisms: brief } = wordsFor(locale).transfers.brief;
  const codes = [document.country ?? [], service.locations.map(({ country }) => country)].flat();
  return [
    name,
    ...stated.flatMap(([field, value]) => describeValue(field, value, locale)),
    ...codes.flatMap((code) => [code, ALIASES[code] ?? []].flat()),
    ...service.safeguards.flatMap(({ mechanism }) =>
      [brief[mechanism], mechanisms[mechanism].abbreviation ?? []].flat(),
    ),
  ].join("\n");
}

const mechanisms: Record<Mechanism, { unstated: unknown; abbreviation?: string }> = MECHANISMS;

/** What two countries are called by everybody, and no list of countries. */
const ALIASES: Partial<Record<string, string>> = { GB: "UK", US: "USA" };
