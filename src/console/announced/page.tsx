import { effectOf, effectsOf } from "../../model/change/effect.ts";
import { OPEN_KINDS } from "../../model/people/response.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { KeyFacts } from "../../page/changes/change.tsx";
import { gist } from "../../page/changes/summary.ts";
import { listSome, namesOf } from "../../page/describe/names.ts";
import { Day } from "../../page/parts/when.tsx";
import { href } from "../../page/shell/view.ts";
import { capitalised, formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { toldPath } from "../customers/paths.ts";
import { Table } from "../kit/table.tsx";
import { Accepted } from "./accepted.tsx";
import { Answers, Approvals } from "./answered.tsx";
import { pageWith } from "./differences.tsx";
import { Acts, renderSet } from "./frame.tsx";
import { Progressed } from "./mails.tsx";
import { type Overview, pathOf, toldThen, wordsOf } from "./view.ts";

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
        <h2 id="facts">{view.set.baseline ? words.firstList.facts : words.facts}</h2>
        <KeyFacts isOperator view={view.register} set={view.set} told={toldThen(view)} />
      </section>
      <Accepted view={view} />
      <Approvals view={view} />
      <Answers view={view} />
      <section aria-labelledby="mails">
        <h2 id="mails">{words.mails.title}</h2>
        <Progressed view={view} />
      </section>
      <section aria-labelledby="concern">
        <h2 id="concern">{view.set.baseline ? words.firstList.title : words.concern.title}</h2>
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
  const called = ({ names, total }: { names: readonly string[]; total: number }) =>
    listSome(names, locale, { all: total });
  const day = (on: IsoDate) => formatDate(on, locale);
  const effects = effectsOf(set.changes, today).flatMap(({ as, on, of }): Coming[] => {
    if (as === "since") return [];
    const names = namesOf(of, locale);
    const text = as === "from" ? next.effect(names) : next[as](names, awaitedBy(view));
    return [{ on, day: day(on), text }];
  });
  const waiting = concerned.lastDays.filter(({ on }) => on >= today);
  const lastDays = waiting.map(({ on, timeZone, concerned, answered }) => ({
    on,
    day: formatDeadline(on, locale, timeZone ?? view.timeZone),
    text: [next.lastDay(called(concerned)), ...saidAlready(answered, view)].join(" "),
  }));
  const reminders =
    reminderDays === 0
      ? []
      : waiting.flatMap(({ on, toRemind }): Coming[] => {
          const at = addDays(on, -reminderDays);
          return at <= today || toRemind.total === 0
            ? []
            : [{ on: at, day: day(at), text: next.reminder(called(toRemind), toRemind.total) }];
        });
  const { lastDayToObjectOn: own } = set;
  const isTold = own !== null && own >= today && !waiting.some(({ on }) => on === own);
  const ownDay = isTold
    ? [{ on: own, day: formatDeadline(own, locale, view.timeZone), text: next.followersLastDay }]
    : [];
  return [...effects, ...lastDays, ...reminders, ...ownDay].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** What some of those have answered whose last day is to come, and what was decided of it. */
function saidAlready({ total, some }: Overview["concerned"]["lastDays"][number]["answered"], view: Overview): string[] {
  if (total === 0) return [];
  const { next } = wordsOf(view);
  const { outcomes } = wordsFor(view.locale).screens.answers;
  const date = (on: IsoDate) => formatDate(on, view.locale);
  const each = some.map(({ name, kind, on, outcome, decidedOn }) => {
    const said = next.answered[kind](name, date(on));
    if (outcome === "answered" && decidedOn) return next.replied(said, date(decidedOn));
    if (outcome && decidedOn) return next.decided(said, date(decidedOn), outcomes[outcome].title);
    return OPEN_KINDS.includes(kind) ? next.undecided(said) : said;
  });
  return [next.alreadyAnswered(each, total - some.length)];
}

/** What a change waits for of customers, a few of them by name. */
function awaitedBy({ set: { approvals }, names, locale }: Overview): string {
  const called = (ids: readonly string[] = []) =>
    listSome(
      ids.map((id) => names.get(id) ?? id),
      locale,
      { most: 3 },
    );
  return wordsFor(locale).screens.announced.next.awaited(called(approvals?.missing), called(approvals?.objecting));
}

function Next({ view }: { view: Overview }) {
  const { set, answers } = view;
  const { next, reminded } = wordsOf(view);
  const isWithdrawn = set.state === "withdrawn";
  const coming = isWithdrawn ? [] : comingOf(view);
  const told = view.concerned.lastDays.reduce((sum, each) => sum + each.reminded.total, 0);
  const isOpen = answers.open > 0 && !isWithdrawn;
  return (
    <>
      {coming.length > MOST_DAYS + 1 ? (
        <>
          <Days coming={coming.slice(0, MOST_DAYS)} />
          <details>
            <summary>{next.between(coming.length - MOST_DAYS - 1)}</summary>
            <Days coming={coming.slice(MOST_DAYS, -1)} />
          </details>
          <Days coming={coming.slice(-1)} />
        </>
      ) : (
        <Days coming={coming} />
      )}
      {isOpen && <p>{next.open(answers.open)}</p>}
      {coming.length === 0 && !isOpen && <p>{isWithdrawn ? next.withdrawn : next.nothing}</p>}
      {told > 0 && <p class="hint">{reminded(told)}</p>}
    </>
  );
}

/** As many days as are in sight before the last: by their contracts, customers may have many. */
const MOST_DAYS = 6;

const Days = ({ coming }: { coming: readonly Coming[] }) =>
  coming.length === 0 ? null : (
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
  );

/** So many changes stand in the overview. */
const MOST_CHANGES = 100;

function Concern({ view }: { view: Overview }) {
  const { set, concerned, locale, register } = view;
  const { concern, changes: words, firstList } = wordsOf(view);
  const { terms } = wordsFor(locale);
  const { organisation } = register.register;
  return (
    <>
      <p>
        {set.baseline ? firstList.noNotice : concern.customers(concerned.customers)}
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
        caption={set.baseline ? firstList.caption : words.caption}
        rows={set.changes.slice(0, MOST_CHANGES)}
        columns={[
          {
            head: set.baseline ? firstList.vendor : words.what,
            cell: (change) => (
              <>
                <a
                  href={`${href(view, `${pathOf(view)}/differences`, { from: pageWith(change.vendor, view) })}#${change.vendor}`}
                  dir="auto"
                >
                  {change.name}
                </a>{" "}
                {!set.baseline && <span class={`tag ${change.kind}`}>{terms.kinds[change.kind]}</span>}
                <br />
                <small class="hint" dir="auto">
                  {gist(change, locale, organisation).slice(0, 2).join(" · ")}
                </small>
              </>
            ),
          },
          { head: set.baseline ? firstList.since : words.when, cell: (change) => whenSaid(change, view) },
          ...(set.baseline
            ? []
            : [
                {
                  head: words.whom,
                  cell: ({ vendor }: { vendor: string }) =>
                    concern.ofChange(concerned.ofChanges.get(vendor) ?? concerned.customers),
                },
              ]),
        ]}
      />
      {set.changes.length > MOST_CHANGES && (
        <p>
          <a class="onward" href={href(view, `${pathOf(view)}/differences`)}>
            {words.all(set.changes.length)}
          </a>
        </p>
      )}
    </>
  );
}

/** From when a change applies, or would have. */
function whenSaid(change: Overview["set"]["changes"][number], { set, today, locale }: Overview) {
  const effect = effectOf(change, today);
  if (effect === null || set.state === "withdrawn" || set.baseline)
    return change.effectiveOn && <Day on={change.effectiveOn} locale={locale} />;
  return capitalised(wordsFor(locale).changes.when[effect.as](formatDate(effect.on, locale)));
}
