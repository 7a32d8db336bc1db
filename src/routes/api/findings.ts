import { z } from "@hono/zod-openapi";
import { DateOn } from "../../model/values/dates.ts";
import { Key } from "../../model/values/text.ts";
import { findingPages, listFindings } from "../../registry/changes/findings/published.ts";
import { FindingCode, Severity } from "../../transfers/index.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, ok, page, pageQuery } from "../frame/contract.ts";
import { Finding, findingAnswer } from "../frame/finding.ts";

export const findingRoutes = createRouter();

const route = apiRoutes(findingRoutes, "transfers");

const PublishedFinding = Finding.extend({
  vendor: Key.nullable().openapi({ description: "Null where it is about the law that all are judged by." }),
  changeSet: z.int().nullable().openapi({ description: "The change set that made, or will make, the document." }),
  on: DateOn.openapi({ description: "The date it is judged for: today, or the day the document takes effect." }),
}).openapi("PublishedFinding");

const OF_LAW = { vendor: null, changeSet: null };

route("get", "/v1/findings", {
  operationId: "listFindings",
  summary: "What is wrong or missing",
  description: "In the list in force, and besides in what is announced to come.",
  scope: "read",
  request: {
    query: pageQuery(findingPages, {
      vendor: Key.optional().describe("Of this vendor, by its slug."),
      severity: Severity.optional(),
      code: FindingCode.optional(),
    }),
  },
  responses: { 200: ok(page(PublishedFinding), "A page of findings, by vendor; of a document the gravest first") },
  handle: async (c) => {
    const { data, next } = await listFindings(c.var.deps, c.req.valid("query"));
    const answer = findingAnswer(await c.var.locale());
    const answers = data.map((found) => ({ ...answer(found), ...(found.vendor === "" && OF_LAW) }));
    return { data: answers, next };
  },
});
