import type { IsoDate } from "../../model/dates.ts";
import { type ChangeSetView, type ChangeView, changeSetViews } from "../../model/register.ts";
import { type Locale, localized } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { type DescribedRow, describeChange } from "../describe/change.ts";
import { href, type RegisterFrame } from "../frame/frame.ts";
import { document } from "../frame/layout.tsx";
import { StaleNotice } from "../frame/stale.tsx";
import { Fact, NotStated, Prose } from "../parts/facts.tsx";
import { Day, DayOf } from "../parts/when.tsx";
import { State } from "./changes.tsx";
import { HowToObject, isHeldUp, isOpen } from "./coming.tsx";
import { summarise } from "./summary.ts";

/** The document of `/changes/{number}`: what changed, field by field. Null when nothing was announced as that. */
export function renderChange(frame: RegisterFrame & { number: number }): string | null {
  const { register, today, locale, publicUrl, number } = frame;
  const set = changeSetViews(register.history, today).find((each) => each.number === number);
  if (!set) return null;
  const words = wordsFor(locale).page.changes;
  const title = summarise(set, locale);
  const head = { title: `${title} · ${words.number(number)}`, canonical: `${publicUrl}/changes/${number}` };
  return document(
    frame,
    head,
    <>
      <StaleNotice frame={frame} />
      <nav class="back">
        <a href={href(frame, "/changes")}>{words.back}</a>
      </nav>
      <div class="intro">
        <p class="eyebrow">
          {words.number(number)} <State frame={frame} set={set} />
        </p>
        <h1 dir="auto">{title}</h1>
        {set.state === "withdrawn" && <p class="notice">{words.withdrawnNotice}</p>}
        {set.baseline && <p class="lead">{words.firstPublishedNotice}</p>}
      </div>
      <dl class="key-facts">
        <KeyFacts frame={frame} set={set} />
      </dl>
      {(set.state === "announced" || (set.state === "effective" && isOpen(set, today))) && (
        <HowToObject frame={frame} set={set} />
      )}
      {set.changes.map((change) => (
        <Changed frame={frame} change={change} on={set.effectiveOn ?? today} />
      ))}
      {set.effectiveOn && set.state !== "withdrawn" && !set.awaitsApproval && (
        <p>
          <a class="onward" href={href(frame, "/", { at: set.effectiveOn })}>
            {words.listOn(formatDate(set.effectiveOn, locale))}
          </a>
        </p>
      )}
      {set.state === "announced" && (
        <p>
          <a href={href(frame, `/changes/${number}/calendar.ics`)}>{wordsFor(locale).answers.page.calendar}</a>
        </p>
      )}
    </>,
  );
}

const EFFECT = {
  draft: "takesEffectOn",
  announced: "takesEffectOn",
  effective: "tookEffectOn",
  withdrawn: "wouldHaveTakenEffectOn",
} as const;

