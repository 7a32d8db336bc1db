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

/** A mail as the bytes of its JSON, cut at what differs from one recipient to the next: `slots` say what comes between. */
export type Template = { bytes: Buffer[]; slots: string[] };

export type Filling = { to: string; batch: string; token: string; respond: string };

export function templateOf(mail: OutgoingMail): Template {
  const parts = JSON.stringify(mail).split(SLOT);
  const every = (offset: number) => parts.filter((_, index) => index % 2 === offset);
  return { bytes: every(0).map((part) => Buffer.from(part)), slots: every(1) };
}

/** The JSON of the mail to one recipient, in pieces: what all have in common is not copied for each. */
export function fill({ bytes, slots }: Template, { to, batch, token, respond }: Filling): Buffer[] {
  const values = new Map([
    // Everything but an address is made of characters that JSON leaves as they are.
    [TO, Buffer.from(JSON.stringify(to).slice(1, -1))],
    [BATCH, Buffer.from(batch)],
    [TOKEN, Buffer.from(token)],
    [RESPOND, Buffer.from(respond)],
  ]);
  return bytes.flatMap((piece, index) => [piece, values.get(slots[index] ?? "") ?? NOTHING]);
}

const NOTHING = Buffer.alloc(0);
