import { z } from "@hono/zod-openapi";
import { DateOn } from "../../model/values/dates.ts";
import { Key } from "../../model/values/text.ts";
import { type FindingPosition, listFindings } from "../../registry/changes/published-findings.ts";
import { FindingCode, Severity } from "../../transfers/index.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, decodeCursor, ok, PageQuery, page, toPage } from "../frame/contract.ts";
import { findingAnswer } from "./transfer-answers.ts";
import { Finding } from "./transfer-schema.ts";

export const findingRoutes = createRouter();

const apiRoute = apiRoutes("transfers");

const PublishedFinding = Finding.extend({
  changeSet: z.int().openapi({ description: "The change set that made, or will make, the document." }),
  on: DateOn.openapi({ description: "The date it is judged for: today, or the day the document takes effect." }),
}).openapi("PublishedFinding");

const list = apiRoute("get", "/v1/findings", {
  operationId: "listFindings",
  summary: "What is wrong or missing in the list in force, and besides in what is announced to come",
  scope: "read",
  request: {
    query: PageQuery.extend({
      vendor: Key.optional(),
      severity: Severity.optional(),
      code: FindingCode.optional(),
    }).strict(),
  },
  responses: { 200: ok(page(PublishedFinding), "A page of findings, by vendor; of a document the gravest first") },
});

findingRoutes.openapi(list, async (c) => {
  const { limit, cursor, ...filter } = c.req.valid("query");
  const position = decodeCursor(cursor, /^[a-z0-9-]+ \d{1,10} \d{1,6}$/);
  const findings = await listFindings(c.var.deps, filter, {
    after: position === null ? null : read(position),
    limit: limit + 1,
  });
  const found = toPage(findings, limit, ({ vendor, changeSet, index }) => `${vendor} ${changeSet} ${index}`);
  return c.json(page(PublishedFinding).parse({ ...found, data: found.data.map(findingAnswer) }), 200);
});

function read(position: string): FindingPosition {
  const [vendor = "", changeSet, index] = position.split(" ");
  return { vendor, changeSet: Number(changeSet), index: Number(index) };
}
