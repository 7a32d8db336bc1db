import type { AuditEntry } from "../../evidence/records.ts";
import { type Localized, type LoggedValue, readStored } from "../../model/actions.ts";
import { Locale } from "../../model/values/text.ts";
import type { ConsoleDictionary, Dictionary } from "../../words/dictionary.ts";
import { formatDate, formatLanguage, formatList, wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import { Facts } from "../kit/parts.tsx";
import type { ConsoleView } from "../shell.tsx";
import { type LogNames, sayActor } from "./named.ts";

type DetailsView = ConsoleView & { names: LogNames };
type Words = Dictionary & ConsoleDictionary;
type Told = keyof ConsoleDictionary["screens"]["logDetails"]["members"];

type Said<Member> = (value: NonNullable<LoggedValue<Member>>, view: DetailsView, words: Words) => string;

const asIs = (value: string): string => value;
const counted = (n: number): string => String(n);
/** By a word of a table; what has none, by itself. */
const called = (words: object, value: string): string => (words as Record<string, string | undefined>)[value] ?? value;
const day = (date: string, { locale }: DetailsView): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date, locale) : date;
const moment = (at: string, view: DetailsView): string =>
  Number.isNaN(Date.parse(at)) ? at : formatMoment(new Date(at), view);
const yes = (value: boolean, _: DetailsView, { screens }: Words): string =>
  value ? screens.logDetails.yes : screens.logDetails.no;
const list = (values: readonly string[], { locale }: DetailsView): string => formatList(values, locale);
const text = (value: Localized, { locale }: DetailsView): string =>
  typeof value === "string" ? value : (value[locale] ?? Object.values(value).find((each) => each !== undefined) ?? "");
const vendors = (slugs: readonly string[] | number, view: DetailsView): string =>
  typeof slugs === "number"
    ? counted(slugs)
    : list(
        slugs.map((slug) => view.names.get(`vendor:${slug}`)?.name ?? slug),
        view,
      );
const actor = (who: string, { names, locale }: DetailsView): string => sayActor(who, names, locale);
const role = (value: string, _: DetailsView, { consoleWords }: Words): string => called(consoleWords.roles, value);

/** How each member that the log holds is said. The rest are hashes and the like: they stand only in the record. */
const SAID: { [Member in Told]: Said<Member> } = {
  changeSet: counted,
  effectiveOn: day,
  lastDayToObjectOn: day,
  releasedOn: day,
  receivedOn: day,
  on: day,
  approvedAt: moment,
  told: counted,
  expiresAt: moment,
  since: moment,
  weight: (value, _, { terms }) => called(terms.weights, value),
  changes: vendors,
  waits: vendors,
  missing: list,
  conflicts: list,
  products: list,
  reason: text,
  emergency: ({ reason }, view) => text(reason, view),
  acceptedFindings: ({ reason, findings }, _, { screens }) => screens.logDetails.found(findings.length, reason),
  errors: ({ length }) => counted(length),
  findings: ({ length }) => counted(length),
  concerned: ({ customers }) => counted(customers),
  owed: ({ kind, deliveries }, _, { screens }) =>
    screens.logDetails.mails(called(screens.delivery.kinds, kind), deliveries),
  untilEffect: (values, view) => list([...new Set(values.map((each) => day(each.lastDayToObjectOn, view)))], view),
  authors: (values, view) =>
    list(
      values.map((who) => actor(who, view)),
      view,
    ),
  approvedBy: actor,
  edit: (value, view, { screens }) =>
    list(
      Object.keys(value).map((name) => called(screens.logDetails.edits, name)),
      view,
    ),
  changed: (value, view, { screens, consoleWords: { people } }) => {
    if (typeof value === "number") return counted(value);
    const fields = {
      ...screens.customers.fields,
      role: people.role,
      hearsOfAnswers: screens.logDetails.hearsOfAnswers,
    };
    return list(
      value.map((name) => called(fields, name)),
      view,
    );
  },
  kind: (value, _, { screens }) => called(screens.answers.entering.kinds, value),
  outcome: (value, _, { answers }) => called(answers.outcomes, value),
  channel: (value, _, { answers }) => called(answers.channels, value),
  late: yes,
  waiting: yes,
  reopened: yes,
  as: (value, _, { screens }) => called(screens.delivery.decide.options, value),
  format: (value, _, { screens }) => called(screens.imports.formats, value),
  method: (value, _, { screens }) => called(screens.logDetails.methods, value),
  locale: (value, { locale }) => (Locale.safeParse(value).success ? formatLanguage(value as Locale, locale) : value),
  role,
  scopes: (values, view, words) =>
    list(
      values.map((each) => role(each, view, words)),
      view,
    ),
  customers: counted,
  open: counted,
  mails: (value) => counted(typeof value === "number" ? value : value.length),
  deliveries: counted,
  responses: counted,
  added: counted,
  removed: counted,
  created: counted,
  updated: counted,
  unchanged: counted,
  contactsRemoved: counted,
  name: asIs,
  from: asIs,
  to: asIs,
};

/** What an entry says in words besides who, what and when; nothing of what the registry does not know. */
function factsOf({ action, data }: AuditEntry, view: DetailsView): [label: string, value: string][] {
  const words = wordsFor(view.locale);
  const { members } = words.screens.logDetails;
  const values = (readStored(action, data) ?? {}) as Partial<Record<Told, never>>;
  return (Object.keys(SAID) as Told[]).flatMap((member) => {
    const value = values[member];
    const said = value === undefined || value === null ? "" : SAID[member](value, view, words);
    return said === "" ? [] : [[members[member], said]];
  });
}

/** How much is shown of what is said, and of what is recorded: an import may name thousands. */
const MOST_SHOWN = 2000;

const shortened = (value: string): string => (value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value);

/** What only who asks for it sees: what was done more exactly and, for whoever checks it, the record as it is. */
export function Details({ view, entry }: { view: DetailsView; entry: AuditEntry }) {
  const { log: words } = wordsFor(view.locale).screens;
  const { sequence, hash, previousHash, data } = entry;
  const facts = factsOf(entry, view).map(
    ([label, value]) => [label, <span dir="auto">{shortened(value)}</span>] as const,
  );
  return (
    <details>
      <summary aria-label={words.moreOf(sequence)}>{words.more}</summary>
      {facts.length > 0 && <Facts facts={facts} />}
      <details>
        <summary>{words.data}</summary>
        <Facts
          facts={[
            [words.entry(sequence), <code>{entry.action}</code>],
            [words.hash, <code>{hash}</code>],
            ...(previousHash ? [[words.before, <code>{previousHash}</code>] as const] : []),
          ]}
        />
        <code dir="auto">{shortened(data)}</code>
      </details>
    </details>
  );
}
