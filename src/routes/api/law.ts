import { z } from "@hono/zod-openapi";
import { Amendment, RecordedAmendment, Scope } from "../../model/amendment.ts";
import { DateOn } from "../../model/values/dates.ts";
import { explained } from "../../model/values/explained.ts";
import { Mechanism } from "../../model/vendor/mechanisms.ts";
import { Regime } from "../../model/vendor/vendor-document.ts";
import { amendLaw, readLaw } from "../../registry/changes/law.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok } from "../frame/contract.ts";
import { EXAMPLES } from "./examples.ts";

export const lawRoutes = createRouter();

const route = apiRoutes(lawRoutes, "transfers");

const Rule = z
  .object({
    id: z.string().openapi({ description: "As `without` takes it.", example: "eu-us-dpf" }),
    regime: Regime,
    effect: explained({
      home: "the regime applies there",
      "treated-as-home": "a transfer there counts as none",
      adequate: "its protection is recognised",
    }).optional(),
    territories: z.array(z.string()).optional().describe("Of a decision: the places."),
    scope: Scope.optional(),
    mechanism: Mechanism.optional(),
    from: DateOn.describe("The first day on which it holds."),
    until: DateOn.nullable().openapi({ description: "The last day on which it holds; null where no end is known." }),
    title: z.string().describe("How it is cited."),
    source: z.url().describe("Where it can be read."),
    confidence: explained({
      verified: "title, dates and territories were compared with a public source",
      stated: "they are as other lists state them",
    }),
    note: z.string().optional().describe("What to know of it."),
    amendment: z.int().optional().openapi({ description: "The number of the amendment that added or ended it." }),
  })
  .describe("A decision about places (`effect`), or a safeguard that the regime accepts (`mechanism`).")
  .openapi("LawRule");

const LawAnswer = z
  .object({
    edition: DateOn.openapi({ description: "What was known on this date." }),
    age: z.int().openapi({ description: "How many days ago that was." }),
    rules: z.array(Rule).openapi({ description: "With the amendments: decisions first, then mechanisms." }),
    amendments: z.array(RecordedAmendment).describe("What was added, in order."),
  })
  .describe("What transfers are judged by.")
  .openapi("Law");

route("get", "/v1/law", {
  operationId: "getLaw",
  summary: "The law that transfers are judged by",
  description: "Its edition and age, every rule, and what was added to it.",
  scope: "read",
  responses: { 200: ok(LawAnswer, "The law") },
  handle: async (c) => {
    const { law, amendments, age } = await readLaw(c.var.deps);
    return { edition: law.version, age, rules: [...law.decisions, ...law.mechanisms], amendments: [...amendments] };
  },
});

route("post", "/v1/law/amendments", {
  operationId: "amendLaw",
  summary: "Add to the law",
  description:
    "End a rule on a day, add that a country is recognised as adequate, or take an amendment back. Holds from the day it names in every verdict, on the page, in the file, in findings and what-if, and for past lists too. It is published as a version of the list, kept in the audit log, and never changed: one that was wrong is taken back by another.",
  scope: "admin",
  request: { body: json(Amendment, EXAMPLES.amendLaw) },
  responses: { 201: ok(RecordedAmendment, "The amendment as it is recorded") },
  handle: (c) => amendLaw(c.var.deps, c.var.actor, c.req.valid("json")),
});
