import { z } from "@hono/zod-openapi";
import { NewRectification, type Rectification, WeightOverride } from "../../model/change/change-set.ts";
import { DateOn } from "../../model/values/dates.ts";
import { Key, line, prose } from "../../model/values/text.ts";
import { FindingCode } from "../../transfers/index.ts";

const Emergency = z
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

/** How a draft is announced. A baseline is the first list of an empty registry: in force at once, and nobody is told. */
export const Announcement = z
  .strictObject({
    ...DraftAsRead.shape,
    recipients: z.int().min(0).max(10_000_000).optional().openapi({
      description: "How many people the preview said would be told: refuses where these are more or fewer by then.",
    }),
    effectiveOn: DateOn.optional(),
    emergency: Emergency.optional(),
    rectification: NewRectification.optional(),
    baseline: z.boolean().optional(),
    acceptFindings: z.array(FindingCode).min(1).max(FindingCode.options.length).optional().openapi({
      description:
        "Codes of findings of severity error that are announced all the same; `acceptFindingsReason` says why.",
    }),
    acceptFindingsReason: prose(2000).optional(),
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindings || acceptFindingsReason, {
    path: ["acceptFindingsReason"],
    error: "is required with acceptFindings",
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindingsReason || acceptFindings, {
    path: ["acceptFindings"],
    error: "is required with acceptFindingsReason",
  })
  .openapi("Announcement");
export type Announcement = z.infer<typeof Announcement>;
