import { z } from "@hono/zod-openapi";
import { DateOn } from "../values/dates.ts";
import { Key, line, prose } from "../values/text.ts";
import { NewRectification, type Rectification, WeightOverride } from "./change-set.ts";

export const Emergency = z
  .strictObject({ reason: prose(2000) })
  .openapi("Emergency", { description: "Why the change cannot wait for the notice period; notice and page say so." });

/** Your own id of a change set, such as that of a commit. */
export const Reference = line(200).openapi({ description: "Your own id of the change set, such as that of a commit." });

/** A rectification as it is stored. */
export const asStored = ({ reason, since }: NewRectification): Rectification => ({ reason, since: since ?? null });

/** The terms of a draft. The emergency counts should its date be before the end of the notice periods. */
export const DraftTerms = z
  .strictObject({
    effectiveOn: DateOn.nullable().optional(),
    reason: prose(2000).nullable().optional(),
    reference: Reference.nullable().optional(),
    emergency: Emergency.nullable().optional(),
    rectification: NewRectification.nullable().optional(),
  })
  .openapi("DraftInput");
export type DraftTerms = z.infer<typeof DraftTerms>;

/** An edit of the terms of a draft, and of the weights and dates of its changes. */
export const DraftEdit = DraftTerms.extend({
  weights: z.record(Key, WeightOverride.nullable()).optional().openapi({
    description: "Another weight than the computed one, by vendor slug, with the reason; null takes it back.",
  }),
  changes: z
    .record(Key, z.strictObject({ effectiveOn: DateOn.nullable() }))
    .optional()
    .openapi({
      description:
        "The date of a change that is not that of the set, by vendor slug; null takes it back. A set's date is the latest of its changes'.",
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
  .openapi("Approval");
export type DraftAsRead = z.infer<typeof DraftAsRead>;
