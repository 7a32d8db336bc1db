import { z } from "@hono/zod-openapi";
import { Response, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { prose } from "../../model/values/text.ts";
import { getResponse, listResponses, resolveResponse, responsePages } from "../../registry/answers/responses.ts";
import { createRouter } from "../frame/context.ts";
import {
  apiRoutes,
  IdParam,
  json,
  LAST_CHANGE_SET,
  ok,
  page,
  pageQuery,
  QueryFlag,
  soughtText,
  wholeNumber,
} from "../frame/contract.ts";

export const responseRoutes = createRouter();

const route = apiRoutes(responseRoutes, "responses");

const Query = pageQuery(responsePages, {
  changeSet: wholeNumber(0, LAST_CHANGE_SET).optional(),
  customer: soughtText(200).optional(),
  kind: ResponseKind.optional(),
  outcome: z
    .enum([...ResponseOutcome.options, "open"])
    .optional()
    .openapi({ description: "`open`: objections that are not resolved." }),
  late: QueryFlag.optional(),
});

route("get", "/v1/responses", {
  operationId: "listResponses",
  summary: "What recipients have answered, newest first: the register of objections",
  scope: "read",
  request: { query: Query },
  responses: { 200: ok(page(Response), "A page of responses") },
  handle: (c) => listResponses(c.var.deps, c.req.valid("query")),
});

route("get", "/v1/responses/{id}", {
  operationId: "getResponse",
  summary: "A response",
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(Response, "The response") },
  refuses: ["not-found"],
  handle: (c) => getResponse(c.var.deps, c.req.valid("param").id),
});

const Resolution = z.strictObject({ outcome: ResponseOutcome, note: prose(2000).optional() }).openapi("Resolution");

route("post", "/v1/responses/{id}/resolve", {
  operationId: "resolveResponse",
  summary: "Record what becomes of an objection, and tell whoever objected",
  scope: "announce",
  request: { params: IdParam, body: json(Resolution) },
  responses: { 200: ok(Response, "The response, resolved") },
  refuses: ["not-found", "not-an-objection", "already-resolved"],
  handle: async (c) => {
    const { outcome, note } = c.req.valid("json");
    const { id } = c.req.valid("param");
    return resolveResponse(c.var.deps, c.var.actor, id, { outcome, note: note ?? null });
  },
});
