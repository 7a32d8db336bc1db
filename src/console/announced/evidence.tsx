import type { AuditEntry, AuditHead } from "../../evidence/records.ts";
import type { SnapshotRef } from "../../model/change/register.ts";
import type { Response } from "../../model/people/response.ts";
import { KeyFacts } from "../../page/changes/change.tsx";
import type { ToldReader } from "../../registry/proof/recipients.ts";
import { wordsFor } from "../../words/index.ts";
import { sentenceOf } from "../answers/who.ts";
import { titleOfSet } from "../changes/list.tsx";
import { formatMoment } from "../kit/moment.ts";
import { Facts } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { Paging, Table } from "../kit/table.tsx";
import type { LogNames } from "../log/named.ts";
import { renderScreen } from "../shell.tsx";
import { FieldByField } from "./differences.tsx";
import { whatWasDone, whoDid } from "./done.ts";
import { Who } from "./mails.tsx";
import { pathOf, type SetView, wordsOf } from "./view.ts";

export type EvidenceView = SetView & {
  readers: readonly ToldReader[];
  q: string | undefined;
  cursor: string | undefined;
  next: string | null;
  answers: readonly Response[];
  moreAnswers: boolean;
  entries: readonly AuditEntry[];
  moreEntries: boolean;
  names: LogNames;
  snapshot: SnapshotRef | null;
  head: AuditHead | null;
  now: Date;
};

/** So many changes stand in full. */
const MOST_CHANGES = 20;

/** What was announced, to whom, what was answered and done, and how anybody can check it: to be read and printed. */
export function renderEvidence(view: EvidenceView): string {
  const { set, register, q, cursor, next } = view;
  const { evidence: words } = wordsFor(view.locale).screens;
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: words.title(set.number),
      lead: words.lead(view.organisation, formatMoment(view.now, view)),
      back: { path, label: titleOfSet(set, view) },
      buttons: (
        <a class="button quiet" href={`${path}/evidence.zip`} download="">
          {wordsOf(view).can.evidence.link}
        </a>
      ),
    },
    <>
      <section aria-labelledby="what">
        <h2 id="what">{words.what}</h2>
        <p dir="auto">
          <strong>{titleOfSet(set, view)}</strong>
        </p>
        <KeyFacts view={register} set={set} />
      </section>
      <FieldByField view={view} changes={set.changes.slice(0, MOST_CHANGES)} />
      {set.changes.length > MOST_CHANGES && <p>{words.moreChanges(set.changes.length - MOST_CHANGES)}</p>}
      <section aria-labelledby="whom">
        <h2 id="whom">{words.whom}</h2>
        <Search view={view} path={`${path}/evidence`} label={words.search} q={q} />
        <Readers view={view} />
        <Paging view={view} path={`${path}/evidence`} filters={{ q }} cursor={cursor} next={next} />
      </section>
      <section aria-labelledby="answered">
        <h2 id="answered">{words.answers}</h2>
        <Answered view={view} />
      </section>
      <section aria-labelledby="done">
        <h2 id="done">{words.done}</h2>
        <Table
          caption={words.times(view.timeZone)}
          rows={view.entries}
          columns={[
            { head: words.when, cell: ({ at }) => moment(new Date(at), view) },
            {
              head: words.who,
              cell: (entry) => <span dir="auto">{whoDid(entry, view)}</span>,
            },
            { head: words.did, cell: (entry) => <span dir="auto">{whatWasDone(entry, view)}</span> },
            { head: words.entry, cell: ({ sequence, hash }) => <Hash text={hash} before={`${sequence} · `} /> },
          ]}
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

const moment = (at: Date | null, view: EvidenceView) =>
  at === null || Number.isNaN(at.getTime()) ? "–" : formatMoment(at, view);

const Hash = ({ text, before = "" }: { text: string; before?: string }) => (
  <>
    {before}
    <code>{text}</code>
  </>
);

/** Each mail with its reader: for whom, when it was sent and when it arrived. */
function Readers({ view }: { view: EvidenceView }) {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { mails } = wordsOf(view);
  if (view.readers.length === 0) return <p>{words.nobody}</p>;
  return (
    <Table
      caption={words.readers}
      rows={view.readers}
      columns={[
        {
          head: mails.trouble.who,
          cell: (reader) => <Who view={view} reader={reader} />,
        },
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
      ]}
    />
  );
}

/** Each answer with its words, when it came, and what was decided in which words. */
function Answered({ view }: { view: EvidenceView }) {
  const { evidence: words } = wordsFor(view.locale).screens;
  const { outcomes } = wordsFor(view.locale).answers;
  if (view.answers.length === 0) return <p>{words.noAnswers}</p>;
  return (
    <>
      {view.answers.map((answer) => (
        <div class="answered">
          <p>
            <strong dir="auto">{sentenceOf(answer, view)}</strong>, {moment(answer.answeredAt, view)}
          </p>
          {answer.text && <blockquote dir="auto">{answer.text}</blockquote>}
          {answer.outcome && <p>{words.decided(outcomes[answer.outcome], moment(answer.resolvedAt, view))}</p>}
          {answer.outcomeNote && <blockquote dir="auto">{answer.outcomeNote}</blockquote>}
        </div>
      ))}
      {view.moreAnswers && <p class="hint">{words.moreAnswers}</p>}
    </>
  );
}

/** The hashes that hold it together, and how somebody else checks them. */
function Check({ view }: { view: EvidenceView }) {
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
