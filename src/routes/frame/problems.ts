import type { Hook } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ConfigError } from "../../config.ts";
import { isUnavailable } from "../../db/errors.ts";
import type { Deps } from "../../deps.ts";
import { logLine } from "../../log.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { type FieldError, Refusal, type RefusalSlug } from "../../model/values/refusal.ts";
import { FindingsNotAccepted } from "../../registry/changes/findings/accepted.ts";
import { Finding, findingAnswer } from "./finding.ts";

/** What HTTP itself refuses, beside the registry's own refusals. */
type HttpSlug =
  | "malformed-url"
  | "method-not-allowed"
  | "malformed-json"
  | "unsupported-media-type"
  | "body-too-large"
  | "too-many-requests"
  | "database-unavailable"
  | "internal-error";

export type ProblemSlug = RefusalSlug | HttpSlug;

/** The status and title of every problem; the compiler demands that each is here. */
export const problems = {
  "invalid-request": [422, "The request is not valid"],
  "malformed-url": [400, "The address is not one"],
  "malformed-json": [400, "The body is not JSON"],
  "malformed-csv": [400, "The body is not CSV"],
  unauthenticated: [401, "An API key is needed"],
  "insufficient-scope": [403, "The API key may not do this"],
  "not-found": [404, "There is nothing here"],
  "method-not-allowed": [405, "This is not done here"],
  "not-a-draft": [409, "Only a draft can be changed or announced"],
  "not-announced": [409, "Only an announced change set can be withdrawn, corrected, answered or sent"],
  "already-effective": [409, "The change is already in force"],
  "later-change-exists": [409, "A later change builds on this one"],
  "empty-change-set": [409, "There is nothing to announce"],
  "approval-required": [409, "Another person or key has to approve this first"],
  "findings-not-accepted": [409, "The documents contradict the law or themselves"],
  "draft-changed": [409, "The draft has been edited since it was read"],
  "recipients-changed": [409, "Other people would be told than was read"],
  "own-draft": [409, "Whoever wrote a draft cannot approve it"],
  "not-awaiting-approval": [409, "The change set waits for nobody's approval"],
  "vendor-changed-since": [409, "The vendor was changed by a newer announcement"],
  "earlier-than-pending-change": [409, "An announced change of the vendor takes effect later"],
  "not-an-empty-registry": [409, "Something has been announced already"],
  "slug-taken": [409, "The slug is taken"],
  "reference-taken": [409, "Another change set has the reference"],
  "email-taken": [409, "The address is somebody's already"],
  "vendor-not-listed": [409, "The vendor is not on the list"],
  "nothing-changed": [409, "Nothing would change"],
  "not-an-objection": [409, "Only an objection or a question is to be resolved"],
  "already-resolved": [409, "The objection is resolved already"],
  "nobody-was-told": [409, "Nobody was told of the change"],
  "batch-not-uncertain": [
    409,
    "Only a batch of unknown outcome is to be decided, and only failed mails are sent again",
  ],
  "last-admin-key": [409, "The last administering key cannot be revoked"],
  "own-role": [409, "Nobody takes the right to administer from themselves"],
  "stale-version": [412, "What was read has changed since"],
  "body-too-large": [413, "The body is too large"],
  "unsupported-media-type": [415, "The body is of a media type that is not taken here"],
  "effective-date-too-early": [422, "A notice or objection period has not passed by that date"],
  "effective-date-in-the-past": [422, "The date is in the past"],
  "no-effective-date": [422, "A date is needed"],
  "idempotency-key-reused": [422, "The Idempotency-Key was used for another request"],
  "answered-too-often": [429, "Too many answers in a day"],
  "too-many-requests": [429, "Too many requests"],
  "internal-error": [500, "Something went wrong here"],
  "database-unavailable": [503, "The database cannot be reached"],
} as const satisfies Record<ProblemSlug, readonly [ContentfulStatusCode, string]>;

/** The most errors that are told of a request: whoever mends a hundred can ask again. */
const MAX_ERRORS = 100;

/** An answer in the form of RFC 9457. */
export function problem(
  c: Context,
  slug: ProblemSlug,
  more: { detail?: string; errors?: FieldError[]; members?: Record<string, unknown> } = {},
): Response {
  const [status, title] = problems[slug];
  const { detail, errors, members } = more;
  const body = {
    ...members,
    type: `/problems/${slug}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors && errors.length > 0 ? { errors: errors.slice(0, MAX_ERRORS) } : {}),
  };
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (status === 401) headers["www-authenticate"] = 'Bearer realm="subprocessor registry"';
  if (status === 429 || status === 503) headers["retry-after"] = "10";
  return c.body(JSON.stringify(body), status, headers);
}

/** The answer to a method that an address does not take. */
export const methodNotAllowed = (c: Context, methods: string[]): Response =>
  problem(c, "method-not-allowed", { detail: `${c.req.path} takes ${methods.join(", ")}.` });

/** The answer to an address that leads nowhere. */
export function notFound(c: Context): Response {
  return problem(c, "not-found", { detail: `There is nothing at ${new URL(c.req.url).pathname}.` });
}

/** Whatever is thrown becomes a problem; what nobody foresaw is logged and says nothing of itself. */
export function onError(error: Error, c: Context): Response {
  if (error instanceof FindingsNotAccepted) {
    const findings = error.findings.map(findingAnswer("en")).map((each) => Finding.parse(each));
    const errors = findings.map(({ pointer, message }) => ({ pointer, detail: message }));
    return problem(c, error.slug, { detail: error.message, errors, members: { findings } });
  }
  if (error instanceof Refusal) {
    return problem(c, error.slug, { detail: error.message, errors: error.errors, members: error.members });
  }
  if (error instanceof HTTPException) return fromHttpException(error, c);
  // Logged where it was thrown, by the one runtime that reads its settings for each request.
  if (error instanceof ConfigError) return problem(c, "internal-error");
  const deps: Deps | undefined = c.var.deps; // none yet when the runtime could not make them
  const log = deps?.log ?? logLine;
  if (isUnavailable(error)) {
    log("database.unavailable", { path: c.req.routePath });
    return problem(c, "database-unavailable");
  }
  // Never the message: a failed statement's holds its parameters.
  const at = error.stack
    ?.replace(error.message, "")
    .match(/^\s+at .+$/m)?.[0]
    .trim();
  log("error", { path: c.req.routePath, name: error.name, at });
  return problem(c, "internal-error");
}

function fromHttpException({ status, message }: HTTPException, c: Context): Response {
  if (status === 400) return problem(c, "malformed-json", { detail: message });
  if (status === 413) return problem(c, "body-too-large", { detail: message });
  if (status === 415) {
    // The API takes JSON; its one CSV says so itself.
    const detail = "Send Content-Type: application/json.";
    return problem(c, "unsupported-media-type", c.req.path.startsWith("/v1/") ? { detail } : {});
  }
  return problem(c, "internal-error");
}

/** Turns a failed validation into a problem that names every bad field. */
// biome-ignore lint/suspicious/noExplicitAny: the hook is generic over every route's input
export const invalidRequest: Hook<any, any, any, any> = (result, c) => {
  if (result.success) return;
  const place = result.target === "param" ? "path" : result.target;
  const errors = fieldErrors(result.error.issues, result.target === "json" ? [] : [place]);
  return problem(c, "invalid-request", { errors });
};
