import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { App } from "../frame/context.ts";
import { cookieName, cookieOptions } from "./cookies.ts";

/** For how long a browser remembers which page was wanted, in seconds: longer than a link by mail lasts. */
const SECONDS = 1200;
const LONGEST = 500;

/** A page of the console other than those of signing in, as its path and query; null for any other address. */
export function pageWanted(address: string, publicUrl: string): string | null {
  if (!URL.canParse(address, publicUrl)) return null;
  const { origin, pathname, search } = new URL(address, publicUrl);
  const isPage = /^\/console(?:\/(?!sign-(?:in|out)(?:\/|$))[\w/-]*)?$/.test(pathname) && !pathname.includes("//");
  const path = `${pathname}${search}`;
  return origin === new URL(publicUrl).origin && isPage && path.length <= LONGEST ? path : null;
}

/** Has the browser remember the page that was wanted before signing in. It is in no address, where anybody could write it. */
export function rememberWanted(c: Context<App>, address: string): void {
  const { config } = c.var.deps;
  const path = pageWanted(address, config.publicUrl);
  if (path !== null) setCookie(c, cookieName(config, "wanted"), path, { ...cookieOptions(config), maxAge: SECONDS });
}

/** Where whoever has signed in goes on: the page that they wanted, once, else the first. */
export function takeWanted(c: Context<App>): string {
  const { config } = c.var.deps;
  const name = cookieName(config, "wanted");
  const wanted = getCookie(c, name);
  if (wanted === undefined) return "/console";
  setCookie(c, name, "", { ...cookieOptions(config), maxAge: 0 });
  return pageWanted(wanted, config.publicUrl) ?? "/console";
}
