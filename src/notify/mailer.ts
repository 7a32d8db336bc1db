import type { Limits } from "./pace.ts";

/** One mail of a batch, in the provider's own shape: these are the bytes that are frozen. */
export type OutgoingMail = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/** What is known of a request after it: the kinds differ in whether mail was sent, and in what may be done next. */
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

export type Sent = { outcome: Outcome; limits: Limits };

export const NO_LIMITS: Limits = { limit: null, remaining: null, resetSeconds: null, retryAfterSeconds: null };

/** The provider: sends up to 100 mails in one request under an idempotency key. Never throws. */
export type Mailer = { send(mails: OutgoingMail[], idempotencyKey: string): Promise<Sent> };
