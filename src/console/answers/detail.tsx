import type { Child } from "hono/jsx";
import type { Authorisation, ObjectUntilEffect, OnObjection } from "../../model/people/contract-terms.ts";
import { isInTime, OUTCOMES, type Response } from "../../model/people/response.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { Lines } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import type { AnswerMail } from "../../registry/answers/mailed.ts";
import { capitalised, formatDate, wordsFor } from "../../words/index.ts";
import { customerPath } from "../customers/paths.ts";
import { WhoElse } from "../kit/another-person.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Action, Facts } from "../kit/parts.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { Decide, type ReplyView } from "./decide.tsx";
import { History, type PastView } from "./history.tsx";
import { LastDay } from "./list.tsx";
import { Decided, Mailed } from "./mailed.tsx";
import { AnswerState } from "./state.tsx";
import { sentenceOf, whoOf } from "./who.ts";

export type AnswerView = ConsoleView & {
  today: IsoDate;
  response: Response;
  set: { title: string; isWithdrawn: boolean; isCorrection: boolean; isInForce: boolean };
  /** The customers that the set waits for, by name: for their approval, and for what becomes of their objection. */
  waitsFor: { approval: string; objection: string };
  /** The names of the vendors whose changes it holds, and of those that wait for the customer's approval besides. */
  holds: string;
  toApprove: string;
  /** What the customer's contract said when it was told; null of a follower. */
  terms: {
    authorisation: Authorisation;
    onObjection: OnObjection;
    objectUntilEffect: ObjectUntilEffect | null;
    /** How long it was told before and may object, in sentences; none where it was told for information, or that was not recorded. */
    agreed: readonly string[];
    /** With its language where that is another than the reader's. */
    remedies: { text: string; lang?: Locale } | null;
  } | null;
  /** What whoever gave it has answered to the set so far, newest first, with this. */
  past: readonly PastView[];
  /** Who decided on it, by name; null where nobody has, or the log does not say. */
  decidedBy: string | null;
  /** What whoever gave it was mailed of it last. */
  mails: readonly AnswerMail[];
  /** Other answers of the same customer to the same set. */
  others: readonly Response[];
  form: FormState;
  replies: readonly ReplyView[] | null;
  mayWrite: boolean;
  /** Where four eyes leave the decision to another person, who may decide, by name; else null. */
  deciders: readonly string[] | null;
};

/** An answer: what was said by whom, what it does, and what becomes of it. */
export function renderAnswer(view: AnswerView): string {
  const { screens, consoleWords } = wordsFor(view.locale);
  const words = screens.answers;
  const { response, set, form, replies } = view;
  const canDecide = OUTCOMES[response.kind].length > 0 && response.outcome === null && !set.isWithdrawn;
  return renderScreen(
    view,
    {
      page: "answers",
      title: sentenceOf(response, view),
      back: { path: "/console/answers", label: consoleWords.page.answers },
      lead: (
        <>
          {words.change(response.changeSet)} · <span dir="auto">{set.title}</span>{" "}
          <AnswerState view={view} answer={response} isWithdrawn={set.isWithdrawn} />
        </>
      ),
    },
    <>
      <section aria-labelledby="words">
        <h2 id="words">{words.words[response.kind]}</h2>
        {response.text === null ? (
          <p class="hint">{words.noWords}</p>
        ) : (
          <blockquote dir="auto">{response.text}</blockquote>
        )}
        <Facts facts={factsOf(view)} />
      </section>
      {response.outcome !== null && <Decided view={view} />}
      {response.waiting && <Confirming view={view} />}
      <History view={view} of={response} past={view.past} />
      <Doing view={view} />
      <Contract view={view} />
      {canDecide &&
        (form.readOnly ? (
          <p class="notice">{words.decide.readOnly}</p>
        ) : view.deciders ? (
          <div class="notice">
            <p>{words.decide.another}</p>
            <WhoElse view={view} names={view.deciders} />
          </div>
        ) : (
          <Decide view={view} response={response} set={set} form={form} replies={replies} />
        ))}
      <Others view={view} />
    </>,
  );
}

