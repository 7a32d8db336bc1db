import { z } from "@hono/zod-openapi";
import { DateOn } from "../../model/values/dates.ts";
import { Key } from "../../model/values/text.ts";
import { Regime } from "../../model/vendor/vendor-document.ts";
import { Direction, ReasonCode, Verdict } from "../../transfers/index.ts";

/** A verdict and what it rests on. */
export const Reading = z
  .object({
    verdict: Verdict,
    reason: z.string().openapi({
      description: "In a sentence: about the weakest place, which decides, and every other that nothing covers.",
    }),
    code: ReasonCode,
    source: z.url().describe("The address of the rule that decided, or of the law that asks for one."),
    until: DateOn.nullable().openapi({
      description: "The last day of the verdict, and of which places are covered; null where no end is known.",
    }),
    rules: z.array(z.string()).openapi({ description: "Ids of the rules it rests on, as `without` takes them." }),
  })
  .describe("A verdict and what it rests on.")
  .openapi("Reading");

const transfer = {
  vendor: Key.describe("The vendor's slug."),
  service: Key.describe("The service's key."),
  regime: Regime,
};

export const Transfer = z
  .object({ ...transfer, ...Reading.shape })
  .describe("What covers a service under a regime.")
  .openapi("Transfer");

export const Fall = z
  .object({
    ...transfer,
    before: Reading,
    after: Reading,
    customers: z.array(z.string()).openapi({ description: "Customers (by externalId) who use the service today." }),
    customersTotal: z.int().describe("How many there are."),
    notices: z.array(z.int()).openapi({ description: "Announced change sets that told of the vendor." }),
  })
  .describe("A service that would be covered worse, and whom that concerns.")
  .openapi("Fall");

export const VerdictChange = z
  .object({
    service: transfer.service,
    regime: Regime,
    direction: Direction,
    before: Reading.nullable(),
    after: Reading.nullable(),
  })
  .describe("How what covers a service changes; null: not listed.")
  .openapi("VerdictChange");
