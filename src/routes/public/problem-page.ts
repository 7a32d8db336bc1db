import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { UNNAMED } from "../../model/organisation-document.ts";
import { Locale } from "../../model/values/text.ts";
import { type Faults, type ProblemPage, renderProblem } from "../../page/shell/plain-page.tsx";
import type { App } from "../frame/context.ts";
import { NARROWS } from "./list-query.ts";
import { languageOf, registerView, writeIn } from "./reader.ts";

/** Which page says what a status means; any other says that the address, or what was sent, cannot be read. */
const PAGES: Record<number, ProblemPage> = {
  404: "notFound",
  405: "notFound",
  429: "tooManyRequests",
  500: "unavailable",
  503: "unavailable",
};

/** Makes a page of a problem for people, in their language and with its status; machines and the API keep the problem. */
export const pagesForPeople = createMiddleware<App>(async (c, next) => {
  await next();
  if (c.res.headers.get("content-type") !== "application/problem+json" || !wantsPage(c)) return sayLanguage(c);
  const { status } = c.res;
  const page = PAGES[status] ?? "unreadable";
  const html = renderProblem(await viewOf(c, status), page, page === "unreadable" ? await faultsOf(c.res) : undefined);
  const headers = new Headers(c.res.headers);
  headers.delete("etag"); // that of the problem, whose bytes these are not
  headers.append("vary", "Accept, Accept-Language");
  headers.set("content-type", "text/html; charset=UTF-8");
  headers.set("content-language", c.var.pageLanguage);
  // Not merged with the headers of the answer it replaces.
  c.res = undefined;
  c.res = new Response(html, { status, headers });
});

/** Says of a page in which language it is (RFC 9110, 8.5). */
function sayLanguage(c: Context<App>): void {
  const language = c.get("pageLanguage");
  const isPage = c.res.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (language && isPage) c.header("content-language", language);
}

/** The parameters of the address that a problem names. */
async function faultsOf(response: Response): Promise<Faults> {
  const { errors = [] }: { errors?: { pointer: string; detail: string }[] } = await response.clone().json();
  const named = errors.flatMap(({ pointer, detail }) => {
    const name = pointer.match(/^\/query\/(\w{1,40})$/)?.[1];
    return name ? [{ name, narrows: detail === NARROWS }] : [];
  });
  const names = (narrows: boolean) => [...new Set(named.filter((each) => each.narrows === narrows).map((e) => e.name))];
  return { unread: names(false), narrowing: names(true) };
}

/** Nobody in particular, in every language there is. */
const ANYBODY = { ...UNNAMED, locales: Locale.options };

const wantsPage = (c: Context): boolean =>
  !c.req.path.startsWith("/v1/") && (c.req.header("accept") ?? "").includes("text/html");

/** The publisher's own page where it costs nothing but a look at what is published; else one that names nobody. */
async function viewOf(c: Context<App>, status: number) {
  const nobody = { register: null, ...languageOf(c, ANYBODY) };
  await writeIn(c, nobody.locale);
  return status < 429 ? registerView(c).catch(() => nobody) : nobody;
}
