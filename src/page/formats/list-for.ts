import { listOn } from "../../model/change/history.ts";
import { asPublishedOn } from "../../model/change/publishers.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { isFor } from "../../model/vendor/places-for.ts";
import { announcements, comingOf } from "../changes/changes.tsx";
import { matching, usedBy } from "../register/filters.ts";
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
  return inGroups(matching(all, { product, region }, locale), "category", locale).flatMap(({ services }) => services);
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
