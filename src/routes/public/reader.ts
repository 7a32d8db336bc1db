import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { languageFor, type Organisation } from "../../model/organisation-document.ts";
import type { Locale } from "../../model/values/text.ts";
import type { PageView, RegisterView } from "../../page/shell/view.ts";
import { loadWords, namedIn } from "../../words/index.ts";
import type { App } from "../frame/context.ts";
import { acceptedBy, offeredBy } from "../frame/language.ts";
import { problem } from "../frame/problems.ts";

/**
 * Reads what every page needs: the published register, and the reader's language. For a person the registry knows, it is
 * theirs, unless the address asks for another.
 */
export async function registerView(c: Context<App>, person: { locale: Locale } | null = null): Promise<RegisterView> {
  const { register, stale, today } = await c.var.published();
  const { organisation } = register;
  const asked = languageOf(c, organisation);
  const locale = asked.lang ?? (person ? languageFor(person.locale, organisation) : asked.locale);
  await writeIn(c, locale);
  return {
    register: { ...register, organisation: namedIn(organisation, locale) },
    stale,
    locale,
    lang: asked.lang,
    today,
    publicUrl: c.var.deps.config.publicUrl,
  };
}

/** `?lang=`, else what the reader's browser asks for, else the organisation's own. Its words are not loaded yet. */
export const languageOf = (c: Context, organisation: Languages): Pick<PageView, "locale" | "lang"> =>
  languageBy(c.req.query("lang"), c.req.header("accept-language"), organisation);

/** The same, by that parameter and that header. */
export function languageBy(
  asked: string | undefined,
  header: string | undefined,
  { locales, defaultLocale }: Languages,
) {
  const lang = offeredBy(asked ?? "", locales);
  return { locale: lang ?? acceptedBy(header ?? "", locales) ?? defaultLocale, lang };
}

export type Languages = Pick<Organisation, "locales" | "defaultLocale">;

/** Has an answer written in a language: reads its words, and says it of the answer. */
export async function writeIn(c: Context<App>, locale: Locale): Promise<void> {
  await loadWords(locale);
  c.set("pageLanguage", locale);
}

/** The language that was chosen in a form, where the organisation writes it: that of the answer. */
export async function languageChosen(
  c: Context<App>,
  form: URLSearchParams,
  { locales }: Languages,
  otherwise: Locale,
): Promise<Locale> {
  const locale = offeredBy(form.get("locale") ?? "", locales) ?? otherwise;
  await writeIn(c, locale);
  return locale;
}

/** Lets a visitor pass who does not ask too often. */
export const gated = createMiddleware<App>(async (c, next) =>
  (await c.var.gate()) ? next() : problem(c, "too-many-requests"),
);
