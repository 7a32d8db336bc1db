import type { ChangeSetView } from "../../model/change/register.ts";
import type { LastDay } from "../../model/people/last-day.ts";
import type { Response } from "../../model/people/response.ts";
import type { Answer, Party } from "../../registry/answers/respond.ts";
import { formatLastDay } from "../../words/index.ts";
import type { RegisterView } from "../shell/view.ts";

export type AnswerField = keyof Answer;

export type RespondView = RegisterView & {
  changeSet: ChangeSetView;
  /** The customers the reader answers for; none for a follower. */
  parties: readonly Party[];
  /** What they have answered so far. */
  answers: readonly Response[];
  /** Where the dates are, as a calendar file. */
  calendarUrl: string;
  saved?: boolean | undefined;
  tooOften?: boolean | undefined;
  /** What was sent, and which fields of it cannot be taken. */
  wrong?: { sent: Record<AnswerField, string>; fields: readonly AnswerField[] } | undefined;
};

/** What the form needs to know. */
export type Answering = Pick<RespondView, "register" | "locale" | "today" | "parties" | "answers" | "wrong"> & {
  changeSet: Pick<ChangeSetView, "lastDayToObjectOn">;
};

/** The one customer the reader answers for; undefined for a follower, and where there are several. */
export const onlyParty = ({ parties }: Pick<RespondView, "parties">): Party | undefined =>
  parties.length === 1 ? parties[0] : undefined;

/** The view with those of its customers alone to whom the change applies; null where it applies to none of them. */
export function applying<View extends RespondView>(view: View): View | null {
  const parties = view.parties.filter(({ exemptedAt }) => exemptedAt === null);
  return parties.length === 0 && view.parties.length > 0 ? null : { ...view, parties };
}

type Until = LastDay & Pick<Party, "isOver">;

/** The one last day to object that holds for the reader; null where there is none, or each customer has its own. */
export function onlyLastDay({ parties, changeSet, today }: Answering): Until | null {
  const { lastDayToObjectOn } = changeSet;
  const own: Until = {
    lastDayToObjectOn,
    timeZone: null,
    isOver: lastDayToObjectOn !== null && today > lastDayToObjectOn,
  };
  const [day = own, ...others]: Until[] = [...parties];
  const isSame = (other: Until) =>
    (["lastDayToObjectOn", "timeZone", "beforeEffect"] as const).every((name) => other[name] === day[name]);
  return day.lastDayToObjectOn !== null && others.every(isSame) ? day : null;
}

/** Whether anybody waits for the reader to answer, or for them not to object: for a last day that they have, or an approval. */
export const canObject = (view: RespondView): boolean => {
  const own = view.parties.length === 0 ? view.changeSet.lastDayToObjectOn !== null : false;
  return own || view.parties.some(({ lastDayToObjectOn, isAsked }) => lastDayToObjectOn !== null || isAsked);
};

/** Whether the reader speaks for a customer to whom the list was corrected: that can be objected to at any time. */
export const isCorrected = ({ changeSet, parties }: RespondView): boolean =>
  changeSet.rectification !== null && parties.length > 0;

/** The last day in words, with whose midnight ends it. */
export const inWords = (until: Until, { locale, register }: Pick<RespondView, "locale" | "register">): string | null =>
  formatLastDay(until, locale, register.organisation.timeZone);
