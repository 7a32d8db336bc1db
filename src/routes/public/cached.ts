import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { createMiddleware } from "hono/factory";
import type { App } from "../frame/context.ts";

// Fresh for half a minute; after that a cache may serve the old list while it asks for the new one.
const CACHE = "public, max-age=30, stale-while-revalidate=300, stale-if-error=86400";

/** Says of an answer that anybody's cache may keep it a moment, for readers of its language. */
export const cached = createMiddleware<App>(async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  c.header("cache-control", CACHE);
  c.header("vary", "Accept-Language");
});

/**
 * Answers 304 to whoever has what would be answered. It stands around `cached`, so that a 304 says how long and for whom
 * the answer holds (RFC 9110, 15.4.5), and still that any site may read it.
 */
export const revalidated = etag({ retainedHeaders: [...RETAINED_304_HEADERS, "access-control-allow-origin"] });
