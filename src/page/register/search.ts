import { type Locale, plainLetters } from "../../model/values/text.ts";
import { COUNTRIES_AND_AREAS } from "../../model/vendor/countries.ts";
import { valuesIn } from "../../model/vendor/field-lookup.ts";
import { SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "../../model/vendor/fields.ts";
import { MECHANISMS, type Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Verdict } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { type Judging, transferLines } from "../describe/transfers.ts";
import { describeValue } from "../describe/value.ts";
import type { ListedService } from "./listed.ts";

/**
 * Whether a service is found by what was typed: each word must begin one of its words, whatever its case and accents. Two
 * capitals that are the code of a country are that code: "US" finds the United States, and no usage data; codes alone find no
 * safeguards, of which some have "UK" in their name. What has neither letter nor digit, such as "%", is looked for as it stands.
 */
export function finderOf(q: string, judging: Judging, locale: Locale): (listed: ListedService) => boolean {
  const typed = [...new Set(q.split(/\s+/))].filter(Boolean);
  const areCodes = typed.every(isCode);
  const signs = typed.filter((word) => isBlank(wordsIn(word)));
  const looked = typed.flatMap((word) => {
    if (signs.includes(word)) return [];
    if (isCode(word)) return [wordsIn(word)];
    return wordsIn(word).trimEnd().split(/(?= )/);
  });
  return (listed) => {
    const told = textOf(listed, locale);
    const text = areCodes ? told : `${told}\n${coversOf(listed, judging, locale)}`;
    const words = wordsIn(text);
    return (
      signs.every((sign) => text.includes(sign)) &&
      looked.every((word) => words.includes(isSpaced(word) ? word : word.trim()))
    );
  };
}

const isBlank = (text: string): boolean => text.trim() === "";

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

/** What is stated of a service, but for what covers its transfers. */
function textOf({ entry: { document }, service, name }: ListedService, locale: Locale): string {
  const stated = [
    ...valuesIn<VendorFacts>(VENDOR_FIELDS, document, ({ searched }) => searched),
    ...valuesIn(SERVICE_FIELDS, service, ({ searched }) => searched).filter(([field]) => field !== "safeguards"),
  ];
  const codes = [document.country ?? [], service.locations.map(({ country }) => country)].flat();
  return [
    name,
    ...stated.flatMap(([field, value]) => describeValue(field, value, locale)),
    ...codes.flatMap((code) => [code, ALIASES[code] ?? []].flat()),
  ].join("\n");
}

/** Of transfers that there are. */
const COVERED: ReadonlySet<Verdict> = new Set(["adequate", "safeguarded"]);

/** What is stated to cover its transfers, and what does: a decision on a country is nothing that a document has to state. */
function coversOf({ entry: { document }, service }: ListedService, judging: Judging, locale: Locale): string {
  const { terms, transfers } = wordsFor(locale);
  const { mechanisms: brief } = transfers.brief;
  const decided = [brief.adequacy, terms.mechanisms.adequacy, terms.national.eu.adequacy];
  return [
    ...describeValue("safeguards", service.safeguards, locale),
    ...service.safeguards.flatMap(({ mechanism }) =>
      [brief[mechanism], mechanisms[mechanism].abbreviation ?? []].flat(),
    ),
    ...transferLines(document, service, judging, locale).flatMap(({ assessment, brief }) => {
      if (!COVERED.has(assessment.verdict)) return [];
      return assessment.reason.code === "adequacy-decision" ? [brief, ...decided] : [brief];
    }),
  ].join("\n");
}

const mechanisms: Record<Mechanism, { unstated: unknown; abbreviation?: string }> = MECHANISMS;

/** What two countries are called by everybody, and no list of countries. */
const ALIASES: Partial<Record<string, string>> = { GB: "UK", US: "USA" };
