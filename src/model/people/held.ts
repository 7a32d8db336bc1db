import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";
import { Key, Locale } from "../values/text.ts";
import { DeliveryReport, DeliveryState, SuppressionReason } from "./delivery.ts";
import { NoticeKind } from "./notice.ts";
import { RecordedResponse } from "./response.ts";
import { Subscriber } from "./subscriber.ts";

const Named = z.object({ externalId: z.string(), name: z.string() });

/** A mail that was owed to a person, and what became of it. */
const HeldDelivery = z.object({
  id: z.uuid(),
  noticeId: z.uuid(),
  kind: NoticeKind,
  changeSet: z.int().nullable(),
  customers: z.array(z.string()).nullable().openapi({ description: "For whom it was owed; null for a follower." }),
  owedAt: z.string(),
  state: DeliveryState,
  stateAt: z.string(),
  cause: z.string().nullable(),
  steps: z.array(z.object({ state: DeliveryState, at: z.string(), cause: z.string().nullable() })),
  reports: z.array(DeliveryReport.pick({ type: true, detail: true, occurredAt: true, receivedAt: true })),
});

/** Everything that is held about a person (GDPR Art. 15). */
export const Held = z
  .object({
    exportedAt: Instant,
    subscriber: Subscriber.omit({ emailKey: true }),
    contactOf: z.array(Named),
    proposedFor: z
      .array(z.object({ customer: z.string(), proposedAt: Instant }))
      .openapi({ description: "Customers (by externalId) for whom a contact who left has named them, not confirmed." }),
    requests: z
      .array(z.object({ requestedAt: Instant, locale: Locale, products: z.array(Key), settledAt: Instant.nullable() }))
      .openapi({ description: "What the form was sent with this address; kept for a day." }),
    suppression: z
      .object({ reason: SuppressionReason, detail: z.string().nullable(), since: Instant })
      .nullable()
      .openapi({ description: "Why nothing is sent to the address." }),
    deliveries: z.array(HeldDelivery),
    responses: z.array(RecordedResponse),
    formerWords: z
      .array(z.object({ response: z.uuid(), words: z.string() }))
      .openapi({ description: "What they, and the decisions on them, said before they were changed." }),
    log: z.array(
      z.object({
        sequence: z.int(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        subject: z.string(),
        data: z.unknown(),
      }),
    ),
  })
  .openapi("Held");
export type Held = z.infer<typeof Held>;
