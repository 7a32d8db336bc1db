import { join } from "node:path";
import { type Journal, openJournal } from "./journal.ts";
import type { Message } from "./mail.ts";
import { ResendError } from "./resend-error.ts";

/** What makes a request the same as another: its idempotency key, and the hash of its path and body. */
export interface Idempotency {
  key: string;
  fingerprint: string;
}

/** An answer given under a key. `at` is an ISO 8601 instant. */
interface KeptAnswer extends Idempotency {
  at: string;
  answer: object;
}

/** One line of the journal. Mails and the answer that promised them are one entry, so a crash keeps both or neither. */
type Entry = { accepted: Message[]; answer?: KeptAnswer } | { emptiedAt: string };

// As long as Resend keeps them.
const keptMs = 24 * 60 * 60 * 1000;

/** What the mailbox accepted, and the answers it gave: the first one under an idempotency key is given again. */
export class Inbox {
  /** Every message, oldest first. */
  readonly messages: Message[] = [];
  readonly now: () => Date;
  #journal: Journal;
  #answers = new Map<string, KeptAnswer>();
  #inFlight = new Set<string>();

  private constructor(journal: Journal, entries: Entry[], now: () => Date) {
    this.#journal = journal;
    this.now = now;
    for (const entry of entries) this.#apply(entry);
  }

  /** Opens the inbox kept in `<dataDir>/mailbox.jsonl`; without a folder, an empty one in memory. */
  static async open(dataDir: string | undefined, now: () => Date): Promise<Inbox> {
    const { journal, entries } = await openJournal<Entry>(dataDir && join(dataDir, "mailbox.jsonl"));
    return new Inbox(journal, entries, now);
  }

  /**
   * The answer kept under the request's key, or else what `work` gives, which accepts it; once `beforeAnswer` is done.
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

  /** Accepts messages and keeps the answer given for them. Durable, where there is a folder, when it resolves. */
  async accept(accepted: Message[], request: Idempotency | null, answer: object): Promise<void> {
    const at = this.now().toISOString();
    await this.#record(request === null ? { accepted } : { accepted, answer: { ...request, at, answer } });
  }

  /** Forgets every message. Answers kept under an idempotency key stay, as they would at Resend. */
  empty(): Promise<void> {
    return this.#record({ emptiedAt: this.now().toISOString() });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  #find({ key, fingerprint }: Idempotency): KeptAnswer | undefined {
    if (this.#inFlight.has(key)) {
      throw new ResendError(
        409,
        "concurrent_idempotent_requests",
        "Another request with this idempotency key is still in progress. Try again later.",
      );
    }
    const kept = this.#answers.get(key);
    if (!kept || this.#isExpired(kept)) return undefined;
    if (kept.fingerprint === fingerprint) return kept;
    throw new ResendError(
      409,
      "invalid_idempotent_request",
      "This idempotency key was used with another request in the last 24 hours. Change the key or the request.",
    );
  }

  async #record(entry: Entry): Promise<void> {
    await this.#journal.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    if ("emptiedAt" in entry) {
      this.messages.length = 0;
      return;
    }
    this.messages.push(...entry.accepted);
    if (!entry.answer) return;
    // A map lists its keys in the order they came: the expired ones are at its front.
    for (const old of this.#answers.values()) {
      if (!this.#isExpired(old)) break;
      this.#answers.delete(old.key);
    }
    this.#answers.set(entry.answer.key, entry.answer);
  }

  #isExpired({ at }: KeptAnswer): boolean {
    return this.now().getTime() - Date.parse(at) >= keptMs;
  }
}
