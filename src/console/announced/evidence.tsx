import type { AuditEntry, AuditHead } from "../../evidence/records.ts";
import type { SnapshotRef } from "../../model/change/register.ts";
import type { Response } from "../../model/people/response.ts";
import { KeyFacts } from "../../page/changes/change.tsx";
import type { Accepted as AcceptedThen } from "../../registry/proof/accepted.ts";
import type { ToldReader, ToldThen } from "../../registry/proof/recipients.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { sentenceOf } from "../answers/who.ts";
import { titleOfSet } from "../changes/list.tsx";
import { formatMoment } from "../kit/moment.ts";
import { Facts } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { type Column, Paging, Table } from "../kit/table.tsx";
import type { LogNames } from "../log/named.ts";
import { renderScreen } from "../shell.tsx";
import { Accepted } from "./accepted.tsx";
import { Approvals } from "./answered.tsx";
import { FieldByField } from "./differences.tsx";
import { causesBefore, type Done, whatWasDone, whoDid } from "./done.ts";
import { Who } from "./mails.tsx";
import { pathOf, type SetView, toldThen, wordsOf } from "./view.ts";

/** What each part of the evidence needs to know. */
export type EvidenceParts = Pick<
  SetView,
  "locale" | "lang" | "timeZone" | "organisation" | "set" | "today" | "register"
> & {
  snapshot: SnapshotRef | null;
  head: AuditHead | null;
  /** What customers were called when it was announced, by their own ids: at least those that it waits for. */
  called: ReadonlyMap<string, string>;
  /** What was accepted to announce it; null where nothing was. */
  accepted: AcceptedThen | null;
  /** How many people were told of each postponement. */
  toldOf: readonly ToldThen[];
};

type EvidenceView = SetView &
  EvidenceParts & {
    readers: readonly ToldReader[];
    q: string | undefined;
    cursor: string | undefined;
    next: string | null;
    answers: readonly Response[];
    moreAnswers: boolean;
    entries: readonly AuditEntry[];
    moreEntries: boolean;
    names: LogNames;
    now: Date;
  };

/** So many changes stand in full. */
const MOST_CHANGES = 20;

/** What was announced, to whom, what was answered and done, and how anybody can check it: to be read and printed. */
export function renderEvidence(view: EvidenceView): string {
  const { set, q, cursor, next } = view;
  const { evidence: words } = wordsFor(view.locale).screens;
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: words.title(set.number),
      lead: words.lead(view.organisation, formatMoment(view.now, view)),
      back: { path, label: titleOfSet(set, view) },
      buttons: view.may.includes("evidence") && (
        <a class="button quiet" href={`${path}/evidence.zip`} download="">
          {wordsOf(view).can.evidence.link}
        </a>
      ),
    },
    <>
      <What view={view} />
      <FieldByField view={view} changes={set.changes.slice(0, MOST_CHANGES)} />
      {set.changes.length > MOST_CHANGES && <p>{words.moreChanges(set.changes.length - MOST_CHANGES)}</p>}
      <section aria-labelledby="whom">
        <h2 id="whom">{words.whom}</h2>
        <Search view={view} path={`${path}/evidence`} label={words.search} q={q} />
        {view.readers.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <>
            <p class="hint">{wordsOf(view).mails.arrivedMeans}</p>
            <Table caption={words.readers} rows={view.readers} columns={readerColumns(view)} />
          </>
        )}
        <Paging view={view} path={`${path}/evidence`} filters={{ q }} cursor={cursor} next={next} />
      </section>
      <section aria-labelledby="answered">
        <h2 id="answered">{words.answers}</h2>
        {view.answers.length === 0 && <p>{words.noAnswers}</p>}
        {view.answers.length > 0 && <p class="hint">{words.before}</p>}
        <Answered view={view} answers={view.answers} />
        {view.moreAnswers && <p class="hint">{words.moreAnswers}</p>}
      </section>
      <section aria-labelledby="done">
        <h2 id="done">{words.done}</h2>
        <Table
          caption={words.times(view.timeZone)}
          rows={causesBefore(view).map((entry) => ({ ...entry, ...saidOf(entry, view) }))}
          columns={entryColumns(view)}
        />
        {view.moreEntries && <p class="hint">{words.moreEntries}</p>}
      </section>
      <section aria-labelledby="check">
        <h2 id="check">{words.check}</h2>
        <Check view={view} />
      </section>
    </>,
  );
}

const moment = (at: Date | null, view: EvidenceParts) =>
  at === null || Number.isNaN(at.getTime()) ? "–" : formatMoment(at, view);

