import type { Page } from "../../db/paging.ts";
import type { ChangeSetView, OperatorSet } from "../../model/change/register.ts";
import { dayGiven } from "../../model/people/response.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { listSome } from "../../page/describe/names.ts";
import { href } from "../../page/shell/view.ts";
import type { ToldCustomer, ToldState } from "../../registry/proof/told-customers.ts";
import { formatDate, formatDeadline, formatList, wordsFor } from "../../words/index.ts";
import { StateBadge, titleOfSet } from "../changes/list.tsx";
import { Badge, Empty, type Tone } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { WhomTabs } from "./list.tsx";
import { customerPath, toldIndex, toldPath } from "./paths.ts";

type SetsView = ConsoleView & { sets: Page<ChangeSetView>; cursor: string | undefined };

/** What was announced, each with the way to whom it was told. */
export function renderToldSets(view: SetsView): string {
  const { told: words } = wordsFor(view.locale).screens;
  const { data, next } = view.sets;
  return renderScreen(
    view,
    { page: "customers", title: words.tab, lead: words.lead },
    <>
      <WhomTabs view={view} current="told" />
      {data.length === 0 && view.cursor === undefined ? (
        <Empty title={words.nothing.title}>
          <p>{words.nothing.text}</p>
        </Empty>
      ) : (
        <Table
          caption={words.caption}
          rows={data}
          columns={[
            {
              head: words.change,
              cell: (set) => (
                <>
                  <a href={href(view, toldPath(set.number))} dir="auto">
                    {titleOfSet(set, view)}
                  </a>
                  <br />
                  <small class="hint">{wordsFor(view.locale).changes.number(set.number)}</small>{" "}
                  {set.state === "withdrawn" && <StateBadge view={view} of={set} />}
                </>
              ),
            },
            { head: words.announced, cell: ({ announcedAt }) => announcedAt && dayOf(announcedAt, view) },
            {
              head: words.effective,
              cell: (set) => {
                const on = set.effectiveOn && formatDate(set.effectiveOn, view.locale);
                return set.state === "withdrawn" ? on && words.wouldHave(on) : on;
              },
            },
          ]}
        />
      )}
      <Paging view={view} path={toldIndex} cursor={view.cursor} next={next} />
    </>,
  );
}

const dayOf = (at: Date, { timeZone, locale }: ConsoleView): string => formatDate(dateIn(timeZone, at), locale);

type ToldView = ConsoleView & {
  set: OperatorSet;
  customers: Page<ToldCustomer>;
  q: string | undefined;
  cursor: string | undefined;
};

/** Whom a change was told, and until when each may object: by customer, with how far the news has come and what it answered. */
export function renderTold(view: ToldView): string {
  const { set, customers, q, cursor } = view;
  const { told: words } = wordsFor(view.locale).screens;
  const path = toldPath(set.number);
  const isNobody = customers.data.length === 0 && !q && cursor === undefined;
  return renderScreen(
    view,
    {
      page: "customers",
      title: words.title(set.number),
      lead: (
        <>
          {titleOfSet(set, view)} {set.state === "withdrawn" && <StateBadge view={view} of={set} />}
        </>
      ),
      back: { path: toldIndex, label: words.tab },
      buttons: <a href={href(view, `/console/changes/${set.number}`)}>{words.toChange}</a>,
    },
    isNobody ? (
      <Empty title={words.nobody.title}>
        <p>{words.nobody.text}</p>
      </Empty>
    ) : (
      <>
        {set.awaitsApproval && set.state !== "withdrawn" && <p class="notice">{words.waits}</p>}
        <Search view={view} path={path} label={words.searchFor} q={q} />
        {customers.data.length === 0 ? (
          <p class="hint">{words.nothingFound}</p>
        ) : (
          <ToldTable view={view} customers={customers.data} />
        )}
        <Paging view={view} path={path} filters={{ q }} cursor={cursor} next={customers.next} />
      </>
    ),
  );
}

const TONES = {
  arrived: "good",
  sent: "good",
  owed: "waiting",
  uncertain: "waiting",
  missed: "bad",
  nobody: "bad",
} as const satisfies Record<ToldState, Tone>;

