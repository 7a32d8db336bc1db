import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Config } from "../../config.ts";
import { type ConsoleView, type Refused, renderProblem, renderRefused } from "../../console/shell.tsx";
import { isFreshSignIn, SIGN_IN } from "../../model/people/session.ts";
import type { Role } from "../../model/people/user.ts";
import { CONSOLE_LANGUAGES } from "../../model/values/languages.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { href } from "../../page/shell/view.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { isSecret } from "../../registry/users/secret.ts";
import { type SignedIn, signedInBy } from "../../registry/users/sessions.ts";
import type { Flow } from "../../sso/flow.ts";
import { loadConsole, namedIn, wordsFor } from "../../words/index.ts";
import type { App } from "../frame/context.ts";
import { accepted, offeredBy } from "../frame/language.ts";
import { cookieName, cookieOptions } from "./cookies.ts";
import { rememberWanted } from "./wanted.ts";

export const sessionToken = (c: Context<App>): string | null => getCookie(c, cookieName(c.var.deps.config)) ?? null;

export function setSession(c: Context<App>, token: string): void {
  const { config } = c.var.deps;
  setCookie(c, cookieName(config), token, { ...cookieOptions(config), maxAge: SIGN_IN.longest / 1000 });
}

export function clearSession(c: Context<App>): void {
  const { config } = c.var.deps;
  setCookie(c, cookieName(config), "", { ...cookieOptions(config), maxAge: 0 });
}

/** For how long a browser remembers that it went to sign in elsewhere, in seconds. */
const FLOW_SECONDS = 600;

/** A cookie for each sign-in that was begun, so that one in another tab breaks nothing. */
const flowCookie = (config: Config, state: string): string => cookieName(config, `flow-${state.slice(0, 16)}`);

export function setFlow(c: Context<App>, { state, nonce, verifier }: Flow): void {
  const { config } = c.var.deps;
  const options = { ...cookieOptions(config), maxAge: FLOW_SECONDS };
  setCookie(c, flowCookie(config, state), `${state}.${nonce}.${verifier}`, options);
}

/** The sign-in that this browser began with that state; null where it did not, or too long ago. It is not taken twice. */
export function takeFlow(c: Context<App>, given: string): Flow | null {
  const { config } = c.var.deps;
  if (!isSecret(given)) return null;
  const name = flowCookie(config, given);
  const [state, nonce, verifier] = (getCookie(c, name) ?? "").split(".");
  if (state !== given || !nonce || !verifier) return null;
  setCookie(c, name, "", { ...cookieOptions(config), maxAge: 0 });
  return { state, nonce, verifier };
}

const SAFE = ["GET", "HEAD"];

/** The language that the address asks for. */
const languageAsked = (c: Context<App>) => offeredBy(c.req.query("lang") ?? "", CONSOLE_LANGUAGES);

const languageCookie = (config: Config): string => cookieName(config, "language");

/** The language that this browser asked for last. */
const languageKept = (c: Context<App>) =>
  offeredBy(getCookie(c, languageCookie(c.var.deps.config)) ?? "", CONSOLE_LANGUAGES);

/** For how long a browser keeps the language that was chosen, in seconds: a year. */
const LANGUAGE_SECONDS = 365 * 24 * 60 * 60;

/** Has the browser keep the language that an address asks for, for the addresses that ask for none. */
function keepLanguage(c: Context<App>): void {
  const asked = languageAsked(c);
  if (!asked || asked === languageKept(c) || !SAFE.includes(c.req.method)) return;
  const { config } = c.var.deps;
  setCookie(c, languageCookie(config), asked, { ...cookieOptions(config), maxAge: LANGUAGE_SECONDS });
}

/** What every page of the console needs to know. */
export async function consoleView(c: Context<App>, user: SignedIn["user"] | null = null): Promise<ConsoleView> {
  const lang = languageAsked(c);
  const organisation = await getOrganisation(c.var.deps.db);
  const locale = lang ?? languageKept(c) ?? accepted(c, CONSOLE_LANGUAGES) ?? CONSOLE_LANGUAGES[0];
  const { name, timeZone } = namedIn(organisation, locale);
  return { locale, lang, organisation: name, timeZone, user, saved: savedIn(c, locale) };
}

