import { createRoute, type OpenAPIHono, type RouteConfig, type RouteHandler, z } from "@hono/zod-openapi";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { LOGO_BYTES } from "../../model/brand/logo.ts";
import type { KeyScope } from "../../model/values/api-key.ts";
import { bounded } from "../../model/values/text.ts";
import { requireScope } from "./auth.ts";
import { DOCUMENT_BYTES, LIST_FILE_BYTES, upTo } from "./body.ts";
import type { App } from "./context.ts";
import { IDEMPOTENCY_KEY, idempotency, WITHOUT_IDEMPOTENCY } from "./idempotency.ts";
import { type ProblemSlug, problems } from "./problem-types.ts";

/** The parts of the contract that every route shares. */

const Problem = z
  .looseObject({
    type: z
      .string()
      .openapi({ description: "Its type: an address that explains it.", example: "/problems/invalid-request" }),
    title: z.string().describe("The type in a sentence."),
    status: z.int().describe("The HTTP status."),
    detail: z.string().optional().describe("What is wrong here."),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .describe("JSON Pointer (RFC 6901) into the body, or `/query/…`, `/path/…`, `/headers/…`."),
          detail: z.string().describe("What is wrong with it."),
        }),
      )
      .optional()
      .describe("Each field that is wrong."),
  })
  .openapi("Problem", { description: "Why a request was refused (RFC 9457). Whatever is refused does nothing." });

const content = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

export const ok = <T extends z.ZodType>(schema: T, description: string) => ({ content: content(schema), description });

/** A document that nobody is going to change. */
type Shown<T> = T extends object ? { readonly [Name in keyof T]: Shown<T[Name]> } : T;

/** A body, with an example that can be sent as it stands. */
export const json = <T extends z.ZodType>(schema: T, example: NoInfer<Shown<z.input<T>>>) => ({
  content: { "application/json": { schema, example } },
  required: true,
});

type ProblemResponse = { content: { "application/problem+json": { schema: typeof Problem } }; description: string };

