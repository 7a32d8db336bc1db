import type { MiddlewareHandler } from "hono";
import { Bucket } from "./bucket.ts";
import type { Faults } from "./faults/faults.ts";
import { ResendError } from "./resend-error.ts";

// What the headers say when nothing is limited: a client that paces itself by them must see a number.
const announcedWhenUnlimited = 1000;

/**
 * Resend's rate limit, for the whole team: answers 429 above it, and tells every caller where it stands
 * (`ratelimit-*`, https://resend.com/docs/api-reference/rate-limit). Counts seconds of real time: a client really
 * waits, even where the clock of the mailbox stands still.
 */
export function paced(faults: Faults): MiddlewareHandler {
  let limit = faults.settings.rateLimit;
  let bucket = new Bucket(limit ?? announcedWhenUnlimited, performance.now());

  return async (c, next) => {
    const now = performance.now();
    if (limit !== faults.settings.rateLimit) {
      limit = faults.settings.rateLimit;
      bucket = new Bucket(limit ?? announcedWhenUnlimited, now);
    }
    const { taken, remaining, fullInSeconds, retryInSeconds } = bucket.take(now);
    c.header("ratelimit-limit", String(bucket.capacity));
    c.header("ratelimit-remaining", String(remaining));
    c.header("ratelimit-reset", String(fullInSeconds));

    if (limit !== null && !taken) {
      c.header("retry-after", String(retryInSeconds));
      throw new ResendError(
        429,
        "rate_limit_exceeded",
        `Too many requests. You can only make ${limit} requests per second. See rate limit response headers for more information.`,
      );
    }
    await next();
  };
}