function factsOf(view: AnswerView): (readonly [string, Child])[] {
  const { locale, timeZone, response, today } = view;
  const { screens, answers } = wordsFor(locale);
  const { facts, change } = screens.answers;
  const { customer, customerName, onBehalfOf, email, channel, receivedOn, answeredAt, editedAt } = response;
  const on = (at: Date) => formatDate(dateIn(timeZone, at), locale);
  const came =
    channel && receivedOn ? facts.came(formatDate(receivedOn, locale), answers.channels[channel]) : on(answeredAt);
  const inTime = isInTime(response);
  const receipts = view.mails.filter(({ kind }) => kind === "receipt");
  const said: (readonly [string, Child] | false)[] = [
    customer !== null && [
      facts.customer,
      <a href={href(view, customerPath("edit", customer))} dir="auto">
        {customerName ?? customer}
      </a>,
    ],
    onBehalfOf !== null && [facts.behalf, facts.unverified(onBehalfOf)],
    channel === null && [facts.by, email ?? facts.erased],
    [
      facts.change,
      <a href={href(view, `/console/changes/${response.changeSet}`)} dir="auto">
        {change(response.changeSet)}
      </a>,
    ],
    [facts.received, inTime === null ? came : `${came} (${inTime ? facts.inTime : facts.late})`],
    editedAt !== null && [facts.edited, on(editedAt)],
    receipts.length > 0 && [facts.receipt, <Mailed view={view} mails={receipts} />],
    [facts.until, <LastDay view={view} of={response} today={today} isWithdrawn={view.set.isWithdrawn} />],
  ];
  return said.filter((each) => each !== false);
}

/** What an objection that is open does to the change. */
function Doing({ view }: { view: AnswerView }) {
  const { holds: words } = wordsFor(view.locale).screens.answers;
  const { response, set, holds, toApprove, waitsFor } = view;
  const isWaiting = waitsFor.approval !== "" || waitsFor.objection !== "";
  if (response.kind !== "objected" || response.outcome !== null) return null;
  return (
    <section aria-labelledby="does">
      <h2 id="does">{words.title}</h2>
      {set.isWithdrawn ? (
        <p>{words.withdrawn}</p>
      ) : set.isCorrection ? (
        <p>{words.corrected}</p>
      ) : (
        <p>
          {holds !== ""
            ? words.holds(holds)
            : set.isInForce
              ? words.inForce
              : isWaiting
                ? words.waits(whoOf(response, view), waitsFor)
                : words.holdsNothing}
        </p>
      )}
      {!set.isWithdrawn && toApprove !== "" && <p>{words.toApprove(toApprove)}</p>}
    </section>
  );
}

function Contract({ view }: { view: AnswerView }) {
  const {
    screens,
    terms: { clauses },
  } = wordsFor(view.locale);
  const { terms: words } = screens.answers;
  const { terms, response, set } = view;
  if (terms === null) return null;
  const { authorisation, onObjection, objectUntilEffect, remedies, agreed } = terms;
  const suspending = authorisation === "specific" || onObjection === "suspends";
  const isOver = set.isWithdrawn || (response.kind === "objected" && response.outcome !== null);
  const facts: (readonly [string, Child] | false)[] = [
    agreed.length > 0 && [words.periods, <Lines lines={agreed} />],
    [words.approval, capitalised(words[authorisation])],
    [
      words.objecting,
      capitalised(
        clauses([
          suspending ? words[isOver ? "suspended" : "suspends"] : words.continues,
          ...(objectUntilEffect ? [words.untilEffect(objectUntilEffect.daysBefore)] : []),
        ]),
      ),
    ],
    remedies !== null && [
      words.remedies,
      <span lang={remedies.lang} dir="auto">
        {remedies.text}
      </span>,
    ],
  ];
  return (
    <section aria-labelledby="contract">
      <h2 id="contract">{words.title}</h2>
      <p class="hint">{words.asAnnounced}</p>
      <Facts facts={facts.filter((each) => each !== false)} />
    </section>
  );
}

function Confirming({ view }: { view: AnswerView }) {
  const { confirm } = wordsFor(view.locale).screens.answers;
  const { response, mayWrite } = view;
  const name = response.customerName ?? "";
  return (
    <div class="notice">
      <p>{confirm.text(name)}</p>
      {mayWrite && (
        <Action view={view} action={`/console/answers/${response.id}/confirm`} button={confirm.button(name)}>
          {response.customer !== null && (
            <a href={href(view, customerPath("edit", response.customer))}>{confirm.contacts}</a>
          )}
        </Action>
      )}
    </div>
  );
}

function Others({ view }: { view: AnswerView }) {
  const words = wordsFor(view.locale).screens.answers;
  if (view.others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      <ul class="rows">
        {view.others.map((other) => (
          <li>
            <a href={href(view, `/console/answers/${other.id}`)} dir="auto">
              {sentenceOf(other, view)}
              {other.email && ` (${other.email})`}
            </a>
            <AnswerState view={view} answer={other} isWithdrawn={view.set.isWithdrawn} />
          </li>
        ))}
      </ul>
    </section>
  );
}
