import type { Organisation } from "../organisation-document.ts";
import type { ContractTerms, ObjectUntilEffect } from "../people/contract-terms.ts";
import { addDays, dateIn, type IsoDate, latest, startOf } from "../values/dates.ts";
import { type ObjectionPeriod, type Period, periodEnd, receiptOf } from "../values/period.ts";

/** The terms of a contract that its dates follow from. */
export const TIME_TERMS = [
  "noticePeriod",
  "objectionPeriod",
  "objectUntilEffect",
  "timeZone",
  "holidays",
  "emergency",
] as const;
export type TimeTerms = Pick<ContractTerms, (typeof TIME_TERMS)[number]>;

/** What follows from terms for an announcement. */
export type Deadlines = {
  /** The first of the organisation's days on which a change may take effect. */
  earliestEffectiveOn: IsoDate;
  /** The last day on which an objection is in time, where the contract counts its days. */
  lastDayToObjectOn: IsoDate;
  /** The first day on which a change may take effect in an emergency, whose reason is told. */
  earliestInEmergencyOn: IsoDate;
  /** The end of the last day to object, as an instant, where the contract has a time zone of its own; null: the organisation's. */
  objectUntil: string | null;
};

/** An instant, and the organisation's day at it. */
export type Moment = { now: Date; today: IsoDate };

/** What else is known of an announcement: its instant, and the day its changes take effect. */
type Announcement = { now?: Date; effectiveOn?: IsoDate | null };

const OWN: Partial<TimeTerms> = {};

/**
 * The dates that follow from a contract's terms when changes are announced on `today`, in the organisation's time zone; a
 * contract with a time zone of its own counts from its day at the instant `now`. A period lasts until the end of its last day
 * (Regulation (EEC, Euratom) 1182/71, Art. 3(2)), so a change may take effect on the day after: in time to object *prior to*
 * it (GDPR Art. 28(2), SCC 2021/914 clause 9(a)). It waits for objections too, unless they may outlast the notice.
 */
export function deadlinesOf(
  organisation: Organisation,
  today: IsoDate,
  terms: Partial<TimeTerms> = OWN,
  { now, effectiveOn = null }: Announcement = {},
): Deadlines {
  const { objectUntilEffect, emergency = "allowed" } = terms;
  const days = daysOf(organisation, terms.timeZone ?? null);
  const holidays = terms.holidays ?? organisation.holidays;
  const noticeOn = (now && days.on(now)) ?? today;
  const noticePeriod = terms.noticePeriod ?? organisation.noticePeriod;
  const receivedOn = receiptOf(noticeOn, noticePeriod, holidays);
  // A period that states no receipt of its own runs from that of the notice beside it (Art. 3(1)).
  const ends = (period: Period) => periodEnd(period.deemedReceiptDays > 0 ? noticeOn : receivedOn, period, holidays);
  const noticeEndsOn = ends(noticePeriod);

  let earliestEffectiveOn: IsoDate;
  let lastDayToObjectOn: IsoDate;
  if (objectUntilEffect) {
    const earlier = beforeTheEve(objectUntilEffect);
    // Objecting is never over before the notice has been received.
    earliestEffectiveOn = days.after(latest(noticeEndsOn, addDays(receivedOn, earlier)));
    const on = effectiveOn ?? earliestEffectiveOn;
    // An emergency that leaves no notice leaves as much time to object as the notice would have.
    lastDayToObjectOn = on < earliestEffectiveOn ? noticeEndsOn : addDays(days.before(on), -earlier);
  } else {
    const objectionPeriod = objectionPeriodOf(organisation, terms);
    lastDayToObjectOn = ends(objectionPeriod);
    earliestEffectiveOn = days.after(
      objectionPeriod.mayOutlastNotice ? noticeEndsOn : latest(noticeEndsOn, lastDayToObjectOn),
    );
  }

  const inEmergency = { allowed: () => today, "not-allowed": () => earliestEffectiveOn };
  const shortened = typeof emergency === "string" ? inEmergency[emergency]() : days.after(ends(emergency));
  return {
    earliestEffectiveOn,
    earliestInEmergencyOn: earliestOfAll(shortened, earliestEffectiveOn),
    lastDayToObjectOn,
    objectUntil: days.endOf(lastDayToObjectOn),
  };
}

/** How many days before the eve of the effect objecting ends: never later than on the eve. */
const beforeTheEve = ({ daysBefore }: ObjectUntilEffect): number => Math.max(daysBefore, 1) - 1;

/** Of a contract under which objecting is open until so many days before the effect. */
export type UntilEffect = { objectUntilEffect: ObjectUntilEffect; timeZone: string | null };

/** The contract's day at a moment. */
export const dayTold = (
  organisation: Organisation,
  { timeZone }: Pick<UntilEffect, "timeZone">,
  { now, today }: Moment,
): IsoDate => daysOf(organisation, timeZone).on(now) ?? today;

