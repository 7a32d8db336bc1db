import { z } from "@hono/zod-openapi";
import { DateOn } from "./values/dates.ts";
import { explained } from "./values/explained.ts";
import { HttpUrl, line, prose } from "./values/text.ts";
import { Country } from "./vendor/countries.ts";
import { Regime } from "./vendor/vendor-document.ts";

/** Whom a decision covers, where that is not everyone in the territory. */
export const Scope = explained({
  certified: "recipients certified under the framework",
  pipeda: "recipients subject to Canada's PIPEDA",
  "pipeda-or-province": "those, and those under a province's law that is substantially similar",
  appi: "businesses subject to Japan's APPI",
  pipa: "businesses subject to Korea's PIPA",
  automated: "data processed by automated means",
}).openapi("LawScope");
export type Scope = z.infer<typeof Scope>;

const why = {
  source: HttpUrl.openapi({ description: "Where it can be read, such as the judgment or the official journal." }),
  reason: prose(2000).describe("Why it is added: it is published with it."),
};

const EndOfRule = z.strictObject({
  kind: z.literal("end").describe("A rule ends."),
  rule: line(100).openapi({ description: "The id of a rule of the law.", example: "eu-us-dpf" }),
  endsOn: DateOn.openapi({ description: "From this day on it no longer holds: of a judgment, its own day." }),
  ...why,
});

const NewAdequacy = z.strictObject({
  kind: z
    .literal("adequacy")
    .describe(
      "A country is recognised as adequate: by an adequacy decision (EU), adequacy regulations (UK), or Annex 1 to the DPO (Switzerland).",
    ),
  regime: Regime,
  territories: z.array(Country).min(1).max(60).describe("Countries whose protection is recognised."),
  startsOn: DateOn.describe("The first day on which it holds."),
  endsOn: DateOn.optional().openapi({ description: "The first day on which it no longer holds, if that is known." }),
  scope: Scope.optional(),
  title: line(300).openapi({ description: "How it is cited.", example: "Implementing Decision (EU) 2027/1" }),
  ...why,
});

const TakenBack = z.strictObject({
  kind: z.literal("take-back").describe("An earlier amendment is taken back."),
  number: z.int().min(1).openapi({ description: "Of the amendment that is as if it had never been." }),
  reason: why.reason,
});

/** What an operator adds to the law that the product knows: it holds from the day it names, without a release. */
export const Amendment = z
  .discriminatedUnion("kind", [EndOfRule, NewAdequacy, TakenBack])
  .describe("What an operator adds to the law that the product knows.")
  .openapi("LawAmendment");
export type Amendment = z.infer<typeof Amendment>;

/** Amendments are never changed. They are numbered from 1; `on` is the organisation's date when it was made. */
export const RecordedAmendment = z
  .object({
    number: z.int().min(1).describe("Counted from 1."),
    on: DateOn.describe("The day it was made."),
    amendment: Amendment,
  })
  .describe("An amendment as it is recorded: it is never changed.")
  .openapi("RecordedLawAmendment");
export type RecordedAmendment = z.infer<typeof RecordedAmendment>;
