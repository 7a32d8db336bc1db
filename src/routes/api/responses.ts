import { z } from "@hono/zod-openapi";
import { ExternalId } from "../../model/people/customer-document.ts";
import { Response, ResponseChannel, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { DateOn } from "../../model/values/dates.ts";
import { prose } from "../../model/values/text.ts";
import { enterResponse } from "../../registry/answers/enter.ts";
import {
  getResponse,
  listResponses,
  resolveResponse,
  responsePages,
  tagOfResponse,
} from "../../registry/answers/responses.ts";
import { createRouter } from "../frame/context.ts";
import {
  apiRoutes,
  IdParam,
  IfMatch,
  json,
  LAST_CHANGE_SET,
  ok,
  page,
  pageQuery,
  QueryFlag,
  soughtText,
  wholeNumber,
  withEtag,
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
    .openapi({
      description: "`open`: objections and questions that are not resolved, to sets that are not withdrawn.",
    }),
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
  responses: { 200: { ...ok(Response, "The response"), headers: withEtag } },
  refuses: ["not-found"],
  handle: async (c) => {
    const response = await getResponse(c.var.deps, c.req.valid("param").id);
    c.header("etag", tagOfResponse(response));
    return response;
  },
});

const EnteredResponse = z
  .strictObject({
    changeSet: z.int().min(0).max(LAST_CHANGE_SET),
    customer: ExternalId.openapi({ description: "Whose answer it is, by your own id." }),
    kind: ResponseKind,
    text: prose(5000).optional().openapi({ description: "Needed for a question or an objection." }),
    receivedOn: DateOn.openapi({ description: "The day it came: by that it is in time, or late." }),
    channel: ResponseChannel,
  })
  .openapi("EnteredResponse");

route("post", "/v1/responses", {
  operationId: "enterResponse",
  summary: "Record a customer's answer that came by post, by mail or otherwise; its contacts get a receipt",
  scope: "write",
  request: { body: json(EnteredResponse) },
  responses: { 200: ok(Response, "The response") },
  refuses: ["not-found", "not-announced"],
  handle: async (c) => {
    const { text, ...entered } = c.req.valid("json");
    return enterResponse(c.var.deps, c.var.actor, { ...entered, text: text ?? null });
  },
});

const Resolution = z.strictObject({ outcome: ResponseOutcome, note: prose(2000).optional() }).openapi("Resolution");

route("post", "/v1/responses/{id}/resolve", {
  operationId: "resolveResponse",
  summary: "Record what becomes of an objection, or answer a question, and tell whoever raised it",
  scope: "announce",
  request: { params: IdParam, headers: IfMatch, body: json(Resolution) },
  responses: { 200: ok(Response, "The response, resolved") },
  refuses: ["not-found", "not-an-objection", "already-resolved", "stale-version"],
  handle: async (c) => {
    const { outcome, note } = c.req.valid("json");
    const { id } = c.req.valid("param");
    const ifMatch = c.req.valid("header")["If-Match"];
    return resolveResponse(c.var.deps, c.var.actor, id, { outcome, note: note ?? null }, { ifMatch });
  },
});
