/** What an answer of the provider said of its limit; null where it said nothing. */
export type Limits = {
  limit: number | null;
  remaining: number | null;
  resetSeconds: number | null;
  retryAfterSeconds: number | null;
};

/** Two clocks and a network between them: this late into the next window is still in time. */
const MARGIN_MS = 8;

/**
 * How fast to send, learned from the answers: as many requests as the provider's window allows, then its end, which is
 * counted from the window's first request. Nothing is assumed of the limit; without one there is no pause.
 */
export class Pace {
  #windowStartedAt = 0;
  #windowSeconds = 1;
  #remaining = 0;
  #readyAt = 0;
  limit: number | null = null;

  get windowSeconds(): number {
    return this.#windowSeconds;
  }

  /** Learns from an answer to a request that was made at `madeAt` (milliseconds, as `Date.now()`). */
  learn({ limit, remaining, resetSeconds, retryAfterSeconds }: Limits, madeAt: number, now: number): void {
    if (retryAfterSeconds !== null) {
      this.#readyAt = now + retryAfterSeconds * 1000 + MARGIN_MS;
      this.#remaining = 0;
      return;
    }
    this.limit = limit;
    if (limit === null || remaining === null) return;
    if (remaining >= this.#remaining) {
      this.#windowStartedAt = madeAt;
      this.#windowSeconds = Math.max(1, resetSeconds ?? 1);
    }
    this.#remaining = remaining;
    if (remaining === 0) this.#readyAt = this.#windowStartedAt + this.#windowSeconds * 1000 + MARGIN_MS;
  }

  /** How long to wait before the next request, in milliseconds. */
  waitMs(now: number): number {
    return Math.max(0, this.#readyAt - now);
  }
}
