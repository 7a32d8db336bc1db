import type { ChangeSetView } from "../../model/change/register.ts";
import type { Response } from "../../model/people/response.ts";
import type { Answer, Party } from "../../registry/answers/respond.ts";
import { formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { effectLabel } from "../changes/state.tsx";
import { summarise } from "../changes/summary.ts";
import { Fact, Prose } from "../parts/facts.tsx";
import { Choices, Field, Wrong } from "../parts/fields.tsx";
import { Day, DayOf, LastDay } from "../parts/when.tsx";
import { plainPage } from "../shell/plain-page.tsx";
import { href, type RegisterView } from "../shell/view.ts";

export type AnswerField = keyof Answer;

type RespondView = RegisterView & {
  changeSet: ChangeSetView;
  /** The customers the reader answers for; none for a follower. */
  parties: readonly Party[];
  /** What they have answered so far. */
  answers: readonly Response[];
  /** Where the dates are, as a calendar file. */
  calendarUrl: string;
  saved?: boolean | undefined;
  tooOften?: boolean | undefined;
  /** What was sent, and which fields of it cannot be taken. */
  wrong?: { sent: Record<AnswerField, string>; fields: readonly AnswerField[] } | undefined;
};

/** `/respond/{token}`: what changes, for whom, until when, what was answered, and the form to answer. */
export function renderRespond(view: RespondView): string {
  const { changeSet, locale } = view;
  const { page, approvalNeeded, calendarLink } = wordsFor(locale).answers;
  return plainPage(
    view,
    view.wrong ? page.wrongTitle : page.title(changeSet.number),
    <>
      {view.saved && (
        <p class="notice" role="status">
          {page.saved}
        </p>
      )}
      {view.tooOften && (
        <p class="notice" role="alert">
          {page.tooOften}
        </p>
      )}
      {changeSet.state === "withdrawn" && <p class="notice">{page.withdrawn}</p>}
      <Facts view={view} />
      <ul class="plain">
        <li>
          <a href={href(view, `/changes/${changeSet.number}`)}>{page.details}</a>
        </li>
        <li>
          <a href={href(view, view.calendarUrl)}>{calendarLink}</a>
        </li>
      </ul>
      {view.answers.map((answer) => (
        <Recorded view={view} answer={answer} />
      ))}
      {changeSet.state !== "withdrawn" && (
        <>
          {onlyParty(view)?.isAwaited && <p>{approvalNeeded}</p>}
          <Deadline view={view} />
          <AnswerForm view={view} />
        </>
      )}
    </>,
  );
}

/** The one customer the reader answers for; undefined for a follower, and where there are several. */
const onlyParty = ({ parties }: RespondView): Party | undefined => (parties.length === 1 ? parties[0] : undefined);

type Until = Pick<Party, "lastDayToObjectOn" | "timeZone" | "isOver">;

/** The one last day to object that holds for the reader; null where there is none, or each customer has its own. */
function onlyLastDay({ parties, changeSet, today }: RespondView): Until | null {
  const { lastDayToObjectOn } = changeSet;
  const own = { lastDayToObjectOn, timeZone: null, isOver: lastDayToObjectOn !== null && today > lastDayToObjectOn };
  const [day = own, ...others] = parties;
  const isSame = (other: Until) => other.lastDayToObjectOn === day.lastDayToObjectOn && other.timeZone === day.timeZone;
  return day.lastDayToObjectOn !== null && others.every(isSame) ? day : null;
}

/** The last day in words, with whose midnight ends it. */
const inWords = ({ lastDayToObjectOn: on, timeZone }: Until, { locale, register }: RespondView): string | null =>
  on && formatDeadline(on, locale, timeZone ?? register.organisation.timeZone);

function Facts({ view }: { view: RespondView }) {
  const { register, changeSet, locale } = view;
  const { answers, changes } = wordsFor(locale);
  const isOpen = changeSet.state !== "withdrawn";
  const effectiveOn = isOpen && changeSet.effectiveOn;
  const until = isOpen ? onlyLastDay(view) : null;
  const party = onlyParty(view);
  return (
    <dl class="key-facts">
      <Fact label={answers.page.company}>
        <span dir="auto">{register.organisation.name}</span>
      </Fact>
      <Fact label={changes.number(changeSet.number)} wide>
        <span dir="auto">{summarise(changeSet, locale)}</span>
      </Fact>
      <Fact label={effectLabel(changeSet, view)}>{effectiveOn && <Day on={effectiveOn} locale={locale} />}</Fact>
      <Fact label={changes.lastDayToObject}>
        {until?.lastDayToObjectOn && <LastDay on={until.lastDayToObjectOn} view={view} timeZone={until.timeZone} />}
      </Fact>
      <Fact label={answers.behalf}>{party && <span dir="auto">{party.name}</span>}</Fact>
    </dl>
  );
}

/** An answer as it is recorded, and what became of it. */
function Recorded({ view, answer }: { view: RespondView; answer: Response }) {
  const words = wordsFor(view.locale).answers;
  const { kinds, outcomes, late, page, waiting } = words;
  const { organisation } = view.register;
  const { channel, receivedOn } = answer;
  const whose = answer.customerName ?? answer.onBehalfOf;
  const title = channel ? words.theAnswer : words.yourAnswer;
  const label = whose !== null && !onlyParty(view) ? `${title} – ${whose}` : title;
  return (
    <dl class="key-facts">
      <Fact label={label} wide>
        <p>
          {kinds[answer.kind]},{" "}
          {channel && receivedOn ? (
            words.cameBy(words.channels[channel], formatDate(receivedOn, view.locale))
          ) : (
            <DayOf at={answer.editedAt ?? answer.answeredAt} view={view} />
          )}
          {answer.late && ` (${late})`}
        </p>
        {answer.text && <Prose text={answer.text} />}
        {answer.waiting && <p>{waiting(organisation.name)}</p>}
        {answer.outcome && (
          <p>{answer.outcome === "answered" ? outcomes.answered : page.decided(outcomes[answer.outcome])}</p>
        )}
        {answer.outcomeNote && <Prose text={answer.outcomeNote} />}
      </Fact>
    </dl>
  );
}

function Deadline({ view }: { view: RespondView }) {
  const until = onlyLastDay(view);
  const date = until && inWords(until, view);
  if (!until || !date) return null;
  const { page, until: open } = wordsFor(view.locale).answers;
  if (until.isOver) return <p class="notice">{page.over(date)}</p>;
  return view.answers.length > 0 ? <p>{open(date)}</p> : null;
}

/** The recorded answer that the form changes; none yet, or more than one customer to choose from. */
function recordedOf(view: RespondView): Response | undefined {
  if (view.parties.length > 1) return undefined;
  const customer = view.parties[0]?.externalId ?? null;
  const late = onlyLastDay(view)?.isOver === true;
  return view.answers.find((answer) => answer.channel === null && answer.late === late && answer.customer === customer);
}

/** What the form starts with: what was just sent or, where there is only one to answer for, the answer recorded. */
function startOf(view: RespondView, recorded: Response | undefined): Record<AnswerField, string> {
  if (view.wrong) return view.wrong.sent;
  const { kind = "", text, onBehalfOf } = recorded ?? {};
  return { kind, text: text ?? "", customer: onlyParty(view)?.externalId ?? "", onBehalfOf: onBehalfOf ?? "" };
}

/** What to say of a field that cannot be taken as it was sent. */
function wrongIn({ wrong, locale }: RespondView, field: AnswerField): string | undefined {
  return wrong?.fields.includes(field) ? wordsFor(locale).answers.page.wrong[field] : undefined;
}

function AnswerForm({ view }: { view: RespondView }) {
  const { page, yourAnswer } = wordsFor(view.locale).answers;
  const recorded = recordedOf(view);
  const start = startOf(view, recorded);
  return (
    <form method="post">
      <Behalf view={view} chosen={start} />
      <Choices name="kind" label={yourAnswer} wrong={wrongIn(view, "kind")}>
        {Object.entries(page.choices).map(([kind, words]) => (
          <label>
            <input type="radio" name="kind" value={kind} required checked={start.kind === kind} /> {words}
          </label>
        ))}
      </Choices>
      <Field
        as="textarea"
        name="text"
        label={page.text}
        rows={6}
        maxlength={5000}
        dir="auto"
        hint={{ id: "text-hint", text: page.textHint }}
        wrong={wrongIn(view, "text")}
      >
        {/* A form drops the first line break of what it shows. */}
        {`\n${start.text}`}
      </Field>
      <button type="submit">{recorded ? page.change : page.send}</button>
    </form>
  );
}

/** On whose behalf: given for a contact of one customer, a choice for one of several, free for a follower. */
function Behalf({ view, chosen }: { view: RespondView; chosen: Record<AnswerField, string> }) {
  const { behalf, page } = wordsFor(view.locale).answers;
  const only = onlyParty(view);
  if (only) {
    return (
      <>
        <input type="hidden" name="customer" value={only.externalId} />
        <Wrong name="customer" text={wrongIn(view, "customer")} />
      </>
    );
  }
  if (view.parties.length === 0) {
    return (
      <Field
        name="onBehalfOf"
        label={page.followerBehalf}
        type="text"
        maxlength={200}
        autocomplete="organization"
        value={chosen.onBehalfOf}
        hint={{ id: "behalf-hint", text: page.followerBehalfHint }}
        wrong={wrongIn(view, "onBehalfOf")}
      />
    );
  }
  return (
    <Choices name="customer" label={behalf} wrong={wrongIn(view, "customer")}>
      {view.parties.map((party) => (
        <label>
          <input
            type="radio"
            name="customer"
            value={party.externalId}
            required
            checked={party.externalId === chosen.customer}
          />{" "}
          <span>
            <span dir="auto">{party.name}</span> <span class="hint">{termsOf(party, view)}</span>
          </span>
        </label>
      ))}
    </Choices>
  );
}

/** What holds for one of several customers: its day, where they differ, and whether its approval is needed. */
function termsOf(party: Party, view: RespondView): string {
  const { page } = wordsFor(view.locale).answers;
  const parts = party.isAwaited ? [page.customerApproval] : [];
  const date = onlyLastDay(view) === null ? inWords(party, view) : null;
  if (date !== null) parts.unshift(party.isOver ? page.customerOver(date) : page.customerUntil(date));
  return parts.join(" · ");
}
