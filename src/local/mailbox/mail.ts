import { bareAddress } from "./address.ts";
import { invalid, missing } from "./resend-error.ts";

const maxAddresses = 50;
const maxTags = 75;

export interface Tag {
  name: string;
  value: string;
}

/** A mail as it was asked for, lists made of single values. */
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string | null;
  html: string | null;
  /** The headers given, and Reply-To, Cc and Bcc, which Resend takes as fields of their own. */
  headers: Record<string, string>;
  tags: Tag[];
}

/** A mail the mailbox accepted. */
export interface Message extends Mail {
  id: string;
  idempotencyKey: string | null;
  /** ISO 8601 UTC instant. */
  receivedAt: string;
}

/**
 * Reads one mail of a request, in the SDK's wire form (snake_case).
 * Refuses with a ResendError: a missing field, an address, header or tag that cannot be sent, and what the mailbox
 * cannot keep (refused rather than silently lost).
 */
export function parseMail(input: unknown, where: { inBatch: boolean }): Mail {
  if (!isObject(input)) throw invalid("A mail must be a JSON object.");
  refuseUnsupported(input, where.inBatch);
  const from = parseAddress("from", given(input.from, "from"));
  const to = parseAddresses("to", given(input.to, "to"));
  const subject = parseSubject(input.subject);
  const text = optionalText("text", input.text);
  const html = optionalText("html", input.html);
  if (!text && !html) throw missing("`html` or `text`");
  return { from, to, subject, text, html, headers: parseHeaders(input), tags: parseTags(input.tags) };
}

function refuseUnsupported(input: Record<string, unknown>, inBatch: boolean): void {
  if (isPresent(input.attachments)) {
    throw invalid(inBatch ? "Attachments are not supported in a batch." : "The mailbox keeps no attachments.");
  }
  for (const field of ["template", "scheduled_at", "topic_id"]) {
    if (isPresent(input[field])) throw invalid(`The mailbox does not support the \`${field}\` field.`);
  }
}

function parseSubject(value: unknown): string {
  const subject = given(value, "subject");
  if (typeof subject !== "string") throw invalid("The `subject` field must be a string.");
  // A line break in a subject would start a header of its own.
  if (/[\r\n]/.test(subject)) throw invalid("The `\\n` is not allowed in the `subject` field.");
  return subject;
}

function parseAddresses(field: string, value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > maxAddresses) throw invalid(`The \`${field}\` field takes at most ${maxAddresses} addresses.`);
  return list.map((address) => parseAddress(field, address));
}

function parseAddress(field: string, value: unknown): string {
  if (typeof value === "string" && bareAddress(value) !== null) return value;
  throw invalid(
    `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );
}

function parseHeaders(input: Record<string, unknown>): Record<string, string> {
  const headers = input.headers ?? {};
  if (!isObject(headers)) throw invalid("The `headers` field must be an object.");
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    if (!/^[!-9;-~]+$/.test(name)) throw invalid("The `headers` field has a name that is not a header name.");
    if (typeof value !== "string" || /[\r\n]/.test(value))
      throw invalid(`The \`${name}\` header must be one line of text.`);
    return [name, value];
  });
  for (const [field, name] of [
    ["reply_to", "Reply-To"],
    ["cc", "Cc"],
    ["bcc", "Bcc"],
  ] as const) {
    if (isPresent(input[field])) entries.push([name, parseAddresses(field, input[field]).join(", ")]);
  }
  return Object.fromEntries(entries);
}

function parseTags(value: unknown): Tag[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > maxTags) {
    throw invalid(`The \`tags\` field must be a list of at most ${maxTags} tags.`);
  }
  return value.map((tag) => {
    if (!isObject(tag) || !isTagText(tag.name) || !isTagText(tag.value)) {
      throw invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
    }
    return { name: tag.name, value: tag.value };
  });
}

const isTagText = (value: unknown): value is string => typeof value === "string" && /^[\w-]{1,256}$/.test(value);

function optionalText(field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw invalid(`The \`${field}\` field must be a string.`);
  return value;
}

function given(value: unknown, field: string): unknown {
  if (!isPresent(value)) throw missing(`\`${field}\``);
  return value;
}

const isPresent = (value: unknown) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