/** What an address says that was just done; by default that it was saved. */
function savedIn(c: Context<App>, locale: ConsoleLocale): string | undefined {
  const what = c.req.query("saved");
  if (what === undefined) return undefined;
  const { saved, done } = wordsFor(locale).screens.kit;
  return Object.entries(done).find(([name]) => name === what)?.[1] ?? saved;
}

/** Leads on to another page of the console, in the language that the address asked for. */
export function leadTo(c: Context<App>, path: string): Response {
  return c.redirect(href({ lang: languageAsked(c) }, path), 303);
}

/**
 * Whether a request that changes something came from our own pages, by what browsers say and no page can forge: whatever
 * its body, be it a form, JSON or a file. Older browsers say only the origin.
 */
function isFromOurPages(c: Context<App>): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  return c.req.header("origin") === new URL(c.var.deps.config.publicUrl).origin;
}

/** That of every page, and the console's one script, which asks its own host alone. */
export const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A problem as a page of the console, in its reader's language. */
async function problemPage(c: Context<App>, answer: Response): Promise<Response> {
  const { type = "" }: { type?: string } = await answer.clone().json();
  const token = sessionToken(c);
  const who = async () => c.get("signedIn") ?? (token === null ? null : await signedInBy(c.var.deps, token));
  const view = await who()
    .then((signedIn) => consoleView(c, signedIn?.user ?? null))
    .catch(() => null);
  if (view === null) return answer;
  return c.html(renderProblem(view, type.replace("/problems/", "")), answer.status as 404);
}

/** What holds of every address of the console: nobody keeps its pages, and only its own pages change anything. */
export const consoleFrame = createMiddleware<App>(async (c, next) => {
  await loadConsole();
  if (!SAFE.includes(c.req.method) && !isFromOurPages(c)) {
    c.res = await refused(c, "crossSite", 403);
  } else {
    await next();
    if (c.res.headers.get("content-type") === "application/problem+json") c.res = await problemPage(c, c.res);
  }
  keepLanguage(c);
  c.header("cache-control", "no-store");
  // A page that shows others in frames, and what is shown there, say their own.
  if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", POLICY);
  // With `no-referrer` a browser would say `Origin: null` of our own forms.
  c.header("referrer-policy", "same-origin");
});

const refused = async (c: Context<App>, why: Refused, status: 401 | 403) =>
  c.html(renderRefused(await consoleView(c, c.get("signedIn")?.user ?? null), why), status);

/** Lets a request pass of somebody who is signed in, and whose role is that or a wider one at this moment. */
export const requireRole = (role: Role) =>
  createMiddleware<App>(async (c, next) => {
    const token = sessionToken(c);
    const signedIn = token === null ? null : await signedInBy(c.var.deps, token);
    if (!signedIn) {
      const isSafe = SAFE.includes(c.req.method);
      rememberWanted(c, isSafe ? c.req.path + new URL(c.req.url).search : (c.req.header("referer") ?? ""));
      return isSafe ? leadTo(c, "/console/sign-in") : refused(c, "signedOut", 401);
    }
    c.set("signedIn", signedIn);
    c.set("actor", `user:${signedIn.user.id}`);
    c.set("scopes", [signedIn.user.role]);
    if (!allows([signedIn.user.role], role)) return refused(c, "role", 403);
    return next();
  });

/** Lets a request pass of somebody who has signed in within the hour: to announce, to erase, and for keys. */
export const freshSignIn = createMiddleware<App>(async (c, next) => {
  const { signedIn, deps } = c.var;
  if (isFreshSignIn(signedIn.session, deps.clock.now())) return next();
  // The page whose form it was: there it is sent again.
  rememberWanted(c, c.req.header("referer") ?? "");
  return refused(c, "fresh", 403);
});
