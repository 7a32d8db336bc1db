import { z } from "@hono/zod-openapi";
import { BatchState, SuppressionReason } from "../../model/people/delivery.ts";
import { NoticeKind } from "../../model/people/notice.ts";
import { Instant } from "../../model/values/dates.ts";
import { BatchDecision, decideBatch } from "../../notify/batch-decision.ts";
import { resumeNow } from "../../notify/pause.ts";
import { listTroubledBatches, SendingStatus, sendingStatus } from "../../notify/sending-status.ts";
import { listReports, reportPages } from "../../registry/owed/reports.ts";
import {
  LiftSuppression,
  liftSuppression,
  listSuppressions,
  suppressionPages,
} from "../../registry/people/suppressions.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page, pageQuery, soughtText } from "../frame/contract.ts";

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
    kind: NoticeKind.openapi({ description: "What it tells." }),
    changeSet: z.int().nullable(),
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

route("post", "/v1/sending/resume", {
  operationId: "resumeSending",
  summary: "Send again at once what a pause holds back, instead of within the minute",
  scope: "admin",
  responses: { 200: ok(SendingStatus, "The state of sending after it") },
  handle: async (c) => {
    const { deps, actor } = c.var;
    await resumeNow(deps, actor);
    return sendingStatus(deps);
  },
});

const Report = z
  .object({
    id: z.string(),
    type: z.string().openapi({ description: "As the provider calls it.", example: "email.bounced" }),
    detail: z.string().nullable(),
    occurredAt: Instant,
    receivedAt: Instant,
    kind: NoticeKind.nullable().openapi({ description: "Of the mail; null where the report is about none of ours." }),
    changeSet: z.int().nullable(),
    email: z.string().nullable().openapi({ description: "Null where nobody with the address is known any more." }),
  })
  .openapi("ProviderReport");

route("get", "/v1/sending/reports", {
  operationId: "listReports",
  summary: "What the mail provider reported, newest first",
  scope: "read",
  request: { query: pageQuery(reportPages, {}) },
  responses: { 200: ok(page(Report), "A page of reports") },
  handle: (c) => listReports(c.var.deps, c.req.valid("query")),
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
  request: {
    query: pageQuery(suppressionPages, {
      email: soughtText(300).optional().openapi({ description: "What the address has in it; or all of it." }),
    }),
  },
  responses: { 200: ok(page(Suppression), "A page of suppressed addresses") },
  handle: (c) => listSuppressions(c.var.deps, c.req.valid("query")),
});

const Lift = LiftSuppression.openapi("LiftSuppression");

route("post", "/v1/suppressions/{id}/lift", {
  operationId: "liftSuppression",
  summary: "Let an address get mail again; the reason is audited",
  scope: "admin",
  request: { params: IdParam, body: json(Lift) },
  responses: { 204: { description: "It is lifted" } },
  refuses: ["not-found"],
  handle: (c) => liftSuppression(c.var.deps, c.var.actor, c.req.valid("param").id, c.req.valid("json").reason),
});
