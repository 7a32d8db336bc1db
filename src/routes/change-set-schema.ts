import { z } from "@hono/zod-openapi";
import { ChangeKind, DatedState, Weight, WeightOverride } from "../model/change-set.ts";
import { DateOn, Instant } from "../model/dates.ts";
import { Key, prose } from "../model/text.ts";
import { VendorDocument } from "../model/vendor-document.ts";
import { LAST_CHANGE_SET, wholeNumber } from "./contract.ts";
import { VerdictChange } from "./transfer-schema.ts";

/** The set that a path is about. */
export const NumberParam = z.object({ number: wholeNumber(0, LAST_CHANGE_SET) });

const Change = z
  .object({
    vendor: Key.openapi({ description: "The vendor's slug." }),
    name: z.string(),
    kind: ChangeKind,
    before: VendorDocument.nullable(),
    after: VendorDocument.nullable(),
    diff: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    weight: Weight,
    weightReason: z.string(),
    weightOverride: WeightOverride.nullable(),
    verdictChanges: z.array(VerdictChange).openapi({
      description: "Where the verdict on a transfer changes, by the law of the day it takes effect.",
    }),
  })
  .openapi("Change");

export const ChangeSet = z
  .object({
    number: z.int(),
    state: DatedState,
    baseline: z.boolean(),
    reason: z.string().nullable(),
    weight: Weight,
    effectiveOn: DateOn.nullable().openapi({
      description: "The day it takes, or took, effect; as planned while it waits for approvals.",
    }),
    plannedOn: DateOn.nullable().openapi({ description: "The date it was announced for." }),
    awaitsApproval: z.boolean().openapi({
      description: "Announced, and not in force before customers have approved it, or one it builds on.",
    }),
    lastDayToObjectOn: DateOn.nullable(),
    emergency: z.object({ reason: z.string() }).nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    announcedAt: Instant.nullable(),
    withdrawnAt: Instant.nullable(),
    withdrawnReason: z.string().nullable(),
    authors: z.array(z.string()).openapi({ description: "Who has written it: none of them can approve it." }),
    approvedBy: z.string().nullable(),
    approvedAt: Instant.nullable(),
    approvals: z
      .object({
        required: z.array(z.string()),
        missing: z.array(z.string()),
        releasedOn: DateOn.nullable(),
        releasedReason: z.string().nullable(),
      })
      .nullable()
      .openapi({
        description:
          "Customers (by externalId) whose contract asks for their approval, those who have not given it, and from when on the set no longer waits for it.",
      }),
    exempted: z.array(z.string()).openapi({ description: "Customers (by externalId) to whom it does not apply." }),
    changes: z.array(Change),
  })
  .openapi("ChangeSet");

export const Emergency = z
  .strictObject({ reason: prose(2000) })
  .openapi("Emergency", { description: "Why the change cannot wait for the notice period; notice and page say so." });
