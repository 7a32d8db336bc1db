import { listOn, recordedFrom } from "../../model/change/history.ts";
import { asPublishedOn } from "../../model/change/publishers.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { isFor } from "../../model/vendor/places-for.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { announcements, comingOf } from "../changes/changes.tsx";
import { narrowed, usedBy } from "../register/filters.ts";
import { inGroups, type ListedService, servicesOf } from "../register/listed.ts";
import type { RegisterView } from "../shell/view.ts";

/** What a file of the list is asked for: of which day, and for which product or hosting region. */
export type Asked = { on: IsoDate; product?: string | undefined; region?: string | undefined };
export type ListView = RegisterView & Asked;

/** A view whose register is of whoever published it on the day. */
export const listViewOf = (view: RegisterView, asked: Asked): ListView => ({
  ...view,
  ...asked,
  register: asPublishedOn(view.register, asked.on),
});

/** The services of the list that a file has, in the order of the page. */
export function listFor({ register, on, product, region, locale }: ListView): ListedService[] {
  const all = servicesOf(listOn(register.history, on));
  return inGroups(narrowed(all, { product, region }), "category", locale).flatMap(({ services }) => services);
}

/** The sets that are to come, soonest first, each with those changes that concern what a file is asked for. None for another day's list. */
export function comingFor(view: ListView): ChangeSetView[] {
  if (view.on !== view.today) return [];
  const used = usedBy(view);
  return comingOf(announcements(view))
    .map((set) => ({
      ...set,
      changes: set.changes.filter(
        ({ before, after, withdrawn }) =>
          !withdrawn && [before, after].some((document) => document?.services.some((service) => isFor(service, used))),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** The day on which the register begins, where a list of an earlier one is asked for; null where it is recorded. Today's always is. */
export function unrecordedUntil({ register, on, today }: Pick<ListView, "register" | "on" | "today">): IsoDate | null {
  const begins = recordedFrom(register.history);
  return begins !== null && on !== today && on < begins ? begins : null;
}

/** What is said in the place of a list that has no services; null of one that has some. */
export function whyEmpty(view: ListView, listed: readonly ListedService[]): string | null {
  if (listed.length > 0) return null;
  const { register, on, product, region, locale } = view;
  const words = wordsFor(locale).page.list;
  const begins = unrecordedUntil(view);
  if (begins !== null) return words.begins(formatDate(begins, locale));
  if (recordedFrom(register.history) === null) return words.empty;
  return product || region ? words.noMatch : words.emptyOn(formatDate(on, locale));
}
