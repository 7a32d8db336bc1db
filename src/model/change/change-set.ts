import { z } from "@hono/zod-openapi";
import { DateOn, Instant } from "../values/dates.ts";
import { LocalizedText, prose } from "../values/text.ts";
import { type Ground, Weight } from "../vendor/grounds.ts";
import { VendorDocument } from "../vendor/vendor-document.ts";

/** What a set is on a date: that it is `effective` is a fact of the calendar (`history.ts`), and is not stored. */
export const DatedState = z.enum(["draft", "announced", "effective", "withdrawn"]);
export type DatedState = z.infer<typeof DatedState>;

export const ChangeSetState = DatedState.exclude(["effective"]);
export type ChangeSetState = z.infer<typeof ChangeSetState>;

export const WeightOverride = z.strictObject({ weight: Weight, reason: prose(2000) }).openapi("WeightOverride");
export type WeightOverride = z.infer<typeof WeightOverride>;

export const ChangeKind = z.enum(["added", "updated", "removed"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Says that the list was wrong, or that a change has happened already: since when, where that is known. */
export const Rectification = z.object({ reason: z.string(), since: DateOn.nullable() });
export type Rectification = z.infer<typeof Rectification>;

export const NewRectification = z
  .strictObject({ reason: prose(2000), since: DateOn.optional() })
  .openapi("Rectification", {
    description:
      "The list was wrong, or the change has happened already: it is in force at once, waits for nobody, and is told as a correction of the list. `since`: from which day on the list was wrong; by default, since what is put right stood there.",
  });
export type NewRectification = z.infer<typeof NewRectification>;

/** A change set as it is stored. */
export const ChangeSetRow = z.object({
  number: z.int(),
  state: ChangeSetState,
  baseline: z.boolean(),
  reason: z.string().nullable(),
  reference: z.string().nullable().openapi({ description: "Your own id of it: no other set has it." }),
  /** Null before it is announced. */
  weight: Weight.nullable(),
  effectiveOn: DateOn.nullable().openapi({ description: "The date it was announced for." }),
  lastDayToObjectOn: DateOn.nullable(),
  /** The last day to object that a postponement gave; customers whose own is later keep theirs. */
  objectionExtendedTo: DateOn.nullable(),
  emergencyReason: z.string().nullable(),
  rectification: Rectification.nullable().openapi({
    description: "That it puts the list right, of what has been so already.",
  }),
  createdAt: Instant,
  updatedAt: Instant,
  announcedAt: Instant.nullable(),
  publishedAs: z.int().nullable(),
  withdrawnAt: Instant.nullable().openapi({
    description: "When it was withdrawn, or what of it was not in force (`changes[].withdrawn`).",
  }),
  withdrawnReason: z.string().nullable(),
  authors: z.array(z.string()).openapi({ description: "Who has written it: none of them can approve it." }),
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
});
export type ChangeSetRow = z.infer<typeof ChangeSetRow>;

/** One vendor's change as it is stored. */
export const ChangeRow = z.object({
  changeSet: z.int(),
  vendorId: z.uuid(),
  kind: ChangeKind,
  basedOn: z.int().nullable(),
  before: VendorDocument.nullable(),
  after: VendorDocument.nullable(),
  weight: Weight,
  weightGrounds: z.array(z.custom<Ground>()),
  weightOverride: WeightOverride.nullable(),
  plannedOn: DateOn.nullable().openapi({ description: "The date it was announced for; null where that is its set's." }),
  postponedTo: DateOn.nullable().openapi({ description: "The later date that it was postponed to." }),
  /** Whether it takes the approval of customers (GDPR Art. 28(2), specific authorisation). */
  awaitsApproval: z.boolean(),
  releasedOn: DateOn.nullable().openapi({ description: "The day from which it no longer waits for approvals." }),
  releasedReason: z.string().nullable().openapi({ description: "Why it goes on without an approval." }),
  withdrawn: z.boolean().openapi({
    description: "Withdrawn by itself, since others of its set were in force: these stay. When and why, the set says.",
  }),
});

export type ChangeRow = z.infer<typeof ChangeRow>;

/** With the vendor and the set it belongs to. */
export type RecordedChange = ChangeRow & {
  vendor: { id: string; slug: string; revision: number };
  set: ChangeSetRow;
};

/** A change without its documents: what its dates and weight are told by. */
export const ChangeOutline = ChangeRow.omit({
  kind: true,
  basedOn: true,
  before: true,
  after: true,
  weightGrounds: true,
});
export type OutlinedChange = z.infer<typeof ChangeOutline> & Pick<RecordedChange, "vendor" | "set">;

/** Announced changes put off: to a later day, and perhaps with a later last day to object. */
export const Postponement = z
  .object({
    at: Instant,
    effectiveOn: DateOn,
    lastDayToObjectOn: DateOn.nullable().openapi({ description: "Null where the last day to object stayed." }),
    reason: z.string(),
    changes: z.array(z.string()).openapi({ description: "The changes that were put off, by their vendors' slugs." }),
  })
  .openapi("Postponement");
export type Postponement = z.infer<typeof Postponement>;

/** What an operator put right in a notice that people had been sent. */
export const Correction = z
  .object({
    changeSet: z.int(),
    text: LocalizedText,
    changes: z.array(z.string()).optional().openapi({
      description: "The changes it corrects, by their vendors' slugs; none named: all of the set.",
    }),
    at: Instant,
  })
  .openapi("Correction");
export type Correction = z.infer<typeof Correction>;
