import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";
import { Email, Key, Locale, line } from "../values/text.ts";

export const SubscriberStatus = z.enum(["pending", "active", "unsubscribed"]);
export type SubscriberStatus = z.infer<typeof SubscriberStatus>;

/** A person notices go to, as stored: a follower, a contact, or both. */
export const Subscriber = z.object({
  id: z.uuid(),
  email: Email,
  emailKey: z.string(),
  emailHash: z.string(),
  name: z.string().nullable(),
  locale: Locale,
  products: z.array(Key),
  status: SubscriberStatus,
  createdAt: Instant,
  requestedAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  unsubscribedAt: Instant.nullable(),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** As the operator sees them. */
export const SubscriberView = Subscriber.omit({ emailKey: true, emailHash: true, requestedAt: true })
  .extend({
    follower: z.boolean().openapi({ description: "Has confirmed the address, and is told of every change." }),
    customers: z.array(z.string()).openapi({ description: "Whose contact they are: your own ids." }),
  })
  .openapi("Subscriber");
export type SubscriberView = z.infer<typeof SubscriberView>;

/** A follower as an operator adds one. */
export const NewSubscriber = z
  .strictObject({
    email: Email,
    name: line().optional(),
    /** By default the organisation's own. */
    locale: Locale.optional(),
    products: z.array(Key).max(100).default([]),
    confirmed: z
      .boolean()
      .default(false)
      .openapi({ description: "You vouch that the person asked for it; otherwise a confirmation mail asks." }),
  })
  .openapi("NewSubscriber");
export type NewSubscriber = z.infer<typeof NewSubscriber>;
