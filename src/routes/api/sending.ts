import { z } from "@hono/zod-openapi";
import { ShownBatchState, SuppressionReason } from "../../model/people/delivery.ts";
import { NoticeKind } from "../../model/people/notice.ts";
import { Instant } from "../../model/values/dates.ts";
import { BatchDecision, decideBatch } from "../../notify/batch-decision.ts";
import { holdSending, resumeNow } from "../../notify/pause.ts";
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
import { EXAMPLES } from "./examples.ts";

export const sendingRoutes = createRouter();

const route = apiRoutes(sendingRoutes, "sending");

route("get", "/v1/sending", {
  operationId: "getSending",
  summary: "The state of sending",
  description: "What is due, what is being sent, and what keeps it from being sent.",
  scope: "read",
  responses: { 200: ok(SendingStatus, "The state of sending") },
  handle: (c) => sendingStatus(c.var.deps),
});

const Batch = z
  .object({
    id: z.uuid().describe("Names it."),
    noticeId: z.uuid().describe("The notice that it sends."),
    kind: NoticeKind,
    changeSet: z.int().nullable().describe("What it is about; null: no set."),
    state: ShownBatchState,
    deliveries: z.int().describe("How many mails."),
    failed: z.int().openapi({ description: "How many of them did not reach their reader, and can be sent again." }),
    attempts: z.int().describe("How often it was tried."),
    firstAttemptAt: Instant.nullable().describe("When it was first tried."),
    nextAttemptAt: Instant.describe("When it is tried next."),
    lastError: z.string().nullable().describe("What the provider said last."),
    bodySha256: z.string().nullable().describe("SHA-256 of what is sent: the same at each attempt."),
  })
  .describe("Up to 100 mails in one request to the provider.")
  .openapi("Batch");

route("get", "/v1/sending/batches", {
  operationId: "listTroubledBatches",
  summary: "Batches that need a look",
  description:
    "With mails that did not reach their reader, of unknown outcome, or not sent in spite of an attempt; the newest 200.",
  scope: "read",
  responses: { 200: ok(page(Batch), "The batches") },
  handle: async (c) => ({ data: await listTroubledBatches(c.var.deps), next: null }),
});

route("post", "/v1/sending/batches/{id}/decide", {
  operationId: "decideBatch",
  summary: "Decide a batch",
  description:
    "Of unknown outcome: its mails arrived, did not, or are sent again. Of any other, the mails that did not reach their reader are sent again.",
  scope: "admin",
  request: { params: IdParam, body: json(BatchDecision, EXAMPLES.decideBatch) },
  responses: { 200: ok(SendingStatus, "The state of sending after it") },
  refuses: ["not-found", "batch-not-uncertain", "not-announced"],
  handle: async (c) => {
    const { deps, actor } = c.var;
    await decideBatch(deps, actor, c.req.valid("param").id, c.req.valid("json"));
    return sendingStatus(deps);
  },
});

route("post", "/v1/sending/hold", {
  operationId: "holdSending",
  summary: "Hold sending",
  description:
    "Nothing is sent until somebody resumes it, such as while the registry is moved. What is under way ends: then the state is `held`.",
  scope: "admin",
  responses: { 200: ok(SendingStatus, "The state of sending after it") },
  handle: async (c) => {
    const { deps, actor } = c.var;
    await holdSending(deps, actor);
    return sendingStatus(deps);
  },
});

route("post", "/v1/sending/resume", {
  operationId: "resumeSending",
  summary: "Send again at once",
  description:
    "What is held, or what a pause holds back, instead of when that ends. After a move make sure that the former place sends nothing any more.",
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
    id: z.string().describe("Names it."),
    type: z.string().openapi({ description: "As the provider calls it.", example: "email.bounced" }),
    detail: z.string().nullable().describe("What the provider says of it."),
    occurredAt: Instant.describe("When it happened."),
    receivedAt: Instant.describe("When it was reported."),
    kind: NoticeKind.nullable(),
    changeSet: z.int().nullable().describe("What the mail was about; null: no set."),
    email: z.string().nullable().openapi({ description: "Null where nobody with the address is known any more." }),
  })
  .describe("What the provider reported; `kind` is null where the mail is none of ours.")
  .openapi("ProviderReport");

route("get", "/v1/sending/reports", {
  operationId: "listReports",
  summary: "The provider's reports",
  description: "Newest first.",
  scope: "read",
  request: { query: pageQuery(reportPages, {}) },
  responses: { 200: ok(page(Report), "A page of reports") },
  handle: (c) => listReports(c.var.deps, c.req.valid("query")),
});

const Suppression = z
  .object({
    id: z.uuid().describe("Names it."),
    email: z.string().nullable().openapi({ description: "Null when only the hash of the address is known any more." }),
    reason: SuppressionReason,
    detail: z.string().nullable().describe("What the provider said."),
    since: Instant.describe("Since when."),
  })
  .describe("An address that nothing is sent to.")
  .openapi("Suppression");

route("get", "/v1/suppressions", {
  operationId: "listSuppressions",
  summary: "Suppressed addresses",
  description: "Nothing is sent to them since a bounce for good, or a complaint.",
  scope: "read",
  request: {
    query: pageQuery(suppressionPages, {
      email: soughtText(300).optional().openapi({ description: "What the address has in it; or all of it." }),
    }),
  },
  responses: { 200: ok(page(Suppression), "A page of suppressed addresses") },
  handle: (c) => listSuppressions(c.var.deps, c.req.valid("query")),
});

const Lift = LiftSuppression.describe("Why it is lifted.").openapi("LiftSuppression");

route("post", "/v1/suppressions/{id}/lift", {
  operationId: "liftSuppression",
  summary: "Let an address get mail again",
  description: "The reason is recorded. What it missed is not sent by this.",
  scope: "admin",
  request: { params: IdParam, body: json(Lift, EXAMPLES.liftSuppression) },
  responses: { 204: { description: "It is lifted" } },
  refuses: ["not-found"],
  handle: (c) => liftSuppression(c.var.deps, c.var.actor, c.req.valid("param").id, c.req.valid("json").reason),
});
