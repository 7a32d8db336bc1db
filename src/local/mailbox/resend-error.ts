import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";

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

/** A refusal as Resend words it: `{ statusCode, name, message }`. */
export class ResendError extends Error {
  readonly statusCode: ContentfulStatusCode;
  override readonly name: ErrorName;

  constructor(statusCode: ContentfulStatusCode, name: ErrorName, message: string) {
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
export const invalid = (message: string) => new ResendError(422, "validation_error", message);

/** The JSON in a request's body. Refuses with 400 what is not JSON, or not UTF-8. */
export function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ResendError(400, "validation_error", "The request body is not valid JSON.");
  }
}

/** What the schema makes of the input. Refuses it with 422, naming the first field that is wrong. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") throw invalid(`Unknown field \`${issue.keys[0]?.slice(0, 100)}\`.`);
  if (!issue || issue.path.length === 0) throw invalid("The request body must be a JSON object.");
  throw invalid(`Invalid \`${issue.path.join(".")}\` field. ${issue.message}.`);
}
