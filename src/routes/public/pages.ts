import { createRoute, z } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { createMiddleware } from "hono/factory";
import { DateOn } from "../../model/values/dates.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { renderChange } from "../../page/changes/change.tsx";
import { renderChanges } from "../../page/changes/changes.tsx";
import {
  PublishedList,
  publishedList,
  publishedListJsonSchema,
  publishedListSchemaPath,
} from "../../page/formats/published-list.ts";
import { renderRegistry } from "../../page/register/registry.tsx";
import { renderProblem } from "../../page/shell/plain-page.tsx";
import { stylesheet, stylesheetPath } from "../../page/style/index.ts";
import { type App, createRouter } from "../frame/context.ts";
import { ok, publicRefusals, withEtag } from "../frame/contract.ts";
import { registerView } from "./reader.ts";

export const publicRoutes = createRouter();

// Fresh for half a minute; after that a cache may serve the old list while it asks for the new one.
const CACHE = "public, max-age=30, stale-while-revalidate=300, stale-if-error=86400";

const cached = createMiddleware<App>(async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  c.header("cache-control", CACHE);
  c.header("vary", "Accept-Language");
});

// Around `cached`, so that a 304 says how long and for whom the answer holds (RFC 9110, 15.4.5), and still that any
// site may read it.
const revalidated = etag({ retainedHeaders: [...RETAINED_304_HEADERS, "access-control-allow-origin"] });

/** A date in an address; a form that leaves it empty means today. */
const At = z.object({ at: z.literal("").or(DateOn).optional() });

function readAt(at: string | undefined) {
  const read = At.safeParse({ at });
  if (read.success) return read.data;
  throw new Refusal("invalid-request", "The date is not one.", { errors: fieldErrors(read.error.issues, ["query"]) });
}

const some = (value: string | undefined) => value || undefined;

for (const path of ["/", "/changes", "/changes/:number{[0-9]{1,9}}"]) publicRoutes.use(path, revalidated, cached);

publicRoutes.get("/", async (c) => {
  const { at } = readAt(c.req.query("at"));
  const { product, region, q } = c.req.query();
  const filters = { product: some(product), region: some(region), q: some(q?.slice(0, 200)) };
  return c.html(renderRegistry({ ...(await registerView(c)), at: some(at) ?? null, filters }));
});

publicRoutes.get("/changes", async (c) => c.html(renderChanges(await registerView(c))));

publicRoutes.get("/changes/:number{[0-9]{1,9}}", async (c) => {
  const view = await registerView(c);
  const html = renderChange({ ...view, number: Number(c.req.param("number")) });
  return html === null ? c.html(renderProblem(view, "notFound"), 404) : c.html(html);
});

publicRoutes.get(stylesheetPath, (c) => {
  c.header("content-type", "text/css; charset=utf-8");
  c.header("cache-control", "public, max-age=31536000, immutable");
  return c.body(stylesheet);
});

for (const path of ["/subprocessors.json", "/.well-known/subprocessors.json"]) {
  publicRoutes.use(path, cors({ origin: "*" }), revalidated, cached);
  const route = createRoute({
    method: "get",
    path,
    operationId: path.startsWith("/.") ? "getWellKnownList" : "getPublishedList",
    summary: "The published list, today or on a date",
    tags: ["public"],
    security: [],
    request: { query: At },
    responses: {
      200: { ...ok(PublishedList, "The list"), headers: withEtag },
      304: { description: "The list is the one that `If-None-Match` names", headers: withEtag },
      ...publicRefusals("invalid-request"),
    },
  });
  publicRoutes.openapi(route, async (c) => {
    const { register, today, publicUrl } = await registerView(c);
    return c.json(publishedList(register, some(c.req.valid("query").at) ?? today, publicUrl), 200);
  });
}

publicRoutes.get(publishedListSchemaPath, cors({ origin: "*" }), (c) => {
  c.header("cache-control", "public, max-age=86400");
  return c.body(JSON.stringify(publishedListJsonSchema()), 200, { "content-type": "application/schema+json" });
});