/** What was put right since in what people had been told. */
function Corrections({ frame: { register, locale }, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const words = wordsFor(locale).answers.correction;
  return (
    <>
      {register.corrections
        .filter(({ changeSet }) => changeSet === set.number)
        .map(({ text, at }) => (
          <Fact label={words.onPage} wide>
            <DayOf at={at} timeZone={register.organisation.timeZone} locale={locale} />
            <Prose text={localized(text, locale)} />
          </Fact>
        ))}
    </>
  );
}

function KeyFacts({ frame, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const { register, locale, today } = frame;
  const words = wordsFor(locale).page.changes;
  const { timeZone } = register.organisation;
  return (
    <>
      {set.announcedAt && (
        <Fact label={set.baseline ? words.publishedOn : words.announcedOn}>
          <DayOf at={set.announcedAt} timeZone={timeZone} locale={locale} />
        </Fact>
      )}
      {set.effectiveOn && (
        <Fact label={isHeldUp(set, today) ? words.heldUpSince : words[EFFECT[set.state]]}>
          <Day on={set.effectiveOn} locale={locale} />
        </Fact>
      )}
      {set.lastDayToObjectOn && set.state !== "withdrawn" && (
        <Fact label={words.lastDayToObject}>
          <Day on={set.lastDayToObjectOn} locale={locale} />
        </Fact>
      )}
      {set.withdrawnAt && (
        <Fact label={words.withdrawn}>
          <DayOf at={set.withdrawnAt} timeZone={timeZone} locale={locale} />
        </Fact>
      )}
      {!set.baseline && (
        <Fact label={words.weight}>
          <WeightOf set={set} locale={locale} />
        </Fact>
      )}
      <Why label={words.why} text={set.reason} />
      <Why label={words.emergency} text={set.emergency?.reason ?? null} />
      <Why label={words.whyWithdrawn} text={set.withdrawnReason} />
      <Corrections frame={frame} set={set} />
    </>
  );
}

/** The weight and what it means; where the operator gave another, their reason instead, since our meaning may not fit. */
function WeightOf({ set, locale }: { set: ChangeSetView; locale: Locale }) {
  const { page, terms } = wordsFor(locale);
  const own = set.changes.flatMap(({ name, weightOverride }) => (weightOverride ? [{ name, ...weightOverride }] : []));
  if (own.length === 0) return <>{page.changes.weights[set.weight]}</>;
  const isOne = set.changes.length === 1;
  return (
    <>
      {!isOne && <p>{terms.weights[set.weight]}</p>}
      {own.map(({ name, weight, reason }) => {
        const because = page.changes.because(terms.weights[weight]);
        return <Prose text={`${isOne ? because : terms.explained(name, because)} ${reason}`} />;
      })}
    </>
  );
}

function Why({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <Fact label={label} wide>
      <span dir="auto">{text}</span>
    </Fact>
  );
}

type ChangedProps = { frame: RegisterFrame; change: ChangeView; on: IsoDate };

function Changed({ frame: { register, locale }, change, on }: ChangedProps) {
  const { organisation } = register;
  const { heading, kind, rows } = describeChange(change, locale, organisation, { ...organisation, on });
  return (
    <section class="changed" id={change.vendor} aria-labelledby={`${change.vendor}--heading`}>
      <h2 id={`${change.vendor}--heading`}>
        <span dir="auto">{heading}</span> <span class={`tag ${change.kind}`}>{kind}</span>
      </h2>
      {rows.length === 0 && <p>{wordsFor(locale).page.changes.noDifference}</p>}
      <dl class={change.kind === "updated" ? "diff" : "diff one-sided"}>
        {rows.map((row) => (
          <Row row={row} kind={change.kind} locale={locale} />
        ))}
      </dl>
    </section>
  );
}

type Side = { lines: string[]; others: string[]; as: "ins" | "del"; locale: RegisterFrame["locale"] };

function Row({ row, kind, locale }: { row: DescribedRow; kind: ChangeView["kind"]; locale: Side["locale"] }) {
  const { label, before, after } = row;
  const words = wordsFor(locale).page.changes;
  if (kind !== "updated") {
    return (
      <div class="row">
        <dt dir="auto">{label}</dt>
        <dd>
          <Lines
            lines={kind === "added" ? after : before}
            others={[]}
            as={kind === "added" ? "ins" : "del"}
            locale={locale}
          />
        </dd>
      </div>
    );
  }
  return (
    <div class="row">
      <dt dir="auto">{label}</dt>
      <dd>
        <span class="side">{words.before}</span>
        <Lines lines={before} others={after} as="del" locale={locale} />
      </dd>
      <dd>
        <span class="side">{words.after}</span>
        <Lines lines={after} others={before} as="ins" locale={locale} />
      </dd>
    </div>
  );
}

/** Lines of one side; those the other side has not are marked. */
function Lines({ lines, others, as: Mark, locale }: Side) {
  const { notListed } = wordsFor(locale).terms;
  if (lines.length === 0) return <NotStated locale={locale} />;
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li dir="auto">{others.includes(line) || line === notListed ? line : <Mark>{line}</Mark>}</li>
      ))}
    </ul>
  );
}
