import { z } from "@hono/zod-openapi";
import { DateOn } from "../../model/values/dates.ts";
import { listTransfers } from "../../registry/changes/transfers.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, ok, soughtText, wholeNumber } from "../frame/contract.ts";
import { fallAnswer, transferAnswer } from "./transfer-answers.ts";
import { Fall, Transfer } from "./transfer-schema.ts";

export const transferRoutes = createRouter();

const route = apiRoutes(transferRoutes, "transfers");

const Query = z
  .strictObject({
    at: DateOn.optional().openapi({ description: "The date whose list and law are asked; today by default." }),
    without: soughtText(100).optional().openapi({
      description: "What if this decision or mechanism fell: its id, such as one of a row's `rules`.",
      example: "eu-us-dpf",
    }),
    expiring: wholeNumber(1, 3650).optional().openapi({ description: "What ends within so many days." }),
  })
  .refine(({ without, expiring }) => without === undefined || expiring === undefined, {
    path: ["expiring"],
    error: "is another question than `without`: ask one at a time",
  });

const Transfers = z
  .object({
    on: DateOn.describe("The day that is answered for."),
    lawVersion: DateOn.openapi({ description: "The date of the law's edition: what was known on it." }),
    lawAmendedOn: DateOn.nullable().openapi({ description: "When an amendment was last made; null where none was." }),
    data: z.array(z.union([Transfer, Fall])).openapi({
      description:
        "Every service in force under each of the organisation's regimes, in the order of the list. With `without` or `expiring`, those that would be covered worse, the most harmed first.",
    }),
  })
  .describe("What covers every transfer.")
  .openapi("Transfers");

route("get", "/v1/transfers", {
  operationId: "listTransfers",
  summary: "Whether transfers are covered",
  description:
    "Every service under every regime, on any date; or what would be covered worse if a decision fell (`without`) or ends (`expiring`), and whom that concerns.",
  scope: "read",
  request: { query: Query },
  responses: { 200: ok(Transfers, "The transfers, all of them") },
  handle: async (c) => {
    const { data, list: _, ...asked } = await listTransfers(c.var.deps, c.req.valid("query"));
    const locale = await c.var.locale();
    const rows = data.map((row) => ("before" in row ? fallAnswer(locale)(row) : transferAnswer(locale)(row)));
    return { ...asked, data: rows };
  },
});
