import { OPEN_KINDS, type Response } from "../../model/people/response.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { ByChange, type OfChange } from "../kit/of-change.tsx";
import { Empty, Tabs } from "../kit/parts.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { AnswerState } from "./state.tsx";
import { lastDay, sentenceOf } from "./who.ts";

const PATH = "/console/answers";

/** The lists of the screen, the first of which it opens with. */
export const ANSWER_LISTS = ["open", "questions", "approvals", "all"] as const;
export type AnswerList = (typeof ANSWER_LISTS)[number];

/** What the sets that are answered do, on a line each, and which of them are withdrawn. */
export type NamedSets = ReadonlyMap<number, { title: string; isWithdrawn: boolean }>;

/** A customer whose approval a set waits for. */
type Missing = { changeSet: number; customer: string; name: string; lastDayToObjectOn: IsoDate | null };

export type AnswersView = ConsoleView & {
  today: IsoDate;
  list: AnswerList;
  answers: readonly Response[];
  next: string | null;
  cursor?: string | undefined;
  sets: NamedSets;
  /** Approvals that are missing: some of them, or a page of all. */
  missing?: { some: readonly Missing[]; total: number; next: string | null; isAlone: boolean } | undefined;
  mayEnter: boolean;
  of: OfChange;
};

/** Answers by what they wait for. */
export function renderAnswers(view: AnswersView): string {
  const words = wordsFor(view.locale).screens.answers;
  const { list, missing } = view;
  return renderScreen(
    view,
    {
      page: "answers",
      lead: words.lead,
      buttons: view.mayEnter && (
        <a class="button" href={href(view, `${PATH}/new`)}>
          {words.enter[0]}
          <span class="where-wide">{words.enter[1]}</span>
        </a>
      ),
    },
    <>
      <Tabs
        view={view}
        label={words.tabsLabel}
        tabs={ANSWER_LISTS.map((each) => ({
          path: pathOf(each, view.of.chosen),
          label: words.tabs[each],
          current: each === list,
        }))}
      />
      <ByChange view={view} path={PATH} of={view.of} filters={{ show: showOf(list) }} />
      {missing && <MissingApprovals view={view} {...missing} />}
      {!missing?.isAlone && <Given view={view} heading={missing ? words.given : undefined} />}
    </>,
  );
}

const showOf = (list: AnswerList) => (list === "open" ? undefined : list);

function pathOf(list: AnswerList, change: number | null): string {
  const asked = Object.entries({ show: showOf(list), change: change?.toString() });
  const query = asked.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join("&");
  return query === "" ? PATH : `${PATH}?${query}`;
}

const changeOf = ({ of: { chosen } }: AnswersView) => chosen?.toString();

function Given({ view, heading }: { view: AnswersView; heading: string | undefined }) {
  const words = wordsFor(view.locale).screens.answers;
  const { list, answers, next, cursor, today } = view;
  const { title, text } = words.empty[list];
  return (
    <section aria-labelledby={heading && "given"}>
      {heading && <h2 id="given">{heading}</h2>}
      {answers.length === 0 ? (
        <Empty title={view.of.chosen === null ? title : words.noneOfChange(view.of.chosen)}>
          {view.of.chosen === null && <p>{text}</p>}
        </Empty>
      ) : (
        <Table
          caption={words.captions[list]}
          rows={answers}
          columns={[
            {
              head: words.columns.answer,
              cell: (answer) => (
                <a href={href(view, `${PATH}/${answer.id}`)} dir="auto">
                  {sentenceOf(answer, view)}
                </a>
              ),
            },
            { head: words.columns.change, cell: ({ changeSet }) => <ChangeLink view={view} number={changeSet} /> },
            {
              head: words.columns.until,
              cell: (answer) => (
                <LastDay view={view} of={answer} today={today} isWithdrawn={isWithdrawn(view, answer)} />
              ),
            },
            {
              head: words.columns.state,
              cell: (answer) => <AnswerState view={view} answer={answer} isWithdrawn={isWithdrawn(view, answer)} />,
            },
          ]}
        />
      )}
      <Paging
        view={view}
        path={PATH}
        filters={{ show: showOf(list), change: changeOf(view) }}
        cursor={cursor}
        next={next}
      />
    </section>
  );
}

const isWithdrawn = ({ sets }: AnswersView, { changeSet }: Response): boolean =>
  sets.get(changeSet)?.isWithdrawn ?? false;

function ChangeLink({ view, number }: { view: AnswersView; number: number }) {
  const { screens } = wordsFor(view.locale);
  const title = view.sets.get(number)?.title;
  return (
    <>
      <a href={href(view, `/console/changes/${number}`)}>{screens.answers.change(number)}</a>
      {title && (
        <small class="hint below" dir="auto">
          {title}
        </small>
      )}
    </>
  );
}

type LastDayProps = {
  view: ConsoleView;
  of: { lastDayToObjectOn: IsoDate | null; timeZone: string | null } & Partial<Pick<Response, "kind" | "outcome">>;
  today: IsoDate;
  isWithdrawn?: boolean;
};

/** A last day, with how much of it is left: of a set that is withdrawn nothing, and not of an answer that waits for nobody. */
export function LastDay({ view, of, today, isWithdrawn }: LastDayProps) {
  const { date, left } = lastDay(of, view, today);
  const { kind, outcome = null } = of;
  const isCounted = !isWithdrawn && outcome === null && (kind === undefined || OPEN_KINDS.includes(kind));
  return (
    <>
      {date}
      {left && isCounted && <small class="hint below">{left}</small>}
    </>
  );
}

type MissingProps = NonNullable<AnswersView["missing"]> & { view: AnswersView };

function MissingApprovals({ view, some, total, next, isAlone }: MissingProps) {
  const words = wordsFor(view.locale).screens.answers;
  const { missing, columns } = words;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{missing.title}</h2>
      {some.length === 0 ? (
        <p class="hint">{missing.none}</p>
      ) : (
        <Table
          caption={missing.caption}
          rows={some}
          columns={[
            { head: missing.customer, cell: ({ name }) => <span dir="auto">{name}</span> },
            { head: columns.change, cell: ({ changeSet }) => <ChangeLink view={view} number={changeSet} /> },
            {
              head: columns.until,
              cell: (each) => <LastDay view={view} of={{ ...each, timeZone: null }} today={view.today} />,
            },
            ...(view.mayEnter
              ? [
                  {
                    head: missing.next,
                    cell: ({ changeSet, customer, name }: Missing) => (
                      <a
                        href={href(view, `${PATH}/new`, { change: String(changeSet), customer, kind: "approved" })}
                        aria-label={missing.enterOf(name, changeSet)}
                      >
                        {missing.enter}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isAlone ? (
        <Paging
          view={view}
          path={PATH}
          filters={{ show: "missing", change: changeOf(view) }}
          cursor={view.cursor}
          next={next}
        />
      ) : (
        next !== null && (
          <p>
            <a class="onward" href={href(view, PATH, { show: "missing", change: changeOf(view) })}>
              {missing.all(total)}
            </a>
          </p>
        )
      )}
    </section>
  );
}
