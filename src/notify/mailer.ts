/** What is known of a request once it was made. The kinds differ in whether mail went out and what may be done next. */
export type Outcome =
  /** Each mail by its position: the provider's id, or why that one was refused. */
  | { kind: "accepted"; mails: ({ emailId: string } | { refused: string })[] }
  /** Not sent: the provider wants fewer requests. */
  | { kind: "rate-limited" }
  /** Not sent, and nothing else would be: the account's key or quota. */
  | { kind: "paused"; because: string }
  /** Not sent, and sending the same again would be refused again. */
  | { kind: "refused"; because: string }
  /** Sent or not: only the same bytes under the same key may follow. */
  | { kind: "unknown"; because: string };

/** What came of a request, and what its answer said of the limit. */
export type MailerAnswer = { outcome: Outcome; limits: Limits };

export const NO_LIMITS: Limits = { limit: null, remaining: null, resetSeconds: null, retryAfterSeconds: null };

/** A request to the provider: its body to the byte, and how many mails (at most 100) are in it. */
export type BatchRequest = { body: Uint8Array; mails: number };

/** The provider: takes one request under an idempotency key. Never throws. */
export type Mailer = { send(request: BatchRequest, idempotencyKey: string): Promise<MailerAnswer> };

/** What an answer of the provider said of its limit; null where it said nothing. */
export type Limits = {
  limit: number | null;
  remaining: number | null;
  resetSeconds: number | null;
  retryAfterSeconds: number | null;
};