/** The first of the organisation's days on which a change may take effect whose last day to object is a moment's, or later. */
export const firstDayTold = (organisation: Organisation, terms: UntilEffect, moment: Moment): IsoDate =>
  daysOf(organisation, terms.timeZone).after(
    addDays(dayTold(organisation, terms, moment), beforeTheEve(terms.objectUntilEffect)),
  );

/** The last day to object under a contract where that is open until so many days before the effect, for one on `effectiveOn`. */
export function lastDayBefore(
  organisation: Organisation,
  { objectUntilEffect, timeZone }: UntilEffect,
  effectiveOn: IsoDate,
): Pick<Deadlines, "lastDayToObjectOn" | "objectUntil"> {
  const days = daysOf(organisation, timeZone);
  const lastDayToObjectOn = addDays(days.before(effectiveOn), -beforeTheEve(objectUntilEffect));
  return { lastDayToObjectOn, objectUntil: days.endOf(lastDayToObjectOn) };
}

const earliestOfAll = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);

/** An objection period that is not stated is as long as the notice period beside it. */
export const objectionPeriodOf = (organisation: Organisation, terms: Partial<TimeTerms> = OWN): ObjectionPeriod =>
  terms.objectionPeriod ?? terms.noticePeriod ?? organisation.objectionPeriod ?? organisation.noticePeriod;

/** How the days of a contract lie beside those of the organisation, on which changes take effect. */
function daysOf({ timeZone: ours }: Organisation, theirs: string | null) {
  if (theirs === null) {
    return {
      on: () => null,
      after: (last: IsoDate) => addDays(last, 1),
      before: (day: IsoDate) => addDays(day, -1),
      endOf: () => null,
    };
  }
  const end = (day: IsoDate) => startOf(addDays(day, 1), theirs);
  return {
    /** The contract's day at an instant. */
    on: (at: Date) => dateIn(theirs, at),
    /** The organisation's first day that begins when a day of the contract is over. */
    after(last: IsoDate): IsoDate {
      const day = dateIn(ours, end(last));
      return startOf(day, ours) < end(last) ? addDays(day, 1) : day;
    },
    /** The contract's last day that is over when a day of the organisation begins. */
    before: (day: IsoDate) => addDays(dateIn(theirs, startOf(day, ours)), -1),
    endOf: (day: IsoDate) => end(day).toISOString(),
  };
}

/** The day by which a change was announced too early, or is in time. */
export type Earliest = "earliestEffectiveOn" | "earliestInEmergencyOn";

/** The first day that every contract and the organisation's own periods allow. */
export const earliestOf = (
  own: Deadlines,
  contracts: readonly Deadlines[],
  by: Earliest = "earliestEffectiveOn",
): IsoDate => latest(own[by], ...contracts.map((each) => each[by]));

/** A last day to object as it is recorded, with what it follows from where that is the effect. */
type JoinedDates = Pick<Deadlines, "lastDayToObjectOn" | "objectUntil"> & {
  objectUntilEffect: ObjectUntilEffect | null;
};

/**
 * When the first change that waits for a contract takes effect: `held` where it has no day, as the one it had is over; null
 * where that ends nothing.
 */
export type Ending = { inForceOn: IsoDate | "held" | null; extendedTo: IsoDate | null };

/**
 * What is recorded of a contract that changes come to concern which others were told of: objecting is over when they take
 * effect, unless it may outlast the notice, and not before a day that all were given instead. While they have no day it
 * lasts until the eve of their effect, whenever that is: nothing waits for whoever comes later.
 */
export function endingAt(
  organisation: Organisation,
  terms: TimeTerms,
  own: Pick<Deadlines, "lastDayToObjectOn" | "objectUntil">,
  { now, today }: Moment,
  { inForceOn, extendedTo }: Ending,
): JoinedDates {
  const { objectUntilEffect, timeZone } = terms;
  const days = daysOf(organisation, timeZone);
  const endingOn = (day: IsoDate, term = objectUntilEffect): JoinedDates => {
    return { lastDayToObjectOn: day, objectUntil: days.endOf(day), objectUntilEffect: term };
  };
  const given = extendedTo ?? own.lastDayToObjectOn;
  const mayOutlast = !objectUntilEffect && objectionPeriodOf(organisation, terms).mayOutlastNotice;
  if (inForceOn === null || mayOutlast) return endingOn(latest(own.lastDayToObjectOn, given));
  const term = objectUntilEffect ?? { daysBefore: 1 };
  const before = lastDayBefore(
    organisation,
    { objectUntilEffect: term, timeZone },
    inForceOn === "held" ? today : inForceOn,
  );
  if (inForceOn === "held") return endingOn(before.lastDayToObjectOn, term);
  const eve = days.before(inForceOn);
  // Objecting is never over before the notice has been received.
  const until = objectUntilEffect ? latest(before.lastDayToObjectOn, days.on(now) ?? today) : own.lastDayToObjectOn;
  const last = extendedTo === null ? until : latest(until, extendedTo);
  return endingOn(earliestOfAll(last, eve));
}
