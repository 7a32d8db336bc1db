import type { Outcome } from "../../src/notify/mailer.ts";
import type { OutgoingMail } from "../../src/notify/prepare/request.ts";

const DAY_MS = 24 * 3_600_000;

type AcceptedMail = { noticeId: string; batchId: string; to: string; emailId: string };

/** Resend as documented: an idempotency key answers the same again for a day, and everything accepted is remembered. */
export class Provider {
  readonly accepted: AcceptedMail[] = [];
  /** Requests that used a key again with other bytes. */
  conflicts = 0;
  /** Whom a request to them alone was refused for, whatever the reason: they have failed, rightly. */
  readonly refusedAlone = new Set<string>();
  /** The bytes accepted under each key. */
  readonly bytes = new Map<string, string>();
  #answers = new Map<string, { bytes: string; answer: Outcome; at: number }>();
  #inFlight = new Set<string>();

  constructor(
    private readonly now: () => Date,
    private readonly poisoned: ReadonlySet<string>,
    private readonly refused: ReadonlySet<string>,
  ) {}

  async take(mails: OutgoingMail[], key: string, refuse: boolean, answering: () => Promise<void>): Promise<Outcome> {
    if (this.#inFlight.has(key)) return { kind: "unknown", because: "concurrent_idempotent_requests (409)" };
    this.#inFlight.add(key);
    try {
      const answer = this.#answer(mails, key, refuse);
      await answering();
      return answer;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  #answer(mails: OutgoingMail[], key: string, refuse: boolean): Outcome {
    const bytes = JSON.stringify(mails);
    const now = this.now().getTime();
    const known = this.#answers.get(key);
    if (known && now - known.at < DAY_MS) {
      if (known.bytes === bytes) return known.answer;
      this.conflicts += 1;
      return { kind: "unknown", because: "invalid_idempotent_request (409)" };
    }
    if (refuse || mails.some(({ to }) => this.poisoned.has(to))) {
      if (mails.length === 1) this.refusedAlone.add(mails[0]?.to ?? "");
      return { kind: "refused", because: "validation_error (422)" };
    }
    const answer: Outcome = { kind: "accepted", mails: mails.map((mail) => this.#accept(mail)) };
    this.bytes.set(key, bytes);
    this.#answers.set(key, { bytes, answer, at: now });
    return answer;
  }

  #accept({ to, tags }: OutgoingMail) {
    if (this.refused.has(to)) return { refused: "Invalid `to` field" };
    const tag = (name: string) => tags.find((each) => each.name === name)?.value ?? "";
    const mail = { noticeId: tag("notice"), batchId: tag("batch"), to, emailId: crypto.randomUUID() };
    this.accepted.push(mail);
    return { emailId: mail.emailId };
  }
}
