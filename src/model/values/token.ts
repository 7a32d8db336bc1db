import { equalBytes, hmac } from "./hash.ts";
import { LOCALES, type Locale } from "./text.ts";

/**
 * What a link in a mail allows. Subscription links (preferences, unsubscribing) and those to respond never expire;
 * confirming does. Those of `departure` are in no notice: only the contact's own mailbox has them.
 */
export type TokenPurpose = "subscription" | "confirm" | "respond" | "departure";

/** Who would read a mail: whoever follows the list, a contact of a customer, one whose approval is asked for. */
const TEST_READERS = ["follower", "contact", "approver"] as const;
export type TestReader = (typeof TEST_READERS)[number];
type TestLink = { locale: Locale; reader: TestReader };

const TEST = "preview";

/**
 * What stands for a token in mails that are looked at or sent as a test: such a link is nobody's. It says in which language
 * the mail is and who would read it, for the page that it leads to.
 */
export const testToken = ({ locale, reader }: TestLink): string => `${TEST}-${locale}-${reader}`;

/** Such a link again; null where it is none. Mails of before said neither. */
export function readTestToken(token: string): TestLink | "any" | null {
  if (token === TEST) return "any";
  const [test, language, whom] = token.split("-");
  const locale = LOCALES.find((each) => each === language);
  const reader = TEST_READERS.find((each) => each === whom);
  const isOne = test === TEST && locale && reader && token === testToken({ locale, reader });
  return isOne ? { locale, reader } : null;
}

export const CONFIRMATION_HOURS = 48;

const MAC_BYTES = 20;

/**
 * A link token: for what it was made, when (seconds), and a keyed hash of both for this purpose alone. `id` is the
 * subscriber's; of a link to respond, the delivery's.
 */
export function signToken(secret: string, purpose: TokenPurpose, id: string, at: Date): string {
  const body = Buffer.alloc(20);
  Buffer.from(id.replaceAll("-", ""), "hex").copy(body);
  body.writeUInt32BE(Math.floor(at.getTime() / 1000), 16);
  return Buffer.concat([body, hmac(secret, `token:${purpose}`, body).subarray(0, MAC_BYTES)]).toString("base64url");
}

/** Reads a token; null unless it was made by us for this purpose. Whether it has expired is the caller's question. */
export function readToken(secret: string, purpose: TokenPurpose, token: string): { id: string; at: Date } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 20 + MAC_BYTES || bytes.toString("base64url") !== token) return null;
  const body = bytes.subarray(0, 20);
  if (!equalBytes(bytes.subarray(20), hmac(secret, `token:${purpose}`, body).subarray(0, MAC_BYTES))) return null;
  const id = body.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { id, at: new Date(body.readUInt32BE(16) * 1000) };
}
