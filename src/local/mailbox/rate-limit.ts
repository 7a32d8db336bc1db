import type { MiddlewareHandler } from "hono";
import type { Faults } from "./faults.ts";
import { ResendError } from "./resend-error.ts";

/**
 * A token bucket: takes `perSecond` requests a second on average, and a second's worth at once. Below 1 a second it
 * holds a single token. Times are milliseconds of a clock that only runs forward.
 */
export class Bucket {
  readonly capacity: number;
  #perMs: number;
  #tokens: number;
  #at: number;

  constructor(perSecond: number, now: number) {
    this.capacity = Math.max(1, Math.floor(perSecond));
    this.#perMs = perSecond / 1000;
    this.#tokens = this.capacity;
    this.#at = now;
  }

  /** Takes a token if there is one. Tells the whole tokens left, and in whole seconds, when it is full and when to retry. */
  take(now: number): { taken: boolean; remaining: number; fullInSeconds: number; retryInSeconds: number } {
    this.#tokens = Math.min(this.capacity, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    const taken = this.#tokens >= 1;
    if (taken) this.#tokens -= 1;
    return {
      taken,
      remaining: Math.floor(this.#tokens),
      fullInSeconds: this.#secondsUntil(this.capacity),
      retryInSeconds: this.#secondsUntil(1),
    };
  }

  // Never 0: a client that waits no time at all would come back too early.
  #secondsUntil(tokens: number): number {
    return Math.max(1, Math.ceil((tokens - this.#tokens) / this.#perMs / 1000));
  }
}

// What the headers say when nothing is limited: a client that paces itself by them must see a number.
const announcedWhenUnlimited = 1000;

/**
 * Resend's rate limit, for the whole team: answers 429 above it, and tells every caller where it stands
 * (`ratelimit-*`, https://resend.com/docs/api-reference/rate-limit). Counts seconds of real time: a client really
 * waits, even where the clock of the mailbox stands still.
 */
export function rateLimited(faults: Faults): MiddlewareHandler {
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
