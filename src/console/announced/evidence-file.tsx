import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { AuditEntry } from "../../evidence/records.ts";
import type { ConcernedCustomer } from "../../model/people/customer-document.ts";
import type { Response } from "../../model/people/response.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { Lines } from "../../page/parts/facts.tsx";
import { stylesheet } from "../../page/style/index.ts";
import type { ToldReader } from "../../registry/proof/recipients.ts";
import { formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import { longTable } from "../kit/table.tsx";
import type { LogNames } from "../log/named.ts";
import { consoleStyle } from "../style/index.ts";
import { FieldByField } from "./differences.tsx";
import { causesBefore } from "./done.ts";
import { Answered, Check, type EvidenceParts, entryColumns, readerColumns, saidOf, What } from "./evidence.tsx";
import { MailInWords, type PackedMail } from "./evidence-mails.tsx";
import { type OwnTerms, publisherThen, termsThen } from "./terms-then.ts";
import { wordsOf } from "./view.ts";

export type EvidenceFile = EvidenceParts & {
  publicUrl: string;
  /** Until when the records are shown: the time of the newest entry of the log. */
  until: Date;
  customers: readonly ConcernedCustomer[];
  ownTerms: OwnTerms;
  readers: AsyncIterable<readonly ToldReader[]>;
  mails: AsyncIterable<PackedMail>;
  answers: AsyncIterable<readonly Response[]>;
  /** First to last: entries of one time are on one page, with the answers that they are about. */
  entries: AsyncIterable<{ entries: readonly AuditEntry[]; answers: readonly Response[]; names: LogNames }>;
};

/** It runs nothing, and asks nobody for anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** So many changes, or customers, are made text at once. */
const AT_ONCE = 20;

/**
 * All of the evidence of a set as one page that needs no other file, piece by piece: for whoever opens a pack. It is
 * for reading alone: no record is judged by it.
 */
export async function* evidenceFile(view: EvidenceFile): AsyncGenerator<string> {
  const { locale, set, publicUrl } = view;
  const { evidence: words } = wordsFor(locale).screens;
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{words.title(set.number)}</title>
        <base href={`${publicUrl}/`} />
        <style>{raw(`${stylesheet}\n${consoleStyle}`)}</style>
      </head>
      <body>
        <main id="content" class="wrap console evidence-file">
          <h1>{words.title(set.number)}</h1>
          <p class="lead">{words.lead(view.organisation, formatMoment(view.until, view))}</p>
          <p class="notice">{words.file.reading}</p>
          <What view={view} />
        </main>
      </body>
    </html>
  );
  const [top = "", end] = `${page}`.split(END);
  yield `<!doctype html>\n${top}`;
  for (const changes of inPieces(set.changes)) yield `${<FieldByField view={view} changes={changes} />}`;
  yield* section(words.file.concerned, longTable({ ...customersTable(view), pages: each(inPieces(view.customers)) }));
  const readers = { caption: words.readers, columns: readerColumns(view), pages: view.readers, none: words.nobody };
  yield* section(words.whom, after(<p class="hint">{wordsOf(view).mails.arrivedMeans}</p>, longTable(readers)));
  yield* section(words.answers, answered(view));
  const caption = words.file.times(view.timeZone);
  const done = longTable({ caption, columns: entryColumns(view), pages: said(view), none: "–" });
  yield* section(words.done, after(<p class="hint">{words.file.leftOut}</p>, done));
  yield* section(words.file.mails.title, after(<p class="hint">{words.file.mails.hint}</p>, inWords(view)));
  yield `${(
    <section>
      <h2>{words.check}</h2>
      <Check view={view} />
    </section>
  )}`;
  yield `${END}${end}`;
}

/** Before this comes what is written piece by piece. In the texts of the page it would be escaped. */
const END = "</main>";

async function* section(heading: string, content: AsyncIterable<string>): AsyncGenerator<string> {
  yield `<section>${<h2>{heading}</h2>}`;
  yield* content;
  yield "</section>";
}

async function* after(first: Child, others: AsyncIterable<string>): AsyncGenerator<string> {
  yield `${first}`;
  yield* others;
}

/** What held of a customer when the set came to concern it; who published then is known by the version, or by the time. */
function termsOf(customer: ConcernedCustomer, { set, snapshot, ownTerms, locale }: EvidenceFile): string[] {
  const { since } = customer;
  const told = new Date(since ?? set.announcedAt ?? Number.NaN);
  const organisation = publisherThen(ownTerms, { since, announcedAs: snapshot?.number ?? null, told });
  return termsThen({ customer, organisation, told, isEmergency: set.emergency !== null, locale });
}

function customersTable(view: EvidenceFile) {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { file } = words;
  return {
    caption: file.customers,
    none: file.noCustomers,
    columns: [
      { head: file.customer, cell: ({ name }: ConcernedCustomer) => <span dir="auto">{name}</span> },
      {
        head: file.termsHead,
        cell: (customer: ConcernedCustomer) => <Lines of="plain terms" lines={termsOf(customer, view)} />,
      },
      {
        head: file.earliest,
        cell: ({ earliestEffectiveOn: on }: ConcernedCustomer) => (
          <span class="on-one-line">{on === null ? "–" : formatDate(on, view.locale)}</span>
        ),
      },
      {
        head: file.until,
        cell: ({ lastDayToObjectOn: first, extendedTo, timeZone }: ConcernedCustomer) => {
          if (first === null) return "–";
          const until = (on: IsoDate) => formatDeadline(on, view.locale, timeZone ?? view.timeZone);
          return extendedTo === null ? until(first) : file.extended(until(first), until(extendedTo));
        },
      },
      {
        head: file.since,
        cell: ({ since }: ConcernedCustomer) => (since ? formatMoment(new Date(since), view) : file.fromTheFirst),
      },
    ],
  };
}

async function* answered(view: EvidenceFile): AsyncGenerator<string> {
  const { evidence: words } = wordsFor(view.locale).screens;
  let isEmpty = true;
  for await (const answers of view.answers) {
    if (isEmpty && answers.length > 0) yield `${<p class="hint">{words.before}</p>}`;
    isEmpty &&= answers.length === 0;
    yield `${<Answered view={view} answers={answers} />}`;
  }
  if (isEmpty) yield `${<p>{words.noAnswers}</p>}`;
}

async function* inWords(view: EvidenceFile): AsyncGenerator<string> {
  for await (const mail of view.mails) yield `${<MailInWords view={view} mail={mail} />}`;
}

async function* said(view: EvidenceFile) {
  for await (const { entries, ...about } of view.entries) {
    const done = { locale: view.locale, entries: entries.toReversed(), ...about };
    yield causesBefore(done)
      .toReversed()
      .map((entry) => ({ ...entry, ...saidOf(entry, done) }));
  }
}

function* inPieces<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
