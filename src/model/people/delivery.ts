import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";
import { explained } from "../values/explained.ts";

const BATCH_STATES = {
  pending: "may still be tried",
  sent: "was accepted by the provider",
  split: "has become smaller ones",
  failed: "was refused for good",
  uncertain: "its outcome stayed unknown",
} as const;
const { split: _, ...SHOWN_BATCH_STATES } = BATCH_STATES;

export const BatchState = explained(BATCH_STATES);
/** A batch that was split is shown to nobody: those it has become are. */
export const ShownBatchState = explained(SHOWN_BATCH_STATES);
export type BatchState = z.infer<typeof BatchState>;

export const DeliveryState = explained({
  pending: "not sent yet",
  accepted: "the provider took it",
  delivered: "the reader's server took it",
  bounced: "the reader's server refused it",
  complained: "it arrived, and its reader reported it as spam",
  suppressed: "the address takes nothing: an earlier bounce or complaint",
  failed: "the provider refused it",
  skipped: "it was not sent, as it was of no use any more",
  uncertain: "whether it was sent is not known: it is not sent again by itself",
}).openapi("DeliveryState");
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

/** The states that say that the mail has come. */
export const ARRIVED = statesWhere(({ tells, isReported }) => tells && isReported);

/** Whether a state says that the mail has come. */
export const arrived = (state: DeliveryState): boolean => ARRIVED.includes(state);

/** Why nothing more is sent to an address: it bounced for good, its reader complained, or it is on the provider's own list. */
export const SuppressionReason = explained({
  bounced: "a mail to it bounced for good",
  complained: "its reader reported a mail as spam",
  suppressed: "it is on the provider's own list",
} satisfies Partial<Record<DeliveryState, string>>);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** What a delivery came to. Its instant is text, in UTC with milliseconds, since that is what is hashed. */
export const DeliveryStep = z.object({
  state: DeliveryState.describe("What it came to."),
  at: z.string().describe("When (ISO 8601)."),
  cause: z.string().nullable().describe("Why, in a word."),
  emailId: z.string().nullable().describe("The provider's id of the mail."),
  hash: z.string().openapi({ description: "Chained to the step before; the first is that of what was owed." }),
});
export type DeliveryStep = z.infer<typeof DeliveryStep>;

/** A delivery with every step after it was owed. */
export const ChainedDelivery = z.object({
  id: z.uuid().describe("Names it."),
  noticeId: z.uuid().describe("The notice that it delivers."),
  emailHash: z.string().describe("A keyed hash of the address."),
  customers: z
    .array(z.string())
    .nullable()
    .describe("The customers it was owed for, in the order in which they are stored; null for a follower."),
  state: DeliveryState.describe("What it came to."),
  stateAt: z.string().describe("When (ISO 8601)."),
  cause: z.string().nullable().describe("Why, in a word."),
  emailId: z.string().nullable().describe("The provider's id of the mail."),
  chain: z.string().openapi({ description: "The hash of its last step." }),
  owedAt: z.string().describe("When it was owed (ISO 8601)."),
  events: z.array(DeliveryStep).describe("Every step, oldest first."),
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
  type: z.string().describe("As the provider calls it."),
  emailId: z.string().nullable(),
  detail: z.string().nullable().describe("What it says of it."),
  occurredAt: Instant.describe("When it happened."),
  receivedAt: Instant.describe("When it was reported."),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

/** Why sending is held until somebody lets it go on. */
export const HeldBecause = explained({
  asked: "somebody has held it",
  arrived: "the registry was brought from another place, which may have sent what is owed here",
});
export type HeldBecause = z.infer<typeof HeldBecause>;
