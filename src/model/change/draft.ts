import { z } from "@hono/zod-openapi";
import { DateOn } from "../values/dates.ts";
import { Key, line, Reason } from "../values/text.ts";
import { NewRectification, type Rectification, WeightOverride } from "./change-set.ts";

export const Emergency = z
  .strictObject({ reason: Reason.describe("As readers are told.") })
  .openapi("Emergency", { description: "Why the change cannot wait for the notice period; notice and page say so." });

/** Your own id of a change set, such as that of a commit. */
export const Reference = line(200).openapi({ description: "Your own id of the change set, such as that of a commit." });

/** A rectification as it is stored. */
export const asStored = ({ reason, since }: NewRectification): Rectification => ({ reason, since: since ?? null });

/** The terms of a draft. The emergency counts should its date be before the end of the notice periods. */
export const DraftTerms = z
  .strictObject({
    effectiveOn: DateOn.nullable()
      .optional()
      .describe("The day it is to take effect; null takes it back. Where it is none, announcing asks for it."),
    reason: Reason.nullable().optional().describe("Why: readers are told."),
    reference: Reference.nullable().optional().describe("Your own id of it."),
    emergency: Emergency.nullable().optional().describe("Why it cannot wait."),
    rectification: NewRectification.nullable().optional().describe("That it puts the list right."),
  })
  .describe("The terms of a draft. The emergency counts should its date be before the end of the notice periods.")
  .openapi("DraftInput");
export type DraftTerms = z.infer<typeof DraftTerms>;

/** An edit of the terms of a draft, and of the weights and dates of its changes. */
export const DraftEdit = z.strictObject({
  ...DraftTerms.shape,
  weights: z.record(Key, WeightOverride.nullable()).optional().openapi({
    description: "Another weight than the computed one, by vendor slug, with the reason; null takes it back.",
  }),
  changes: z
    .record(
      Key,
      z.strictObject({
        effectiveOn: DateOn.nullable().optional().openapi({
          description: "Its date, where that is not that of the set; null takes it back.",
        }),
        replaces: Key.nullable().optional().openapi({
          description:
            "Of a vendor that is added: the removed one of the same set in whose place it comes, where that does not follow from what both do; null takes it back.",
        }),
      }),
    )
    .optional()
    .openapi({
      description:
        "The date of a change that is not that of the set, and whom it replaces, by vendor slug. A set's date is the latest of its changes'.",
    }),
});
export type DraftEdit = z.infer<typeof DraftEdit>;

/** What whoever acts on a draft has read of it. Without the hash, the draft is taken as it is by then. */
export const DraftAsRead = z
  .strictObject({
    draftHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "must be the hash that the preview gave: 64 hexadecimal digits")
      .optional()
      .openapi({ description: "Of the preview: refuses a draft that was edited since." }),
  })
  .describe("What whoever acts on a draft has read of it.")
  .openapi("Approval");
export type DraftAsRead = z.infer<typeof DraftAsRead>;