/** What was announced, from when on, and why. */
export const What = ({ view }: { view: EvidenceParts }) => (
  <section aria-labelledby="what">
    <h2 id="what">{wordsFor(view.locale).screens.evidence.what}</h2>
    <p dir="auto">
      <strong>{titleOfSet(view.set, view)}</strong>
    </p>
    <KeyFacts isOperator view={view.register} set={view.set} told={toldThen(view)} />
    <Accepted view={view} />
    <Approvals view={{ ...view, names: view.called }} />
  </section>
);

/** An entry of the log with who did what, in words. */
export type SaidEntry = AuditEntry & ReturnType<typeof saidOf>;
export const saidOf = (entry: AuditEntry, done: Done) => ({ by: whoDid(entry, done), what: whatWasDone(entry, done) });

export function entryColumns(view: EvidenceParts): Column<SaidEntry>[] {
  const { evidence: words } = wordsFor(view.locale).screens;
  return [
    { head: words.when, cell: ({ at }) => moment(new Date(at), view) },
    { head: words.who, cell: ({ by }) => <span dir="auto">{by}</span> },
    { head: words.did, cell: ({ what }) => <span dir="auto">{what}</span> },
    {
      head: words.entry,
      cell: ({ sequence, hash }) => (
        <>
          {sequence} · <code>{hash}</code>
        </>
      ),
    },
  ];
}

/** Each mail with its reader: for whom, when it was sent and when it arrived. */
export function readerColumns(view: EvidenceParts): Column<ToldReader>[] {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { mails } = wordsOf(view);
  return [
    { head: mails.trouble.who, cell: (reader) => <Who view={view} reader={reader} /> },
    { head: mails.columns.notice, cell: ({ kind }) => mails.notices[kind] },
    { head: words.sent, cell: ({ sentAt }) => moment(sentAt, view) },
    { head: words.arrived, cell: ({ arrivedAt }) => moment(arrivedAt, view) },
    {
      head: words.state,
      cell: ({ state, cause }) => (
        <>
          {mails.state[state]}
          {cause && !["accepted", "delivered"].includes(state) && (
            <small class="hint" dir="auto">
              {" "}
              {mails.causes[cause] ?? cause}
            </small>
          )}
        </>
      ),
    },
  ];
}

/** When an answer came, and when it was written here where that is another day: by letter, or edited since. */
function cameOn({ answeredAt, editedAt, receivedOn, channel }: Response, view: EvidenceParts): string {
  const { answers, screens } = wordsFor(view.locale);
  const { evidence: words } = screens;
  const written = moment(answeredAt, view);
  const came =
    receivedOn && channel
      ? words.came(formatDate(receivedOn, view.locale), answers.channels[channel], written)
      : written;
  return editedAt ? words.edited(came, moment(editedAt, view)) : came;
}

/** Each answer with its words, when it came, and what was decided in which words. */
export function Answered({ view, answers }: { view: EvidenceParts; answers: readonly Response[] }) {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { answers: given, screens } = wordsFor(view.locale);
  const { superseded } = given;
  const { outcomes } = screens.answers;
  return (
    <>
      {answers.map((answer) => (
        <div class="answered">
          <p>
            <strong dir="auto">{sentenceOf(answer, view)}</strong>, {cameOn(answer, view)}
          </p>
          {answer.text && <blockquote dir="auto">{answer.text}</blockquote>}
          {answer.superseded && (
            <p>
              {superseded[answer.superseded.kind === "objected" ? "objected" : "other"](
                formatDate(answer.superseded.on, view.locale),
              )}
            </p>
          )}
          {answer.outcome && <p>{words.decided(outcomes[answer.outcome].title, moment(answer.resolvedAt, view))}</p>}
          {answer.outcomeNote && <blockquote dir="auto">{answer.outcomeNote}</blockquote>}
        </div>
      ))}
    </>
  );
}

/** The hashes that hold it together, and how somebody else checks them. */
export function Check({ view }: { view: EvidenceParts }) {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { snapshot, head, set } = view;
  return (
    <>
      <p>{words.how}</p>
      <ol class="steps">
        {words.steps(`change-set-${set.number}-evidence.zip`).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Facts
        facts={[
          ...(snapshot ? [[words.snapshot(snapshot.number), <code>{snapshot.hash}</code>] as const] : []),
          ...(head ? [[words.head(head.sequence), <code>{head.hash}</code>] as const] : []),
        ]}
      />
      <p class="hint">{words.witness}</p>
    </>
  );
}
