import { z } from "@hono/zod-openapi";
import { KEY } from "../../db/paging.ts";
import { AuditEntry } from "../../evidence/records.ts";
import { auditPages, listAudit } from "../../registry/log/audit.ts";
import { Verification, verifyRecords } from "../../registry/proof/verification.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, ok, page, pageQuery, soughtText } from "../frame/contract.ts";

export const auditRoutes = createRouter();

const route = apiRoutes(auditRoutes, "audit");

/** As it is shown: with its data as JSON. */
export const ShownEntry = AuditEntry.extend({
  data: z.unknown().openapi({ type: "object", description: "What is known of it." }),
})
  .describe("An entry of the audit log.")
  .openapi("AuditEntry");

const QueryInstant = KEY.instant.transform((at) => new Date(at)).openapi({ type: "string", format: "date-time" });

const AuditQuery = pageQuery(auditPages, {
  actor: soughtText(300).optional().describe("By this actor, as entries name it."),
  action: soughtText(300).optional().describe("Of this kind, such as `change-set.announced`."),
  subject: soughtText(300).optional().describe("To this, such as `change-set:1`."),
  since: QueryInstant.optional().openapi({
    description: "Entries of this instant and later, in UTC with milliseconds.",
  }),
  before: QueryInstant.optional().openapi({ description: "Entries before this instant." }),
});

route("get", "/v1/audit", {
  operationId: "listAudit",
  summary: "The audit log",
  description: "Every mutation, newest first.",
  scope: "admin",
  request: { query: AuditQuery },
  responses: { 200: ok(page(ShownEntry), "Entries of the log") },
  handle: async (c) => {
    const { data, next } = await listAudit(c.var.deps, c.req.valid("query"));
    return { data: data.map(shownEntry), next };
  },
});

/** An entry as it is shown; where somebody has tampered with its data, that is shown as it is. */
export function shownEntry(entry: AuditEntry): z.input<typeof ShownEntry> {
  try {
    return { ...entry, data: JSON.parse(entry.data) };
  } catch {
    return entry;
  }
}

const VerifyQuery = z.strictObject({
  from: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: "must be the hash of an entry" })
    .optional()
    .openapi({ description: "The hash of a `head` that was verified before: it goes on after that entry." }),
});

route("get", "/v1/audit/verify", {
  operationId: "verifyAudit",
  summary: "Check every chain",
  description:
    "The audit log, the snapshots, what was announced and to whom, every delivery with its steps, mails and responses. It reads all of them, unless `from` says where to go on: then what happened to nothing since is taken for checked. Names the first record that was tampered with. Compare `head` with one that somebody else has kept, or give it as `from`: a log that was rewritten from its beginning is only found by that.",
  scope: "admin",
  request: { query: VerifyQuery },
  responses: { 200: ok(Verification, "What was found") },
  handle: (c) => verifyRecords(c.var.deps, c.req.valid("query").from),
});
