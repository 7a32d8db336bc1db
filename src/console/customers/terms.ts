import { deadlinesOf, type Moment, objectionPeriodOf } from "../../model/change/deadlines.ts";
import { lacksHolidays } from "../../model/change/holidays.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { ContractTerms, contradictionIn } from "../../model/people/contract-terms.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { capitalised, formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import type { FormState } from "../kit/form-state.ts";
import { formatPeriod } from "../kit/period.tsx";
import { typed } from "../kit/typed.ts";
import { valueIn } from "../kit/values.ts";
import { termsTyped } from "./read.ts";

type ConsoleLocale = FormState["locale"];

/** The terms of a contract on one line, where they are not the organisation's own: "30 days from the notice, deemed received the day it is sent; objecting suspends". */
export function termsInShort(terms: ContractTerms, locale: ConsoleLocale): string {
  const words = wordsFor(locale).screens.customers.short;
  const { noticePeriod, objectionPeriod, objectUntilEffect, authorisation, onObjection, emergency } = terms;
  const said = [
    noticePeriod && formatPeriod(noticePeriod, locale),
    objectionPeriod && words.object(formatPeriod(objectionPeriod, locale)),
    objectUntilEffect && words.objectBefore(Math.max(objectUntilEffect.daysBefore, 1)),
    authorisation === "specific" && words.specific,
    onObjection === "suspends" && words.suspends,
    emergency === "not-allowed" && words.noEmergency,
    typeof emergency !== "string" && words.emergency(formatPeriod(emergency, locale)),
    terms.timeZone && words.timeZone,
    terms.holidays && words.holidays,
  ].filter((each) => typeof each === "string");
  return capitalised(wordsFor(locale).terms.clauses(said) || words.own);
}

/** What terms mean: a sentence for each, what mails say of objecting, and the dates of an announcement of today. */
export type TermsExplained = {
  sentences: string[];
  /** What mails add of an objection to the words of the contract. */
  objecting: string;
  example: { announced: string; object: string; effective: string };
  /** That its periods leave out holidays, and none is entered for the year in which they end. */
  found: string | null;
};

/** What stands in a form means, whatever else in it is wrong; null while the terms are none. */
export function termsExplained(form: FormState, organisation: Organisation, moment: Moment): TermsExplained | null {
  const read = ContractTerms.safeParse(termsTyped(typed(form.values)));
  if (!read.success || contradictionIn(read.data)) return null;
  const { locale } = form;
  const { example } = wordsFor(locale).screens.customers;
  const dates = deadlinesOf(organisation, moment.today, read.data, { now: moment.now });
  const heldUp = (date: string) => (read.data.authorisation === "specific" ? example.notBefore(date) : date);
  const customers = [valueIn(form.values, "name").trim() || wordsFor(locale).screens.customers.thisCustomer];
  return {
    found: lacksHolidays(organisation, read.data, moment)
      ? findingSentence({ code: "holidays-not-entered", facts: { customers, total: 1 } }, locale)
      : null,
    sentences: sentencesOf(read.data, organisation, locale),
    objecting: objectingOf(read.data, locale),
    example: {
      announced: example.announced(formatDate(moment.today, locale)),
      object: formatDeadline(dates.lastDayToObjectOn, locale, read.data.timeZone ?? organisation.timeZone),
      effective: heldUp(formatDate(dates.earliestEffectiveOn, locale)),
    },
  };
}

function objectingOf({ authorisation, onObjection }: ContractTerms, locale: ConsoleLocale): string {
  const { examined, holds } = wordsFor(locale).mail.objection.leadsTo;
  return authorisation === "specific" || onObjection === "suspends" ? holds(null, null) : examined(null);
}

function sentencesOf(terms: ContractTerms, organisation: Organisation, locale: ConsoleLocale): string[] {
  const words = wordsFor(locale).screens.customers.sentences;
  const { noticePeriod, objectUntilEffect, emergency } = terms;
  const period = objectionPeriodOf(organisation, terms);
  return [
    words.notice(formatPeriod(noticePeriod ?? organisation.noticePeriod, locale), noticePeriod === null),
    objectUntilEffect
      ? words.objectBefore(Math.max(objectUntilEffect.daysBefore, 1))
      : words.object(formatPeriod(period, locale), terms.objectionPeriod === null),
    words.authorisation[terms.authorisation],
    // What takes an approval is held by an objection whatever the contract says of objecting.
    words.onObjection[terms.authorisation === "specific" ? "suspends" : terms.onObjection],
    typeof emergency === "string" ? words.emergency[emergency] : words.emergencyPeriod(formatPeriod(emergency, locale)),
  ];
}
