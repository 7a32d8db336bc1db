import { RESPOND, TOKEN } from "./mail/index.ts";

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

const SLOT = new RegExp(`(${[TO, BATCH, TOKEN, RESPOND].join("|")})`, "u");

/** A mail as JSON, cut at what differs from one recipient to the next: every second part is such a place. */
export type Template = string[];

export type Filling = { to: string; batch: string; token: string; respond: string };

export const templateOf = (mail: OutgoingMail): Template => JSON.stringify(mail).split(SLOT);

/** The JSON of the mail to one recipient. */
export function fill(template: Template, { to, batch, token, respond }: Filling): string {
  // Everything else is made of characters that JSON leaves as they are.
  const values: Record<string, string> = {
    [TO]: JSON.stringify(to).slice(1, -1),
    [BATCH]: batch,
    [TOKEN]: token,
    [RESPOND]: respond,
  };
  return template.map((part, index) => (index % 2 === 1 ? values[part] : part)).join("");
}
