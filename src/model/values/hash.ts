import { createHash, createHmac, type Hmac, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";
import { emailKey } from "./email.ts";

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The hash of somebody's words; null where they wrote none. */
export const hashOfText = (text: string | null): string | null => (text === null ? null : sha256(text));

/** JSON in its one canonical form (RFC 8785), so that equal documents have equal hashes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical form");
  return text;
}

/** The hash of an entry of a chain: SHA-256 of the previous hash (empty for the first) followed by the content. */
export function chainHash(previousHash: string | null, content: string): string {
  return sha256((previousHash ?? "") + content);
}

/** A keyed hash: recognises a value again without keeping it. `purpose` keeps uses from being compared. */
export function keyedHash(secret: string, purpose: string, value: string): string {
  return hmac(secret, purpose, value).toString("hex");
}

/** What stays of an address once the person is erased. */
export const hashEmail = (secret: string, email: string): string => keyedHash(secret, "email", emailKey(email));

export function hmac(secret: string, purpose: string, value: string | Buffer): Buffer {
  return keyedHashing(secret, purpose).update(value).digest();
}

/** A keyed hash of what comes piece by piece. */
export const keyedHashing = (secret: string, purpose: string): Hmac =>
  createHmac("sha256", secret).update(`${purpose}\n`);

export function equalBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
