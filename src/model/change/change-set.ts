import { z } from "@hono/zod-openapi";
import { DateOn, Instant } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import { Key, LocalizedText, Reason } from "../values/text.ts";
import { type Ground, Weight } from "../vendor/grounds.ts";
import { VendorDocument } from "../vendor/vendor-document.ts";

/** What a set is on a date: that it is `effective` is a fact of the calendar (`history.ts`), and is not stored. */
export const DatedState = explained({
  draft: "can be edited; nobody outside sees it",
  announced: "published as coming; not all of it is in force",
  effective: "all of it is in force",
  withdrawn: "taken back before it was in force",
}).openapi("DatedState");
export type DatedState = z.infer<typeof DatedState>;

export const ChangeSetState = DatedState.exclude(["effective"]);
export type ChangeSetState = z.infer<typeof ChangeSetState>;

export const WeightOverride = z
  .strictObject({ weight: Weight, reason: Reason.describe("Why: it is recorded, and read by the public.") })
  .describe("Another weight than the computed one.")
  .openapi("WeightOverride");
export type WeightOverride = z.infer<typeof WeightOverride>;

export const ChangeKind = explained({
  added: "the vendor comes onto the list",
  updated: "its document changes",
  removed: "the vendor leaves the list",
}).openapi("ChangeKind");
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Says that the list was wrong, or that a change has happened already: since when, where that is known. */
export const Rectification = z.object({
  reason: LocalizedText.describe("What was wrong, or has happened."),
  since: DateOn.nullable().describe("From which day on the list was wrong; null: since what is put right stood there."),
});
export type Rectification = z.infer<typeof Rectification>;

export const NewRectification = z
  .strictObject({
    reason: Reason.describe("What was wrong, or has happened: readers are told."),
    since: DateOn.optional().describe("From which day on. By default since what is put right stood there."),
  })
  .openapi("Rectification", {
    description:
      "The list was wrong, or the change has happened already: it is in force at once, waits for nobody, and is told as a correction of the list.",
  });
export type NewRectification = z.infer<typeof NewRectification>;

/** A change set as it is stored. */
export const ChangeSetRow = z.object({
  number: z.int().describe("Its number: 0 is what the registry was loaded with."),
  state: ChangeSetState.describe("What it is."),
  baseline: z.boolean().describe("The list that the registry began with: nobody was told."),
  reason: LocalizedText.nullable().describe("Why: readers are told."),
  reference: z.string().nullable().openapi({ description: "Your own id of it: no other set has it." }),
  /** Null before it is announced. */
  weight: Weight.nullable(),
  effectiveOn: DateOn.nullable().openapi({ description: "The date it was announced for." }),
  lastDayToObjectOn: DateOn.nullable().describe("By the organisation's own period."),
  objectionExtendedTo: DateOn.nullable().describe(
    "The last day to object that a postponement gave; customers whose own is later keep theirs.",
  ),
  emergencyReason: LocalizedText.nullable(),
  rectification: Rectification.nullable().openapi({
    description: "That it puts the list right, of what has been so already.",
  }),
  createdAt: Instant.describe("When the draft was begun."),
  updatedAt: Instant.describe("When the draft was last edited."),
  announcedAt: Instant.nullable().describe("When it was announced."),
  publishedAs: z.int().nullable(),
  withdrawnAt: Instant.nullable().openapi({
    description: "When it was withdrawn, or what of it was not in force (`changes[].withdrawn`).",
  }),
  withdrawnReason: LocalizedText.nullable().describe("Why, as readers were told."),
  authors: z.array(z.string()).openapi({ description: "Who has written it: none of them can approve it." }),
  approvedBy: z.string().nullable().describe("Who approved the draft, where four eyes are asked for."),
  approvedAt: Instant.nullable().describe("When."),
});
export type ChangeSetRow = z.infer<typeof ChangeSetRow>;

/** One vendor's change as it is stored. */
export const ChangeRow = z.object({
  changeSet: z.int(),
  vendorId: z.uuid(),
  kind: ChangeKind.describe("What becomes of the vendor."),
  basedOn: z.int().nullable(),
  before: VendorDocument.nullable().describe("The document as it was; null: not listed."),
  after: VendorDocument.nullable().describe("The document as it will be; null: not listed."),
  weight: Weight,
  weightGrounds: z.array(z.custom<Ground>()),
  weightOverride: WeightOverride.nullable(),
  plannedOn: DateOn.nullable().openapi({ description: "The date it was announced for; null where that is its set's." }),
  postponedTo: DateOn.nullable().openapi({ description: "The later date that it was postponed to." }),
  replaces: Key.nullable().openapi({
    description:
      "The vendor, by slug, in whose place it comes, which leaves no earlier than it comes: as the draft says; else, once it is announced, as follows from what both do.",
  }),
  /** Whether it takes the approval of customers (GDPR Art. 28(2), specific authorisation). */
  awaitsApproval: z.boolean(),
  releasedOn: DateOn.nullable().openapi({ description: "The day from which it no longer waits for approvals." }),
  releasedReason: LocalizedText.nullable().openapi({ description: "Why it goes on without an approval." }),
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
    at: Instant.describe("When it was put off."),
    effectiveOn: DateOn.describe("The day it was put off to."),
    lastDayToObjectOn: DateOn.nullable().openapi({ description: "Null where the last day to object stayed." }),
    reason: LocalizedText.describe("Why: readers are told."),
    changes: z.array(z.string()).openapi({ description: "The changes that were put off, by their vendors' slugs." }),
  })
  .describe("Announced changes put off to a later day.")
  .openapi("Postponement");
export type Postponement = z.infer<typeof Postponement>;

/** What an operator put right in a notice that people had been sent. */
export const Correction = z
  .object({
    changeSet: z.int().describe("The set that was told wrongly."),
    text: LocalizedText,
    changes: z.array(z.string()).optional().openapi({
      description: "The changes it corrects, by their vendors' slugs; none named: all of the set.",
    }),
    at: Instant.describe("When it was put right."),
  })
  .describe("What an operator put right in a notice that people had been sent.")
  .openapi("Correction");
export type Correction = z.infer<typeof Correction>;
