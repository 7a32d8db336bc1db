import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import type { Role } from "../../model/people/user.ts";
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
