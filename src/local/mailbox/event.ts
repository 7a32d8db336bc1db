import { z } from "zod";
import { BareAddress, type Message } from "./mail.ts";

/** The events about a mail that was sent, of https://resend.com/docs/webhooks/event-types. */
const types = [
  "email.sent",
  "email.scheduled",
  "email.delivered",
  "email.delivery_delayed",
  "email.bounced",
  "email.complained",
  "email.opened",
  "email.clicked",
  "email.failed",
  "email.suppressed",
] as const;
type EventType = (typeof types)[number];

const line = z.string().min(1).max(1000);

const Bounce = z.strictObject({
  type: z.enum(["Permanent", "Transient", "Undetermined"]),
  subType: line.default("General"),
  message: line.default("The recipient's mail server sent a bounce message."),
});
type Bounce = z.infer<typeof Bounce>;

/** What `POST /api/events` takes. The mail is the newest to `to`, or the one with `emailId`; given both, it is both. */
export const EventRequest = z
  .strictObject({
    type: z.enum(types),
    to: BareAddress.optional(),
    emailId: line.optional(),
    bounce: Bounce.optional(),
    /** How many times the same event arrives, all at once and under one id. */
    copies: z.int().min(1).max(100).default(1),
    delayMs: z.int().min(0).max(3_600_000).default(0),
  })
  .refine(({ to, emailId }) => to !== undefined || emailId !== undefined, {
    path: ["to"],
    message: "Give it, or `emailId`",
  })
  .refine(({ type, bounce }) => bounce === undefined || type === "email.bounced", {
    path: ["bounce"],
    message: "Only `email.bounced` has one",
  });

export type MailEvent = ReturnType<typeof eventOf>;

/**
 * The body of a webhook about what happened to a message at an instant, its fields as Resend names them.
 * A bounce of which nothing is said is permanent.
 */
export function eventOf(message: Message, type: EventType, now: Date, bounce?: Bounce) {
  const at = now.toISOString();
  return {
    type,
    /** When it happened, which a delayed event keeps. */
    created_at: at,
    data: {
      created_at: message.receivedAt,
      email_id: message.id,
      message_id: `<${message.id}@mailbox.localhost>`,
      from: message.from,
      to: message.to,
      subject: message.subject,
      // An object here, though a list when sending.
      tags: Object.fromEntries(message.tags.map(({ name, value }) => [name, value])),
      ...detailOf(type, at, bounce ?? Bounce.parse({ type: "Permanent" })),
    },
  };
}

function detailOf(type: EventType, at: string, bounce: Bounce): object {
  switch (type) {
    case "email.bounced":
      return { bounce };
    case "email.failed":
      return { failed: { reason: "reached_daily_quota" } };
    case "email.suppressed":
      return { suppressed: { type: "OnAccountSuppressionList", message: "The address is on the suppression list." } };
    case "email.clicked":
      return { click: { ipAddress: "192.0.2.1", link: "https://example.com/", timestamp: at, userAgent: "Mailbox" } };
    default:
      return {};
  }
}
