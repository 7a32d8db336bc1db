import { dayGiven, isLate, OPEN_KINDS, type Response } from "../../model/people/response.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { Badge } from "../kit/parts.tsx";
import type { ConsoleView } from "../shell.tsx";

type StateProps = { view: ConsoleView; answer: Response; isWithdrawn: boolean };

/** What an answer is today, in a word or two. */
export function AnswerState({ view, answer, isWithdrawn }: StateProps) {
  const { states, outcomes, closed, superseded: words } = wordsFor(view.locale).screens.answers;
  const { kind, outcome, waiting, superseded } = answer;
  const isOpen = OPEN_KINDS.includes(kind) && outcome === null;
  return (
    <>
      {isWithdrawn && OPEN_KINDS.includes(kind) ? (
        <>
          <Badge>{states.withdrawn}</Badge>
          <small class="hint below">{outcome === null ? closed.open : closed.decided(outcomes[outcome].title)}</small>
        </>
      ) : outcome !== null ? (
        <Badge>{outcomes[outcome].title}</Badge>
      ) : isOpen ? (
        <Badge tone="waiting">{states.open}</Badge>
      ) : superseded ? (
        <>
          <Badge>{states.superseded}</Badge>
          <small class="hint below">
            {words(
              formatDate(dayGiven(answer, view.timeZone), view.locale),
              superseded.kind === "objected",
              formatDate(superseded.on, view.locale),
            )}
          </small>
        </>
      ) : kind === "approved" ? (
        <Badge tone={waiting ? "waiting" : "good"}>{waiting ? states.waiting : states.approved}</Badge>
      ) : (
        <Badge>{states.acknowledged}</Badge>
      )}
      {isLate(answer) && (
        <>
          {" "}
          <Badge>{states.late}</Badge>
        </>
      )}
    </>
  );
}
