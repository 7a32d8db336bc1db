import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";

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

/**
 * What each state means. A delivery only moves to a higher `rank`: a report that arrives late, or twice, takes nothing
 * back, and a complaint outranks everything. `tells`: the mail told its reader, may have, or will. `goesOut`: it was sent,
 * may have been, or will be, even where it then bounced. `misses`: its reader should have it, and does not; unless the
 * address takes nothing at all, it can be sent again. `isReported`: only the provider's report brings it.
 */
export const DELIVERY_STATES = {
  pending: { rank: 0, tells: true, goesOut: true, misses: false, isReported: false },
  uncertain: { rank: 1, tells: true, goesOut: true, misses: false, isReported: false },
  skipped: { rank: 2, tells: false, goesOut: false, misses: false, isReported: false },
  accepted: { rank: 3, tells: true, goesOut: true, misses: false, isReported: false },
  suppressed: { rank: 4, tells: false, goesOut: false, misses: false, isReported: false },
  failed: { rank: 5, tells: false, goesOut: false, misses: true, isReported: false },
  delivered: { rank: 6, tells: true, goesOut: true, misses: false, isReported: true },
  bounced: { rank: 7, tells: false, goesOut: true, misses: true, isReported: true },
  complained: { rank: 8, tells: true, goesOut: true, misses: false, isReported: true }, // it says that the mail came
} as const satisfies Record<DeliveryState, Meaning>;

type Meaning = { rank: number; tells: boolean; goesOut: boolean; misses: boolean; isReported: boolean };

/** The states that mean this, by rank. */
export const statesWhere = (means: (meaning: Meaning) => boolean): DeliveryState[] =>
  DeliveryState.options
    .filter((state) => means(DELIVERY_STATES[state]))
    .sort((a, b) => DELIVERY_STATES[a].rank - DELIVERY_STATES[b].rank);

/** Whether a state says that the mail has come. */
export const arrived = (state: DeliveryState): boolean =>
  DELIVERY_STATES[state].tells && DELIVERY_STATES[state].isReported;

/** Why nothing more is sent to an address: it bounced for good, its reader complained, or it is on the provider's own list. */
export const SuppressionReason = DeliveryState.extract(["bounced", "complained", "suppressed"]);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** What a delivery came to. Its instant is text, in UTC with milliseconds, since that is what is hashed. */
export const DeliveryStep = z.object({
  state: DeliveryState,
  at: z.string(),
  cause: z.string().nullable(),
  emailId: z.string().nullable(),
  hash: z.string().openapi({ description: "Chained to the step before; the first is that of what was owed." }),
});
export type DeliveryStep = z.infer<typeof DeliveryStep>;

/** A delivery with every step after it was owed. */
export const ChainedDelivery = z.object({
  id: z.uuid(),
  noticeId: z.uuid(),
  emailHash: z.string(),
  /** The customers it was owed for, in the order in which they are stored; null for a follower. */
  customers: z.array(z.string()).nullable(),
  state: DeliveryState,
  stateAt: z.string(),
  cause: z.string().nullable(),
  emailId: z.string().nullable(),
  chain: z.string().openapi({ description: "The hash of its last step." }),
  owedAt: z.string(),
  events: z.array(DeliveryStep),
});
export type ChainedDelivery = z.infer<typeof ChainedDelivery>;

/** A delivery as it is shown: its first step is that it was owed. */
export const DeliveryEvidence = ChainedDelivery.extend({
  email: z.string().nullable().openapi({ description: "Null once the person is erased; `emailHash` stays." }),
  customer: z.string().nullable().openapi({ description: "For whom it was owed; null for a follower." }),
});
export type DeliveryEvidence = z.infer<typeof DeliveryEvidence>;

/** What the provider reported of a delivery. */
export const DeliveryReport = z.object({
  id: z.string(),
  deliveryId: z.uuid(),
  type: z.string(),
  emailId: z.string().nullable(),
  detail: z.string().nullable(),
  occurredAt: Instant,
  receivedAt: Instant,
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;
