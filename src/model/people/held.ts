import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";
import { Key, Locale } from "../values/text.ts";
import { DeliveryReport, DeliveryState, SuppressionReason } from "./delivery.ts";
import { NoticeKind } from "./notice.ts";
import { RecordedResponse } from "./response.ts";
import { Subscriber } from "./subscriber.ts";

const Named = z.object({
  externalId: z.string().describe("Your own id of the customer."),
  name: z.string().describe("Its name."),
});

/** A mail that was owed to a person, and what became of it. */
const HeldDelivery = z.object({
  id: z.uuid().describe("Names it."),
  noticeId: z.uuid().describe("The notice that it delivers."),
  kind: NoticeKind.describe("What it tells."),
  changeSet: z.int().nullable().describe("What it is about; null: no set."),
  customers: z.array(z.string()).nullable().openapi({ description: "For whom it was owed; null for a follower." }),
  owedAt: z.string().describe("When it was owed."),
  state: DeliveryState.describe("What it came to."),
  stateAt: z.string().describe("When."),
  cause: z.string().nullable().describe("Why, in a word."),
  steps: z
    .array(
      z.object({
        state: DeliveryState,
        at: z.string().describe("When (ISO 8601)."),
        cause: z.string().nullable().describe("Why, in a word."),
      }),
    )
    .describe("Every step, oldest first."),
  reports: z
    .array(DeliveryReport.pick({ type: true, detail: true, occurredAt: true, receivedAt: true }))
    .describe("What the provider said of it."),
});

/** Everything that is held about a person (GDPR Art. 15). */
export const Held = z
  .object({
    exportedAt: Instant.describe("When this was read."),
    subscriber: Subscriber.omit({ emailKey: true }).describe("Who they are."),
    contactOf: z.array(Named).describe("Customers whose contact they are."),
    proposedFor: z
      .array(z.object({ customer: z.string().describe("By its externalId."), proposedAt: Instant.describe("When.") }))
      .openapi({ description: "Customers (by externalId) for whom a contact who left has named them, not confirmed." }),
    requests: z
      .array(
        z.object({
          requestedAt: Instant.describe("When it was sent."),
          locale: Locale,
          products: z.array(Key).describe("The products chosen."),
          settledAt: Instant.nullable().describe("When it was dealt with."),
        }),
      )
      .openapi({ description: "What the form was sent with this address; kept for a day." }),
    suppression: z
      .object({
        reason: SuppressionReason,
        detail: z.string().nullable().describe("What the provider said."),
        since: Instant.describe("Since when."),
      })
      .nullable()
      .openapi({ description: "Why nothing is sent to the address." }),
    deliveries: z.array(HeldDelivery).describe("Every mail that was owed to them."),
    responses: z.array(RecordedResponse).describe("What they answered."),
    formerWords: z
      .array(
        z.object({
          response: z.uuid().describe("Whose words: the response."),
          words: z.string().describe("As they were."),
        }),
      )
      .openapi({ description: "What they, and the decisions on them, said before they were changed." }),
    log: z
      .array(
        z.object({
          sequence: z.int().describe("Its place in the log."),
          at: z.string().describe("When (ISO 8601)."),
          actor: z.string().describe("Who did it."),
          action: z.string().describe("What was done."),
          subject: z.string().describe("To what."),
          data: z.unknown().describe("What is known of it."),
        }),
      )
      .describe("Entries of the audit log about them."),
  })
  .describe("Everything that is held about a person (GDPR Art. 15).")
  .openapi("Held");
export type Held = z.infer<typeof Held>;
