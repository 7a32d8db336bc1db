import type { Message } from "../mail.ts";

/** The events about a mail that was sent, of https://resend.com/docs/webhooks/event-types. */
export const eventTypes = [
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
export type EventType = (typeof eventTypes)[number];

export interface Bounce {
  type: "Permanent" | "Transient" | "Undetermined";
  subType: string;
  message: string;
}

/** The body of a webhook, its fields as Resend names them. Tags are an object here, though a list when sending. */
export interface MailEvent {
  type: EventType;
  /** When it happened, which a delayed event keeps. */
  created_at: string;
  data: {
    created_at: string;
    email_id: string;
    message_id: string;
    from: string;
    to: string[];
    subject: string;
    tags: Record<string, string>;
    [detail: string]: unknown;
  };
}

/** What happened to a message at an instant. A bounce of which nothing is said is permanent. */
export function eventOf(message: Message, type: EventType, now: Date, bounce?: Bounce): MailEvent {
  const at = now.toISOString();
  return {
    type,
    created_at: at,
    data: {
      created_at: message.receivedAt,
      email_id: message.id,
      message_id: `<${message.id}@mailbox.localhost>`,
      from: message.from,
      to: message.to,
      subject: message.subject,
      tags: Object.fromEntries(message.tags.map(({ name, value }) => [name, value])),
      ...detailOf(type, at, bounce),
    },
  };
}

const permanent: Bounce = {
  type: "Permanent",
  subType: "General",
  message: "The recipient's mail server sent a permanent bounce message.",
};

function detailOf(type: EventType, at: string, bounce = permanent): Record<string, unknown> {
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
