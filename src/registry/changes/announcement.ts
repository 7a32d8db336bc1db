import { z } from "@hono/zod-openapi";
import { NewRectification } from "../../model/change/change-set.ts";
import { DraftAsRead, Emergency } from "../../model/change/draft.ts";
import { DateOn } from "../../model/values/dates.ts";
import { prose } from "../../model/values/text.ts";
import { FindingCode } from "../../transfers/index.ts";

/** How a draft is announced. A baseline is the first list of an empty registry: in force at once, and nobody is told. */
export const Announcement = z
  .strictObject({
    ...DraftAsRead.shape,
    recipients: z.int().min(0).max(10_000_000).optional().openapi({
      description: "How many people the preview said would be told: refuses where these are more or fewer by then.",
    }),
    effectiveOn: DateOn.optional().describe("The day it takes effect, instead of the draft's own."),
    emergency: Emergency.optional().describe("Why it cannot wait for the notice period."),
    rectification: NewRectification.optional().describe("That it puts the list right."),
    baseline: z
      .boolean()
      .optional()
      .describe("The first list of an empty registry: in force at once, and nobody is told."),
    acceptFindings: z.array(FindingCode).min(1).max(FindingCode.options.length).optional().openapi({
      description:
        "Codes of findings of severity error, and `gap` of an intended change, that are announced all the same; `acceptFindingsReason` says why.",
    }),
    acceptFindingsReason: prose(2000).optional().describe("Why: it is recorded."),
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindings || acceptFindingsReason, {
    path: ["acceptFindingsReason"],
    error: "is required with acceptFindings",
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindingsReason || acceptFindings, {
    path: ["acceptFindings"],
    error: "is required with acceptFindingsReason",
  })
  .describe("How a draft is announced. Terms of the draft that are not repeated hold.")
  .openapi("Announcement");
export type Announcement = z.infer<typeof Announcement>;
