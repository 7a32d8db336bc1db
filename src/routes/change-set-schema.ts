import { z } from "@hono/zod-openapi";
import { DateOn } from "../registry/dates.ts";
import { Key, prose } from "../registry/text.ts";
import { VendorDocument } from "../registry/vendor-document.ts";
import { Instant } from "./contract.ts";

export const Weight = z.enum(["material", "informative", "editorial"]).openapi("Weight");

export const WeightOverride = z.strictObject({ weight: Weight, reason: prose(2000) }).openapi("WeightOverride");

const Change = z
  .object({
    vendor: Key.openapi({ description: "The vendor's slug." }),
    name: z.string(),
    kind: z.enum(["added", "updated", "removed"]),
    before: VendorDocument.nullable(),
    after: VendorDocument.nullable(),
    diff: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    weight: Weight,
    weightReason: z.string(),
    weightOverride: WeightOverride.nullable(),
  })
  .openapi("Change");

export const ChangeSet = z
  .object({
    number: z.int(),
    state: z.enum(["draft", "announced", "effective", "withdrawn"]),
    baseline: z.boolean(),
    reason: z.string().nullable(),
    weight: Weight,
    effectiveOn: DateOn.nullable(),
    lastDayToObjectOn: DateOn.nullable(),
    emergency: z.object({ reason: z.string() }).nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    announcedAt: Instant.nullable(),
    withdrawnAt: Instant.nullable(),
    withdrawnReason: z.string().nullable(),
    changes: z.array(Change),
  })
  .openapi("ChangeSet");

export const Emergency = z
  .strictObject({ reason: prose(2000) })
  .openapi("Emergency", { description: "Why the change cannot wait for the notice period; notice and page say so." });
