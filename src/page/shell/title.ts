import { listOn } from "../../model/change/history.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { commonRole, listRole } from "../../words/role.ts";
import { ownTitle, type RegisterView } from "./view.ts";

/**
 * What the list of a day is called in every form, whatever it is narrowed to: as the organisation calls it, else by the one role of
 * everything on it. An empty one is called as today's is, and "Subprocessors" while nothing says otherwise. `lang`: the language
 * of a title that is not in the reader's.
 */
export function listTitleOn(
  view: RegisterView,
  on: IsoDate = view.today,
): { text: string; lang?: Locale; isOwn: boolean } {
  const own = ownTitle(view);
  if (own) return { ...own, isOwn: true };
  const { headings } = wordsFor(view.locale).page;
  const servicesOn = (day: IsoDate) => listOn(view.register.history, day).flatMap(({ document }) => document.services);
  const then = servicesOn(on);
  const services = then.length > 0 || on === view.today ? then : servicesOn(view.today);
  return { text: headings[services.length > 0 ? listRole(commonRole(services)) : "subprocessor"], isOwn: false };
}
