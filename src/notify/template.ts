import { RESPOND, TOKEN } from "./mail/mail.ts";

/** One mail of a batch, in the provider's own words. */
export type OutgoingMail = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  reply_to?: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/** Stand for the address and the batch, as `TOKEN` does for a recipient's link: of characters nobody can type. */
export const TO = "\u{E000}to\u{E001}";
export const BATCH = "\u{E000}batch\u{E001}";

const SLOTS = [TO, BATCH, TOKEN, RESPOND] as const;
type Slot = (typeof SLOTS)[number];

/** A mail as the bytes of its JSON, cut at what differs from one recipient to the next. */
export type Template = (Buffer | Slot)[];

export function templateOf(mail: OutgoingMail): Template {
  const parts = JSON.stringify(mail).split(new RegExp(`(${SLOTS.join("|")})`, "u"));
  return parts.map((part) => SLOTS.find((slot) => slot === part) ?? Buffer.from(part));
}

/** The JSON of the mail to one recipient, in pieces: what all have in common is not copied for each. */
export function fill(template: Template, values: Record<Slot, string>): Buffer[] {
  const escaped = (slot: Slot) => Buffer.from(JSON.stringify(values[slot]).slice(1, -1));
  return template.map((part) => (typeof part === "string" ? escaped(part) : part));
}
