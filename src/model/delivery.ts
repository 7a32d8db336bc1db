/** `pending` may still be tried, `split` has become smaller batches, `uncertain` has no known outcome. */
export type BatchState = "pending" | "sent" | "split" | "failed" | "uncertain";

export type DeliveryState =
  | "pending"
  | "accepted"
  | "delivered"
  | "bounced"
  | "complained"
  | "suppressed"
  | "failed"
  | "skipped"
  | "uncertain";
