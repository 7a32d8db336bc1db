import { z } from "@hono/zod-openapi";
import { PLACE, placeOf } from "../../db/paging.ts";
import { Response, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { prose } from "../../model/values/text.ts";
import { getResponse, listResponses, resolveResponse } from "../../registry/answers/responses.ts";
import { createRouter } from "../frame/context.ts";
import {
  apiRoutes,
  decodeCursor,
  IdParam,
  json,
  LAST_CHANGE_SET,
  ok,
  PageQuery,
  page,
  QueryFlag,
  toPage,
  wholeNumber,
} from "../frame/contract.ts";

export const responseRoutes = createRouter();

const apiRoute = apiRoutes("responses");

const Filter = PageQuery.extend({
  changeSet: wholeNumber(0, LAST_CHANGE_SET).optional(),
  customer: z.string().max(200).optional(),
  kind: ResponseKind.optional(),
  outcome: z
    .enum([...ResponseOutcome.options, "open"])
    .optional()
    .openapi({ description: "`open`: objections that are not resolved." }),
  late: QueryFlag.optional(),
}).strict();

const list = apiRoute("get", "/v1/responses", {
  operationId: "listResponses",
  summary: "What recipients have answered, newest first: the register of objections",
  scope: "read",
  request: { query: Filter },
  responses: { 200: ok(page(Response), "A page of responses") },
});

responseRoutes.openapi(list, async (c) => {
  const { limit, cursor, ...filter } = c.req.valid("query");
  const responses = await listResponses(c.var.deps, filter, {
    limit: limit + 1,
    after: decodeCursor(cursor, PLACE),
  });
  return c.json(page(Response).parse(toPage(responses, limit, ({ answeredAt, id }) => placeOf(answeredAt, id))), 200);
});

const get = apiRoute("get", "/v1/responses/{id}", {
  operationId: "getResponse",
  summary: "A response",
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(Response, "The response") },
  refuses: ["not-found"],
});

responseRoutes.openapi(get, async (c) =>
  c.json(Response.parse(await getResponse(c.var.deps, c.req.valid("param").id)), 200),
);

const Resolution = z.strictObject({ outcome: ResponseOutcome, note: prose(2000).optional() }).openapi("Resolution");

const resolve = apiRoute("post", "/v1/responses/{id}/resolve", {
  operationId: "resolveResponse",
  summary: "Record what becomes of an objection, and tell whoever objected",
  scope: "announce",
  request: { params: IdParam, body: json(Resolution) },
  responses: { 200: ok(Response, "The response, resolved") },
  refuses: ["not-found", "not-an-objection", "already-resolved"],
});

responseRoutes.openapi(resolve, async (c) => {
  const { outcome, note } = c.req.valid("json");
  const { id } = c.req.valid("param");
  const resolved = await resolveResponse(c.var.deps, c.var.actor, id, { outcome, note: note ?? null });
  return c.json(Response.parse(resolved), 200);
});
