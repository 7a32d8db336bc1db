import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { parseAccept } from "hono/utils/accept";
import type { Locale } from "../../model/values/text.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { loadWords } from "../../words/index.ts";
import type { App } from "./context.ts";

/** The language that a tag names, such as `fr-CH`, if it is offered. */
export function offeredBy<Offered extends Locale>(tag: string, offered: readonly Offered[]): Offered | undefined {
  const [language] = tag.toLowerCase().split("-");
  return offered.find((each) => each === language);
}

/** The first language of an `Accept-Language` (RFC 9110, 12.5.4) that is offered. */
export const acceptedBy = <Offered extends Locale>(header: string, offered: readonly Offered[]): Offered | undefined =>
  parseAccept(header)
    .filter(({ q }) => q > 0)
    .map(({ type }) => offeredBy(type, offered))
    .find((each) => each !== undefined);

/** The same of a request. */
export const accepted = <Offered extends Locale>(c: Context, offered: readonly Offered[]): Offered | undefined =>
  acceptedBy(c.req.header("accept-language") ?? "", offered);

/** Gives the API's handlers their caller's language; an answer that one has asked it for says which it is. */
export const language = createMiddleware<App>(async (c, next) => {
  let locale: Locale | undefined;
  c.set("locale", async () => {
    if (locale) return locale;
    const { locales, defaultLocale } = await getOrganisation(c.var.deps.db);
    locale = accepted(c, locales) ?? defaultLocale;
    await loadWords(locale);
    return locale;
  });
  await next();
  if (!locale || !c.res.ok) return;
  c.header("content-language", locale);
  c.header("vary", "Accept-Language");
});
