import type { Response, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import { Badge } from "../kit/parts.tsx";
import type { ConsoleView } from "../shell.tsx";

type Words = { text: string | null; isGone: boolean };

/** An answer as it was given at one time, by the same person, and what was decided on it. */
export type PastView = {
  response: string;
  /** "Globex Ltd objects". */
  sentence: string;
  at: Date;
  kind: ResponseKind;
  words: Words;
  decided: { at: Date; outcome: ResponseOutcome; words: Words } | null;
};

type HistoryProps = { view: ConsoleView; of: Response; past: readonly PastView[] };

/** Everything that the same person has answered to the same change, newest first; nothing where that is what stands above. */
export function History({ view, of, past }: HistoryProps) {
  const { history: words } = wordsFor(view.locale).screens.answers;
  if (past.length < 2) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{of.channel === null ? words.title : words.titleEntered}</h2>
      <p class="hint">{words.lead}</p>
      <ol class="rows past">
        {past.map((each, index) => {
          const stands = past.findIndex(({ response }) => response === each.response) === index;
          return <Past view={view} past={each} stands={stands} isHere={each.response === of.id} />;
        })}
      </ol>
    </section>
  );
}

type PastProps = { view: ConsoleView; past: PastView; stands: boolean; isHere: boolean };

function Past({ view, past, stands, isHere }: PastProps) {
  const { history: words, outcomes } = wordsFor(view.locale).screens.answers;
  const { response, sentence, at, decided } = past;
  return (
    <li>
      <p>
        <time datetime={at.toISOString()}>{formatMoment(at, view)}</time>{" "}
        {isHere ? (
          <strong dir="auto">{sentence}</strong>
        ) : (
          <a href={href(view, `/console/answers/${response}`)} dir="auto">
            {sentence}
          </a>
        )}{" "}
        {stands && <Badge>{words.now}</Badge>}
      </p>
      <Said view={view} words={past.words} />
      {decided && (
        <>
          <p>{words.decided(outcomes[decided.outcome].title, formatMoment(decided.at, view))}</p>
          {(decided.words.text !== null || decided.words.isGone) && <Said view={view} words={decided.words} />}
        </>
      )}
    </li>
  );
}

function Said({ view, words: { text, isGone } }: { view: ConsoleView; words: Words }) {
  const { history, noWords } = wordsFor(view.locale).screens.answers;
  return text === null ? (
    <p class="hint">{isGone ? history.gone : noWords}</p>
  ) : (
    <blockquote dir="auto">{text}</blockquote>
  );
}
