import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { parseAccept } from "hono/utils/accept";
import type { Organisation } from "../../model/organisation-document.ts";
import { Locale } from "../../model/values/text.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import type { App } from "./context.ts";

/** The language that a tag names, such as `fr-CH`, if the organisation writes it. */
export function written(tag: string, { locales }: Organisation): Locale | undefined {
  const locale = Locale.safeParse(tag.toLowerCase().split("-")[0]).data;
  return locale && locales.includes(locale) ? locale : undefined;
}

/** The first language of `Accept-Language` (RFC 9110, 12.5.4) that the organisation writes, else its own. */
export function acceptedLocale(c: Context, organisation: Organisation): Locale {
  const accepted = parseAccept(c.req.header("accept-language") ?? "")
    .filter(({ q }) => q > 0)
    .map(({ type }) => written(type, organisation))
    .find(Boolean);
  return accepted ?? organisation.defaultLocale;
}

/** Gives the API's handlers their caller's language; an answer that one has asked it for says which it is. */
export const language = createMiddleware<App>(async (c, next) => {
  let locale: Locale | undefined;
  c.set("locale", async () => {
    locale ??= acceptedLocale(c, await getOrganisation(c.var.deps.db));
    return locale;
  });
  await next();
  if (!locale || !c.res.ok) return;
  c.header("content-language", locale);
  c.header("vary", "Accept-Language");
});
