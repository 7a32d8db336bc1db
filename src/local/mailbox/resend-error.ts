/** The error names of https://resend.com/docs/api-reference/errors that the mailbox gives. */
type ErrorName =
  | "validation_error"
  | "missing_required_field"
  | "missing_api_key"
  | "invalid_api_key"
  | "invalid_access"
  | "invalid_idempotency_key"
  | "invalid_idempotent_request"
  | "concurrent_idempotent_requests"
  | "rate_limit_exceeded"
  | "daily_quota_exceeded"
  | "not_found"
  | "method_not_allowed"
  | "internal_server_error";

type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500;

/** A refusal as Resend words it: `{ statusCode, name, message }`. */
export class ResendError extends Error {
  readonly statusCode: ErrorStatus;
  override readonly name: ErrorName;

  constructor(statusCode: ErrorStatus, name: ErrorName, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.name = name;
  }

  /** The body of the answer, its fields in Resend's order. */
  toJSON() {
    return { statusCode: this.statusCode, name: this.name, message: this.message };
  }
}

/** A mail or a request that Resend would not take: 422 `validation_error`. */
export function invalid(message: string): ResendError {
  return new ResendError(422, "validation_error", message);
}

/** A mail that lacks something Resend requires: 422 `missing_required_field`. */
export function missing(fields: string): ResendError {
  return new ResendError(422, "missing_required_field", `Missing ${fields} field.`);
}

/** There is an event to send, and nowhere to send it. */
export function noWebhook(): ResendError {
  return new ResendError(409, "validation_error", "The mailbox was started without a webhook, so it sends no events.");
}
