import type { Organisation } from "../../model/organisation-document.ts";
import { type ContractTerms, TERMS, type Term } from "../../model/people/contract-terms.ts";
import type { CustomerState } from "../../model/people/customer-change.ts";
import { emailKey } from "../../model/values/email.ts";
import { type ConsoleLocale, localized } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import type { ImportPlan } from "../../registry/customers/import-customers.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { formatPeriod } from "../kit/period.tsx";

export type Entry = ImportPlan["entries"][number];

/** What differs of a customer: what it is called, what was, and what will be. */
export type Differs = { label: string; before: string; after: string };

/** The most of a text that a difference shows, and the most people it names. */
const MOST = { characters: 200, people: 5 };

const short = (text: string): string => (text.length > MOST.characters ? `${text.slice(0, MOST.characters)}…` : text);

/** What a file changes of a customer that is there, in words. */
export function differencesOf({ before, change }: Entry, organisation: Organisation, locale: ConsoleLocale): Differs[] {
  const { fields } = wordsFor(locale).screens.customers;
  const { customer, changed } = change;
  if (before === null) return [];
  const terms = TERMS.filter((term) => changed.includes(term)).map((term) => ({
    label: fields[term],
    before: termInWords(term, before, organisation, locale),
    after: termInWords(term, customer, organisation, locale),
  }));
  return [
    ...(changed.includes("name") ? [{ label: fields.name, before: before.name, after: customer.name }] : []),
    ...terms,
    ...(changed.includes("contacts") ? [peopleDiffer(before, change, locale)] : []),
  ];
}

function termInWords(term: Term, terms: ContractTerms, organisation: Organisation, locale: ConsoleLocale): string {
  const words = wordsFor(locale).screens.customers;
  const { noticePeriod, objectionPeriod, objectUntilEffect, holidays, emergency, remedies } = terms;
  const named = (field: "products" | "hostingRegions") =>
    formatList(
      terms[field].map((key) => organisation[field].find((each) => each.key === key)?.name ?? key),
      locale,
    ) || words.everything;
  const said: Record<Term, () => string | null> = {
    noticePeriod: () => noticePeriod && formatPeriod(noticePeriod, locale),
    objectionPeriod: () => objectionPeriod && formatPeriod(objectionPeriod, locale),
    objectUntilEffect: () => objectUntilEffect && words.short.objectBefore(Math.max(objectUntilEffect.daysBefore, 1)),
    timeZone: () => terms.timeZone?.replaceAll("_", " ").replaceAll("/", " / ") ?? null,
    holidays: () => holidays && words.days(holidays.length),
    authorisation: () => words.authorisations[terms.authorisation],
    onObjection: () => words.onObjections[terms.onObjection],
    emergency: () => (typeof emergency === "string" ? words.emergencies[emergency] : formatPeriod(emergency, locale)),
    remedies: () => remedies && short(localized(remedies, locale)),
    products: () => named("products"),
    hostingRegions: () => named("hostingRegions"),
  };
  return said[term]() ?? words.notSaid;
}

/** Who comes to a customer, goes, or is called otherwise. */
function peopleDiffer(before: CustomerState, { customer, contacts }: Entry["change"], locale: ConsoleLocale): Differs {
  const words = wordsFor(locale).screens.customers;
  const some = (people: readonly string[]) => listSome(people, locale, { most: MOST.people });
  const now = customer.contacts.filter(({ email }) => contacts.get(emailKey(email)) !== "unchanged");
  const gone = [...before.contacts.keys()].filter((key) => !contacts.has(key));
  return { label: words.fields.contacts, before: some(gone) || "–", after: some(now.map(({ email }) => email)) || "–" };
}
