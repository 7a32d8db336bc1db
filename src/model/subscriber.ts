import type { Locale } from "./text.ts";

export type SubscriberStatus = "pending" | "active" | "unsubscribed";

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
