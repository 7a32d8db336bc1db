import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import type { Organisation } from "../../model/organisation-document.ts";
import { dateIn } from "../../model/values/dates.ts";
import { Locale } from "../../model/values/text.ts";
import type { Frame, RegisterFrame } from "../../page/frame/frame.ts";
import type { App } from "../frame/context.ts";

/** Reads what every page needs: the published register, and the reader's language. */
export async function registerFrame(c: Context<App>): Promise<RegisterFrame> {
  const { register, stale } = await c.var.published();
  const { clock, config } = c.var.deps;
  return {
    register,
    stale,
    ...languageOf(c, register.organisation),
    today: dateIn(register.organisation.timeZone, clock.now()),
    publicUrl: config.publicUrl,
  };
}

/** A page for a person the registry knows: in their language unless the address asks for another. */
export async function personFrame(c: Context<App>, person: { locale: Locale } | null): Promise<Frame> {
  const { register } = await c.var.published();
  const language = languageOf(c, register.organisation);
  const today = dateIn(register.organisation.timeZone, c.var.deps.clock.now());
  return { register, today, ...language, locale: language.lang ?? person?.locale ?? language.locale };
}

/** `?lang=`, else the first language of `Accept-Language` (RFC 9110, 12.5.4) the organisation writes, else its own. */
export function languageOf(c: Context, { locales, defaultLocale }: Organisation): Pick<Frame, "locale" | "lang"> {
  const written = (tag: string) => {
    const locale = Locale.safeParse(tag.toLowerCase().split("-")[0]).data;
    return locale && locales.includes(locale) ? locale : undefined;
  };
  const lang = written(c.req.query("lang") ?? "");
  const accepted = parseAccept(c.req.header("accept-language") ?? "")
    .filter(({ q }) => q > 0)
    .map(({ type }) => written(type))
    .find(Boolean);
  return { locale: lang ?? accepted ?? defaultLocale, lang };
}
