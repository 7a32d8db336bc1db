import type { IsoDate } from "../../model/values/dates.ts";
import { SECTIONS } from "../shell/sections.ts";
import { href, type RegisterView } from "../shell/view.ts";
import type { Filters } from "./filters.ts";
import type { Sort } from "./listed.ts";

/** The list as it was asked for. */
export type Asked = {
  /** The date of the list, where that is not today. */
  at: IsoDate | null;
  filters: Filters;
  sort: Sort;
  /** Whether all details are open, for who prints them. */
  isOpen: boolean;
};

/** The address of a list as it is asked for. */
export function listHref(view: Pick<RegisterView, "lang">, { at, filters, sort, isOpen }: Asked): string {
  const parameters = {
    ...filters,
    at: at ?? undefined,
    sort: sort === "category" ? undefined : sort,
    print: isOpen ? "details" : undefined,
  };
  return href(view, "/", parameters);
}

/** The same, at the list itself. */
export const atList = (view: Pick<RegisterView, "lang">, asked: Asked): string =>
  `${listHref(view, asked)}#${SECTIONS.list}`;
