import { z } from "@hono/zod-openapi";
import { prose } from "../../model/values/text.ts";
import { vendorHistory } from "../../registry/changes/vendor-list.ts";
import { redactVendor } from "../../registry/people/redact.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok, page } from "../frame/contract.ts";
import { ChangeSet, changeAnswer } from "./change-set-schema.ts";
import { EXAMPLES } from "./examples.ts";
import { SlugParam } from "./vendors.ts";

/** What a vendor was, and taking a person out of it. */
export const vendorHistoryRoutes = createRouter();

const route = apiRoutes(vendorHistoryRoutes, "vendors");

const HistoryEntry = ChangeSet.pick({
  number: true,
  state: true,
  effectiveOn: true,
  announcedAt: true,
  reason: true,
  withdrawnAt: true,
})
  .extend(ChangeSet.shape.changes.element.shape)
  .describe("A change of a vendor, with what its set says of it.")
  .openapi("VendorHistoryEntry");

route("get", "/v1/vendors/{slug}/history", {
  operationId: "getVendorHistory",
  summary: "A vendor's changes",
  description: "Newest first, drafts included.",
  scope: "read",
  request: { params: SlugParam },
  responses: { 200: ok(page(HistoryEntry), "The vendor's changes") },
  refuses: ["not-found"],
  handle: async (c) => {
    const locale = await c.var.locale();
    const data = (await vendorHistory(c.var.deps, c.req.valid("param").slug)).map(changeAnswer(locale));
    return { data, next: null };
  },
});

route("post", "/v1/vendors/{slug}/redact", {
  operationId: "redactVendor",
  summary: "Erase a person from a vendor's documents",
  description:
    "Takes a name or address out of every document there is or was, what was published included; hashes stay, and it is logged. Refuses what stands nowhere.",
  scope: "admin",
  request: {
    params: SlugParam,
    body: json(
      z
        .strictObject({
          value: prose(500).openapi({
            description: "A name or an address that stands in a contact, a name or a note of the vendor.",
          }),
          reason: prose(2000).openapi({ description: "Logged for ever: without the person." }),
        })
        .describe("Whom to take out, and why.")
        .openapi("Redaction"),
      EXAMPLES.redactVendor,
    ),
  },
  responses: {
    200: ok(
      z
        .object({
          snapshots: z.int().describe("Versions of the list."),
          changeSets: z.int().describe("Announced change sets."),
          mails: z.int().describe("Mails."),
        })
        .describe("How many records say less now.")
        .openapi("Redacted"),
      "How many versions of the list, announced change sets and mails say less now",
    ),
  },
  refuses: ["not-found"],
  handle: (c) => redactVendor(c.var.deps, c.var.actor, c.req.valid("param").slug, c.req.valid("json")),
});
