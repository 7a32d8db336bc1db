import { effectOf, effectsOf } from "../../model/change/effect.ts";
import { isLate } from "../../model/people/response.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { KeyFacts } from "../../page/changes/change.tsx";
import { Difference } from "../../page/changes/difference.tsx";
import { whenOf } from "../../page/changes/in-effect.tsx";
import { gist } from "../../page/changes/summary.ts";
import { namesOf } from "../../page/describe/names.ts";
import { Day } from "../../page/parts/when.tsx";
import { href } from "../../page/shell/view.ts";
import { capitalised, formatDate, formatDeadline, formatList, wordsFor } from "../../words/index.ts";
import { toldPath } from "../customers/paths.ts";
import { Badge } from "../kit/parts.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { CONSOLE_PAGES } from "../shell.tsx";
import { Acts, renderSet } from "./frame.tsx";
import { Progressed } from "./mails.tsx";
import { type Differences, type Overview, pathOf, wordsOf } from "./view.ts";

/** A set that was announced: what has become of it, what comes next, and what can be done about it. */
export function renderOverview(view: Overview): string {
  const words = wordsOf(view);
  return renderSet(
    view,
    <>
      <section aria-labelledby="next">
        <h2 id="next">{words.next.title}</h2>
        <Next view={view} />
      </section>
      <Acts view={view} />
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <KeyFacts view={view.register} set={view.set} />
      </section>
      <Approvals view={view} />
      <Answers view={view} />
      <section aria-labelledby="mails">
        <h2 id="mails">{words.mails.title}</h2>
        <Progressed view={view} />
      </section>
      <section aria-labelledby="concern">
        <h2 id="concern">{words.concern.title}</h2>
        <Concern view={view} />
      </section>
    </>,
  );
}

type Coming = { on: IsoDate; day: string; text: string };

