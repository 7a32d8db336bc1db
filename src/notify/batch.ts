import type { batches } from "../db/schema.ts";

export type Batch = typeof batches.$inferSelect;

/** The `lastError` of an attempt from before its request until its outcome is recorded. */
export const NO_OUTCOME_YET = "no answer recorded";
