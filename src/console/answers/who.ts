import type { Response } from "../../model/people/response.ts";
import { daysBetween, type IsoDate } from "../../model/values/dates.ts";
import { formatDeadline, wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";

/** Whose answer it is, as far as that is known: a customer, whom a follower says they speak for, or an address. */
export const whoOf = (
  { customerName, onBehalfOf, email }: Pick<Response, "customerName" | "onBehalfOf" | "email">,
  { locale }: Pick<ConsoleView, "locale">,
): string => customerName ?? onBehalfOf ?? email ?? wordsFor(locale).screens.answers.follower;

/** An answer in a sentence: "Globex Ltd objects". */
export const sentenceOf = (response: Response, view: Pick<ConsoleView, "locale">): string =>
  wordsFor(view.locale).screens.answers.kinds[response.kind](whoOf(response, view));

/** A last day with whose midnight ends it, and how many days are left of it. */
export function lastDay(
  { lastDayToObjectOn: on, timeZone }: { lastDayToObjectOn: IsoDate | null; timeZone: string | null },
  { locale, ...view }: Pick<ConsoleView, "locale" | "timeZone">,
  today: IsoDate,
): { date: string; left: string | null } {
  const words = wordsFor(locale).screens.answers;
  if (on === null) return { date: words.noDay, left: null };
  const left = daysBetween(today, on);
  return {
    date: formatDeadline(on, locale, timeZone ?? view.timeZone),
    left: left < 0 ? words.over(-left) : words.left(left),
  };
}
