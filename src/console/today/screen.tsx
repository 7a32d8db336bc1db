import type { IsoDate } from "../../model/values/dates.ts";
import { href } from "../../page/shell/view.ts";
import type { ConsoleDictionary } from "../../words/dictionary.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { Badge, Empty } from "../kit/parts.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";

type Words = ConsoleDictionary["screens"]["today"];

/** Something that waits for a person, and the one button that helps. */
export type Waiting = {
  text: string;
  /** The day by which it is to be done; "now" where it cannot wait; null where it has no day. */
  until: IsoDate | "now" | null;
  /** What is to be done by then, where that is not plain. */
  due?: keyof Words["due"];
  button: keyof Words["buttons"];
  path: string;
};

/** A day on which something of a change happens. */
export type NextDate = {
  on: IsoDate;
  what: keyof Words["dates"];
  number: number;
  title: string;
  /** Whose day it is, where it is that of some customers. */
  names?: string;
};

/** What is done of what comes before the first publication, and where each of it is. */
export type Steps = Record<keyof Words["start"]["steps"], Step>;
type Step = {
  isDone: boolean;
  path: string;
  more?: string;
  /** Another way to the same. */
  also?: { path: string; title: string };
};

export type TodayView = ConsoleView & {
  today: IsoDate;
  waiting: readonly Waiting[];
  dates: readonly NextDate[];
  /** Null once something is published. */
  steps: Steps | null;
};

/** What waits for a person, by its day: first what cannot wait, last what has no day. */
export function renderToday(view: TodayView): string {
  const words = wordsFor(view.locale).screens.today;
  const { waiting, dates, steps } = view;
  return renderScreen(
    view,
    { page: "today", lead: words.lead },
    <>
      {steps && <Checklist view={view} steps={steps} />}
      {waiting.length > 0 ? <Waits view={view} /> : !steps && <Nothing view={view} />}
      {dates.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next">{words.next}</h2>
          <ul class="rows">
            {dates.map(({ on, what, number, title, names = "" }) => (
              <li>
                <span>
                  <strong>{formatDate(on, view.locale)}</strong>{" "}
                  <a href={href(view, `/console/changes/${number}`)}>{words.dates[what](number, names)}</a>
                  <small class="hint below" dir="auto">
                    {title}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

const keyOf = ({ until }: Waiting): string => (until === "now" ? "" : (until ?? "9999-12-31"));

function Waits({ view }: { view: TodayView }) {
  const { locale, today, waiting } = view;
  const words = wordsFor(locale).screens.today;
  const inOrder = [...waiting].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
  const dayOf = (until: IsoDate, due: keyof Words["due"]) =>
    until < today ? words.over(formatDate(until, locale)) : words.due[due](formatDate(until, locale));
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{words.waits}</h2>
      <ul class="rows">
        {inOrder.map(({ text, until, due = "until", button, path }, index) => (
          <li>
            <span id={`waits-${index}`}>
              <span dir="auto">{text}</span>
              {until !== null && (
                <>
                  {" "}
                  <Badge tone={until === "now" || until <= today ? "bad" : "waiting"}>
                    {until === "now" ? words.now : dayOf(until, due)}
                  </Badge>
                </>
              )}
            </span>
            <a class="button quiet" href={href(view, path)} aria-describedby={`waits-${index}`}>
              {words.buttons[button]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nothing({ view }: { view: TodayView }) {
  const { locale, dates } = view;
  const words = wordsFor(locale).screens.today;
  const [next] = dates;
  return (
    <Empty title={words.empty}>
      <p>{next ? words.emptyNext(formatDate(next.on, locale)) : words.emptyNothing}</p>
      <p>
        <a class="onward" href={href(view, "/console/changes")}>
          {words.toChanges}
        </a>
      </p>
    </Empty>
  );
}

function Checklist({ view, steps }: { view: TodayView; steps: Steps }) {
  const { start } = wordsFor(view.locale).screens.today;
  return (
    <section aria-labelledby="start">
      <h2 id="start">{start.title}</h2>
      <p>{start.lead}</p>
      <ol class="rows steps">
        {(Object.keys(start.steps) as (keyof Steps)[]).map((step) => {
          const { isDone, path, more, also } = steps[step];
          const { title, text } = start.steps[step];
          return (
            <li>
              <span>
                <a href={href(view, path)}>{title}</a> {isDone && <Badge tone="good">✓ {start.done}</Badge>}
                <small class="hint below">
                  {text}
                  {more}
                  {also && (
                    <>
                      {" "}
                      <a href={href(view, also.path)}>{also.title}</a>
                    </>
                  )}
                </small>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
