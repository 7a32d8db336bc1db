import { z } from "zod";
import { bareAddress } from "../address.ts";

/** What each mode does to a request under `/emails` that got past the rate limit and the check for a key. */
const modes = [
  "none", // answers as it should
  "500-before", // answers 500 and accepts nothing
  "500-after", // accepts, then answers 500
  "drop-after", // accepts, then cuts the connection without an answer
  "slow", // accepts at once, and answers only after the latency; its idempotency key is in flight until then
  "garbage", // accepts, then answers 200 with a page of HTML where JSON belongs
  "401", // answers 401 invalid_api_key, as if the key had been revoked; accepts nothing
  "quota", // answers 429 daily_quota_exceeded; accepts nothing
  "422", // refuses the whole request with 422 validation_error; accepts nothing
] as const;

export type Mode = (typeof modes)[number];

const tenMinutesMs = 600_000;

const settings = z
  .strictObject({
    /** Requests a second; below 1, one request every so many seconds. Null limits nothing. */
    rateLimit: z.number().min(0.001).max(10_000).nullable(),
    mode: z.enum(modes),
    /** To how many more requests the mode applies before it is "none" again. Null: until it is changed. */
    times: z.int().min(1).max(1_000_000).nullable(),
    /** Milliseconds before a request is looked at; in the mode "slow", between accepting it and the answer. */
    latencyMs: z.int().min(0).max(tenMinutesMs),
    /** Bare addresses in lower case. A mail to one of them is refused as invalid. */
    refuse: z.array(z.string().transform(bare)).max(1000),
    /** "delivered": every accepted mail is followed by a signed `email.delivered`. */
    events: z.enum(["none", "delivered"]),
  })
  .readonly();

export type FaultSettings = z.infer<typeof settings>;

/** A change names the settings it replaces. */
export const FaultChange = settings.unwrap().partial();
export type FaultChange = z.infer<typeof FaultChange>;

function bare(text: string, context: z.RefinementCtx): string {
  const address = bareAddress(text);
  if (address !== null) return address;
  context.addIssue({ code: "custom", message: "Invalid input: expected an email address" });
  return z.NEVER;
}
