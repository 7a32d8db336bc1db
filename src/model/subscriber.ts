import { z } from "@hono/zod-openapi";
import type { Locale } from "./text.ts";

export const SubscriberStatus = z.enum(["pending", "active", "unsubscribed"]);
export type SubscriberStatus = z.infer<typeof SubscriberStatus>;

/** A person notices go to, as stored: a follower, a contact, or both. */
export type Subscriber = {
  id: string;
  email: string;
  emailKey: string;
  emailHash: string;
  name: string | null;
  locale: Locale;
  products: string[];
  status: SubscriberStatus;
  createdAt: Date;
  requestedAt: Date | null;
  confirmedAt: Date | null;
  unsubscribedAt: Date | null;
};
