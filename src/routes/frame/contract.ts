import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { KeyScope } from "../../model/values/api-key.ts";
import { bounded } from "../../model/values/text.ts";
import { requireScope } from "./auth.ts";
import { DOCUMENT_BYTES, upTo } from "./body.ts";
import { IDEMPOTENCY_KEY, idempotency, WITHOUT_IDEMPOTENCY } from "./idempotency.ts";
import { type ProblemSlug, problems } from "./problems.ts";

/** The parts of the contract that every route shares. */

export const Problem = z
  .looseObject({
    type: z.string().openapi({ example: "/problems/invalid-request" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi("Problem", { description: "RFC 9457" });

const content = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

export const ok = <T extends z.ZodType>(schema: T, description: string) => ({ content: content(schema), description });

export const json = <T extends z.ZodType>(schema: T) => ({ content: content(schema), required: true });

type ProblemResponse = { content: { "application/problem+json": { schema: typeof Problem } }; description: string };

/** What a route that anyone may call can refuse, and what may go wrong on any: one response for each status. */
export function publicRefusals(...slugs: ProblemSlug[]): Record<number, ProblemResponse> {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of new Set<ProblemSlug>([...slugs, "internal-error", "database-unavailable"])) {
    const [status] = problems[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, each]) => [
      status,
      { content: { "application/problem+json": { schema: Problem } }, description: each.join(", ") },
    ]),
  );
}

/** What a route that takes a body may refuse. */
export const bodyRefusals = ["malformed-json", "body-too-large", "unsupported-media-type"] as const;

/** What announcing may refuse, be it of its own or together with an edit. */
export const announceRefusals = [
  "not-found",
  "not-a-draft",
  "empty-change-set",
  "approval-required",
  "findings-not-accepted",
  "vendor-changed-since",
  "earlier-than-pending-change",
  "effective-date-too-early",
  "effective-date-in-the-past",
  "no-effective-date",
] as const;

/** `idempotency.ts` heeds it. */
const IdempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .regex(IDEMPOTENCY_KEY)
    .optional()
    .openapi({ description: "For 24 hours the same key and request get the same answer, and are done once." }),
});

type ApiRoute = Omit<RouteConfig, "method" | "path" | "tags" | "security" | "middleware"> & {
  /** The scope of a key that may call it. */
  scope: KeyScope;
  /** What it may refuse, besides what any route with its method and its body may. */
  refuses?: readonly ProblemSlug[];
};

type Method = RouteConfig["method"];

/**
 * Makes the routes of the API about one subject: each checks a key before it reads anything, and a POST takes an
 * `Idempotency-Key`. To its handler a route is what is given.
 */
export function apiRoutes(tag: string) {
  function apiRoute<M extends Method, P extends string, R extends ApiRoute>(
    method: M,
    path: P,
    route: R,
  ): R & { method: M; path: P };
  function apiRoute(method: Method, path: string, { scope, refuses = [], ...given }: ApiRoute) {
    const isKept = method === "post" && !(path in WITHOUT_IDEMPOTENCY);
    const slugs: ProblemSlug[] = ["invalid-request", "unauthenticated", "insufficient-scope"];
    if (given.request?.body) slugs.push(...bodyRefusals);
    if (isKept) slugs.push("idempotency-key-reused");
    return createRoute({
      ...given,
      method,
      path,
      tags: [tag],
      security: [{ apiKey: [] }],
      "x-scope": scope,
      middleware: [requireScope(scope), ...bodyLimits(given), idempotency],
      request: { ...given.request, ...(isKept && { headers: IdempotencyHeader }) },
      responses: { ...given.responses, ...publicRefusals(...slugs, ...refuses) },
    });
  }
  return apiRoute;
}

/** A file is read by its handler, piece by piece; anything else is a document. */
const bodyLimits = ({ request }: Pick<RouteConfig, "request">) =>
  request?.body?.content["text/csv"] ? [] : [upTo(DOCUMENT_BYTES)];

/** The response header that names a version. */
export const withEtag = {
  ETag: { description: "The version of what is answered (RFC 9110, 8.8.3).", schema: { type: "string" as const } },
};

/** A whole number in an address, in plain digits. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, { error: "must be a whole number" })
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .openapi({ type: "integer", minimum: min, maximum: max });

/** The largest number a change set can have: what a database column holds. */
export const LAST_CHANGE_SET = 2_147_483_647;

/** A text in an address that the database is asked for: PostgreSQL refuses a NUL wherever it stands. */
export const soughtText = (max: number) =>
  bounded(max).refine((text) => !text.includes("\0"), { error: "must not contain NUL" });

/** What a list takes in its query: how much of it, from where on, and what else it may be asked. */
export const pageQuery = <Cursor extends z.ZodType, Filter extends z.ZodRawShape>(
  { cursor }: { cursor: Cursor },
  filter: Filter,
) => z.strictObject({ limit: wholeNumber(1, 200).default(50), cursor, ...filter });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), next: z.string().nullable().openapi({ description: "The next page's `cursor`." }) });

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const IdParam = z.object({
  id: z.string().regex(UUID, { error: "must be a UUID" }).openapi({ format: "uuid" }),
});

/** `true` or `false` in a query. */
export const QueryFlag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .openapi({ type: "boolean" });
