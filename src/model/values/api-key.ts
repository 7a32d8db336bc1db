import { crc32 } from "node:zlib";
import { z } from "@hono/zod-openapi";
import { Instant } from "./dates.ts";
import { explained } from "./explained.ts";

/** What a key may do: each scope allows what those before it allow. */
export const KeyScope = explained({
  read: "sees the register, customers, evidence and answers",
  write: "also writes drafts, customers, followers and answers that came by post",
  announce: "also approves, announces, postpones, withdraws, corrects and resolves",
  admin: "also sets the organisation, users and keys, decides about sending, erases people, reads the log",
}).openapi("Scope");
export type KeyScope = z.infer<typeof KeyScope>;

export const ApiKey = z
  .object({
    id: z.uuid().describe("Names it."),
    name: z.string().describe("What it is for, in your words."),
    scopes: z
      .array(KeyScope)
      .min(1)
      .max(KeyScope.options.length)
      .openapi({ description: "What it may do. Each scope includes those before it." }),
    user: z.uuid().nullable().openapi({
      description:
        "The user who made it: whatever it does counts as theirs, and it may never do more than they. Null: nobody's.",
    }),
    createdAt: Instant.describe("When it was made."),
    expiresAt: Instant.nullable().openapi({ description: "From then on it opens nothing; null: it does not expire." }),
    revokedAt: Instant.nullable().describe("When it was revoked; null: it was not."),
  })
  .describe("A key of the API, without the key itself.")
  .openapi("ApiKey");
export type ApiKey = z.infer<typeof ApiKey>;

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new key: `spr_`, 30 random base62 digits, and 6 base62 digits of the CRC-32 of those 34 characters. */
export function newApiKey(): string {
  let random = "";
  while (random.length < 30) {
    // 248 is the largest multiple of 62 in a byte: above it some digits would come up more often.
    for (const byte of crypto.getRandomValues(new Uint8Array(40))) {
      if (byte < 248 && random.length < 30) random += ALPHABET[byte % 62];
    }
  }
  return withChecksum(`spr_${random}`);
}

/** Whether a text has the form of a key, checksum included: a mistyped key is recognised without the database. */
export function isApiKey(text: string): boolean {
  return /^spr_[0-9A-Za-z]{36}$/.test(text) && text === withChecksum(text.slice(0, 34));
}

function withChecksum(body: string): string {
  let rest = crc32(body);
  let digits = "";
  for (let place = 0; place < 6; place += 1) {
    digits = ALPHABET[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return body + digits;
}
