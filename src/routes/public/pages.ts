import { createRoute, z } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { nextTurn } from "../../clock.ts";
import { listFileJsonSchema, listFileSchemaPath } from "../../imports/list-file.ts";
import { renderChangeInTurns } from "../../page/changes/change.tsx";
import { renderChangesInTurns } from "../../page/changes/changes.tsx";
import { renderCompare } from "../../page/changes/compare.tsx";
import {
  PublishedList,
  publishedList,
  publishedListJsonSchema,
  publishedListSchemaPath,
} from "../../page/formats/published-list.ts";
import { renderRegistryInTurns } from "../../page/register/registry.tsx";
import { renderProblem } from "../../page/shell/plain-page.tsx";
import { stylesheet, stylesheetPath } from "../../page/style/index.ts";
import { renderVendor } from "../../page/vendor/vendor.tsx";
import { createRouter } from "../frame/context.ts";
import { ok, publicRefusals, withEtag } from "../frame/contract.ts";
import { At, ListQuery, listView, readQuery, refuseNarrowing } from "./list-query.ts";
import { registerView } from "./reader.ts";

export const publicRoutes = createRouter();

const Compared = z.object({ from: At.shape.at, to: At.shape.at });

const some = (value: string | undefined) => value || undefined;

/** What a page is asked for in words, of which no more is read. */
const asked = (value: string | undefined) => some(value?.slice(0, 200));

publicRoutes.get("/", async (c) => {
  const { at } = readQuery(At, c);
  const { q, category, country, product, region, sort, print } = c.req.query();
  const filters = {
    q: asked(q),
    category: asked(category),
    country: asked(country),
    product: asked(product),
    region: asked(region),
  };
  const view = { ...(await registerView(c)), at: some(at) ?? null, filters, sort, print };
  return c.html(await renderRegistryInTurns(view, nextTurn));
});

publicRoutes.get("/changes", async (c) => {
  refuseNarrowing(c, ["at", "product", "region"]);
  return c.html(await renderChangesInTurns(await registerView(c), nextTurn));
});

publicRoutes.get("/changes/:number{[0-9]{1,9}}", async (c) => {
  refuseNarrowing(c, ["at", "product", "region"]);
  const view = await registerView(c);
  const html = await renderChangeInTurns({ ...view, number: Number(c.req.param("number")) }, nextTurn);
  return html === null ? c.html(renderProblem(view, "notFound"), 404) : c.html(html);
});

publicRoutes.get("/vendors/:slug{[a-z0-9-]{1,64}}", async (c) => {
  refuseNarrowing(c, ["product", "region"]);
  const { at } = readQuery(At, c);
  const view = await registerView(c);
  const html = renderVendor({ ...view, slug: c.req.param("slug"), at: some(at) ?? null });
  return html === null ? c.html(renderProblem(view, "notFound"), 404) : c.html(html);
});

publicRoutes.get("/compare", async (c) => {
  refuseNarrowing(c, ["at", "product", "region"]);
  const { from, to } = readQuery(Compared, c);
  return c.html(renderCompare({ ...(await registerView(c)), from: some(from) ?? null, to: some(to) ?? null }));
});

publicRoutes.get(stylesheetPath, (c) => {
  c.header("content-type", "text/css; charset=utf-8");
  c.header("cache-control", "public, max-age=31536000, immutable");
  return c.body(stylesheet);
});

for (const path of ["/subprocessors.json", "/.well-known/subprocessors.json"]) {
  publicRoutes.use(path, cors({ origin: "*" }));
  const route = createRoute({
    method: "get",
    path,
    operationId: path.startsWith("/.") ? "getWellKnownList" : "getPublishedList",
    summary: "The published list",
    description:
      "Today's or that of a date, with what is announced to come after it; its JSON Schema is at `/schemas/subprocessors-v1.json`. Needs no key.",
    tags: ["public"],
    security: [],
    request: { query: ListQuery },
    responses: {
      200: { ...ok(PublishedList, "The list"), headers: withEtag },
      304: { description: "The list is the one that `If-None-Match` names", headers: withEtag },
      ...publicRefusals("invalid-request"),
    },
  });
  publicRoutes.openapi(route, async (c) => {
    return c.json(publishedList(await listView(c, c.req.valid("query"))), 200);
  });
}

for (const [path, schema] of [
  [publishedListSchemaPath, publishedListJsonSchema],
  [listFileSchemaPath, listFileJsonSchema],
] as const)
  publicRoutes.get(path, cors({ origin: "*" }), (c) => {
    c.header("cache-control", "public, max-age=86400");
    return c.body(JSON.stringify(schema()), 200, { "content-type": "application/schema+json" });
  });
