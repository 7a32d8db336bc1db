import type { Amendment, RecordedAmendment } from "../../model/amendment.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { Regime } from "../../model/vendor/vendor-document.ts";
import { href } from "../../page/shell/view.ts";
import { isOldLaw, type Law, type Rule, ruleOf } from "../../transfers/index.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { namingIn } from "../../words/transfer-sentences.ts";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { LAW, TransferTabs } from "./parts.tsx";
import { isInForceOn, nameOfRule, placesOfRule, rulesOf, titleOfRule } from "./rules.ts";

export type LawView = ConsoleView & {
  law: Law;
  amendments: readonly RecordedAmendment[];
  /** How many days old the edition is. */
  age: number;
  today: IsoDate;
  mayAmend: boolean;
};

/** The law by which transfers are judged: its edition, every rule with its source, and what was added to it. */
export function renderLaw(view: LawView): string {
  const { law: words } = wordsFor(view.locale).screens.transfers;
  const { terms } = wordsFor(view.locale);
  const { law, age, today } = view;
  const amend = view.mayAmend && (
    <a class="button" href={href(view, `${LAW}/amend/end`)}>
      {words.amend}
    </a>
  );
  return renderScreen(
    view,
    { page: "transfers", lead: words.lead, buttons: amend },
    <>
      <TransferTabs view={view} current="law" />
      <Facts facts={[[words.edition, words.editionOf(formatDate(law.version, view.locale), age)]]} />
      {isOldLaw(law, today) && <p class="notice">{words.isOld}</p>}
      <section aria-labelledby="amendments">
        <h2 id="amendments">{words.amendments}</h2>
        {view.amendments.length === 0 ? <p class="hint">{words.noAmendments}</p> : <Amendments view={view} />}
      </section>
      {Regime.options.map((regime) => (
        <section aria-labelledby={regime}>
          <h2 id={regime}>{words.rules(terms.regimes[regime])}</h2>
          <Grouped view={view} rules={rulesOf(law).filter((rule) => rule.regime === regime)} />
        </section>
      ))}
    </>,
  );
}

const GROUPS = ["home", "adequate", "tools", "ended"] as const;
type Group = (typeof GROUPS)[number];

/** What a rule is about; of one that is over, that alone. */
function groupOf(rule: Rule, { today }: LawView): Group {
  if (rule.until !== null && rule.until < today) return "ended";
  if ("mechanism" in rule) return "tools";
  return rule.effect === "adequate" ? "adequate" : "home";
}

/** The rules of a regime, folded by what they are about: all of them fill many screens. */
function Grouped({ view, rules }: { view: LawView; rules: readonly Rule[] }) {
  const { groups } = wordsFor(view.locale).screens.transfers.law;
  return (
    <>
      {GROUPS.map((group) => {
        const those = rules.filter((rule) => groupOf(rule, view) === group);
        if (those.length === 0) return null;
        const title = groups[group](those.length);
        return (
          <details class="fold">
            <summary>{title}</summary>
            <Rules view={view} title={title} rules={those} />
          </details>
        );
      })}
    </>
  );
}

function Rules({ view, title, rules }: { view: LawView; title: string; rules: readonly Rule[] }) {
  const { law: words } = wordsFor(view.locale).screens.transfers;
  return (
    <Table
      caption={title}
      isHeaded
      rows={rules}
      columns={[
        { head: words.rule, cell: (rule) => <Cited view={view} rule={rule} /> },
        { head: words.says, cell: (rule) => saysOf(rule, view) },
        {
          head: words.holds,
          cell: (rule) => (
            <>
              <Holding view={view} rule={rule} /> {daysOf(rule, view)}
            </>
          ),
        },
      ]}
    />
  );
}

function Cited({ view, rule }: { view: LawView; rule: Rule }) {
  const { law: words } = wordsFor(view.locale).screens.transfers;
  const { amendment, isAdded } = rule;
  const remarks = [
    ...(rule.confidence === "stated" && !isAdded ? [words.stated] : []),
    ...(amendment === undefined ? [] : [isAdded ? words.addedBy(amendment) : words.amendedBy(amendment)]),
  ];
  return (
    <>
      <a href={rule.source} rel="noreferrer">
        {titleOfRule(rule, view.locale)}
      </a>
      {remarks.length > 0 && (
        <>
          <br />
          <small class="hint">{wordsFor(view.locale).terms.clauses(remarks)}</small>
        </>
      )}
    </>
  );
}