/** What a route that anyone may call can refuse, and what may go wrong on any: one response for each status. */
export function publicRefusals(...slugs: ProblemSlug[]): Record<number, ProblemResponse> {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of new Set<ProblemSlug>([...slugs, "malformed-url", "internal-error", "database-unavailable"])) {
    const [status] = problems[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, each]) => [
      status,
      {
        content: { "application/problem+json": { schema: Problem } },
        description: each.map((slug) => `\`${slug}\``).join(", "),
      },
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

type Method = RouteConfig["method"];
type Requested = NonNullable<RouteConfig["request"]>;
type Responses = Record<
  number,
  { description: string; headers?: typeof withEtag; content?: Record<string, { schema: z.ZodType }> }
>;

/** What a handler reads a request from: its validated parts are those of the contract. */
type ContextOf<P extends string, Q extends Requested> = Parameters<
  RouteHandler<{ method: Method; path: P; request: Q; responses: Responses }, App>
>[0];

/** What the answer of a contract is made of; of one without a body nothing is read. */
type AnswerOf<R extends Responses> = R extends Record<200, Good<infer S>> | Record<201, Good<infer S>>
  ? z.input<S>
  : unknown;
type Good<S extends z.ZodType> = { content: { "application/json": { schema: S } } };

type ApiRoute<P extends string, Q extends Requested, R extends Responses> = Omit<
  RouteConfig,
  "method" | "path" | "tags" | "security" | "summary" | "description" | "middleware" | "request" | "responses"
> & {
  /** The scope of a key that may call it. */
  scope: KeyScope;
  summary: string;
  /** What it does, and what it refuses. */
  description: string;
  request?: Q;
  responses: R;
  /** What it may refuse, besides what any route with its method and its body may. */
  refuses?: readonly ProblemSlug[];
  /** Gives what the answer holds, which is read by the contract; or the whole answer, where that is not JSON of one status. */
  handle(c: ContextOf<P, Q>): Promise<AnswerOf<R> | Response>;
};

/**
 * Adds the routes of the API about one subject: each checks a key before it reads anything, and a POST takes an
 * `Idempotency-Key`.
 */
export function apiRoutes(routes: OpenAPIHono<App>, tag: string) {
  return <P extends string, Q extends Requested, R extends Responses>(
    method: Method,
    path: P,
    { scope, description, refuses = [], handle, ...given }: ApiRoute<P, Q, R>,
  ): void => {
    const isKept = method === "post" && !(path in WITHOUT_IDEMPOTENCY);
    const slugs: ProblemSlug[] = ["invalid-request", "unauthenticated", "insufficient-scope"];
    if (given.request?.body) slugs.push(...bodyRefusals);
    if (isKept) slugs.push("idempotency-key-reused");
    const [[status, good] = []] = Object.entries(given.responses);
    const schema = good?.content?.["application/json"]?.schema;
    const route = createRoute({
      ...given,
      method,
      path,
      description: `${description} Takes the scope \`${scope}\`.`,
      tags: [tag],
      security: [{ apiKey: [] }],
      "x-scope": scope,
      middleware: [requireScope(scope), ...bodyLimits(given), idempotency],
      request: { ...given.request, ...(isKept && { headers: withIdempotency(given.request) }) },
      responses: { ...given.responses, ...publicRefusals(...slugs, ...refuses) },
    });
    routes.openapi(route, async (c) => {
      const answer = await handle(c);
      if (answer instanceof Response) return answer;
      return schema ? c.json(schema.parse(answer), Number(status) as ContentfulStatusCode) : c.body(null, 204);
    });
  };
}

/** The key that makes a request one, beside the headers that its contract names. */
const withIdempotency = ({ headers }: Requested = {}) =>
  headers instanceof z.ZodObject ? headers.extend(IdempotencyHeader.shape) : IdempotencyHeader;

/** A file of customers is read by its handler, piece by piece; a list is a file, perhaps in base64; an image is a logo, and anything else a document. */
function bodyLimits({ request }: Pick<RouteConfig, "request">) {
  const content = request?.body?.content ?? {};
  if (content["text/csv"]) return [];
  if (content["multipart/form-data"]) return [upTo(LIST_FILE_BYTES)];
  return [upTo(content["image/png"] ? LOGO_BYTES : DOCUMENT_BYTES)];
}

/** The response header that names a version. */
export const withEtag = {
  ETag: { description: "The version of what is answered (RFC 9110, 8.8.3).", schema: { type: "string" as const } },
};

/** The request header that names the version that was read. */
export const IfMatch = z.object({
  "If-Match": bounded(200)
    .optional()
    .describe("The `ETag` that was read: refuses (stale-version) where somebody has changed it since."),
});

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
  // A variable that a script left unset would else find all there is, or nothing.
  bounded(max)
    .refine((text) => text !== "", { error: "must not be empty: leave it out to ask for all" })
    .refine((text) => !text.includes("\0"), { error: "must not contain NUL" });

/** What a list takes in its query: how much of it, from where on, and what else it may be asked. */
export const pageQuery = <Cursor extends z.ZodType, Filter extends z.ZodRawShape>(
  { cursor }: { cursor: Cursor },
  filter: Filter,
) =>
  z.strictObject({
    limit: wholeNumber(1, 200).default(50).describe("How many at most."),
    cursor: cursor.describe("Where to go on: the `next` of the page before."),
    ...filter,
  });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    data: z.array(item).describe("The items of this page."),
    next: z.string().nullable().openapi({ description: "The next page's `cursor`; null: there is none." }),
  });

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const IdParam = z.object({
  id: z.string().regex(UUID, { error: "must be a UUID" }).openapi({ format: "uuid", description: "Its id." }),
});

/** `true` or `false` in a query. */
export const QueryFlag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .openapi({ type: "boolean" });
