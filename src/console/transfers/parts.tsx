import type { Entry } from "../../model/change/history.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import { href } from "../../page/shell/view.ts";
import type { Assessment, Verdict } from "../../transfers/index.ts";
import { capitalised, wordsFor } from "../../words/index.ts";
import { verdictClause } from "../../words/transfer-sentences.ts";
import { type Options, Pick } from "../kit/choices.tsx";
import { Text } from "../kit/fields.tsx";
import { Narrow } from "../kit/narrow.tsx";
import { Badge, Tabs, type Tone } from "../kit/parts.tsx";
import { valueIn } from "../kit/values.ts";
import { CONSOLE_PAGES, type ConsoleView } from "../shell.tsx";
import { isInForceOn, ruleOptions, rulesOf } from "./rules.ts";
import type { TransfersView } from "./view.ts";

export const TRANSFERS = CONSOLE_PAGES.transfers;
export const LAW = `${TRANSFERS}/law`;

export function TransferTabs({ view, current }: { view: ConsoleView; current: "verdicts" | "law" }) {
  const { tabs } = wordsFor(view.locale).screens.transfers;
  return (
    <Tabs
      view={view}
      label={wordsFor(view.locale).consoleWords.page.transfers}
      tabs={[
        { path: TRANSFERS, label: tabs.verdicts, current: current === "verdicts" },
        { path: LAW, label: tabs.law, current: current === "law" },
      ]}
    />
  );
}

const TONES: Record<Verdict, Tone> = {
  "none-needed": "plain",
  adequate: "good",
  safeguarded: "good",
  unknown: "waiting",
  gap: "bad",
};

type ReadingProps = { view: ConsoleView; assessment: Assessment; regime: Regime; entry: Entry | undefined };

/** A verdict in a word, and why; `entry` is of whom. */
export function Reading({ view, assessment, regime, entry }: ReadingProps) {
  const said = capitalised(wordsFor(view.locale).terms.verdicts[assessment.verdict]);
  const doubted = doubtOf(view, assessment, entry);
  return (
    <>
      <Badge tone={doubted ? "waiting" : TONES[assessment.verdict]}>{doubted?.(said) ?? said}</Badge>
      <br />
      <small>{capitalised(verdictClause(assessment, regime, view.locale))}.</small>
    </>
  );
}

/** Only a company in the United States that is certified is covered: where either is not said, that is no plain green. */
function doubtOf({ locale }: ConsoleView, { reason }: Assessment, entry: Entry | undefined) {
  if (reason.code !== "certified-recipient") return undefined;
  const { unchecked, withoutCountry } = wordsFor(locale).screens.transfers;
  if (entry?.document.country === undefined) return withoutCountry;
  return reason.checkedOn ? undefined : unchecked;
}

/** A vendor that leads to its page, and one of its services where it has several. */
export function Whose({ view, entry, service }: { view: ConsoleView; entry: Entry | undefined; service: string }) {
  const { document, slug = "" } = entry ?? {};
  const services = document?.services ?? [];
  const found = services.find(({ key }) => key === service);
  return (
    <>
      <a href={href(view, `/console/vendors/${slug}`)} dir="auto">
        {document?.name}
      </a>
      {services.length > 1 && (
        <>
          <br />
          <small class="hint" dir="auto">
            {found?.name ?? found?.category}
          </small>
        </>
      )}
    </>
  );
}

/** Of which day the verdicts are, and which of them; and what if a rule fell. */
export function Filters({ view }: { view: TransfersView }) {
  const { filter: words } = wordsFor(view.locale).screens.transfers;
  const { form } = view;
  const isFiltered = Object.values(view.filters).some((each) => each !== undefined);
  return (
    <search>
      <Narrow
        view={view}
        path={TRANSFERS}
        as="search"
        button={words.button}
        label={words.label}
        isNarrowed={isFiltered}
        clear={words.clear}
      >
        <Text form={form} name="on" type="date" />
        <Pick form={form} name="show" options={[["open", words.open]]} blank={words.all} />
      </Narrow>
      <Narrow
        view={view}
        path={TRANSFERS}
        as="search"
        button={words.whatIf}
        label={words.whatIf}
        kept={{ on: view.filters.on }}
      >
        <Rules view={view} />
      </Narrow>
    </search>
  );
}

/** The rules that may fall: first those that something rests on. */
function Rules({ view }: { view: TransfersView }) {
  const { filter: words } = wordsFor(view.locale).screens.transfers;
  const name = "without";
  const chosen = valueIn(view.form.values, name);
  const wrong = view.form.wrong[name];
  const rules = rulesOf(view.law).filter(
    (rule) => isInForceOn(rule, view.on) && !("effect" in rule && rule.effect === "home"),
  );
  const [used, others] = [true, false].map((is) => rules.filter(({ id }) => view.used.has(id) === is)) as [
    typeof rules,
    typeof rules,
  ];
  return (
    <p class="field wide">
      <label for={name}>{words.fields.without}</label>
      <select
        id={name}
        name={name}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong && `${name}-wrong`}
      >
        {chosen === "" && <option value="">{wordsFor(view.locale).screens.kit.choose}</option>}
        <Grouped label={words.used} options={ruleOptions(used, view.locale)} chosen={chosen} />
        <Grouped label={words.others} options={ruleOptions(others, view.locale)} chosen={chosen} />
      </select>
      {wrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
    </p>
  );
}

function Grouped({ label, options, chosen }: { label: string; options: Options; chosen: string }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map(([id, name]) => (
        <option value={id} selected={id === chosen}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
