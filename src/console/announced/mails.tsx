import type { DeliveryState } from "../../model/people/delivery.ts";
import { ABOUT_RESPONSES } from "../../model/people/notice.ts";
import { dateIn } from "../../model/values/dates.ts";
import { Day } from "../../page/parts/when.tsx";
import { href } from "../../page/shell/view.ts";
import type { Progress, TroubledMail } from "../../registry/changes/announced/progress.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { toldPath } from "../customers/paths.ts";
import { ToldTable } from "../customers/told.tsx";
import { Badge, Live, type Tone } from "../kit/parts.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { CONSOLE_PAGES, type ConsoleView } from "../shell.tsx";
import { renderSet } from "./frame.tsx";
import { type Mails, type Overview, PARTS, pathOf, wordsOf } from "./view.ts";

const TONES = {
  pending: "waiting",
  accepted: "good",
  delivered: "good",
  uncertain: "waiting",
  skipped: "plain",
  suppressed: "bad",
  failed: "bad",
  bounced: "bad",
  complained: "bad",
} as const satisfies Record<DeliveryState, Tone>;

/** How far each mail of a set has come, and what missed its readers. */
export function Progressed({ view }: { view: Mails | Overview }) {
  const { progress, missed } = view;
  const { mails: words } = wordsOf(view);
  if (progress.length === 0) return <p>{words.none}</p>;
  const isUnderWay = progress.some(({ states }) => (states.pending ?? 0) > 0);
  return (
    <>
      <Live view={view} path={`${pathOf(view)}${PARTS[view.part]}`} name="progress" isUnderWay={isUnderWay}>
        <Table
          caption={words.caption}
          rows={progress}
          columns={[
            { head: words.columns.notice, cell: ({ kind }) => words.notices[kind] },
            { head: words.columns.since, cell: ({ at }) => <DayOf at={at} view={view} /> },
            { head: words.columns.states, cell: ({ states }) => <States view={view} states={states} /> },
          ]}
        />
        {missed > 0 && <p>{words.missed(missed)}</p>}
        <p class="hint">{words.arrivedMeans}</p>
      </Live>
      <p>
        <a class="onward" href={href(view, CONSOLE_PAGES.delivery)}>
          {words.onward}
        </a>
      </p>
    </>
  );
}

function States({ view, states }: { view: ConsoleView; states: Progress["states"] }) {
  const { mails } = wordsOf(view);
  return (
    <span class="badges">
      {(Object.entries(states) as [DeliveryState, number][]).map(([state, n]) => (
        <Badge tone={TONES[state]}>{mails.states[state](n)}</Badge>
      ))}
    </span>
  );
}

const DayOf = ({ at, view }: { at: Date; view: ConsoleView }) => (
  <Day on={dateIn(view.timeZone, at)} locale={view.locale} />
);

/** Who was told of a set, and who was not reached and why. */
export function renderMails(view: Mails): string {
  const { troubled, customers, cursor, next } = view;
  const { mails: words } = wordsOf(view);
  const { told } = wordsFor(view.locale).screens;
  return renderSet(
    view,
    <>
      <section aria-labelledby="progress">
        <h2 id="progress">{words.title}</h2>
        <Progressed view={view} />
      </section>
      {customers.data.length > 0 && (
        <section aria-labelledby="customers">
          <h2 id="customers">{wordsOf(view).tabs.mails}</h2>
          <ToldTable view={view} customers={customers.data} />
          <p>
            <a class="onward" href={href(view, toldPath(view.set.number))}>
              {told.whole}
            </a>
          </p>
        </section>
      )}
      {view.progress.length > 0 && (
        <section aria-labelledby="troubled">
          <h2 id="troubled">{words.troubled}</h2>
          {troubled.length === 0 ? (
            <p>{words.allReached}</p>
          ) : (
            <Table
              caption={words.newestFirst}
              rows={troubled}
              columns={[
                { head: words.trouble.who, cell: (mail) => <Who view={view} reader={mail} /> },
                {
                  head: words.trouble.state,
                  cell: ({ state, kind }) => (
                    <>
                      <Badge tone={TONES[state]}>{words.state[state]}</Badge> {words.notices[kind]}
                    </>
                  ),
                },
                {
                  head: words.trouble.why,
                  cell: ({ cause }) => <span dir="auto">{cause && (words.causes[cause] ?? cause)}</span>,
                },
                { head: words.trouble.when, cell: ({ stateAt }) => <DayOf at={stateAt} view={view} /> },
              ]}
            />
          )}
          <Paging view={view} path={`${pathOf(view)}/told`} cursor={cursor} next={next} />
        </section>
      )}
    </>,
  );
}

type WhoProps = { view: Pick<ConsoleView, "locale">; reader: Pick<TroubledMail, "email" | "customers" | "kind"> };

/** The reader of a mail: the address, and for which customers it was. What tells somebody of their own answer is for none. */
export function Who({ view, reader: { email, customers, kind } }: WhoProps) {
  const { mails: words } = wordsOf(view);
  const isOfOwnAnswer = customers === null && ABOUT_RESPONSES.includes(kind);
  return (
    <>
      <span dir="auto">{email ?? words.erased}</span>
      {!isOfOwnAnswer && (
        <>
          <br />
          <small class="hint" dir="auto">
            {customers === null ? words.follower : formatList(customers, view.locale)}
          </small>
        </>
      )}
    </>
  );
}
