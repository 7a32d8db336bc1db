import { ResendError } from "./resend-error.ts";

/** What makes a request the same as another: its key, and the hash of its path and body. */
export interface Idempotency {
  key: string;
  fingerprint: string;
}

/** An answer given under a key. `at` is an ISO 8601 instant. */
export interface KeptAnswer extends Idempotency {
  at: string;
  answer: object;
}

const keptMs = 24 * 60 * 60 * 1000;

/** Resend's idempotency keys: the first answer under a key is kept for 24 hours, and given again. */
export class IdempotentAnswers {
  #kept = new Map<string, KeptAnswer>();
  #inFlight = new Set<string>();
  #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /**
   * The answer kept under the request's key, or else what `work` gives (which keeps it itself, with what it accepted),
   * once `beforeAnswer` is done.
   * Refuses with 409 a key used for another request, or one whose first request has no answer yet.
   */
  async once(request: Idempotency | null, work: () => Promise<object>, beforeAnswer: () => Promise<void>) {
    const kept = request && this.#find(request);
    if (request) this.#inFlight.add(request.key);
    try {
      const answer = kept?.answer ?? (await work());
      await beforeAnswer();
      return answer;
    } finally {
      if (request) this.#inFlight.delete(request.key);
    }
  }

  #find({ key, fingerprint }: Idempotency): KeptAnswer | undefined {
    if (this.#inFlight.has(key)) {
      throw new ResendError(
        409,
        "concurrent_idempotent_requests",
        "Another request with this idempotency key is still in progress. Try again later.",
      );
    }
    const kept = this.#kept.get(key);
    if (!kept || this.#isExpired(kept)) return undefined;
    if (kept.fingerprint === fingerprint) return kept;
    throw new ResendError(
      409,
      "invalid_idempotent_request",
      "This idempotency key was used with another request in the last 24 hours. Change the key or the request.",
    );
  }

  /** Keeps an answer for 24 hours from its time. */
  keep(answer: KeptAnswer): void {
    // A map lists its keys in the order they came: the expired ones are at its front.
    for (const old of this.#kept.values()) {
      if (!this.#isExpired(old)) break;
      this.#kept.delete(old.key);
    }
    this.#kept.set(answer.key, answer);
  }

  #isExpired(kept: KeptAnswer): boolean {
    return this.#now().getTime() - Date.parse(kept.at) >= keptMs;
  }
}
