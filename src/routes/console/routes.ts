import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import type { Role } from "../../model/people/user.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { Key } from "../../model/values/text.ts";
import type { App } from "../frame/context.ts";
import { requireRole } from "./frame.ts";

/** Who may use an address of the console: a role; or anybody, before they are signed in. */
export type ConsoleRoute = { method: "GET" | "POST"; path: string; role: Role | null };

/** Every address of the console there is, filled as the routes are made. */
export const CONSOLE_ROUTES: ConsoleRoute[] = [];

type Handle = (c: Context<App>) => Response | Promise<Response>;

/** Adds an address of the console: its role is checked before anything of a request is read. */
export const consoleRoutes = (routes: OpenAPIHono<App>) =>
  function route(
    method: ConsoleRoute["method"],
    path: string,
    { role, before = [] }: { role: Role | null; before?: MiddlewareHandler<App>[] },
    handle: Handle,
  ): void {
    CONSOLE_ROUTES.push({ method, path, role });
    const checks = role === null ? before : [requireRole(role), ...before];
    routes.on([method], [path], ...checks, handle);
  };

/** The number of a set as an address or a form has it; undefined where that is none. */
export const setNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** The set that an address is of. Refuses: not-found. */
export function numberIn(c: Context<App>): number {
  const text = c.req.param("number") ?? "";
  const number = setNumber(text);
  if (number === undefined) throw new Refusal("not-found", `There is no change set ${text.slice(0, 40)}.`);
  return number;
}

/** The vendor that an address names. Refuses: not-found. */
export function slugIn(c: Context<App>): string {
  const slug = Key.safeParse(c.req.param("slug"));
  if (!slug.success) throw new Refusal("not-found", "There is no such vendor.");
  return slug.data;
}
