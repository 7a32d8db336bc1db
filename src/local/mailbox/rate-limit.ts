import type { MiddlewareHandler } from "hono";
import type { Faults } from "./faults.ts";
import { ResendError } from "./resend-error.ts";

// What the headers say when nothing is limited: a client that paces itself by them must see a number.
const announcedWhenUnlimited = 1000;

/**
 * A token bucket: takes `limit` requests a second on average, and a second's worth at once. Below 1 a second it
 * holds a single token. Times are milliseconds of a clock that only runs forward.
 */
export class Bucket {
  readonly limit: number | null;
  readonly capacity: number;
  #perMs: number;
  #tokens: number;
  #at: number;

  constructor(limit: number | null, now: number) {
    const perSecond = limit ?? announcedWhenUnlimited;
    this.limit = limit;
    this.capacity = Math.max(1, Math.floor(perSecond));
    this.#perMs = perSecond / 1000;
    this.#tokens = this.capacity;
    this.#at = now;
  }

  /** Takes a token if there is one. Tells the whole tokens left, and in whole seconds, when it is full and when to retry. */
  take(now: number) {
    this.#tokens = Math.min(this.capacity, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    const taken = this.#tokens >= 1;
    if (taken) this.#tokens -= 1;
    const left = this.#tokens;
    // Never 0: a client that waits no time at all would come back too early.
    const secondsUntil = (tokens: number) => Math.max(1, Math.ceil((tokens - left) / this.#perMs / 1000));
    const fullInSeconds = secondsUntil(this.capacity);
    return { taken, remaining: Math.floor(left), fullInSeconds, retryInSeconds: secondsUntil(1) };
  }
}

/**
 * Resend's rate limit, for the whole team: answers 429 above it, and tells every caller where it stands
 * (`ratelimit-*`, https://resend.com/docs/api-reference/rate-limit). Counts seconds of real time: a client really
 * waits, even where the clock of the mailbox stands still.
 */
export function rateLimited(faults: Faults): MiddlewareHandler {
  let bucket = new Bucket(faults.settings.rateLimit, performance.now());

  return async (c, next) => {
    const now = performance.now();
    const { rateLimit } = faults.settings;
    if (bucket.limit !== rateLimit) bucket = new Bucket(rateLimit, now);
    const { taken, remaining, fullInSeconds, retryInSeconds } = bucket.take(now);
    c.header("ratelimit-limit", String(bucket.capacity));
    c.header("ratelimit-remaining", String(remaining));
    c.header("ratelimit-reset", String(fullInSeconds));
    if (rateLimit !== null && !taken) {
      c.header("retry-after", String(retryInSeconds));
      throw new ResendError(
        429,
        "rate_limit_exceeded",
        `Too many requests. You can only make ${rateLimit} requests per second. See rate limit response headers for more information.`,
      );
    }
    await next();
  };
}
