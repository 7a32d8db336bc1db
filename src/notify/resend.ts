import { type CreateBatchSuccessResponse, Resend } from "resend";
import type { Config } from "../config.ts";
import { type Limits, type Mailer, NO_LIMITS, type Outcome } from "./mailer.ts";

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

/** Statuses by which the provider itself says that it will not have a request: bad, too large, not valid. */
const REFUSES = new Set<unknown>([400, 413, 422]);

/** What the SDK makes of an answer. */
type SdkResponse = Awaited<ReturnType<Resend["batch"]["send"]>>;

/**
 * Sends through Resend's batch API, with permissive validation so that one bad address fails alone. The SDK's own
 * request, not its `batch.send`: that one would make the bytes anew, and what was frozen is what must go out.
 */
export function resendMailer({ apiKey, baseUrl }: Config["resend"]): Mailer {
  const resend = new Resend(apiKey, baseUrl === null ? {} : { baseUrl });
  return {
    async send({ body, mails }, idempotencyKey) {
      const response = await resend
        .fetchRequest<CreateBatchSuccessResponse>("/emails/batch", {
          method: "POST",
          headers: {
            authorization: `Bearer ${apiKey}`,
            "content-type": "application/json",
            "user-agent": "subprocessor-registry",
            "idempotency-key": idempotencyKey,
            "x-batch-validation": "permissive",
          },
          body,
          // Whoever answers with another address would get the recipients with the body.
          redirect: "manual",
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        .catch(() => null);
      if (!response) return { outcome: { kind: "unknown", because: "no answer in time" }, limits: NO_LIMITS };
      return { outcome: outcomeOf(response, mails), limits: limitsOf(response) };
    },
  };
}

/**
 * Reads an answer by its error name. Whatever is not certain is unknown: a key that is in use or was used with other
 * bytes, and what is not the provider's word at all but a gateway's, in whatever JSON.
 */
function outcomeOf({ data, error }: SdkResponse, mails: number): Outcome {
  if (!error) return accepted(data, mails);
  const { name, statusCode } = error;
  const because = `${name ?? "no known error"} (${statusCode ?? "no status"})`;
  if (name === "rate_limit_exceeded") return { kind: "rate-limited" };
  if (PAUSES.has(name) || statusCode === 401 || statusCode === 403) return { kind: "paused", because };
  if (statusCode === 429) return { kind: "rate-limited" };
  // The SDK's own name for what it could not read.
  if (!name || name === "application_error" || !REFUSES.has(statusCode)) return { kind: "unknown", because };
  return { kind: "refused", because: `${because}: ${withoutAddresses(String(error.message))}` };
}

function accepted(data: unknown, sent: number): Outcome {
  const body = data as { data?: { id?: unknown }[]; errors?: { index?: unknown; message?: unknown }[] } | null;
  const ids = Array.isArray(body?.data) ? body.data.map((each) => each?.id) : [];
  const errors = new Map((Array.isArray(body?.errors) ? body.errors : []).map((each) => [each?.index, each?.message]));
  const isComplete = ids.length + errors.size === sent;
  const mails = Array.from({ length: sent }, (_, index) => {
    const message = errors.get(index);
    if (typeof message === "string") return { refused: withoutAddresses(message) };
    const emailId = errors.has(index) ? undefined : ids.shift();
    return typeof emailId === "string" ? { emailId } : null;
  });
  // A mail the answer does not account for may or may not have been sent.
  if (!isComplete || !mails.every((mail) => mail !== null))
    return { kind: "unknown", because: "the answer does not add up" };
  return { kind: "accepted", mails };
}

/** What the headers say of the provider's limit (`ratelimit-*`, and `retry-after` with a 429), in seconds. */
function limitsOf({ headers }: SdkResponse): Limits {
  const number = (name: string) => {
    const value = Number(headers?.[name] || Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : null;
  };
  // RFC 9110, section 10.2.3: seconds, or a date; by the clock of whoever answers, which may be another than ours.
  const until = (Date.parse(headers?.["retry-after"] ?? "") - Date.parse(headers?.date ?? "")) / 1000;
  return {
    limit: number("ratelimit-limit"),
    remaining: number("ratelimit-remaining"),
    resetSeconds: number("ratelimit-reset"),
    retryAfterSeconds: number("retry-after") ?? (until > 0 ? until : null),
  };
}

/** The provider's messages may quote an address; causes are logged and kept, addresses are not. */
function withoutAddresses(message: string): string {
  // Word by word: a search for the address itself would begin anew at each letter of a long word.
  return storable(message.replace(/[^\s<>"]+/g, (word) => (word.includes("@") ? "[address]" : word)));
}

/** At most so much of a text, as PostgreSQL takes it: without NUL, and without half a character at the cut. */
const storable = (text: string, max = 250): string => text.replaceAll("\0", "").slice(0, max).toWellFormed();

/** Whether PostgreSQL can read a time: one of a year with four digits. */
const isStorable = (at: Date): boolean => at.getTime() >= 0 && at.getTime() < Date.UTC(10_000, 0);

/** What a webhook says, with only the fields we use. */
export type ProviderReport = {
  type: string;
  occurredAt: Date;
  emailId: string | null;
  to: string | null;
  noticeId: string | null;
  batchId: string | null;
  /** Why it bounced, was held back or failed; of the first two, their kind before it. */
  detail: string | null;
  /** Whether it is a bounce that will not mend itself. */
  isPermanent: boolean;
};

/**
 * Reads a webhook if one of the secrets signed it within five minutes (Svix: HMAC-SHA256 over `id.timestamp.body`);
 * null otherwise, and where its id is longer than any. Several secrets are accepted while one replaces the other.
 */
export function readWebhook(
  secrets: readonly string[],
  payload: string,
  headers: { id: string; timestamp: string; signature: string },
): ProviderReport | null {
  if (headers.id.length > 255) return null;
  const { webhooks } = new Resend("re_unused");
  for (const webhookSecret of secrets) {
    try {
      return reportOf(webhooks.verify({ payload, headers, webhookSecret }));
    } catch {
      // Not this secret's signature, or too old.
    }
  }
  return null;
}

/** The address in a recipient, who may have a name before it. */
const addressIn = (recipient: string): string | null =>
  storable(recipient, 1000)
    .split(/[\s<>]+/)
    .find((word) => word.includes("@")) ?? null;

/** What an event says of why: of a bounce, of what the provider's own list holds back, of a failure. */
type Said = { type?: unknown; subType?: unknown; message?: unknown; reason?: unknown };

function said({ message, subType, reason }: Said, kind: string | null): string {
  const why = withoutAddresses(String([message, subType, reason].find((each) => typeof each === "string") ?? ""));
  return kind === null ? why : `${kind}: ${why}`;
}

function reportOf(event: unknown): ProviderReport {
  const { type, created_at, data } = event as { type?: unknown; created_at?: unknown; data?: Record<string, unknown> };
  const text = (value: unknown) => (typeof value === "string" ? storable(value) : null);
  const tags = data?.tags as Record<string, unknown> | { name?: unknown; value?: unknown }[] | undefined;
  const tag = (name: string) =>
    text(Array.isArray(tags) ? tags.find((each) => each?.name === name)?.value : tags?.[name]);
  const because = (data?.bounce ?? data?.suppressed ?? data?.failed) as Said | null | undefined;
  const to = Array.isArray(data?.to) ? data.to[0] : data?.to;
  const kind = text(because?.type) ?? (data?.bounce ? "Undetermined" : null);
  const occurredAt = new Date(text(created_at) ?? "");
  return {
    type: text(type) ?? "unknown",
    occurredAt: isStorable(occurredAt) ? occurredAt : new Date(0),
    emailId: text(data?.email_id),
    to: typeof to === "string" ? addressIn(to) : null,
    noticeId: tag("notice"),
    batchId: tag("batch"),
    detail: because ? said(because, kind) : null,
    isPermanent: kind === "Permanent",
  };
}
