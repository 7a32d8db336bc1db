import { type CreateBatchRequestOptions, Resend } from "resend";
import type { Config } from "../config.ts";
import type { Mailer, Outcome, OutgoingMail, Sent } from "./mailer.ts";

/** Longer than the provider needs, shorter than the lease on sending. */
const TIMEOUT_MS = 20_000;

const PAUSES = new Set([
  "missing_api_key",
  "restricted_api_key",
  "invalid_api_key",
  "invalid_access",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
]);

// The key is in use by another request, or was used with other bytes: either way it may have been sent.
const UNKNOWN = new Set(["concurrent_idempotent_requests", "invalid_idempotent_request"]);

type Response = Awaited<ReturnType<Resend["batch"]["send"]>>;

/** Sends through Resend's batch API, with permissive validation so that one bad address fails alone. */
export function resendMailer({ apiKey, baseUrl }: Config["resend"]): Mailer {
  const resend = new Resend(apiKey, baseUrl === null ? {} : { baseUrl });
  return {
    async send(mails, idempotencyKey) {
      const options: CreateBatchRequestOptions = {
        idempotencyKey,
        batchValidation: "permissive",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      };
      const response = await resend.batch.send(mails, options).catch(() => null);
      if (!response) return { outcome: { kind: "unknown", because: "no answer in time" }, waitMs: 0 };
      return { outcome: outcomeOf(response, mails), waitMs: waitOf(response) };
    },
  };
}

/** Reads an answer by its error name; whatever is not certain is unknown. */
function outcomeOf({ data, error }: Response, mails: OutgoingMail[]): Outcome {
  if (!error) return accepted(data, mails.length);
  const { name, statusCode } = error;
  const because = `${name} (${statusCode ?? "no answer"})`;
  if (name === "rate_limit_exceeded") return { kind: "rate-limited" };
  if (PAUSES.has(name) || statusCode === 401 || statusCode === 403) return { kind: "paused", because };
  if (statusCode === 429) return { kind: "rate-limited" };
  if (UNKNOWN.has(name) || statusCode === null || statusCode >= 500 || statusCode < 400)
    return { kind: "unknown", because };
  return { kind: "refused", because: `${because}: ${withoutAddresses(error.message)}` };
}

function accepted(data: unknown, sent: number): Outcome {
  const body = data as { data?: { id?: unknown }[]; errors?: { index?: unknown; message?: unknown }[] } | null;
  const ids = Array.isArray(body?.data) ? body.data.map((each) => each?.id) : [];
  const errors = new Map((Array.isArray(body?.errors) ? body.errors : []).map((each) => [each?.index, each?.message]));
  // A mail the answer does not account for may or may not have been sent.
  if (ids.length + errors.size !== sent) return { kind: "unknown", because: "the answer does not add up" };
  const mails: ({ emailId: string } | { refused: string })[] = [];
  for (let index = 0; index < sent; index += 1) {
    const message = errors.get(index);
    const emailId = errors.has(index) ? undefined : ids.shift();
    if (typeof emailId === "string") mails.push({ emailId });
    else if (typeof message === "string") mails.push({ refused: withoutAddresses(message) });
    else return { kind: "unknown", because: "the answer does not add up" };
  }
  return { kind: "accepted", mails };
}

/** The pause the provider asks for: `retry-after`, or the end of a window with nothing remaining. Seconds there. */
function waitOf({ headers }: Response): Sent["waitMs"] {
  const seconds = (name: string) => Math.max(0, Number(headers?.[name] ?? 0)) || 0;
  const exhausted = headers?.["ratelimit-remaining"] === "0";
  return Math.min(60, seconds("retry-after") || (exhausted ? seconds("ratelimit-reset") : 0)) * 1000;
}

/** The provider's messages may quote an address; causes are logged and kept, addresses are not. */
function withoutAddresses(message: string): string {
  return message.replace(/[^\s<>"'`]+@[^\s<>"'`]+/g, "[address]").slice(0, 300);
}
