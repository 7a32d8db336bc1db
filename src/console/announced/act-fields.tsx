import type { Child } from "hono/jsx";
import { isDoneBy } from "../../model/change/share.ts";
import { addDays } from "../../model/values/dates.ts";
import { listSome, namesOf } from "../../page/describe/names.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { Checks } from "../kit/choices.tsx";
import { OwnTexts, Prose, Text, Texts } from "../kit/fields.tsx";
import { correctable, movable, postponable } from "./forms.ts";
import { type Act, type ActView, wordsOf } from "./view.ts";

/** What is asked before a thing is done about a set. */
export const FIELDS: Record<Act, (view: ActView) => Child> = {
  withdraw: (view) => (
    <>
      <WhatStays view={view} />
      <Reason view={view} hint={wordsOf(view).hints.withdrawReason} />
    </>
  ),
  correct: (view) => (
    <>
      <Which view={view} changes={correctable(view.set)} />
      <Texts
        form={view.form}
        name="text"
        label={wordsOf(view).fields.text}
        hint={view.locales.length > 1 ? wordsOf(view).hints.textIn : wordsOf(view).hints.text}
        locales={view.locales}
        required
        rows={6}
      />
    </>
  ),
  postpone: (view) => <Postpone view={view} />,
  waive: (view) => <Reason view={view} hint={wordsOf(view).hints.waiveReason} required />,
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

/** Why it is done, as its readers are told: in the organisation's own language, and in others where they are written. */
const Reason = ({ view, ...texts }: { view: ActView; hint: string; required?: boolean }) => (
  <OwnTexts form={view.form} name="reason" locales={view.locales} maxlength={2000} {...texts} />
);

function Postpone({ view }: { view: ActView }) {
  const { form, set, today } = view;
  const { hints } = wordsOf(view);
  return (
    <>
      <Which
        view={view}
        changes={postponable(set, today).map(({ vendor, of }) => ({ vendor, name: namesOf(of, view.locale) }))}
      />
      <Text form={form} name="effectiveOn" type="date" hint={presentDays(view)} required />
      {set.lastDayToObjectOn && <Text form={form} name="lastDayToObjectOn" type="date" hint={lastDaysNow(view)} />}
      <Reason view={view} hint={hints.publicReason} required />
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
  const { hints } = wordsFor(locale).screens.announced;
  const own = set.lastDayToObjectOn;
  const days = lastDays
    .slice(0, MOST_DAYS)
    .map(({ on, concerned: { names, total } }) =>
      hints.ofSome(listSome(names, locale, { all: total }), formatDate(on, locale)),
    );
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
