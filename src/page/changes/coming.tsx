import { type IsoDate, periodEnd } from "../../model/dates.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { ChangeSetView, ChangeView } from "../../model/register.ts";
import { type Locale, localized } from "../../model/text.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { type DescribedRow, describeChange, type Names } from "../describe/change.ts";
import { describeLocation } from "../describe/value.ts";
import { href, type RegisterFrame } from "../frame/frame.ts";
import { Prose } from "../parts/facts.tsx";
import { MailTo } from "../parts/mail-to.tsx";
import { Day } from "../parts/when.tsx";

/** What is announced and not yet in force, soonest first: what, from when, and how to object in time. */
export function Coming({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  if (sets.length === 0) return null;
  return (
    <section class="coming" id="coming" aria-labelledby="coming-heading">
      <h2 id="coming-heading">{wordsFor(frame.locale).page.coming.heading}</h2>
      {sets.map((set) => (
        <ComingSet frame={frame} set={set} />
      ))}
    </section>
  );
}

/** What is in force and may still be objected to, or did not wait for it: its readers come here to learn why. */
export function Recent({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  if (sets.length === 0) return null;
  return (
    <section class="coming" id="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">{wordsFor(frame.locale).page.recent.heading}</h2>
      {sets.map((set) => (
        <ComingSet frame={frame} set={set} />
      ))}
    </section>
  );
}

/** Whether objections to a set are open on `today`, or would be had its emergency left time for them. */
export function isRecent(set: ChangeSetView, { objectionPeriod, holidays }: Organisation, today: IsoDate): boolean {
  if (set.state !== "effective" || set.effectiveOn === null) return false;
  return (
    isOpen(set, today) || (set.emergency !== null && today <= periodEnd(set.effectiveOn, objectionPeriod, holidays))
  );
}

/** Whether an objection would still be in time: until the end of the last day to object. */
export function isOpen({ lastDayToObjectOn }: ChangeSetView, today: IsoDate): boolean {
  return lastDayToObjectOn !== null && today <= lastDayToObjectOn;
}

/** Whether its date is over and it still waits for approvals. */
export function isHeldUp({ awaitsApproval, effectiveOn }: ChangeSetView, today: IsoDate): boolean {
  return awaitsApproval && effectiveOn !== null && effectiveOn <= today;
}

function ComingSet({ frame, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const { locale, register } = frame;
  const { page, terms } = wordsFor(locale);
  return (
    <article class="coming-set">
      <h3>
        <When frame={frame} set={set} />
      </h3>
      <ul class="plain coming-changes">
        {set.changes.map((change) => (
          <li>
            <span class={`tag ${change.kind}`}>{terms.kinds[change.kind]}</span>{" "}
            <strong dir="auto">{change.name}</strong>
            {gist(change, locale, register.organisation).map((line) => (
              <Prose text={line} of="gist" />
            ))}
          </li>
        ))}
      </ul>
      {set.reason && <Prose text={set.reason} />}
      {set.emergency && (
        <p>
          {page.coming.emergency} <span dir="auto">{set.emergency.reason}</span>
        </p>
      )}
      <HowToObject frame={frame} set={set} />
      <p>
        <a class="onward" href={href(frame, `/changes/${set.number}`)}>
          {page.coming.details(set.number)}
        </a>
      </p>
    </article>
  );
}

function When({ frame: { locale, today }, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const { coming, recent } = wordsFor(locale).page;
  const { effectiveOn, lastDayToObjectOn: until } = set;
  if (!effectiveOn) return null;
  if (isHeldUp(set, today)) return <>{coming.heldUp(formatDate(effectiveOn, locale))}</>;
  if (set.state === "announced") {
    return (
      <>
        {coming.from} <Day on={effectiveOn} locale={locale} />
      </>
    );
  }
  const since = formatDate(effectiveOn, locale);
  return <>{until && isOpen(set, today) ? recent.open(since, formatDate(until, locale)) : recent.since(since)}</>;
}

/** Until when, and to whom, an objection may be written. */
export function HowToObject({ frame, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const { locale, today, register } = frame;
  const { organisation } = register;
  const words = wordsFor(locale).page.coming;
  const until = set.lastDayToObjectOn;
  // What does not wait for anybody, such as a removal, has no such day.
  if (until === null) return null;
  if (!isOpen(set, today)) return <p>{words.over(formatDate(until, locale))}</p>;
  if (!organisation.privacyEmail) {
    return <p>{words.objectElsewhere(formatDate(until, locale), organisation.name)}</p>;
  }
  const [before, after] = words.objectBefore(formatDate(until, locale));
  return (
    <p>
      {before}
      <MailTo organisation={organisation} subject={words.subject(set.number)} />
      {after}
    </p>
  );
}

const SHOWN = 5;
const SHORT = 160;

/** "Where: Ireland → India": what one side has and the other has not; only the label where that is long. */
function differenceOf({ label, before, after }: DescribedRow, locale: Locale): string {
  const { terms } = wordsFor(locale);
  const onlyIn = (lines: string[], others: string[]) =>
    lines
      .filter((line) => !others.includes(line) && line !== terms.notListed)
      .map((line) => line.replace(/ <\S+>$/, ""));
  const [gone, come] = [onlyIn(before, after), onlyIn(after, before)];
  const kind = gone.length === 0 ? "added" : come.length === 0 ? "removed" : null;
  const what = kind ? `${label} (${terms.kinds[kind].toLowerCase()})` : label;
  const text = [gone, come].flatMap((lines) => (lines.length === 0 ? [] : [lines.join(", ")])).join(" → ");
  return text.length > SHORT ? what : terms.explained(what, text);
}

/** The least a reader needs to decide whether to read on: what for and where, or which fields differ. */
function gist(change: ChangeView, locale: Locale, names: Names): string[] {
  if (!change.after) return [];
  if (change.before) {
    const { rows } = describeChange(change, locale, names);
    const more = rows.length > SHOWN ? [wordsFor(locale).page.changes.more(rows.length - SHOWN)] : [];
    return [...rows.slice(0, SHOWN).map((row) => differenceOf(row, locale)), ...more];
  }
  return change.after.services.map(({ name, purpose, category, locations }) => {
    const what = (purpose && localized(purpose, locale)) ?? category ?? name;
    const where = locations.map((location) => describeLocation(location, locale));
    return [what, formatList(where, locale)].filter(Boolean).join(" · ");
  });
}
