import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { invalid, ResendError } from "./resend-error.ts";

/** What a request carries through the mailbox: Node's own request and answer, to cut the connection between them. */
export interface MailboxEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Awaited between accepting a request and answering it. */
    beforeAnswer: () => Promise<void>;
  };
}

export type Effect = {
  /** Answers before anything is read, let alone accepted. */
  refusal?: () => ResendError;
  /** Replaces the answer to a request that was accepted, or had been under its idempotency key. */
  loss?: (c: Context<MailboxEnv>) => Response;
};

/** What each mode does to a request under `/emails` that got past the rate limit and the check for a key. */
export const MODES = {
  /** Answers as it should. */
  none: {},
  /** Answers 500 and accepts nothing. */
  "500-before": { refusal: failed },
  /** Accepts, then answers 500. */
  "500-after": {
    loss: () => {
      throw failed();
    },
  },
  /** Accepts, then cuts the connection without an answer. */
  "drop-after": { loss: cut },
  /** Accepts at once, and answers only after the latency; its idempotency key is in flight until then. */
  slow: {},
  /** Accepts, then answers 200 with a page of HTML where JSON belongs. */
  garbage: {
    loss: () =>
      new Response("<!doctype html><title>Almost there</title><p>This is not the answer you are looking for.</p>", {
        headers: { "content-type": "text/html; charset=utf-8" },
      }),
  },
  /** Refuses as if the key had been revoked; accepts nothing. */
  "401": { refusal: () => new ResendError(401, "invalid_api_key", "API key is invalid.") },
  /** Accepts nothing. */
  quota: {
    refusal: () => new ResendError(429, "daily_quota_exceeded", "You have reached your daily email sending quota."),
  },
  /** Refuses the whole request as invalid; accepts nothing. */
  "422": { refusal: () => invalid("We found an error with one or more fields in the request.") },
} as const satisfies Record<string, Effect>;

export type Mode = keyof typeof MODES;

/** Cuts the connection without an answer. */
export function cut(c: Context<MailboxEnv>): Response {
  c.env.incoming.socket.destroy();
  return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
}

function failed(): ResendError {
  return new ResendError(500, "internal_server_error", "An unexpected error occurred.");
}
