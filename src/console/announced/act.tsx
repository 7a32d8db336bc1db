import type { Child } from "hono/jsx";
import { isDoneBy } from "../../model/change/share.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { NamedPerson } from "../../model/people/reader.ts";
import { addDays } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import type { Locale } from "../../model/values/text.ts";
import { namesOf } from "../../page/describe/names.ts";
import { href } from "../../page/shell/view.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { titleOfSet } from "../changes/list.tsx";
import { Checks } from "../kit/choices.tsx";
import { Prose, Text, Texts } from "../kit/fields.tsx";
import { Form, Preview } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { People } from "../kit/people.tsx";
import { renderMessage, renderScreen } from "../shell.tsx";
import { correctable, movable } from "./forms.ts";
import { type ShownMail, ToldMail } from "./told-mail.tsx";
import { ACTS, type Act, type Concerned, pathOf, type SetView, wordsOf } from "./view.ts";

/** Whom a notice would go to, and what they would read. */
export type Told = {
  kind: NoticeKind;
  changeSet: number;
  contacts: number;
  followers: number;
  suppressed: number;
  byLocale: Partial<Record<Locale, number>>;
  named: readonly NamedPerson[];
  mails: readonly ShownMail[];
};

type SetPart = "state" | "dates" | "approvals" | "notices";

export type ActView = SetView & {
  act: Act;
  form: FormState;
  /** The languages that the organisation writes. */
  locales: readonly Locale[];
  told: readonly Told[];
  /** What is typed, as an address has it; null where that is too much. */
  typed: string | null;
  /** Where a test was just sent to. */
  testedTo?: string | undefined;
  /** Until when customers may object as it is now. */
  lastDays: Concerned["lastDays"];
  /** How many mails are sent again. */
  missed: number;
  /** Whether some announcements have not been sent yet. */
  hasUntried: boolean;
  /** What has changed since the form was opened, where it was refused for that. */
  changed: readonly SetPart[];
};

/** A page that says what is about to be done and whom it tells, and is confirmed by the button that does it. */
export function renderAct(view: ActView): string {
  const { act, form, changed } = view;
  const words = wordsOf(view);
  const { title, lead, button } = words.act[act];
  const path = pathOf(view);
  return renderScreen(
    view,
    { page: "changes", title, back: { path, label: titleOfSet(view.set, view) }, lead },
    <>
      {changed.length > 0 && (
        <div class="notice">
          <p>
            <strong>{words.changed.title}</strong>:{" "}
            {formatList(
              changed.map((part) => words.changed[part]),
              view.locale,
            )}
            .
          </p>
          <p>{words.changed.text}</p>
        </div>
      )}
      {view.testedTo && (
        <p class="notice good" role="status">
          {wordsFor(view.locale).screens.drafts.mails.sent(view.testedTo)}
        </p>
      )}
      <Form
        form={form}
        action={href(view, `${path}/${ACTS[act].path}`)}
        button={button}
        actions={<a href={href(view, path)}>{wordsFor(view.locale).screens.kit.cancel}</a>}
      >
        <section>{FIELDS[act](view)}</section>
        <section aria-labelledby="told">
          <h2 id="told">{words.told.title}</h2>
          <Preview form={form} name="told">
            <Tellings view={view} />
          </Preview>
        </section>
      </Form>
    </>,
  );
}

const FIELDS: Record<Act, (view: ActView) => Child> = {
  withdraw: (view) => (
    <>
      <WhatStays view={view} />
      <Prose form={view.form} name="reason" hint={wordsOf(view).hints.withdrawReason} />
    </>
  ),
  correct: (view) => (
    <>
      <Which view={view} changes={correctable(view.set)} />
      <Texts
        form={view.form}
        name="text"
        label={wordsOf(view).fields.text}
        hint={wordsOf(view).hints.text}
        locales={view.locales}
        required
        rows={6}
      />
    </>
  ),
  postpone: (view) => <Postpone view={view} />,
  waive: ({ form, ...view }) => <Prose form={form} name="reason" hint={wordsOf(view).hints.waiveReason} required />,
  resend: ({ form, ...view }) => (
    <Prose form={form} name="reason" hint={wordsOf(view).hints.resendReason} required maxlength={250} />
  ),
};

/** What of a set is in force, and is not withdrawn with the rest. */
function WhatStays({ view }: { view: ActView }) {
  const { set, today, locale } = view;
  const stays = set.changes.filter((change) => isDoneBy(change, today));
  if (stays.length === 0) return null;
  return (
    <p class="notice">{wordsOf(view).hints.stays(namesOf(movable(set, today), locale), namesOf(stays, locale))}</p>
  );
}