/** The customers whom a set was told, with until when each may object, how far the news has come and what it answered. */
export const ToldTable = ({ view, customers }: { view: ToldTableView; customers: readonly ToldCustomer[] }) => (
  <Table caption={wordsFor(view.locale).screens.told.customers} rows={customers} columns={columnsOf(view)} />
);

type ToldTableView = ConsoleView & { set: OperatorSet };

function columnsOf(view: ToldTableView) {
  const { told: words } = wordsFor(view.locale).screens;
  return [
    { head: words.customer, cell: (row: ToldCustomer) => <Who view={view} row={row} /> },
    {
      head: view.set.state === "withdrawn" ? words.untilWithdrawn : words.until,
      cell: (row: ToldCustomer) => <Until view={view} row={row} />,
    },
    {
      head: view.set.state === "withdrawn" ? words.earliestWithdrawn : words.earliest,
      cell: ({ earliestEffectiveOn: on, externalId }: ToldCustomer) =>
        on ? [formatDate(on, view.locale), ...heldBy(externalId, view)].join(", ") : words.notAwaited,
    },
    {
      head: words.state,
      cell: ({ told, people }: ToldCustomer) => (
        <>
          <Badge tone={TONES[told]}>{words.states[told]}</Badge>
          {people.length > 0 && (
            <small class="hint below" dir="auto">
              {" "}
              {listSome(people, view.locale)}
            </small>
          )}
        </>
      ),
    },
    { head: words.answer, cell: (row: ToldCustomer) => <Answers view={view} row={row} /> },
  ];
}

/** What of a customer its date waits for besides. */
function heldBy(customer: string, { set: { approvals, state }, locale }: ToldTableView): string[] {
  if (state === "withdrawn") return [];
  const { told: words } = wordsFor(locale).screens;
  if (approvals?.missing.includes(customer)) return [words.notBefore.approved];
  return approvals?.objecting.includes(customer) ? [words.notBefore.resolved] : [];
}

type Cell = { view: ToldTableView; row: ToldCustomer };

/** The customer; of a part of the set, which changes it is about; and since when, where that was later. */
function Who({ view, row: { externalId, name, isThere, vendors, since } }: Cell) {
  const { told: words } = wordsFor(view.locale).screens;
  const names = vendors?.map((slug) => nameOf(view.set, slug));
  return (
    <>
      {isThere ? (
        <a href={href(view, customerPath("edit", externalId))} dir="auto">
          {name}
        </a>
      ) : (
        <>
          <span dir="auto">{name}</span> <Badge>{words.removed}</Badge>
        </>
      )}
      {names && <small class="hint below"> {words.about(formatList(names, view.locale))}</small>}
      {since && <small class="hint below"> {words.since(dayOf(since, view))}</small>}
    </>
  );
}

const nameOf = ({ changes }: ChangeSetView, slug: string): string => {
  const change = changes.find(({ vendor }) => vendor === slug);
  return (change?.after ?? change?.before)?.name ?? slug;
};

function Until({ view, row: { lastDayToObjectOn: last, extendedFrom, timeZone } }: Cell) {
  const { told: words } = wordsFor(view.locale).screens;
  if (last === null) return words.noPeriod;
  const until = (on: IsoDate) => formatDeadline(on, view.locale, timeZone ?? view.timeZone);
  return (
    <>
      {until(last)}
      {extendedFrom && <small class="hint"> {words.before(formatDate(extendedFrom, view.locale))}</small>}
    </>
  );
}

/** The most answers that are named of a customer. */
const MOST_ANSWERS = 5;

function Answers({ view, row: { answers } }: Cell) {
  const { screens, answers: words } = wordsFor(view.locale);
  if (answers.length === 0) return screens.told.none;
  return (
    <ul class="differs">
      {answers.slice(0, MOST_ANSWERS).map(({ kind, late, waiting, outcome, superseded, ...given }) => (
        <li>
          {words.kinds[kind]}, {formatDate(dayGiven(given, view.timeZone), view.locale)}
          {late && kind !== "approved" && <Badge tone="waiting">{screens.told.late}</Badge>}
          {waiting && <Badge tone="waiting">{screens.told.waiting}</Badge>}
          {superseded && <Badge>{screens.told.superseded}</Badge>}
          {outcome && <Badge>{screens.told.resolved}</Badge>}
        </li>
      ))}
    </ul>
  );
}
