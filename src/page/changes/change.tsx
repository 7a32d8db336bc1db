import type { Postponement } from "../../model/change/change-set.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { partedByWithdrawal } from "../../model/change/share.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { formatDate, formatDeadline, formatList, wordsFor } from "../../words/index.ts";
import { listSome } from "../describe/names.ts";
import { MailTo } from "../parts/contact.tsx";
import { Fact, Lines, OwnWords, Prose } from "../parts/facts.tsx";
import { Parts } from "../parts/turns.tsx";
import { Day, DayOf, LastDay } from "../parts/when.tsx";
import { longPage, type RegisterPage } from "../shell/layout.tsx";
import { href, ownWords, type RegisterView } from "../shell/view.ts";
import { announcements } from "./changes.tsx";
import { HowToObject } from "./coming.tsx";
import { Corrected } from "./corrected.tsx";
import { Difference } from "./difference.tsx";
import { InEffect, whenOf } from "./in-effect.tsx";
import { isOpen, State } from "./state.tsx";
import { summarise } from "./summary.ts";

/** The page `/changes/{number}`: what changed, field by field. Null when nothing was announced as that. */
export const { render: renderChange, renderInTurns: renderChangeInTurns } = longPage(changePage);

function changePage(view: RegisterView & { number: number }): RegisterPage | null {
  const { today, locale, publicUrl, number } = view;
  const set = announcements(view).find((each) => each.number === number);
  if (!set) return null;
  const { changes: words, answers, rectification } = wordsFor(locale);
  const title = summarise(set, locale);
  const withdrawn = partedByWithdrawal(set.changes).withdrawn.map(({ name }) => name);
  const head = {
    title: `${title} · ${words.number(number)}`,
    canonical: `${publicUrl}/changes/${number}`,
    back: { path: "/changes", label: words.all },
  };
  const content = (
    <>
      <div class="intro">
        <p class="eyebrow">
          {words.number(number)} <State view={view} set={set} />
        </p>
        <h1 dir="auto">{title.replaceAll(" · ", "\u00a0· ")}</h1>
        {set.state === "withdrawn" && <p class="notice">{words.withdrawnNotice}</p>}
        {withdrawn.length > 0 && <p class="notice">{words.partWithdrawn(formatList(withdrawn, locale))}</p>}
        {set.rectification && <p class="notice">{rectification.page.notice}</p>}
        <Corrected view={view} set={set} />
        {set.baseline && <p class="lead">{words.firstPublishedNotice}</p>}
      </div>
      <KeyFacts view={view} set={set} />
      {(set.state === "announced" || (set.state === "effective" && isOpen(set, today))) && (
        <HowToObject view={view} set={set} isDaySaid />
      )}
      {set.rectification && <WriteOfIt view={view} set={set} />}
      <Parts
        of={set.changes}
        turn={view.turn}
        each={(change) => (
          <Difference
            view={view}
            change={change}
            on={change.effectiveOn ?? today}
            when={whenOf(change, set, view)}
            isCorrection={set.rectification !== null}
          />
        )}
      />
      {set.effectiveOn && set.state !== "withdrawn" && !set.awaitsApproval && (
        <p>
          <a class="onward" href={href(view, "/", { at: set.effectiveOn })}>
            {words.listOn(formatDate(set.effectiveOn, locale))}
          </a>
        </p>
      )}
      {set.state === "announced" && (
        <p>
          <a href={href(view, `/changes/${number}/calendar.ics`)}>{answers.calendarLink}</a>
        </p>
      )}
    </>
  );
  return { view, head, content };
}

/** Whom to ask about a correction of the list: it has no last day, and anybody may have something to say of it. */
function WriteOfIt({ view: { register, locale }, set }: { view: RegisterView; set: ChangeSetView }) {
  const { privacyEmail } = register.organisation;
  if (!privacyEmail) return null;
  const words = wordsFor(locale).rectification.page;
  const [before, after] = words.writeTo;
  return (
    <p>
      {before}
      <MailTo address={privacyEmail} subject={words.subject(set.number)} />
      {after}
    </p>
  );
}

type KeyFactsProps = {
  view: RegisterView;
  set: ChangeSetView;
  /** Whether the operator reads it, who knows what a weight does: it is named alone. */
  isOperator?: boolean | undefined;
  /** To the operator it says of a postponement who was told. */
  told?: ((at: Date) => string | null) | undefined;
};

