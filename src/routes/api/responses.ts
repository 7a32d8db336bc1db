import { z } from "@hono/zod-openapi";
import { ExternalId } from "../../model/people/customer-document.ts";
import {
  OUTCOME_MEANINGS,
  Response,
  ResponseChannel,
  ResponseKind,
  ResponseOutcome,
} from "../../model/people/response.ts";
import { DateOn } from "../../model/values/dates.ts";
import { explained } from "../../model/values/explained.ts";
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
import { EXAMPLES } from "./examples.ts";

export const responseRoutes = createRouter();

const route = apiRoutes(responseRoutes, "responses");

const Query = pageQuery(responsePages, {
  changeSet: wholeNumber(0, LAST_CHANGE_SET).optional().describe("To this set."),
  customer: soughtText(200).optional().describe("Of this customer, by its externalId."),
  kind: ResponseKind.optional(),
  outcome: explained({
    ...OUTCOME_MEANINGS,
    open: "objections and questions that are not resolved, to sets that are not withdrawn",
  }).optional(),
  late: QueryFlag.optional().describe("`true`: those that came too late; `false`: the others."),
});

route("get", "/v1/responses", {
  operationId: "listResponses",
  summary: "What recipients answered",
  description: "Newest first: the register of objections.",
  scope: "read",
  request: { query: Query },
  responses: { 200: ok(page(Response), "A page of responses") },
  handle: (c) => listResponses(c.var.deps, c.req.valid("query")),
});

route("get", "/v1/responses/{id}", {
  operationId: "getResponse",
  summary: "A response",
  description: "`ETag` is its version.",
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
    changeSet: z.int().min(0).max(LAST_CHANGE_SET).describe("What it answers."),
    customer: ExternalId.openapi({ description: "Whose answer it is, by your own id." }),
    kind: ResponseKind,
    text: prose(5000).optional().openapi({ description: "Needed for a question; an objection needs no reason." }),
    receivedOn: DateOn.openapi({ description: "The day it came: by that it is in time, or late." }),
    channel: ResponseChannel,
  })
  .describe("A customer's answer that came otherwise than by the link.")
  .openapi("EnteredResponse");

route("post", "/v1/responses", {
  operationId: "enterResponse",
  summary: "Enter an answer that came otherwise",
  description:
    "By post, by mail, by telephone: it counts by the day it came. The customer's contacts get a receipt. Refuses one to a set that was not announced; under four eyes, of whoever has written the set, an approval and what takes an open objection's place.",
  scope: "write",
  request: { body: json(EnteredResponse, EXAMPLES.enterResponse) },
  responses: { 200: ok(Response, "The response") },
  refuses: ["not-found", "not-announced", "approval-required"],
  handle: async (c) => {
    const { text, ...entered } = c.req.valid("json");
    return enterResponse(c.var.deps, c.var.actor, { ...entered, text: text ?? null });
  },
});

const Resolution = z
  .strictObject({
    outcome: ResponseOutcome,
    note: prose(2000).optional().describe("What whoever raised it is told; of a question the answer, which is needed."),
  })
  .describe("What becomes of an objection or a question.")
  .openapi("Resolution");

route("post", "/v1/responses/{id}/resolve", {
  operationId: "resolveResponse",
  summary: "Resolve an objection or a question",
  description:
    "Records what becomes of it, and tells whoever raised it. Refuses what is no objection or question, and what is resolved; of an objection, under four eyes, whoever has written the change set.",
  scope: "announce",
  request: { params: IdParam, headers: IfMatch, body: json(Resolution, EXAMPLES.resolveResponse) },
  responses: { 200: ok(Response, "The response, resolved") },
  refuses: ["not-found", "not-an-objection", "already-resolved", "approval-required", "stale-version"],
  handle: async (c) => {
    const { outcome, note } = c.req.valid("json");
    const { id } = c.req.valid("param");
    const ifMatch = c.req.valid("header")["If-Match"];
    return resolveResponse(c.var.deps, c.var.actor, id, { outcome, note: note ?? null }, { ifMatch });
  },
});