/** What is still to happen, by day. */
function comingOf(view: Overview): Coming[] {
  const { set, today, concerned, reminderDays, locale } = view;
  const { next } = wordsOf(view);
  const day = (on: IsoDate) => formatDate(on, locale);
  const effects = effectsOf(set.changes, today).flatMap(({ as, on, of }): Coming[] => {
    if (as === "since") return [];
    const text = { from: next.effect, earliest: next.earliest, heldUp: next.heldUp }[as];
    return [{ on, day: day(on), text: text(namesOf(of, locale)) }];
  });
  const waiting = concerned.lastDays.filter(({ on }) => on >= today);
  const lastDays = waiting.map(({ on, timeZone, customers }) => ({
    on,
    day: formatDeadline(on, locale, timeZone ?? view.timeZone),
    text: next.lastDay(customers),
  }));
  const reminders =
    reminderDays === 0
      ? []
      : waiting.flatMap(({ on, customers, reminded }): Coming[] => {
          const at = addDays(on, -reminderDays);
          return at <= today || reminded >= customers ? [] : [{ on: at, day: day(at), text: next.reminder(customers) }];
        });
  const { lastDayToObjectOn: own } = set;
  const isTold = own !== null && own >= today && !waiting.some(({ on }) => on === own);
  const ownDay = isTold
    ? [{ on: own, day: formatDeadline(own, locale, view.timeZone), text: next.followersLastDay }]
    : [];
  return [...effects, ...lastDays, ...reminders, ...ownDay].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function Next({ view }: { view: Overview }) {
  const { set, answers } = view;
  const { next, reminded } = wordsOf(view);
  const isWithdrawn = set.state === "withdrawn";
  const coming = isWithdrawn ? [] : comingOf(view);
  const told = view.concerned.lastDays.reduce((sum, each) => sum + each.reminded, 0);
  const isOpen = answers.open > 0 && !isWithdrawn;
  return (
    <>
      {coming.length > 0 && (
        <dl class="coming-days">
          {coming.map(({ on, day, text }) => (
            <div>
              <dt>
                <time datetime={on}>{day}</time>
              </dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {isOpen && <p>{next.open(answers.open)}</p>}
      {coming.length === 0 && !isOpen && <p>{isWithdrawn ? next.withdrawn : next.nothing}</p>}
      {told > 0 && <p class="hint">{reminded(told)}</p>}
    </>
  );
}

/** So many customers are named; of more, how many there are. */
const MOST_NAMED = 50;

function Approvals({ view }: { view: Overview }) {
  const { approvals, state } = view.set;
  if (!approvals || state === "withdrawn") return null;
  const { approvals: words } = wordsOf(view);
  const { required, missing, former, objecting, releasedOn, releasedReason } = approvals;
  const called = (ids: readonly string[]) =>
    formatList(
      [
        ...ids.slice(0, MOST_NAMED).map((id) => view.names.get(id) ?? id),
        ...(ids.length > MOST_NAMED ? [words.more(ids.length - MOST_NAMED)] : []),
      ],
      view.locale,
    );
  const lists = [
    [missing, words.missing],
    [objecting, words.objecting],
    [former, words.former],
  ] as const;
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{words.title}</h2>
      {required.length > 0 && <p>{words.given(required.length - missing.length - former.length, required.length)}</p>}
      {lists.map(
        ([ids, said]) =>
          ids.length > 0 && (
            <p>
              {said(ids.length)} <strong dir="auto">{called(ids)}</strong>
            </p>
          ),
      )}
      {releasedOn && releasedReason && (
        <p>
          {words.waived(formatDate(releasedOn, view.locale))} <span dir="auto">{releasedReason}</span>
        </p>
      )}
    </section>
  );
}

function Answers({ view }: { view: Overview }) {
  const { answers, open, locale, set } = view;
  const { answers: words } = wordsOf(view);
  const kinds = (["objected", "asked", "approved", "acknowledged"] as const).flatMap((kind) => {
    const n = answers.kinds[kind];
    return n ? [words.kinds[kind](n)] : [];
  });
  if (set.baseline && kinds.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.title}</h2>
      <p>
        {kinds.length === 0 ? words.none : `${capitalised(formatList(kinds, locale))}.`}
        {answers.open > 0 && ` ${words.open(answers.open)}.`}
      </p>
      {open.length > 0 && (
        <Table
          caption={words.caption}
          rows={open}
          columns={[
            {
              head: words.columns.who,
              cell: (answer) => (
                <a href={href(view, `/console/answers/${answer.id}`)} dir="auto">
                  {answer.customerName ?? answer.onBehalfOf ?? answer.email ?? words.somebody}
                </a>
              ),
            },
            {
              head: words.columns.what,
              cell: (answer) => (
                <>
                  <Badge tone={answer.kind === "objected" ? "bad" : "waiting"}>
                    {answer.kind === "objected" ? words.objected : words.asked}
                  </Badge>{" "}
                  {isLate(answer) && <Badge>{words.late}</Badge>} <span dir="auto">{excerpt(answer.text)}</span>
                </>
              ),
            },
            {
              head: words.columns.until,
              cell: ({ lastDayToObjectOn: on, timeZone }) =>
                on && formatDeadline(on, locale, timeZone ?? view.timeZone),
            },
          ]}
        />
      )}
      {kinds.length > 0 && (
        <p>
          <a class="onward" href={href(view, CONSOLE_PAGES.answers)}>
            {words.onward}
          </a>
        </p>
      )}
    </section>
  );
}

const LONGEST = 160;
const excerpt = (text: string | null) => (text && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function Concern({ view }: { view: Overview }) {
  const { set, concerned, locale, register } = view;
  const { concern, changes: words } = wordsOf(view);
  const { terms } = wordsFor(locale);
  const { organisation } = register.register;
  return (
    <>
      <p>
        {concern.customers(concerned.customers)}
        {concerned.unreachable > 0 && ` ${concern.unreachable(concerned.unreachable)}`}
        {set.exempted.length > 0 && ` ${concern.exempted(set.exempted.length)}`}
      </p>
      {concerned.customers > 0 && (
        <p>
          <a class="onward" href={href(view, toldPath(set.number))}>
            {concern.each}
          </a>
        </p>
      )}
      <Table
        caption={words.caption}
        rows={set.changes}
        columns={[
          {
            head: words.what,
            cell: (change) => (
              <>
                <a
                  href={`${href(view, `${pathOf(view)}/differences`, { from: pageWith(change.vendor, view) })}#${change.vendor}`}
                  dir="auto"
                >
                  {change.name}
                </a>{" "}
                <span class={`tag ${change.kind}`}>{terms.kinds[change.kind]}</span>
                <br />
                <small class="hint" dir="auto">
                  {gist(change, locale, organisation).slice(0, 2).join(" · ")}
                </small>
              </>
            ),
          },
          { head: words.when, cell: (change) => whenSaid(change, view) },
          {
            head: words.whom,
            cell: ({ vendor }) => concern.ofChange(concerned.ofChanges.get(vendor) ?? concerned.customers),
          },
        ]}
      />
    </>
  );
}

/** From when a change applies, or would have. */
function whenSaid(change: Overview["set"]["changes"][number], { set, today, locale }: Overview) {
  const effect = effectOf(change, today);
  if (effect === null || set.state === "withdrawn")
    return change.effectiveOn && <Day on={change.effectiveOn} locale={locale} />;
  const [before, after] = wordsFor(locale).changes.when[effect.as];
  return capitalised(`${before}${formatDate(effect.on, locale)}${after}`);
}

/** So many changes stand on a page, field by field. */
const ON_A_PAGE = 20;

/** From which change on the page begins that has a vendor's. */
function pageWith(vendor: string, { set }: Overview): string | undefined {
  const index = set.changes.findIndex((change) => change.vendor === vendor);
  const from = Math.floor(index / ON_A_PAGE) * ON_A_PAGE;
  return from > 0 ? String(from) : undefined;
}

/** What a set changes, field by field. */
export function renderDifferences(view: Differences): string {
  const { set, from, register } = view;
  const shown = set.changes.slice(from, from + ON_A_PAGE);
  const more = from + ON_A_PAGE < set.changes.length ? String(from + ON_A_PAGE) : null;
  return renderSet(
    view,
    <>
      {shown.map((change) => (
        <Difference
          view={register}
          change={change}
          on={change.effectiveOn ?? view.today}
          when={whenOf(change, set, register)}
          isCorrection={set.rectification !== null}
        />
      ))}
      <Paging
        view={view}
        path={`${pathOf(view)}/differences`}
        cursor={from > 0 ? String(from) : undefined}
        next={more}
      />
    </>,
  );
}
