import { z } from "@hono/zod-openapi";
import { BatchState, SuppressionReason } from "../../model/people/delivery.ts";
import { Instant } from "../../model/values/dates.ts";
import { prose } from "../../model/values/text.ts";
import { BatchDecision, decideBatch } from "../../notify/batch-decision.ts";
import { listTroubledBatches, SendingStatus, sendingStatus } from "../../notify/sending-status.ts";
import { liftSuppression, listSuppressions, suppressionPages } from "../../registry/people/suppressions.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page, pageQuery } from "../frame/contract.ts";

export const sendingRoutes = createRouter();

const route = apiRoutes(sendingRoutes, "sending");

route("get", "/v1/sending", {
  operationId: "getSending",
  summary: "What is due, what is being sent, and what keeps it from being sent",
  scope: "read",
  responses: { 200: ok(SendingStatus, "The state of sending") },
  handle: (c) => sendingStatus(c.var.deps),
});

const Batch = z
  .object({
    id: z.uuid(),
    noticeId: z.uuid(),
    state: BatchState.exclude(["split"]),
    deliveries: z.int(),
    failed: z.int().openapi({ description: "How many of them did not reach their reader, and can be sent again." }),
    attempts: z.int(),
    firstAttemptAt: Instant.nullable(),
    nextAttemptAt: Instant,
    lastError: z.string().nullable(),
    bodySha256: z.string().nullable(),
  })
  .openapi("Batch");

route("get", "/v1/sending/batches", {
  operationId: "listTroubledBatches",
  summary:
    "Batches with mails that did not reach their reader, of unknown outcome, or not sent in spite of an attempt; the newest 200",
  scope: "read",
  responses: { 200: ok(page(Batch), "The batches") },
  handle: async (c) => ({ data: await listTroubledBatches(c.var.deps), next: null }),
});

route("post", "/v1/sending/batches/{id}/decide", {
  operationId: "decideBatch",
  summary: "Decide a batch whose outcome stayed unknown, or send again the mails that did not reach their reader",
  scope: "admin",
  request: { params: IdParam, body: json(BatchDecision) },
  responses: { 200: ok(SendingStatus, "The state of sending after it") },
  refuses: ["not-found", "batch-not-uncertain", "not-announced"],
  handle: async (c) => {
    const { deps, actor } = c.var;
    await decideBatch(deps, actor, c.req.valid("param").id, c.req.valid("json"));
    return sendingStatus(deps);
  },
});

const Suppression = z
  .object({
    id: z.uuid(),
    email: z.string().nullable().openapi({ description: "Null when only the hash of the address is known any more." }),
    reason: SuppressionReason,
    detail: z.string().nullable(),
    since: Instant,
  })
  .openapi("Suppression");

route("get", "/v1/suppressions", {
  operationId: "listSuppressions",
  summary: "Addresses nothing is sent to, since a permanent bounce or a complaint",
  scope: "read",
  request: { query: pageQuery(suppressionPages, {}) },
  responses: { 200: ok(page(Suppression), "A page of suppressed addresses") },
  handle: (c) => listSuppressions(c.var.deps, c.req.valid("query")),
});

const Lift = z.strictObject({ reason: prose(500) }).openapi("LiftSuppression");

route("post", "/v1/suppressions/{id}/lift", {
  operationId: "liftSuppression",
  summary: "Let an address get mail again; the reason is audited",
  scope: "admin",
  request: { params: IdParam, body: json(Lift) },
  responses: { 204: { description: "It is lifted" } },
  refuses: ["not-found"],
  handle: (c) => liftSuppression(c.var.deps, c.var.actor, c.req.valid("param").id, c.req.valid("json").reason),
});
