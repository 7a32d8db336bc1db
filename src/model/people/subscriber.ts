import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import { Email, Key, Locale, line } from "../values/text.ts";

export const SubscriberStatus = explained({
  pending: "has not confirmed the address",
  active: "is told",
  unsubscribed: "has left",
}).openapi("SubscriberStatus");
export type SubscriberStatus = z.infer<typeof SubscriberStatus>;

/** A person notices go to, as stored: a follower, a contact, or both. */
export const Subscriber = z.object({
  id: z.uuid().describe("Names them."),
  email: Email.describe("As it was typed."),
  emailKey: z.string(),
  emailHash: z.string().describe("A keyed hash of the address."),
  name: z.string().nullable().describe("What they are called; null: not known."),
  locale: Locale.describe("The language they are written to in."),
  products: z.array(Key).describe("Keys of the products they follow; none: everything."),
  status: SubscriberStatus,
  createdAt: Instant.describe("When they were first named, or asked."),
  requestedAt: Instant.nullable().describe("When they last asked to follow."),
  confirmedAt: Instant.nullable().describe("When they confirmed the address."),
  unsubscribedAt: Instant.nullable().describe("When they left."),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** As the operator sees them. */
export const SubscriberView = Subscriber.omit({ emailKey: true, emailHash: true, requestedAt: true })
  .extend({
    follower: z.boolean().openapi({ description: "Has confirmed the address, and is told of every change." }),
    customers: z.array(z.string()).openapi({ description: "Whose contact they are: your own ids." }),
  })
  .describe("A person whom notices go to: a follower, a contact, or both.")
  .openapi("Subscriber");
export type SubscriberView = z.infer<typeof SubscriberView>;

/** A follower as an operator adds one. */
export const NewSubscriber = z
  .strictObject({
    email: Email.describe("Where they are told."),
    name: line().optional().describe("What they are called."),
    locale: Locale.optional().describe("The language they are written to in; by default the organisation's own."),
    products: z.array(Key).max(100).default([]).describe("Keys of the products they follow; none: everything."),
    confirmed: z
      .boolean()
      .default(false)
      .openapi({ description: "You vouch that the person asked for it; otherwise a confirmation mail asks." }),
  })
  .describe("A follower as an operator adds one.")
  .openapi("NewSubscriber");
export type NewSubscriber = z.infer<typeof NewSubscriber>;
