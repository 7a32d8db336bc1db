import { listOn } from "../../model/change/history.ts";
import { asPublishedOn } from "../../model/change/publishers.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { matching } from "../register/filters.ts";
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
