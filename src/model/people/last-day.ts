import type { IsoDate } from "../values/dates.ts";

/** A last day to object as it is recorded: in the time zone of the contract, where that has one of its own; else the organisation's. */
export type LastDay = {
  lastDayToObjectOn: IsoDate | null;
  timeZone?: string | null | undefined;
  /** Objecting is open still: until so many days before an effect that has no day yet. */
  beforeEffect?: number | null | undefined;
};

/** The same with the instant at which that day is over, where the time zone is the contract's own. */
export type EndOfObjecting = Pick<LastDay, "lastDayToObjectOn"> & { objectUntil: Date | null };

/** Whether an objection would be late. */
export const isTooLate = (
  { lastDayToObjectOn, objectUntil }: EndOfObjecting,
  { now, today }: { now: Date; today: IsoDate },
): boolean => (objectUntil ? now >= objectUntil : lastDayToObjectOn !== null && today > lastDayToObjectOn);
