import { z } from "@hono/zod-openapi";
import { DateOn, TimeZone } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import { ObjectionPeriod, Period } from "../values/period.ts";
import { Key, LocalizedText } from "../values/text.ts";

export const Authorisation = explained({
  general: "the customer is told, and may object",
  specific: "changes that concern the customer need its approval (GDPR Art. 28(2))",
}).openapi("Authorisation");
export type Authorisation = z.infer<typeof Authorisation>;

export const OnObjection = explained({
  continues: "the change goes on while an objection is open",
  suspends: "an open objection of the customer holds the changes that concern it until it is resolved",
}).openapi("OnObjection");
export type OnObjection = z.infer<typeof OnObjection>;

const IN_AN_EMERGENCY = {
  allowed: "an emergency's reason overrides the customer's date",
  "not-allowed": "it does not",
} as const;

/** What an emergency shortens: all of the customer's notice, nothing of it, or all but a period of its own. */
export const Emergency = z
  .union([explained(IN_AN_EMERGENCY), Period], { error: "must be allowed, not-allowed, or a period" })
  .openapi({
    description:
      "Whether an emergency's reason overrides the customer's date; a Period is its notice period in an emergency. Not stated counts as allowed: where the contract is silent, `not-allowed` is the safe answer.",
  });
export type Emergency = z.infer<typeof Emergency>;

export const ObjectUntilEffect = z
  .strictObject({ daysBefore: z.int().min(0).max(365).default(0).describe("How many days before.") })
  .openapi({
    description:
      "Instead of `objectionPeriod`: objecting is open until so many days before the change takes effect, at the latest until the day before.",
  });
export type ObjectUntilEffect = z.infer<typeof ObjectUntilEffect>;

export const Remedies = LocalizedText.openapi({
  description: "What an objection leads to, in the words of the contract: readers are told.",
});

const keys = (description: string) => z.array(Key).max(100).openapi({ description }).default([]);

/**
 * What a contract says, and what holds where it says nothing. Terms that are null are the organisation's own; an objection
 * period that is null is as long as the contract's notice period, if it has one.
 */
export const ContractTerms = z.object({
  noticePeriod: Period.nullable()
    .default(null)
    .describe("How long it is told before a material change; null: the organisation's."),
  objectionPeriod: ObjectionPeriod.nullable()
    .default(null)
    .describe("How long it may object; null: as long as its notice period."),
  objectUntilEffect: ObjectUntilEffect.nullable().default(null),
  timeZone: TimeZone.nullable()
    .openapi({ description: "In which its periods are counted and end; null: the organisation's." })
    .default(null),
  holidays: z
    .array(DateOn)
    .max(366)
    .nullable()
    .openapi({ description: "Its own; null: the organisation's." })
    .default(null),
  authorisation: Authorisation.default("general"),
  onObjection: OnObjection.default("continues"),
  emergency: Emergency.default("allowed"),
  remedies: Remedies.nullable().default(null),
  products: keys("Those the customer uses; empty means all."),
  hostingRegions: keys("Where its data is hosted; empty means all."),
});
export type ContractTerms = z.infer<typeof ContractTerms>;
export type Term = keyof ContractTerms;

export const TERMS = ContractTerms.keyof().options;

/** What the dates of an announcement follow from, as a contract states it; null: as the organisation has it. */
export const ContractPeriods = z
  .object({
    noticePeriod: Period.nullable().describe("How long it is told before a material change."),
    objectionPeriod: ObjectionPeriod.nullable().describe(
      "How long it may object; null: as long as its notice period, if it has one.",
    ),
    holidays: z.array(DateOn).nullable().describe("Its own holidays."),
    emergency: Emergency,
  })
  .openapi("ContractPeriods", {
    description:
      "The periods that its contract stated, its own holidays, and what an emergency shortens; a member that is null is the organisation's own, as it was published then.",
  });
export type ContractPeriods = z.infer<typeof ContractPeriods>;

/** What is wrong with terms beside each other: until when to object is said in one way. */
export const contradictionIn = ({
  objectionPeriod,
  objectUntilEffect,
}: Pick<ContractTerms, "objectionPeriod" | "objectUntilEffect">) =>
  objectionPeriod && objectUntilEffect
    ? ({ term: "objectUntilEffect", detail: "must not stand beside objectionPeriod" } as const)
    : null;

type Shape = typeof ContractTerms.shape;

/** The same where none is left out. */
export const StatedTerms = z.object(
  Object.fromEntries(TERMS.map((term) => [term, ContractTerms.shape[term].unwrap()])) as {
    [Name in Term]: ReturnType<Shape[Name]["unwrap"]>;
  },
);
