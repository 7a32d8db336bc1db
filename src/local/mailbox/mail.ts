import { z } from "zod";
import { invalid, parseFields, ResendError } from "./resend-error.ts";

/** A mail as it was asked for, lists made of single values. */
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string | null;
  html: string | null;
  /** The headers mail, and Reply-To, Cc and Bcc, which Resend takes as fields of their own. */
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

/** A mail the mailbox accepted. */
export interface Message extends Mail {
  id: string;
  idempotencyKey: string | null;
  /** ISO 8601 UTC instant. */
  receivedAt: string;
}

// The dot-atom of RFC 5322 and a host name with at least one dot: what Resend takes. Quoted local parts and non-ASCII
// addresses are refused there too.
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const bare = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/**
 * The address inside `email@example.com` or `Name <email@example.com>`, in lower case.
 * Null when the text follows neither format.
 */
export function bareAddress(text: string): string | null {
  if (/[\r\n]/.test(text)) return null;
  const named = /^[^<>]*<([^<>]+)>$/.exec(text.trim());
  const address = (named?.[1] ?? text).trim().toLowerCase();
  return address.length <= 254 && bare.test(address) ? address : null;
}

/** An address in either format, which becomes the bare one. */
export const BareAddress = z.string().transform(bareAddress).pipe(z.string("Invalid input: expected an email address"));

/** Whether a mail is to this bare address. */
export const isTo = (mail: Mail, address: string) => mail.to.some((each) => bareAddress(each) === address);

const addressFormat = "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format";
const isAddress = (value: unknown) => typeof value === "string" && bareAddress(value) !== null;
const addresses = z
  .preprocess(
    (value) => (isEmpty(value) ? [] : [value].flat()),
    z.array(z.unknown()).max(50, "It takes at most 50 addresses"),
  )
  .refine((list): list is string[] => list.every(isAddress), addressFormat);

// A line break would start a header of its own.
const line = z.string().regex(/^[^\r\n]*$/, "The `\\n` is not allowed");
const headerName = z.string().regex(/^[!-9;-~]+$/);
const tagText = z.string().regex(/^[\w-]{1,256}$/, "Tags take only ASCII letters, numbers, underscores and dashes");
// Refused rather than silently lost.
const unsupported = z.custom((value) => isEmpty(value), "The mailbox does not support it").optional();

/** A mail in the SDK's wire form (snake_case). */
const WireMail = z.object({
  from: z.custom<string>(isAddress, addressFormat),
  to: addresses,
  subject: line,
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(headerName, line, "A header has a name and one line of text").nullish(),
  reply_to: addresses,
  cc: addresses,
  bcc: addresses,
  tags: z
    .array(z.object({ name: tagText, value: tagText }))
    .max(75)
    .nullish(),
  attachments: unsupported,
  template: unsupported,
  scheduled_at: unsupported,
  topic_id: unsupported,
});

/** Reads one mail of a request. Refuses with 422 a missing field, and what cannot be sent or kept. */
export function parseMail(input: unknown): Mail {
  const fields = z.record(z.string(), z.unknown()).safeParse(input).data;
  if (!fields) throw invalid("A mail must be a JSON object.");
  for (const field of ["from", "to", "subject"]) if (isEmpty(fields[field])) throw missing(`\`${field}\``);
  if (isEmpty(fields.text) && isEmpty(fields.html)) throw missing("`html` or `text`");
  const { from, to, subject, text = null, html = null, tags, ...mail } = parseFields(WireMail, fields);
  const lists = Object.entries({ "Reply-To": mail.reply_to, Cc: mail.cc, Bcc: mail.bcc });
  const more = lists.filter(([, list]) => list.length > 0).map(([name, list]) => [name, list.join(", ")]);
  return { from, to, subject, text, html, headers: { ...mail.headers, ...Object.fromEntries(more) }, tags: tags ?? [] };
}

/** Resend takes each of these for a field that is not mail. */
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const missing = (fields: string) => new ResendError(422, "missing_required_field", `Missing ${fields} field.`);
