import type { MiddlewareHandler } from "hono";
import { ResendError } from "./resend-error.ts";

/**
 * Refuses what changes something when a web page elsewhere asks for it: a browser sends simple posts anywhere, and
 * tells where they come from. A client that is no browser sends neither header.
 */
export const ownOriginOnly: MiddlewareHandler = async (c, next) => {
  if (!isSafe(c.req.method)) {
    // Another port of this machine is another origin, though the same site.
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const isOwn =
      (site === undefined || site === "same-origin" || site === "none") &&
      (origin === undefined || origin === new URL(c.req.url).origin);
    if (!isOwn) throw new ResendError(403, "invalid_access", "The mailbox takes no requests from other web pages.");
  }
  await next();
};

const isSafe = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";
