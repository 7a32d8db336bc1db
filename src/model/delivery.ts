import { z } from "@hono/zod-openapi";

/** `pending` may still be tried, `split` has become smaller batches, `uncertain` has no known outcome. */
export const BatchState = z.enum(["pending", "sent", "split", "failed", "uncertain"]);
export type BatchState = z.infer<typeof BatchState>;

export const DeliveryState = z.enum([
  "pending",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "suppressed",
  "failed",
  "skipped",
  "uncertain",
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why nothing more is sent to an address. */
export const SuppressionReason = DeliveryState.extract(["bounced", "complained"]);
export type SuppressionReason = z.infer<typeof SuppressionReason>;
