import { z } from "@hono/zod-openapi";
import { Correction } from "../../model/change/change-set.ts";
import { LocalizedText } from "../../model/values/text.ts";
import { correctChangeSet } from "../../registry/changes/correct.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok } from "../frame/contract.ts";
import { NumberParam } from "./change-set-schema.ts";

export const correctionRoutes = createRouter();

const route = apiRoutes(correctionRoutes, "change sets");

const NewCorrection = z.strictObject({ text: LocalizedText }).openapi("NewCorrection");

route("post", "/v1/change-sets/{number}/correction", {
  operationId: "correctChangeSet",
  summary: "Correct an announcement in your own words, on the page and by mail to those who were told",
  scope: "announce",
  request: {
    params: NumberParam,

    body: json(NewCorrection),
  },
  responses: { 201: ok(Correction, "The correction") },
  refuses: ["not-found", "not-announced", "nobody-was-told"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    return correctChangeSet(c.var.deps, c.var.actor, number, c.req.valid("json").text);
  },
});
