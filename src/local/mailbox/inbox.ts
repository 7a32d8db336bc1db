import { join } from "node:path";
import { type Idempotency, IdempotentAnswers, type KeptAnswer } from "./idempotency.ts";
import { forgetful, type Journal, openJournal } from "./journal.ts";
import type { Message } from "./mail.ts";

/** One line of the journal. Mails and the answer that promised them are one entry, so a crash keeps both or neither. */
type Entry = { accepted: Message[]; answer?: KeptAnswer } | { emptiedAt: string };

/** What the mailbox accepted, and the answers it gave. */
export class Inbox {
  /** Every message, oldest first. */
  readonly messages: Message[] = [];
  readonly answers: IdempotentAnswers;
  readonly now: () => Date;
  #journal: Journal;

  private constructor(journal: Journal, entries: Entry[], now: () => Date) {
    this.#journal = journal;
    this.now = now;
    this.answers = new IdempotentAnswers(now);
    for (const entry of entries) this.#apply(entry);
  }

  /** Opens the inbox kept in `<dataDir>/mailbox.jsonl`; without a folder, an empty one in memory. */
  static async open(dataDir: string | undefined, now: () => Date): Promise<Inbox> {
    if (dataDir === undefined) return new Inbox(forgetful, [], now);
    const { journal, entries } = await openJournal<Entry>(join(dataDir, "mailbox.jsonl"));
    return new Inbox(journal, entries, now);
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

  async #record(entry: Entry): Promise<void> {
    await this.#journal.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    if ("emptiedAt" in entry) this.messages.length = 0;
    else {
      this.messages.push(...entry.accepted);
      if (entry.answer) this.answers.keep(entry.answer);
    }
  }
}
