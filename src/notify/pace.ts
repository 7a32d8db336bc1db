import type { Limits, Outcome } from "./mailer.ts";

/**
 * How much longer than the provider's window we take a window to be: what arrives a little early or late at the other
 * end still falls into the right one.
 */
const MARGIN = 0.005;

/** However long a provider asks for, in seconds: an hour later we ask again. */
export const LONGEST_WAIT = 3600;

/**
 * The longest window that requests are spread over, in seconds. A longer one is no pace: what it takes goes out, and its
 * end is waited for.
 */
export const LONGEST_WINDOW = 60;

/** How much of the usual time of a request is that of the last one. */
const SHARE_OF_LAST = 0.1;

/** How many requests are remembered. A greater limit is kept in as much smaller windows. */
const MOST_REMEMBERED = 1000;

/** What an earlier process learned. */
type Known = {
  limit?: number | null;
  windowSeconds?: number | null;
  perRequestMs?: number | null;
  readyAt?: Date | null;
  saidAt?: Date;
};

/**
 * How fast to send, learned from the answers: evenly spaced, and what was late is caught up with. Where the provider does
 * not say that it would take another, never more than the limit go out in any span of the window's length. Nothing is
 * assumed of the limit; without one there is no pause. Times are in milliseconds.
 */
export class Pace {
  /** The next place in the even schedule; null before the first request. */
  #scheduledAt: number | null;
  #blockedUntil = 0;
  /** When the schedule was last looked at, by the clock that it is of. */
  #saidAt: number;
  /** When the last requests were made, the newest last. */
  #times: number[] = [];
  /** How many more the provider would have taken at its last answer. */
  #remaining = 0;
  /** When the last answer came that took mails; null before. */
  #sentAt: number | null = null;
  limit: number | null;
  windowSeconds: number;
  /** How long a request has taken of late, from the one before it to it; null before two in a row took mails. */
  perRequestMs: number | null;

  /**
   * Starts from what an earlier process learned: its schedule binds whoever sends next. It may have been sending as fast
   * as it could until then.
   */
  constructor(known: Known = {}) {
    this.perRequestMs = known.perRequestMs ?? null;
    this.limit = known.limit ?? null;
    this.windowSeconds = Math.min(known.windowSeconds ?? 1, LONGEST_WINDOW);
    this.#scheduledAt = known.readyAt?.getTime() ?? null;
    this.#saidAt = known.saidAt?.getTime() ?? 0;
    if (this.limit === null || this.#scheduledAt === null) return;
    for (let ago = this.#places; ago > 0; ago -= 1) this.#times.push(this.#scheduledAt - ago * this.#intervalMs);
  }

  /** When the next request may be made, and every other one an even interval after it. */
  get readyAt(): Date {
    const bound = this.#lastWindow().map((time, place) => time + this.#windowMs - place * this.#intervalMs);
    return new Date(Math.max(this.#scheduledAt ?? 0, this.#blockedUntil, ...bound));
  }

  /** When that was so: what lies ahead of it is to be waited, wherever the clock was set since. */
  get saidAt(): Date {
    return new Date(this.#saidAt);
  }

  /** How long to wait before the next request. */
  waitMs(now: number): number {
    const [oldest] = this.#remaining > 0 ? [] : this.#lastWindow();
    const free = oldest === undefined ? 0 : oldest + this.#windowMs;
    return Math.max(0, (this.#scheduledAt ?? 0) - now, this.#blockedUntil - now, free - now);
  }

  /** Takes the next place in the schedule. Call it when the wait is over and the request is about to be made. */
  take(now: number): void {
    this.#saidAt = now;
    this.#scheduledAt = Math.max(this.#scheduledAt ?? now, now - this.#windowMs) + this.#intervalMs;
    this.#remaining -= 1;
    this.#times.push(now);
    if (this.#times.length > MOST_REMEMBERED) this.#times.shift();
  }

  /** Learns from the answer to a request. Only one that took the mails is sure to speak of the limit on requests. */
  learn(
    { limit, remaining, resetSeconds, retryAfterSeconds }: Limits,
    now: number,
    outcome: Outcome["kind"] = "accepted",
  ): void {
    this.#saidAt = now;
    if (retryAfterSeconds || outcome === "rate-limited") {
      this.#block(retryAfterSeconds || Math.max(1, resetSeconds ?? 1), now);
      return;
    }
    if (outcome !== "accepted") return;
    this.#measure(now);
    this.#remaining = remaining ?? 0;
    const first = this.limit === null;
    // Whole numbers, within reason: whatever a provider says, it must not break the sender.
    this.limit = limit === null || limit <= 0 ? null : Math.min(Math.max(1, Math.floor(limit)), 1_000_000);
    if (this.limit === null || resetSeconds === null) return;
    if (resetSeconds <= LONGEST_WINDOW) this.windowSeconds = Math.max(this.windowSeconds, Math.ceil(resetSeconds));
    // The first request opened the connection, and may have arrived much later than it was made.
    if (first) {
      this.#times = [now];
      this.#scheduledAt = now + this.#intervalMs;
    }
    // A long window that others have used up: its end is worth waiting for. (One of a second is over by the next turn.)
    if (remaining === 0 && resetSeconds > 1) this.#block(resetSeconds, now);
  }

  #measure(now: number): void {
    const took = now - (this.#sentAt ?? now);
    if (this.#sentAt !== null && took >= 0)
      this.perRequestMs =
        this.perRequestMs === null ? took : this.perRequestMs + (took - this.perRequestMs) * SHARE_OF_LAST;
    this.#sentAt = now;
  }

  #block(seconds: number, now: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, now + Math.min(seconds, LONGEST_WAIT) * 1000);
    this.#scheduledAt = Math.max(this.#scheduledAt ?? 0, this.#blockedUntil);
  }

  /** The requests that use up the limit, the oldest first; none while it is not used up. */
  #lastWindow(): number[] {
    return this.#places === 0 || this.#times.length < this.#places ? [] : this.#times.slice(-this.#places);
  }

  get #places(): number {
    return Math.min(this.limit ?? 0, MOST_REMEMBERED);
  }

  get #windowMs(): number {
    return this.#intervalMs * this.#places;
  }

  get #intervalMs(): number {
    return this.limit === null ? 0 : (this.windowSeconds * 1000 * (1 + MARGIN)) / this.limit;
  }
}