/** What is to be known of a set at a glance. */
export function KeyFacts({ view, set, isOperator, told }: KeyFactsProps) {
  const { register, locale } = view;
  const { changes: words, rectification } = wordsFor(locale);
  const { announcedAt, withdrawnAt } = set;
  const until = set.state === "withdrawn" ? null : set.lastDayToObjectOn;
  // Why is written to whoever was asked: it may name customers.
  const waivedOn = set.changes.find(({ releasedReason }) => releasedReason !== null)?.releasedOn;
  // The public page says them above.
  const corrections = isOperator ? register.corrections.filter(({ changeSet }) => changeSet === set.number) : [];
  return (
    <dl class="key-facts">
      <Fact label={set.baseline ? words.publishedOn : words.announcedOn}>
        {announcedAt && !set.rectification && <DayOf at={announcedAt} view={view} />}
      </Fact>
      <Fact label={words.announcedFor}>{announcedFor(set, view)}</Fact>
      {/* The first list says since when it is published: it had been in use before. */}
      {!set.baseline && <InEffect view={view} set={set} />}
      <Fact label={words.customersLastDay}>{until && <LastDay on={until} view={view} />}</Fact>
      <Fact label={words.withdrawn}>{withdrawnAt && <DayOf at={withdrawnAt} view={view} />}</Fact>
      <Fact label={words.weight}>{!set.baseline && <WeightOf set={set} view={view} isOperator={isOperator} />}</Fact>
      <Fact label={rectification.facts.since}>
        {set.rectification?.since && <Day on={set.rectification.since} locale={locale} />}
      </Fact>
      <Why label={rectification.wrong} text={set.rectification?.reason ?? null} view={view} />
      <Why label={words.why} text={set.reason} view={view} />
      <Why label={words.emergency} text={set.emergency?.reason ?? null} view={view} />
      <Why label={words.whyWithdrawn} text={set.withdrawnReason} view={view} />
      <Fact label={words.waivedOn}>{waivedOn && <Day on={waivedOn} locale={locale} />}</Fact>
      {register.postponements
        .filter(({ changeSet }) => changeSet === set.number)
        .map((postponement) => (
          <Fact label={words.postponement} wide>
            <DayOf at={postponement.at} view={view} />
            <Prose text={postponedText(postponement, set, view)} />
            <Prose {...ownWords(postponement.reason, view)} />
            {told && <Prose text={told(postponement.at) ?? ""} />}
          </Fact>
        ))}
      {corrections.map(({ text, at, changes }) => (
        <Fact label={words.correction} wide>
          <DayOf at={at} view={view} />
          {changes && <p dir="auto">{formatList(namesOf(set, changes), locale)}</p>}
          <Prose {...ownWords(text, view)} />
        </Fact>
      ))}
    </dl>
  );
}

/** For when it was announced, where that is another day than the one it has come to: of several days each with its vendors. */
function announcedFor({ changes, plannedOn, baseline, rectification }: ChangeSetView, { locale }: RegisterView) {
  const named = changes.flatMap((change) => {
    const on = change.plannedOn ?? plannedOn;
    return on === null ? [] : { name: change.name, on, isMoved: on !== change.effectiveOn };
  });
  if (baseline || rectification || !named.some(({ isMoved }) => isMoved)) return null;
  const byDay = [...Map.groupBy(named, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, ...others] = byDay;
  if (first && others.length === 0) return <Day on={first[0]} locale={locale} />;
  const { terms } = wordsFor(locale);
  const lines = byDay.map(([on, those]) => {
    const names = listSome(
      those.map(({ name }) => name),
      locale,
    );
    return terms.explained(names, formatDate(on, locale));
  });
  return <Lines lines={lines} />;
}

/** The vendors of some changes of a set, by name. */
const namesOf = ({ changes }: ChangeSetView, slugs: readonly string[]): string[] =>
  changes.flatMap(({ vendor, name }) => (slugs.includes(vendor) ? name : []));

/** To when changes were put off, and until when one may object then. */
function postponedText(postponement: Postponement, set: ChangeSetView, view: RegisterView): string {
  const { locale, register } = view;
  const { timeZone } = register.organisation;
  const words = wordsFor(locale).changes;
  const { effectiveOn, lastDayToObjectOn: until, changes: slugs } = postponement;
  const to = words.postponedTo(formatDate(effectiveOn, locale), formatList(namesOf(set, slugs), locale));
  return [to, ...(until === null ? [] : [words.objectUntil(formatDeadline(until, locale, timeZone))])].join(" ");
}

/** The weight and what it means; where the operator gave another, their reason instead, since our meaning may not fit. */
function WeightOf({ set, view, isOperator }: KeyFactsProps) {
  const { locale } = view;
  const { changes, terms } = wordsFor(locale);
  const own = set.changes.flatMap(({ name, weightOverride }) => (weightOverride ? [{ name, ...weightOverride }] : []));
  if (own.length === 0) return <>{(isOperator ? terms : changes).weights[set.weight]}</>;
  const isOne = set.changes.length === 1;
  return (
    <>
      {!isOne && <p>{terms.weights[set.weight]}</p>}
      {own.map(({ name, weight, reason }) => {
        const because = changes.because(terms.weights[weight]);
        return (
          <>
            <Prose text={isOne ? because : terms.explained(name, because)} />
            <Prose {...ownWords(reason, view)} />
          </>
        );
      })}
    </>
  );
}

function Why({ label, text, view }: { label: string; text: LocalizedText | null; view: RegisterView }) {
  return (
    <Fact label={label} wide>
      {text && <OwnWords words={text} view={view} />}
    </Fact>
  );
}
