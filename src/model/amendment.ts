import { z } from "@hono/zod-openapi";
import { DateOn } from "./values/dates.ts";
import { HttpUrl, line, prose } from "./values/text.ts";
import { Country } from "./vendor/countries.ts";
import { Regime } from "./vendor/vendor-document.ts";

/** Whom a decision covers, where that is not everyone in the territory. */
export const Scope = z.enum(["certified", "pipeda", "pipeda-or-province", "appi", "pipa", "automated"]);
export type Scope = z.infer<typeof Scope>;

const why = {
  source: HttpUrl.openapi({ description: "Where it can be read, such as the judgment or the official journal." }),
  reason: prose(2000),
};

const EndOfRule = z.strictObject({
  kind: z.literal("end"),
  rule: line(100).openapi({ description: "The id of a rule of the law.", example: "eu-us-dpf" }),
  endsOn: DateOn.openapi({ description: "From this day on it no longer holds: of a judgment, its own day." }),
  ...why,
});

const NewAdequacy = z.strictObject({
  kind: z.literal("adequacy"),
  regime: Regime,
  territories: z.array(Country).min(1).max(60),
  startsOn: DateOn,
  endsOn: DateOn.optional().openapi({ description: "The first day on which it no longer holds, if that is known." }),
  scope: Scope.optional().openapi({ description: "Whom it covers, where not everyone there." }),
  title: line(300).openapi({ description: "How it is cited.", example: "Implementing Decision (EU) 2027/1" }),
  ...why,
});

const TakenBack = z.strictObject({
  kind: z.literal("take-back"),
  number: z.int().min(1).openapi({ description: "Of the amendment that is as if it had never been." }),
  reason: why.reason,
});

/** What an operator adds to the law that the product knows: it holds from the day it names, without a release. */
export const Amendment = z.discriminatedUnion("kind", [EndOfRule, NewAdequacy, TakenBack]).openapi("LawAmendment");
export type Amendment = z.infer<typeof Amendment>;

/** Amendments are never changed. They are numbered from 1; `on` is the organisation's date when it was made. */
export const RecordedAmendment = z
  .object({ number: z.int().min(1), on: DateOn, amendment: Amendment })
  .openapi("RecordedLawAmendment");
export type RecordedAmendment = z.infer<typeof RecordedAmendment>;
