import { isLate, OPEN_KINDS } from "../../model/people/response.ts";
import { listSome } from "../../page/describe/names.ts";
import { OwnWords } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import { capitalised, formatDate, formatDeadline, formatList } from "../../words/index.ts";
import { whoOf } from "../answers/who.ts";
import { Badge } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { CONSOLE_PAGES } from "../shell.tsx";
import { type Overview, wordsOf } from "./view.ts";

/** So many customers are named; of more, how many there are. */
const MOST_NAMED = 50;

type ApprovalsView = Pick<Overview, "locale" | "set" | "register" | "names">;

/** How many approvals there are, and whose are missing; nothing where the set takes none, or is withdrawn. */
export function Approvals({ view }: { view: ApprovalsView }) {
  const { approvals, state } = view.set;
  if (!approvals || state === "withdrawn") return null;
  const { approvals: words } = wordsOf(view);
  const { required, missing, former, objecting, releasedOn, releasedReason } = approvals;
  const called = (ids: readonly string[]) =>
    listSome(
      ids.map((id) => view.names.get(id) ?? id),
      view.locale,
      { most: MOST_NAMED },
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
          {words.waived(formatDate(releasedOn, view.locale))} <OwnWords words={releasedReason} view={view.register} />
        </p>
      )}
    </section>
  );
}

export function Answers({ view }: { view: Overview }) {
  const { answers, open, locale, set } = view;
  const { answers: words } = wordsOf(view);
  const kinds = (["objected", "asked", "approved", "acknowledged"] as const).flatMap((kind) => {
    const n = answers.kinds[kind];
    return n ? [words.kinds[kind](n)] : [];
  });
  const isClosed = set.state === "withdrawn" && OPEN_KINDS.some((kind) => answers.kinds[kind]);
  if (set.baseline && kinds.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.title}</h2>
      <p>
        {kinds.length === 0 ? words.none : `${capitalised(formatList(kinds, locale))}.`}
        {answers.open > 0 && ` ${words.open(answers.open)}.`}
        {answers.superseded > 0 && ` ${words.superseded(answers.superseded)}`}
        {isClosed && ` ${words.closed}`}
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
                  {whoOf(answer, view)}
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
