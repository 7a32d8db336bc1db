import { z } from "zod";
import { BareAddress, type Message } from "./mail.ts";

const line = z.string().min(1).max(1000);

const Bounce = z.strictObject({
  type: z.enum(["Permanent", "Transient", "Undetermined"]),
  subType: line.default("General"),
  message: line.default("The recipient's mail server sent a bounce message."),
});
type Bounce = z.infer<typeof Bounce>;

const nothing = () => ({});

/**
 * The events about a mail that was sent, of https://resend.com/docs/webhooks/event-types, each with what it says
 * besides the mail. A bounce without details is permanent.
 */
const EVENTS = {
  "email.sent": nothing,
  "email.scheduled": nothing,
  "email.delivered": nothing,
  "email.delivery_delayed": nothing,
  "email.bounced": (_at, bounce = Bounce.parse({ type: "Permanent" })) => ({ bounce }),
  "email.complained": nothing,
  "email.opened": nothing,
  "email.clicked": (timestamp) => ({
    click: { ipAddress: "192.0.2.1", link: "https://example.com/", timestamp, userAgent: "Mailbox" },
  }),
  "email.failed": () => ({ failed: { reason: "reached_daily_quota" } }),
  "email.suppressed": () => ({
    suppressed: { type: "OnAccountSuppressionList", message: "The address is on the suppression list." },
  }),
} as const satisfies Record<string, (at: string, bounce?: Bounce) => object>;
type EventType = keyof typeof EVENTS;

/** What `POST /api/events` takes. The mail is the newest to `to`, or the one with `emailId`; given both, it is both. */
export const EventRequest = z
  .strictObject({
    type: z.enum(Object.keys(EVENTS) as EventType[]),
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

/** The body of a webhook about what happened to a message at an instant, its fields as Resend names them. */
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
      ...EVENTS[type](at, bounce),
    },
  };
}
