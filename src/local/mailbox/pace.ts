import type { MiddlewareHandler } from "hono";
import { ResendError } from "./resend-error.ts";

// What the headers say when nothing is limited: a client that paces itself by them must see a number.
const announcedWhenUnlimited = 1000;

const windowMs = 1000;
// A window lasts a second, and what is left of it is told in whole seconds, rounded up.
const resetSeconds = "1";

/** Resend's rate limit, requests a second for the whole team; null limits nothing. */
export interface Pace {
  limit: number | null;
}

/**
 * Answers 429 above the limit, and tells every caller where it stands (`ratelimit-*`, in whole seconds).
 * Counts seconds of real time: a client really waits, even where the clock of the mailbox stands still.
 */
export function paced(pace: Pace): MiddlewareHandler {
  let windowEndsAt = 0;
  let used = 0;

  return async (c, next) => {
    const now = performance.now();
    if (now >= windowEndsAt) {
      windowEndsAt = now + windowMs;
      used = 0;
    }
    used += 1;

    const limit = pace.limit ?? announcedWhenUnlimited;
    c.header("ratelimit-limit", String(limit));
    c.header("ratelimit-remaining", String(Math.max(0, limit - used)));
    c.header("ratelimit-reset", resetSeconds);

    if (pace.limit !== null && used > pace.limit) {
      c.header("retry-after", resetSeconds);
      throw new ResendError(
        429,
        "rate_limit_exceeded",
        `Too many requests. You can only make ${pace.limit} requests per second. See rate limit response headers for more information.`,
      );
    }
    await next();
  };
}
