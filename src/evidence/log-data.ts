import { z } from "@hono/zod-openapi";

/** The data of entries, as far as it says something of other records. Hashes are SHA-256. */

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string();
/** What a notice owes: SHA-256 of the first links of its deliveries' chains, a line each. */
export const Owed = z.object({ notice: text, kind: text, at: text, deliveries: z.number(), sha256: Sha256 });
/** What any entry about a change set may say: the version published with it, and the notice owed. */
export const Published = z.object({ snapshot: Sha256.optional(), owed: Owed.nullish(), text: Sha256.optional() });
export const Announced = z.object({
  snapshot: Sha256,
  document: Sha256,
  authors: z.array(text),
  approvedBy: text.nullable(),
  approvedAt: text.nullable(),
  concerned: z.object({ customers: z.number(), sha256: Sha256 }),
});
export const Withdrawn = z.object({ reason: text.nullable() });
export const Released = z.object({ releasedOn: text });
export const Waived = z.object({ releasedOn: text, reason: text });
export const Reminded = z.object({ reminded: z.object({ at: text, sha256: Sha256 }) });
export const Written = z.object({ locale: text, variant: text, sha256: Sha256, response: text.nullable() });
export const Answered = z.object({
  changeSet: z.number(),
  customer: Sha256.nullable(),
  onBehalfOf: Sha256.nullable(),
  emailHash: Sha256,
  kind: text,
  late: z.boolean(),
  text: Sha256.nullable(),
});
export const Resolved = z.object({ outcome: text, note: Sha256.nullable() });
export const Redacted = z.object({
  text: Sha256.nullable(),
  onBehalfOf: Sha256.nullable(),
  outcomeNote: Sha256.nullable(),
});
