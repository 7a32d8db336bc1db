import type { DeliveryState } from "../../model/people/delivery.ts";
import type { Response } from "../../model/people/response.ts";
import type { AnswerMail } from "../../registry/answers/mailed.ts";
import { wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import type { ConsoleView } from "../shell.tsx";

type DecidedView = ConsoleView & {
  response: Response;
  decidedBy: string | null;
  mails: readonly AnswerMail[];
};

/** What was decided on an answer, when and by whom, and who was mailed that. */
export function Decided({ view }: { view: DecidedView }) {
  const { outcomes, decided } = wordsFor(view.locale).screens.answers;
  const { outcome, outcomeNote, resolvedAt } = view.response;
  if (outcome === null || resolvedAt === null) return null;
  const date = formatMoment(resolvedAt, view);
  const mails = view.mails.filter(({ kind }) => kind === "resolution");
  return (
    <section aria-labelledby="decided">
      <h2 id="decided" dir="auto">
        {(outcome === "answered" ? decided.answeredOn : decided.on)(date, view.decidedBy)}
      </h2>
      <p>
        <strong>{outcomes[outcome].title}.</strong>
      </p>
      {mails.length === 0 ? <p>{decided.nobody}</p> : <Mailed view={view} mails={mails} />}
      {outcomeNote !== null && (
        <>
          <h3>{decided.note}</h3>
          <blockquote dir="auto">{outcomeNote}</blockquote>
        </>
      )}
    </section>
  );
}

/** To whom a mail went, and how far it has come. */
export function Mailed({ view, mails }: { view: ConsoleView; mails: readonly AnswerMail[] }) {
  const { screens } = wordsFor(view.locale);
  const { mailed, facts } = screens.answers;
  const { state: states, causes } = screens.announced.mails;
  return (
    <ul class="plain">
      {mails.map(({ email, state, cause, at }) => {
        const isMissed = MISSED.includes(state);
        return (
          <li dir="auto">
            {mailed[state === "pending" ? "owed" : isMissed ? "missed" : "sent"](
              email ?? facts.erased,
              formatMoment(at, view),
              states[state],
            )}
            {isMissed && cause && ` ${causes[cause] ?? cause}`}
          </li>
        );
      })}
    </ul>
  );
}

const MISSED: readonly DeliveryState[] = ["skipped", "suppressed", "failed", "bounced"];
