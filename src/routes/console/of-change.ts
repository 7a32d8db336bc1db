import type { Context } from "hono";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { OfChange } from "../../console/kit/of-change.tsx";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { outlineChangeSets } from "../../registry/changes/change-sets.ts";
import type { App } from "../frame/context.ts";
import { setNumber } from "./routes.ts";

/** The changes that are offered: of an older one the address takes the number. */
const MOST_OFFERED = 50;

/** The change that an address asks for; undefined where it names none. */
export const changeAsked = (c: Context<App>): number | undefined => setNumber(c.req.query("change"));

/** What a list may be narrowed to: the newest changes that were announced, and the one that the address asks for. */
export async function changesToChoose(c: Context<App>, locale: ConsoleLocale): Promise<OfChange> {
  const states = ["announced", "effective", "withdrawn"] as const;
  const { data } = await outlineChangeSets(c.var.deps, { states, limit: MOST_OFFERED });
  const choices = data.map((set) => ({ number: set.number, title: titleOfSet(set, { locale }) }));
  return { choices, chosen: changeAsked(c) ?? null };
}
