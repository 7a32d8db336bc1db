import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { Refusal } from "../../model/values/refusal.ts";
import { bounded } from "../../model/values/text.ts";
import { takeReport } from "../../notify/provider-report.ts";
import { readWebhook } from "../../notify/resend.ts";
import { DOCUMENT_BYTES, upTo } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { json, ok, publicRefusals } from "../frame/contract.ts";

export const hookRoutes = createRouter();

const REPORT = {
  type: "email.delivered",
  created_at: "2026-11-21T09:00:05.000Z",
  data: { email_id: "0b0a8a5e-6f1c-4f0e-9d55-1f6a2f6b8f10", to: ["dpo@customer.example"] },
};

const resend = createRoute({
  method: "post",
  path: "/hooks/resend",
  operationId: "takeProviderReport",
  summary: "Take a report of the mail provider",
  description:
    "What became of a mail. Signed over the raw body (Svix) by a secret of `RESEND_WEBHOOK_SECRET`; refuses anything else. The same report again changes nothing.",
  tags: ["webhook"],
  security: [],
  request: {
    headers: z.object({
      "svix-id": bounded(255).describe("The report's id: taken once."),
      "svix-timestamp": z.string().describe("When it was signed; within five minutes."),
      "svix-signature": z.string().describe("The signature (HMAC-SHA256)."),
    }),
    body: json(z.looseObject({ type: z.string().describe("As the provider calls it.") }), REPORT),
  },
  responses: {
    200: ok(
      z.object({ status: z.literal("taken").describe("It is taken.") }),
      "The report is taken; the same one again changes nothing",
    ),
    ...publicRefusals("unauthenticated", "body-too-large"),
  },
});

// Declared, but not validated: the signature is over the bytes, and whoever cannot sign is told nothing else.
hookRoutes.openAPIRegistry.registerPath(resend);

const unsigned = () =>
  new Refusal("unauthenticated", "The webhook is not signed with a secret of this registry, or is too old.");

const signatureOf = (c: Context<App>) => {
  const header = (name: string) => c.req.header(`svix-${name}`) ?? "";
  return { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
};

/** Nothing is read of what nobody signed, nor where no secret could have. */
const signedAtAll = createMiddleware<App>(async (c, next) => {
  const hasSecret = c.var.deps.config.resend.webhookSecrets.length > 0;
  if (!hasSecret || Object.values(signatureOf(c)).includes("")) throw unsigned();
  await next();
});

hookRoutes.post(resend.path, signedAtAll, upTo(DOCUMENT_BYTES), async (c) => {
  const { deps } = c.var;
  const headers = signatureOf(c);
  const report = readWebhook(deps.config.resend.webhookSecrets, await c.req.text(), headers);
  if (!report) throw unsigned();
  await takeReport(deps, headers.id, report);
  return c.json({ status: "taken" });
});
