import type { Hook } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ConfigError } from "../../config.ts";
import { isUnavailable } from "../../db/errors.ts";
import type { Deps } from "../../deps.ts";
import { logLine } from "../../log.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { FindingsNotAccepted } from "../../registry/changes/findings/accepted.ts";
import { Finding, findingAnswer } from "./finding.ts";
import { type ProblemSlug, problems } from "./problem-types.ts";

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
