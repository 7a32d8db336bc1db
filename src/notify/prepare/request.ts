import { NOTICE_KINDS } from "../../model/people/notice.ts";
import type { Reader } from "../../model/people/reader.ts";
import { asciiEmail } from "../../model/values/email.ts";
import { escaped } from "../../model/values/markup.ts";
import { signToken } from "../../model/values/token.ts";
import { mailedSecret } from "../../registry/users/secret.ts";
import { loadWords } from "../../words/index.ts";
import { noticeHeaders, senderOf } from "../mail/headers.ts";
import { addresseeOf } from "../mail/letters/headline.ts";
import { ADDRESSEE, CUSTOMER, RESPOND, TOKEN } from "../mail/mail.ts";
import { frozenMail, variantOf } from "./frozen-mails.ts";
import type { Writing } from "./mails-by-kind.ts";

/** Whom the mail of a delivery goes to. Without a subscriber it is the organisation itself, or somebody who operates the registry. */
export type Recipient = Reader & {
  id: string;
  subscriberId: string | null;
  email: string;
  customer: string | null;
  name: string | null;
};

/** One mail of a batch, in the provider's own words. */
export type OutgoingMail = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  reply_to?: string | undefined;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/** Stand for the address and the batch, as `TOKEN` does for a recipient's link: of characters nobody can type. */
const TO = "\u{E000}to\u{E001}";
const BATCH = "\u{E000}batch\u{E001}";

/** The names in the HTML of a mail, where they are escaped. */
const CUSTOMER_IN_HTML = "\u{E000}customer as HTML\u{E001}";
const ADDRESSEE_IN_HTML = "\u{E000}addressee as HTML\u{E001}";

const SLOTS = [TO, BATCH, TOKEN, RESPOND, CUSTOMER, CUSTOMER_IN_HTML, ADDRESSEE, ADDRESSEE_IN_HTML] as const;
type Slot = (typeof SLOTS)[number];

/** A mail as the bytes of its JSON, cut at what differs from one recipient to the next. */
type Template = (Buffer | Slot)[];

const COMMA = Buffer.from(",");

/**
 * The most bytes of one request, unless a single mail has more: while one is out, the next is made, and a Worker has 128 MB
 * for everything. Resend itself takes 40 MB.
 */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The body of the request that sends a notice to the first of these people, in their order: to as many as fit into a
 * request. A mail is read once for all who read the same: what differs between them is their address, their links, their name
 * and their customer's.
 */
export async function compose(
  writing: Writing,
  batchId: string,
  people: readonly Recipient[],
): Promise<{ body: Buffer; mails: number }> {
  const { tokenSecret } = writing.deps.config;
  const templates = new Map<string, Template>();
  const pieces: Buffer[] = [];
  let bytes = 2;
  let mails = 0;
  for (const { id, subscriberId, email, customer, name, ...reader } of people) {
    const variant = `${reader.locale} ${variantOf(reader)}`;
    const template = templates.get(variant) ?? templateOf(await outgoing(writing, reader));
    templates.set(variant, template);
    await loadWords(reader.locale);
    const addressee = addresseeOf(name, reader.locale);
    const filling = {
      [TO]: asciiEmail(email),
      [BATCH]: batchId,
      [TOKEN]: linkToken(writing, subscriberId),
      [RESPOND]: signToken(tokenSecret, "respond", id, writing.notice.createdAt),
      [CUSTOMER]: customer ?? "",
      [CUSTOMER_IN_HTML]: escaped(customer ?? ""),
      [ADDRESSEE]: addressee,
      [ADDRESSEE_IN_HTML]: escaped(addressee),
    };
    const mail = [COMMA, ...fill(template, filling)];
    bytes += mail.reduce((sum, { length }) => sum + length, 0);
    if (bytes > MOST_BYTES && mails > 0) break;
    pieces.push(...mail);
    mails += 1;
  }
  return { body: Buffer.concat([Buffer.from("["), ...pieces.slice(1), Buffer.from("]")]), mails };
}

// Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
function linkToken({ deps, notice }: Writing, subscriberId: string | null): string {
  const { to, until, about } = NOTICE_KINDS[notice.kind];
  if (to === "user") return mailedSecret(deps.config.tokenSecret, notice.id);
  if (subscriberId === null) return "";
  const purpose = about === "departure" ? "departure" : until === "confirmed" ? "confirm" : "subscription";
  return signToken(deps.config.tokenSecret, purpose, subscriberId, notice.createdAt);
}

async function outgoing(writing: Writing, reader: Reader): Promise<OutgoingMail> {
  const { deps, organisation, notice } = writing;
  const { subject, text, html } = await frozenMail(writing, reader);
  const { publicUrl, mailFrom } = deps.config;
  return {
    from: senderOf(mailFrom, organisation),
    to: TO,
    subject,
    text,
    html,
    reply_to: organisation.privacyEmail && asciiEmail(organisation.privacyEmail),
    headers: noticeHeaders({ ...notice, organisation, locale: reader.locale, publicUrl }),
    tags: [
      { name: "notice", value: notice.id },
      { name: "batch", value: BATCH },
    ],
  };
}

function templateOf(mail: OutgoingMail): Template {
  const html = mail.html.replaceAll(CUSTOMER, CUSTOMER_IN_HTML).replaceAll(ADDRESSEE, ADDRESSEE_IN_HTML);
  const parts = JSON.stringify({ ...mail, html }).split(new RegExp(`(${SLOTS.join("|")})`, "u"));
  return parts.map((part) => SLOTS.find((slot) => slot === part) ?? Buffer.from(part));
}

/** The JSON of the mail to one recipient, in pieces: what all have in common is not copied for each. */
function fill(template: Template, values: Record<Slot, string>): Buffer[] {
  const asJson = (slot: Slot) => Buffer.from(JSON.stringify(values[slot]).slice(1, -1));
  return template.map((part) => (typeof part === "string" ? asJson(part) : part));
}
