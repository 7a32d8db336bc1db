/** What an answer of the provider said of its limit; null where it said nothing. */
export type Limits = {
  limit: number | null;
  remaining: number | null;
  resetSeconds: number | null;
  retryAfterSeconds: number | null;
};

/**
 * How much slower than the limit we go, and how late a request may be without the next being later too, as a share of
 * the window: limit + 1 requests then never fall into one window, wherever the provider's windows begin.
 */
const MARGIN = 0.01;

/** However long a provider asks for, in seconds: an hour later we ask again. */
const LONGEST_WAIT = 3600;

/**
 * How fast to send, learned from the answers: requests evenly spaced over the provider's window. Nothing is assumed of
 * the limit; without one there is no pause. Times are in milliseconds, as `Date.now()`.
 */
export class Pace {
  #readyAt = 0;
  #windowSeconds = 1;
  limit: number | null = null;

  /** Starts from what an earlier process learned: its schedule binds whoever sends next. */
  constructor(known: { limit?: number | null; windowSeconds?: number | null; readyAt?: Date | null } = {}) {
    this.limit = known.limit ?? null;
    this.#windowSeconds = known.windowSeconds ?? 1;
    this.#readyAt = known.readyAt?.getTime() ?? 0;
  }

  /** When the next request may be made. */
  get readyAt(): Date {
    return new Date(this.#readyAt);
  }

  get windowSeconds(): number {
    return this.#windowSeconds;
  }

  /** How long to wait before the next request. */
  waitMs(now: number): number {
    return Math.max(0, this.#readyAt - now);
  }

  /** Takes the next place in the schedule. Call it when the wait is over and the request is about to be made. */
  take(now: number): void {
    const windowMs = this.#windowSeconds * 1000;
    const intervalMs = this.limit === null ? 0 : (windowMs / this.limit) * (1 + MARGIN);
    this.#readyAt = Math.max(this.#readyAt, now - windowMs * MARGIN) + intervalMs;
  }

  /** Learns from the answer to a request; `refused` when that answer was that there were too many. */
  learn({ limit, remaining, resetSeconds, retryAfterSeconds }: Limits, now: number, refused = false): void {
    if (retryAfterSeconds !== null || refused) {
      const seconds = retryAfterSeconds ?? Math.max(1, resetSeconds ?? 1);
      this.#readyAt = Math.max(this.#readyAt, now + Math.min(seconds, LONGEST_WAIT) * 1000);
      return;
    }
    const first = this.limit === null;
    // Whole numbers, within reason: whatever a provider says, it must not break the sender.
    this.limit = limit === null || limit <= 0 ? null : Math.min(Math.max(1, Math.floor(limit)), 1_000_000);
    if (this.limit === null || resetSeconds === null) return;
    this.#windowSeconds = Math.min(Math.max(this.#windowSeconds, Math.ceil(resetSeconds)), 86_400);
    // The first request was made before anything was known: the second keeps its distance from it.
    if (first) this.take(now);
    // A long window that others have used up: its end is worth waiting for. (One of a second is over by the next turn.)
    if (remaining === 0 && resetSeconds > 1)
      this.#readyAt = Math.max(this.#readyAt, now + Math.min(resetSeconds, LONGEST_WAIT) * 1000);
  }
}
