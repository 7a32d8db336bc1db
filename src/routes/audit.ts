import { z } from "@hono/zod-openapi";
import { TABLES } from "../evidence/fault.ts";
import { listAudit } from "../registry/log/audit.ts";
import { verifyRecords } from "../registry/proof/verify.ts";
import { createRouter } from "./context.ts";
import { apiRoutes, decodeCursor, ok, PageQuery, page, toPage } from "./contract.ts";

export const auditRoutes = createRouter();

const apiRoute = apiRoutes("audit");

export const AuditEntry = z
  .object({
    sequence: z.int().min(1),
    at: z.string().openapi({ format: "date-time" }),
    actor: z.string().openapi({ description: "`key:<id>`, `subscriber:<id>`, `public`, `provider` or `system`." }),
    action: z.string().openapi({ example: "change-set.announced" }),
    subject: z.string().openapi({ example: "change-set:1" }),
    data: z.unknown().openapi({ type: "object" }),
    previousHash: z.string().nullable(),
    hash: z.string().openapi({
      description:
        "SHA-256 of `previousHash` (nothing for the first entry) followed by the canonical JSON (RFC 8785) of sequence, at, actor, action, subject and data.",
    }),
  })
  .openapi("AuditEntry");

const AuditQuery = PageQuery.extend({
  actor: z.string().max(300).optional(),
  action: z.string().max(300).optional(),
  subject: z.string().max(300).optional(),
}).strict();

const list = apiRoute("get", "/v1/audit", {
  operationId: "listAudit",
  summary: "Every mutation, newest first",
  scope: "admin",
  request: { query: AuditQuery },
  responses: { 200: ok(page(AuditEntry), "Entries of the log") },
});

auditRoutes.openapi(list, async (c) => {
  const { limit, cursor, ...filter } = c.req.valid("query");
  const before = decodeCursor(cursor, /^[1-9]\d{0,8}$/);
  const entries = await listAudit(c.var.deps, filter, {
    limit: limit + 1,
    before: before === null ? null : Number(before),
  });
  const { data, next } = toPage(entries, limit, ({ sequence }) => String(sequence));
  const read = data.map((entry) => ({ ...entry, data: readable(entry.data) }));
  return c.json(page(AuditEntry).parse({ data: read, next }), 200);
});

/** An entry somebody has tampered with is shown as it is. */
export function readable(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

const Fault = z
  .object({
    table: z.enum(TABLES),
    id: z.string(),
    reason: z.string(),
  })
  .openapi("Fault");

const Verification = z
  .object({
    ok: z.boolean(),
    entries: z.int().openapi({ description: "How many entries of the audit log were checked." }),
    snapshots: z.int(),
    deliveries: z.int(),
    head: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
    firstBad: Fault.nullable(),
    bad: z.array(Fault).openapi({ description: "The first of each kind." }),
  })
  .openapi("Verification");

const verify = apiRoute("get", "/v1/audit/verify", {
  operationId: "verifyAudit",
  summary: "Check every chain, and everything the audit log vouches for; names the first record that was tampered with",
  description:
    "The audit log, the snapshots, what was announced and to whom, every delivery with its steps, mails and responses. It reads all of them. Compare `head` with one that somebody else has kept: a log that was rewritten from its beginning is only found by that.",
  scope: "admin",
  responses: { 200: ok(Verification, "What was found") },
});

auditRoutes.openapi(verify, async (c) => c.json(Verification.parse(await verifyRecords(c.var.deps)), 200));