function Postpone({ view }: { view: ActView }) {
  const { form, set, today } = view;
  const { hints } = wordsOf(view);
  return (
    <>
      <Which view={view} changes={movable(set, today)} />
      <Text form={form} name="effectiveOn" hint={presentDays(view)} required short />
      {set.lastDayToObjectOn && <Text form={form} name="lastDayToObjectOn" hint={lastDaysNow(view)} short />}
      <Prose form={form} name="reason" hint={hints.publicReason} required />
    </>
  );
}

/** When what can be put off applies now, and what a later day is like. */
function presentDays({ set, today, locale }: ActView): string {
  const { hints } = wordsFor(locale).screens.announced;
  const byDay = Map.groupBy(
    movable(set, today).filter(({ effectiveOn }) => effectiveOn !== null),
    ({ effectiveOn }) => effectiveOn ?? today,
  );
  const days = [...byDay.keys()].sort();
  const last = days.at(-1) ?? today;
  const now = days.map((day) => {
    const date = formatDate(day, locale);
    return days.length === 1 ? date : hints.ofSome(namesOf(byDay.get(day) ?? [], locale), date);
  });
  return hints.date(formatList(now, locale), formatDate(addDays(last, A_MONTH), locale));
}

const A_MONTH = 28;

/** Until when each customer may object now, and whoever has no contract: the days that stay where nothing is written. */
function lastDaysNow({ set, lastDays, locale }: ActView): string {
  const { hints, approvals } = wordsFor(locale).screens.announced;
  const own = set.lastDayToObjectOn;
  const days = lastDays.slice(0, MOST_DAYS).map(({ on, customers, names }) => {
    const all = customers > names.length ? [...names, approvals.more(customers - names.length)] : names;
    return hints.ofSome(formatList(all, locale), formatDate(on, locale));
  });
  const others = lastDays.length > MOST_DAYS ? [hints.otherDays(lastDays.length - MOST_DAYS)] : [];
  return hints.lastDay([...days, ...others, ...(own ? [hints.ownTerms(formatDate(own, locale))] : [])]);
}

/** More last days than these are counted. */
const MOST_DAYS = 5;

/** Which changes are meant, where there are several. */
function Which({ view, changes }: { view: ActView; changes: readonly { vendor: string; name: string }[] }) {
  if (changes.length < 2) return null;
  return (
    <Checks
      form={view.form}
      name="changes"
      hint={wordsOf(view).hints.changesWithdrawn}
      options={changes.map(({ vendor, name }) => [vendor, name])}
    />
  );
}

function Tellings({ view }: { view: ActView }) {
  const { told: words } = wordsOf(view);
  if (view.act === "resend") return <p>{words.missed(view.missed)}</p>;
  const all = view.told.filter(({ contacts, followers, suppressed }) => contacts + followers + suppressed > 0);
  return (
    <>
      {all.length === 0 && <p>{words.nobody}</p>}
      {all.map((each) => (
        <Telling view={view} told={each} isAlone={all.length === 1} />
      ))}
      {view.act === "withdraw" &&
        view.hasUntried &&
        movable(view.set, view.today).length === view.set.changes.length && <p>{words.untried}</p>}
    </>
  );
}

function Telling({ view, told, isAlone }: { view: ActView; told: Told; isAlone: boolean }) {
  const { told: words } = wordsOf(view);
  const { kind, changeSet, contacts, followers, suppressed, byLocale, named, mails } = told;
  const notices: Record<string, string> = words.notices;
  const heading = notices[kind] ?? "";
  const languages = (Object.entries(byLocale) as [Locale, number][]).map(([locale, n]) =>
    words.inLanguage(LANGUAGES[locale].name, n),
  );
  return (
    <>
      {!isAlone && <h3>{changeSet === view.set.number ? heading : words.ofOther(heading, changeSet)}</h3>}
      <p>
        {contacts + followers === 0 ? words.nobody : words.people(contacts + followers, contacts, followers)}
        {languages.length > 1 && ` ${words.byLanguage(formatList(languages, view.locale))}`}
        {suppressed > 0 && ` ${words.suppressed(suppressed)}`}
      </p>
      <People locale={view.locale} people={named} all={contacts + followers} />
      {contacts + followers > 0 && (
        <>
          <p class="hint">{mails.length > 0 ? words.mailHint : words.unwritten}</p>
          {mails.map((mail, index) => (
            <ToldMail
              view={view}
              mail={mail}
              isOpen={index === 0 && isAlone}
              path={`${pathOf(view)}/${ACTS[view.act].path}`}
              typed={view.typed}
            />
          ))}
        </>
      )}
    </>
  );
}

/** Says why something cannot be done about a set any more. */
export function renderCannot(view: SetView, why: string): string {
  const { cannot } = wordsOf(view);
  return renderMessage(
    view,
    cannot.title,
    [why],
    <p>
      <a class="onward" href={href(view, pathOf(view))}>
        {cannot.back}
      </a>
    </p>,
  );
}
