import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { languageFor, type Organisation } from "../../model/organisation-document.ts";
import { dayOf } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import type { PageView, RegisterView } from "../../page/shell/view.ts";
import type { App } from "../frame/context.ts";
import { acceptedLocale, written } from "../frame/language.ts";
import { problem } from "../frame/problems.ts";

/** Reads what every page needs: the published register, and the reader's language. */
export async function registerView(c: Context<App>): Promise<RegisterView> {
  const { register, stale } = await c.var.published();
  const { clock, config } = c.var.deps;
  return {
    register,
    stale,
    ...languageOf(c, register.organisation),
    today: dayOf(register.calendar, clock.now()),
    publicUrl: config.publicUrl,
  };
}

/** The same for a person the registry knows: in their language, unless the address asks for another. */
export async function personView(c: Context<App>, person: { locale: Locale } | null): Promise<RegisterView> {
  const view = await registerView(c);
  const theirs = person && languageFor(person.locale, view.register.organisation);
  return { ...view, locale: view.lang ?? theirs ?? view.locale };
}

/** `?lang=`, else what the reader's browser asks for, else the organisation's own. */
export function languageOf(c: Context, organisation: Organisation): Pick<PageView, "locale" | "lang"> {
  const lang = written(c.req.query("lang") ?? "", organisation);
  return { locale: lang ?? acceptedLocale(c, organisation), lang };
}

/** Lets a visitor pass who does not ask too often. */
export const gated = createMiddleware<App>(async (c, next) =>
  (await c.var.gate()) ? next() : problem(c, "too-many-requests"),
);
