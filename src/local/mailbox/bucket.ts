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
