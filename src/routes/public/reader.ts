import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { languageFor, type Organisation } from "../../model/organisation-document.ts";
import { dayOf } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import type { PageView, RegisterView } from "../../page/shell/view.ts";
import { namedIn } from "../../words/index.ts";
import type { App } from "../frame/context.ts";
import { acceptedLocale, written } from "../frame/language.ts";
import { problem } from "../frame/problems.ts";

/**
 * Reads what every page needs: the published register, and the reader's language. For a person the registry knows, it is
 * theirs, unless the address asks for another.
 */
export async function registerView(c: Context<App>, person: { locale: Locale } | null = null): Promise<RegisterView> {
  const { register, stale } = await c.var.published();
  const { organisation } = register;
  const { clock, config } = c.var.deps;
  const asked = languageOf(c, organisation);
  const locale = asked.lang ?? (person ? languageFor(person.locale, organisation) : asked.locale);
  return {
    register: { ...register, organisation: namedIn(organisation, locale) },
    stale,
    locale,
    lang: asked.lang,
    today: dayOf(register.calendar, clock.now()),
    publicUrl: config.publicUrl,
  };
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
