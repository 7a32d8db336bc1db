import { z } from "@hono/zod-openapi";
import { ObjectionPeriod, Period } from "../values/period.ts";
import { Key } from "../values/text.ts";

export const Authorisation = z
  .enum(["general", "specific"])
  .openapi({ description: "specific: changes that concern the customer need its approval (GDPR Art. 28(2))." });
export type Authorisation = z.infer<typeof Authorisation>;

const keys = (description: string) => z.array(Key).max(100).openapi({ description }).default([]);

/** What a contract says, and what holds where it says nothing. Terms that are null are the organisation's own; an
 * objection period that is null is as long as the contract's notice period, if it has one. */
export const ContractTerms = z.object({
  noticePeriod: Period.nullable().default(null),
  objectionPeriod: ObjectionPeriod.nullable().default(null),
  authorisation: Authorisation.default("general"),
  products: keys("Those the customer uses; empty means all."),
  hostingRegions: keys("Where its data is hosted; empty means all."),
});
export type ContractTerms = z.infer<typeof ContractTerms>;
export type Term = keyof ContractTerms;

export const TERMS = ContractTerms.keyof().options;

type Shape = typeof ContractTerms.shape;

/** The same where none is left out. */
export const StatedTerms = z.object(
  Object.fromEntries(TERMS.map((term) => [term, ContractTerms.shape[term].unwrap()])) as {
    [Name in Term]: ReturnType<Shape[Name]["unwrap"]>;
  },
);
