import { type Effect, effectsOf } from "../../model/change/effect.ts";
import { type ChangeSetView, changeSetViews } from "../../model/change/register.ts";
import { asWithdrawn, partedByWithdrawal } from "../../model/change/share.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { capitalised, formatBeginning, formatDeadline, wordsFor } from "../../words/index.ts";
import { correctedLines } from "../changes/corrected.tsx";
import { summarise } from "../changes/summary.ts";
import { namesOf } from "../describe/names.ts";
import { type RegisterView, titled } from "../shell/view.ts";

/**
 * Whose last day to object goes into a calendar: a customer's, by name where there are several, or what holds for all of
 * whom nothing else is agreed. `uidSuffix` tells their events apart. `on`: null where there is no such day, and so no event.
 */
type LastDay = { uidSuffix: string; name: string | null; on: IsoDate | null; timeZone: string | null; isForAll?: true };

/** The last day to object as anybody may read it, who may be no customer. */
export const lastDayForAll = ({ lastDayToObjectOn: on }: ChangeSetView): LastDay => ({
  uidSuffix: "",
  name: null,
  on,
  timeZone: null,
  isForAll: true,
});

/** The dates of one change set, and whose last days to object are told. */
type Dates = { set: ChangeSetView; lastDays: readonly LastDay[] };

/**
 * The dates of a change set as an iCalendar file (RFC 5545): the last day to object, one for each customer given, and
 * the day it takes effect. Whole days, so that they are the same day wherever the reader is; each event says whose midnight
 * counts. Once the set is withdrawn, the same events are cancelled; a change withdrawn by itself has its own one cancelled.
 * Null when the set was never announced.
 */
export function renderCalendar(view: RegisterView, set: ChangeSetView, lastDays: readonly LastDay[]): string | null {
  if (!set.announcedAt || !set.effectiveOn) return null;
  return calendarOf([], eventsOf(view, { set, lastDays }));
}

/**
 * The dates to come as a calendar to subscribe to (RFC 7986): of every set that is announced and not in force, or can still be
 * objected to; and of one withdrawn before its day, as cancelled.
 */
export function renderComing(view: RegisterView): string {
  const { register, today, locale } = view;
  const name = titled(view, wordsFor(locale).changes.coming.heading);
  const events = changeSetViews(register.history, today)
    .filter(({ state, effectiveOn, lastDayToObjectOn: until }) =>
      state === "withdrawn" ? (effectiveOn ?? "") >= today : state === "announced" || (until ?? "") >= today,
    )
    .sort((a, b) => a.number - b.number)
    .flatMap((set) => eventsOf(view, { set, lastDays: [lastDayForAll(set)] }));
  const head = [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT12H"];
  return calendarOf(head, events.length > 0 ? events : NO_EVENTS);
}

/** A calendar has to have a component (RFC 5545, 3.6): this one says nothing. */
const NO_EVENTS = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const calendarOf = (head: readonly string[], components: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//subprocessor registry//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...head,
    ...components,
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");

/** The lines of a set's events; none of one that was never announced. */
function eventsOf(view: RegisterView, { set, lastDays }: Dates): string[] {
  const { register, locale, publicUrl, today } = view;
  const { announcedAt, effectiveOn } = set;
  if (!announcedAt || !effectiveOn) return [];
  const { answers, rectification } = wordsFor(locale);
  const words = answers.calendar;
  const { name, timeZone: own } = register.organisation;
  const title = summarise(set, locale);
  const postponed = register.postponements.filter(({ changeSet }) => changeSet === set.number);
  const event = (id: string, on: IsoDate, summary: string, midnight: string, standing: Standing = "CONFIRMED") => [
    "BEGIN:VEVENT",
    `UID:change-set-${set.number}-${id}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${stamp(set.updatedAt)}`,
    // 0 as announced, 1 once approvals moved the date, 2 withdrawn, and two more for each postponement. Of equal ones
    // `DTSTAMP` tells the later.
    `SEQUENCE:${2 * postponed.length + (set.withdrawnAt ? 2 : set.updatedAt > announcedAt ? 1 : 0)}`,
    `STATUS:${set.state === "withdrawn" ? "CANCELLED" : standing}`,
    "TRANSP:TRANSPARENT",
    `DTSTART;VALUE=DATE:${day(on)}`,
    // The first day that is no longer part of it. Without one it lasts a day (RFC 5545, 3.6.1): none follows 9999-12-31.
    ...(addDays(on, 1) > on ? [`DTEND;VALUE=DATE:${day(addDays(on, 1))}`] : []),
    `SUMMARY:${escaped(wordsFor(view.locale).terms.explained(name, summary))}`,
    `DESCRIPTION:${escaped([title, capitalised(midnight), ...correctedLines(view, set)].join("\n"))}`,
    `URL:${publicUrl}/changes/${set.number}`,
    "END:VEVENT",
  ];
  const inEffect = (id: string, { as, on, isWithdrawn }: Told, vendors: string) =>
    event(
      id,
      on,
      set.rectification ? rectification.calendar(set.number, vendors) : words.effective[as](set.number, vendors),
      formatBeginning(on, locale, own),
      isWithdrawn ? "CANCELLED" : as === "earliest" || as === "heldUp" ? "TENTATIVE" : "CONFIRMED",
    );
  const { withdrawn, left } = partedByWithdrawal(set.changes);
  const concerned = namesOf(left.length > 0 ? left : set.changes, locale);
  const gone = effectsOf(asWithdrawn(set, withdrawn).changes, today).map((effect) => ({
    ...effect,
    isWithdrawn: true,
  }));
  const effects = [...effectsOf(left, today).map((effect) => ({ ...effect, isWithdrawn: false })), ...gone].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  );
  // The set's own event is of what is last; what takes effect otherwise has one for each change.
  const { of: lastOnes, ...last } = effects.at(-1) ?? { as: "from", on: effectiveOn, of: left, isWithdrawn: false };
  return [
    ...lastDays.flatMap(({ uidSuffix, name: whose, on, timeZone, isForAll }) => {
      const summary = isForAll
        ? words.lastDayForAll(set.number, concerned)
        : words.lastDay(set.number, concerned, whose);
      if (on === null) return [];
      return event(`objection${uidSuffix}`, on, summary, formatDeadline(on, locale, timeZone ?? own));
    }),
    ...inEffect("effective", last, namesOf(lastOnes, locale)),
    ...effects
      .slice(0, -1)
      .flatMap(({ of, ...effect }) =>
        of.flatMap(({ vendor, name: named }) => inEffect(`effective-${vendor}`, effect, named)),
      ),
  ];
}

/** An effect of a set, or of what was withdrawn of it by itself. */
type Told = Effect & { isWithdrawn: boolean };
type Standing = "CONFIRMED" | "TENTATIVE" | "CANCELLED";

const day = (on: IsoDate): string => on.replaceAll("-", "");
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\\n");

/** Folds at 75 bytes, goes on after a space, and never splits a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const parts = [""];
  for (const character of line) {
    const longer = (parts.at(-1) ?? "") + character;
    // The space that a further line starts with counts.
    if (Buffer.byteLength(longer) > (parts.length === 1 ? 75 : 74)) parts.push(character);
    else parts[parts.length - 1] = longer;
  }
  return parts.join("\r\n ");
}
