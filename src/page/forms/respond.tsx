import { isLate, type Response } from "../../model/people/response.ts";
import { dateIn } from "../../model/values/dates.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import type { Party } from "../../registry/answers/respond.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { outcomeOf } from "../../words/outcome.ts";
import { InEffect } from "../changes/in-effect.tsx";
import { summarise } from "../changes/summary.ts";
import { Fact, OwnWords, Prose } from "../parts/facts.tsx";
import { Day, DayOf, LastDay } from "../parts/when.tsx";
import { plainPage } from "../shell/plain-page.tsx";
import { href } from "../shell/view.ts";
import { AnswerForm } from "./answer-form.tsx";
import { applying, canObject, inWords, isCorrected, onlyLastDay, onlyParty, type RespondView } from "./respond-view.ts";

/** `/respond/{token}`: what changes, for whom, until when, what was answered, and the form to answer. */
export function renderRespond(view: RespondView): string {
  const { changeSet, locale } = view;
  const { answers, rectification } = wordsFor(locale);
  const { page, approvalNeeded, approvalMissing, calendarLink } = answers;
  const left = applying(view);
  const isMissing = left?.parties.some(({ isAwaited }) => isAwaited) === true;
  return plainPage(
    view,
    view.wrong ? page.wrongTitle : page.title(changeSet.number),
    <>
      {view.saved && (
        <p class={isMissing ? "notice" : "notice good"} role="status">
          {page.saved}
          {isMissing && (
            <>
              {" "}
              <strong>{approvalMissing}</strong>
            </>
          )}
        </p>
      )}
      {view.wrong && (
        <div class="notice" role="alert">
          {view.wrong.fields.map((field) => (
            <p>
              <a href={`#${field}`}>{page.wrong[field]}</a>
            </p>
          ))}
        </div>
      )}
      {view.tooOften && (
        <p class="notice" role="alert">
          {page.tooOften}
        </p>
      )}
      {changeSet.state === "withdrawn" && <p class="notice">{page.withdrawn}</p>}
      {changeSet.rectification && <p class="notice">{rectification.page.notice}</p>}
      {view.parties.map(({ name, exemptedAt }) =>
        exemptedAt === null ? null : (
          <p class="notice">
            {page.exempted(name, formatDate(dateIn(view.register.organisation.timeZone, exemptedAt), locale))}
          </p>
        ),
      )}
      <Facts view={view} />
      <ul class="plain">
        <li>
          <a href={href(view, `/changes/${changeSet.number}`)}>{page.details}</a>
        </li>
        {!changeSet.rectification && left && (
          <li>
            <a href={href(view, view.calendarUrl)}>{calendarLink}</a>
          </li>
        )}
      </ul>
      {view.answers.map((answer) => (
        <Recorded view={view} answer={answer} />
      ))}
      {changeSet.state !== "withdrawn" && (
        <>
          {left && onlyParty(left)?.isAwaited && <p class="notice">{approvalNeeded(null, null)}</p>}
          {left && <Deadline view={left} />}
          {left && (canObject(left) || isCorrected(left) ? <LeadsTo view={left} /> : <p>{page.nothingToDo}</p>)}
          <AnswerForm view={left ?? view} only={left ? undefined : "asked"} />
        </>
      )}
    </>,
  );
}

function Facts({ view }: { view: RespondView }) {
  const { register, changeSet, locale } = view;
  const { answers, changes, rectification } = wordsFor(locale);
  const left = changeSet.state === "withdrawn" ? null : applying(view);
  const until = left && onlyLastDay(left);
  const party = onlyParty(view);
  return (
    <dl class="key-facts">
      <Fact label={answers.page.company}>
        <span dir="auto">{register.organisation.name}</span>
      </Fact>
      <Fact label={changes.number(changeSet.number)} wide>
        <span dir="auto">{summarise(changeSet, locale)}</span>
      </Fact>
      {left && <InEffect view={view} set={changeSet} />}
      <Fact label={rectification.facts.since}>
        {changeSet.rectification?.since && <Day on={changeSet.rectification.since} locale={locale} />}
      </Fact>
      <Fact label={rectification.facts.answer}>{isCorrected(view) && rectification.facts.anyTime}</Fact>
      <Fact label={rectification.wrong} wide>
        {changeSet.rectification && <OwnWords words={changeSet.rectification.reason} view={view} />}
      </Fact>
      <Fact label={view.parties.length > 0 ? changes.lastDayToObject : changes.customersLastDay}>
        {until && typeof until.beforeEffect === "number"
          ? inWords(until, view)
          : until?.lastDayToObjectOn && <LastDay on={until.lastDayToObjectOn} view={view} timeZone={until.timeZone} />}
      </Fact>
      <Fact label={answers.behalf}>{party && <span dir="auto">{party.name}</span>}</Fact>
    </dl>
  );
}

/** An answer as it is recorded, and what became of it. */
function Recorded({ view, answer }: { view: RespondView; answer: Response }) {
  const words = wordsFor(view.locale).answers;
  const { kinds, outcomes, late, page, waiting, superseded } = words;
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
          {isLate(answer) && ` (${late})`}
        </p>
        {answer.text && <Prose text={answer.text} />}
        {answer.waiting && <p>{waiting(organisation.name)}</p>}
        {answer.superseded && (
          <p>
            {superseded[answer.superseded.kind === "objected" ? "objected" : "other"](
              formatDate(answer.superseded.on, view.locale),
            )}
          </p>
        )}
        {answer.outcome && (
          <p>
            {answer.outcome === "answered"
              ? outcomes.answered
              : page.decided(outcomeOf(answer.outcome, view.changeSet, view.locale))}
          </p>
        )}
        {answer.outcomeNote && <Prose text={answer.outcomeNote} />}
      </Fact>
    </dl>
  );
}

/**
 * What an objection leads to (GDPR Art. 28(2) leaves that to the contract), once for customers of whom the same is agreed.
 * Followers are told nothing of it.
 */
function LeadsTo({ view }: { view: RespondView }) {
  const { mail, rectification } = wordsFor(view.locale);
  const words = mail.objection.leadsTo;
  const unheld = isCorrected(view) ? rectification.examined : words.examined;
  const { organisation } = view.register;
  const meaningOf = (party?: Party) => ({
    remedies: party?.remedies ?? organisation.remedies ?? null,
    held: party?.heldByObjection ?? null,
  });
  const alike = [...Map.groupBy(view.parties, (party) => canonicalJson(meaningOf(party))).values()];
  if (alike.length === 0) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      {alike.map((each) => {
        const { remedies, held } = meaningOf(each[0]);
        const names = each.map(({ name }) => name);
        const whose = alike.length > 1 ? formatList(names, view.locale) : null;
        return (
          <>
            <p>{held === null ? unheld(whose) : words.holds(whose, held.only && formatList(held.only, view.locale))}</p>
            {remedies !== null && (
              <>
                <p>{words.saysFor(whose)}</p>
                <p>
                  <OwnWords words={remedies} view={view} />
                </p>
              </>
            )}
          </>
        );
      })}
    </section>
  );
}

function Deadline({ view }: { view: RespondView }) {
  const until = onlyLastDay(view);
  const date = until && inWords(until, view);
  if (!until || !date) return null;
  const { page, until: open } = wordsFor(view.locale).answers;
  const isAwaited = view.parties.some((party) => party.isAwaited);
  if (until.isOver) return <p class="notice">{(isAwaited ? page.overButApproval : page.over)(date)}</p>;
  return view.answers.length > 0 ? <p>{open(date)}</p> : null;
}