/** What a rule says, and of whom. */
function saysOf(rule: Rule, { locale }: ConsoleView): string {
  const { terms, screens } = wordsFor(locale);
  const { law: words } = screens.transfers;
  if ("mechanism" in rule) return words.accepts(terms.mechanisms[rule.mechanism]);
  const text = words.effects[rule.effect](placesOfRule(rule.territories, locale));
  return rule.scope ? words.scoped(text, namingIn(locale).scope(rule.scope)) : text;
}

const TONES = { now: "good", past: "plain", future: "waiting" } as const satisfies Record<string, Tone>;

function Holding({ view, rule }: { view: LawView; rule: Rule }) {
  const { states } = wordsFor(view.locale).screens.transfers.law;
  const state = isInForceOn(rule, view.today) ? "now" : rule.from > view.today ? "future" : "past";
  return <Badge tone={TONES[state]}>{states[state]}</Badge>;
}

function daysOf({ from, until }: Rule, { locale, today }: LawView): string {
  const { law: words } = wordsFor(locale).screens.transfers;
  const day = (on: IsoDate) => formatDate(on, locale);
  if (until !== null) return words.between(day(from), day(until));
  return from > today ? words.beginning(day(from)) : words.from(day(from));
}

function Amendments({ view }: { view: LawView }) {
  const { law: words } = wordsFor(view.locale).screens.transfers;
  const takenBack = new Set(
    view.amendments.flatMap(({ amendment }) => (amendment.kind === "take-back" ? amendment.number : [])),
  );
  return (
    <Table
      caption={words.amendmentsCaption}
      rows={view.amendments}
      columns={[
        { head: words.number, cell: ({ number }) => number },
        {
          head: words.what,
          cell: ({ number, amendment }) => (
            <>
              {sayAmendment(amendment, view)} {takenBack.has(number) && <Badge>{words.takenBack}</Badge>}
            </>
          ),
        },
        { head: words.why, cell: ({ amendment }) => <Why amendment={amendment} view={view} /> },
        { head: words.made, cell: ({ on }) => formatDate(on, view.locale) },
      ]}
    />
  );
}

function Why({ amendment, view }: { amendment: Amendment; view: LawView }) {
  const { law: words } = wordsFor(view.locale).screens.transfers;
  return (
    <>
      <span dir="auto">{amendment.reason}</span>
      {"source" in amendment && (
        <>
          <br />
          <a href={amendment.source} rel="noreferrer">
            {words.source}
          </a>
        </>
      )}
    </>
  );
}

/** What an amendment says, on one line. */
export function sayAmendment(amendment: Amendment, { law, locale }: Pick<LawView, "law" | "locale">): string {
  const { law: words } = wordsFor(locale).screens.transfers;
  switch (amendment.kind) {
    case "end": {
      const rule = ruleOf(law, amendment.rule);
      return words.ended(rule ? nameOfRule(rule, locale) : amendment.rule, formatDate(amendment.endsOn, locale));
    }
    case "adequacy":
      return words.added(
        amendment.title,
        placesOfRule(amendment.territories, locale),
        formatDate(amendment.startsOn, locale),
      );
    case "take-back":
      return words.tookBack(amendment.number);
  }
}

/** The amendments that count: those that are themselves no taking back, and were not taken back. */
export function standing(amendments: readonly RecordedAmendment[]): RecordedAmendment[] {
  const takenBack = new Set(
    amendments.flatMap(({ amendment }) => (amendment.kind === "take-back" ? amendment.number : [])),
  );
  return amendments.filter(({ number, amendment }) => amendment.kind !== "take-back" && !takenBack.has(number));
}

/** The rules that can still end: later than they have begun, and earlier than they end anyway. */
export const endable = (law: Law, today: IsoDate): Rule[] =>
  rulesOf(law).filter(({ until }) => until === null || until >= addDays(today, -1));
